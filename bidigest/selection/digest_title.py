"""The title of a digest: that of the source which says most of what the page shows."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bidigest.languages.folding import folded
from bidigest.languages.packs import has_predicate
from bidigest.languages.patterns import pattern
from bidigest.model import Conflict, Document, Language, Point
from bidigest.model.digests import source_id, source_index
from bidigest.selection.disputed_titles import disputed_figures, gives_one_of, takes_a_side
from bidigest.text.plain_text import columns
from bidigest.text.tokens import terms

_IN_OTHER_SCRIPT = 0.8
"""What a title counts that is in the reader's language, but in its other script."""

_NAMING = 0.7
"""What a title counts that only names its text (Our response to the vote), without a claim."""

_CALLING = 0.7
"""What a title counts that asks, shouts, quotes or does not end."""

_OF_A_GENRE = 0.7
"""What a title counts that says what kind of text it is, or what one voice thinks (Review: …)."""

_DISPUTED = 0.4
"""What a title counts that takes a side: gives a disputed figure, or says what another denies."""

_GENRE = pattern("headings", "genre")

_CRIES, _ASKS = re.compile("[!！]"), re.compile("[?？]")
"""A title that does both (Breakthrough! Are millions saved?) is the farthest from a heading."""

_CALLS = re.compile(
    # But a name in quotation marks that does something: “毒茶案”重审, “The Ford” wins.
    r"[?!？！]|^(?!['\"“‘「『][^\W_](?:[^\W_]|[ -]){0,20}['\"”’」』] ?[^\W_])['\"“‘「『]"
)

_WIDEST = 72
"""Columns of a title, two for a Han character."""

_SAID_BY_ALL = 0.5
"""Share of the points that a source is taken to make beside those that it is cited for."""

_SAID_BY_CHANCE = 0.1
"""What a title counts whose words no other source has: the others may write another language."""

_FEW_WORDS = 4
"""Words by which each title is taken to be longer: two words that all use say little."""

Preference = tuple[bool, bool, float, int, bool]
"""Whether a document has a name of its own, and is in the reader's language; what its title is
worth; its number, negative; and whether what it disputes is counted already."""


def digest_title(
    documents: Sequence[Document],
    points: Sequence[Point],
    language: str,
    conflicts: Sequence[Conflict] = (),
) -> str:
    """Choose the title of the source that says most, in words in which others say it too.

    Names of files are titles only where there is no other, and titles in another language than the
    reader's only where none is in it.

    Args:
        documents: at least one.
        points: all points.
        language: tag of the reader's language, as `zh-Hant`.
        conflicts: what the sources dispute, of which no title should take a side.
    """
    figures = disputed_figures(documents, conflicts)
    shown = [point for point in points if point.shown]
    quoted = [_quoted(documents, point) for point in shown]

    def preference(number: int) -> Preference:
        document = documents[number]
        named = Path(document.path).stem != document.title
        said = sum(source_id(number) in point.sources for point in shown) / max(1, len(shown))
        common = _SAID_BY_CHANCE + _said_by_others(document, number, quoted)
        read = document.language == language.partition("-")[0]
        worth = (_SAID_BY_ALL + said) * common * _form(document, language)
        if gives_one_of(document.title, figures):
            return named, read, worth * _DISPUTED, -number, True
        return named, read, worth, -number, False

    hoped = sorted(map(preference, range(len(documents))), key=_rounded, reverse=True)
    return documents[_best(documents, hoped, conflicts)].title


def _best(
    documents: Sequence[Document], hoped: Sequence[Preference], conflicts: Sequence[Conflict]
) -> int:
    """Return the number of the document whose title is preferred.

    Whether a title takes a side is asked of those alone that may still be the best, as each has to
    be held against all that the sources dispute.

    Args:
        documents: all sources.
        hoped: of each how it is preferred if its title takes no side, the best first.
        conflicts: what the sources dispute.
    """
    found: list[tuple[bool, bool, float, int]] = []
    for each in hoped:
        if found and max(found) > _rounded(each):
            break
        named, read, worth, place, disputed = each
        if not disputed and takes_a_side(documents, -place, conflicts):
            each = named, read, worth * _DISPUTED, place, True
        found.append(_rounded(each))
    return -max(found)[-1]


def _rounded(preference: Preference) -> tuple[bool, bool, float, int]:
    named, read, worth, place, _ = preference
    return named, read, round(worth, 6), place


def _form(document: Document, language: str) -> float:
    """Measure how fit for a heading of this page a title is, whatever it says."""
    title = document.title
    tag = f"{document.language}-{document.script}" if document.script else document.language
    worth = 1.0 if tag == language else _IN_OTHER_SCRIPT
    if not has_predicate(title, document.language):
        worth *= _NAMING
    if _CALLS.search(title) or columns(title) > _WIDEST:
        worth *= _CALLING
    if _CRIES.search(title) and _ASKS.search(title):
        worth *= _CALLING
    if _GENRE.search(folded(title)):
        worth *= _OF_A_GENRE
    return worth


@dataclass(frozen=True, slots=True)
class _Quoted:
    """What a point quotes, so that each quotation is split into words once, not for each title."""

    sources: int
    """How many make the point."""
    words: tuple[tuple[int, Language, frozenset[str]], ...]
    """Of each citation its source, the language of that, and the words."""


def _quoted(documents: Sequence[Document], point: Point) -> _Quoted:
    places = ((source_index(each.source), each.quote) for each in point.citations)
    spoken = ((source, documents[source].language, quote) for source, quote in places)
    words = ((source, each, frozenset(terms(quote, each))) for source, each, quote in spoken)
    return _Quoted(len(point.sources), tuple(words))


def _said_by_others(document: Document, number: int, quoted: Sequence[_Quoted]) -> float:
    """Measure how much of a title other sources in its language say where they make the points."""
    title = frozenset(terms(document.title, document.language))
    weights, said = 0, dict.fromkeys(title, 0)
    for point in quoted:
        cited = [(s, words) for s, told, words in point.words if told == document.language]
        weights += point.sources if cited else 0
        others = [words for source, words in cited if source != number]
        for word in title:
            if any(word in words for words in others):
                said[word] += point.sources
    shares = (math.sqrt(count / max(1, weights)) for count in said.values())
    return math.fsum(shares) / math.sqrt(len(title) + _FEW_WORDS)
