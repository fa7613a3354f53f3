"""The title of a digest: that of the source which says most of what the page shows."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from pathlib import Path

from bidigest.model import Document, Point
from bidigest.model.identifiers import source_id, source_index
from bidigest.text.claims import has_predicate
from bidigest.text.tokens import terms

_IN_OTHER_WRITING = 0.8
"""What a title counts that is not in the reader's language and script."""

_NAMING = 0.7
"""What a title counts that only names its text (Our response to the vote), without a claim."""

_CALLING = 0.7
"""What a title counts that asks, shouts, quotes or does not end."""

_CALLS = re.compile(r"[?!？！]|^['\"“‘「『]")

_WIDEST = 60
"""Columns of a title, two for a Han character."""

_SAID_BY_ALL = 0.5
"""Share of the points that a source is taken to make beside those that it is cited for."""

_FEW_WORDS = 4
"""Words by which each title is taken to be longer: two words that all use say little."""


def title_of(documents: Sequence[Document], points: Sequence[Point], language: str) -> str:
    """Choose the title of the source that says most, in words in which others say it too.

    Names of files are titles only where there is no other.

    Args:
        documents: at least one.
        points: all points.
        language: tag of the reader's language, as `zh-Hant`.
    """
    shown = [point for point in points if point.shown]

    def preference(number: int) -> tuple[bool, float, int]:
        document = documents[number]
        named = Path(document.path).stem != document.title
        said = sum(source_id(number) in point.sources for point in shown) / max(1, len(shown))
        common = _said_by_others(documents, number, shown)
        return named, round((_SAID_BY_ALL + said) * common * _form(document, language), 6), -number

    return documents[max(range(len(documents)), key=preference)].title


def _form(document: Document, language: str) -> float:
    """Measure how fit for a heading of this page a title is, whatever it says."""
    title = document.title
    worth = 1.0 if _writing(document) == language else _IN_OTHER_WRITING
    if not has_predicate(title, document.language):
        worth *= _NAMING
    if _CALLS.search(title) or sum(1 if each.isascii() else 2 for each in title) > _WIDEST:
        worth *= _CALLING
    return worth


def _writing(document: Document) -> str:
    return f"{document.language}-{document.script}" if document.script else document.language


def _said_by_others(documents: Sequence[Document], number: int, shown: Sequence[Point]) -> float:
    """Measure how much of a title other sources in its language say where they make the points."""
    language = documents[number].language
    title = frozenset(terms(documents[number].title, language))
    weights, said = 0, dict.fromkeys(title, 0)
    for point in shown:
        cited = [
            (source, each.quote)
            for each in point.citations
            for source in [source_index(each.source)]
            if documents[source].language == language
        ]
        weights += len(point.sources) if cited else 0
        others = {w for s, quote in cited if s != number for w in terms(quote, language)}
        for word in title & others:
            said[word] += len(point.sources)
    shares = (math.sqrt(count / max(1, weights)) for count in said.values())
    return math.fsum(shares) / math.sqrt(len(title) + _FEW_WORDS)
