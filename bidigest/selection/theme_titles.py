"""Titles of themes: section titles of the sources, as they stand there; none is made up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bidigest.languages.packs import has_predicate
from bidigest.languages.zh.scripts import fold
from bidigest.model import Document, Point, Section
from bidigest.model.digests import section_id, source_index
from bidigest.reading.heading_cues import CATEGORY, OF_ANY_MATTER, STANDARD_TITLE, numbering
from bidigest.text.plain_text import columns
from bidigest.text.tokens import terms

_LEAST_OVERLAP = 0.3
"""Of all points of a theme and of a section, the share that must be in both (Jaccard)."""

_WIDEST = 60
"""Columns of a title, two for a Han character; a longer one is a sentence."""

_LABEL = re.compile(r"[^\W\d]{1,12}[ \t]?\d{1,3}[ \t]?[:：][ \t]*")
"""What numbers a title by a word: 要点 3：, Finding 2:"""

_MARK = re.compile(r"[◎○●◇◆□■△▲▽▼※•►▶➤\u2600-\u27bf\ufe0f\U0001f300-\U0001faff]{1,3}[ \t]*(?=\S)")
"""What a title is marked by: ◎, ■, 📦."""

_ASKS = re.compile(r"[?？]|^(?:what|how|why|who|where|when|which)\b", re.IGNORECASE)

_COLON = re.compile(r"([:：])[ \t]*")


@dataclass(frozen=True, slots=True)
class TitledSection:
    """A section of a source with the shown points, by index, that cite it or what is below it."""

    id: str
    title: str
    language: str
    points: frozenset[int]
    said: frozenset[int] = frozenset()
    """Points in whose sentences a word of the title stands, if it names a matter: what asks or
    tells (Did it work?) need not use their words."""


def titled_sections(
    documents: Sequence[Document], points: Sequence[Point]
) -> tuple[TitledSection, ...]:
    """List the sections that could name a theme, in the order of the sources."""
    cited: dict[tuple[int, int], set[int]] = {}
    for number, point in enumerate(points):
        for citation in point.citations:
            source = source_index(citation.source)
            for section in enclosing(documents[source], citation.span.start):
                cited.setdefault((source, section), set()).add(number)
    found = (_titled(documents[s], s, n, frozenset(cited[s, n])) for s, n in sorted(cited))
    words = _words_of(documents, points)
    return tuple(
        replace(section, said=_saying(section, words)) for section in found if section.title
    )


def _words_of(documents: Sequence[Document], points: Sequence[Point]) -> list[frozenset[str]]:
    """Collect the content words of each point's sentences, whatever their language."""
    return [
        frozenset(
            word
            for citation in point.citations
            for word in terms(citation.quote, documents[source_index(citation.source)].language)
        )
        for point in points
    ]


def _saying(section: TitledSection, words: Sequence[frozenset[str]]) -> frozenset[int]:
    tells = _ASKS.search(section.title) or has_predicate(section.title, section.language)
    wanted = frozenset(() if tells else terms(section.title, section.language))
    return frozenset(number for number, said in enumerate(words) if wanted & said)


def enclosing(document: Document, position: int) -> Iterator[int]:
    """Yield the indexes of the sections around a position, innermost first, that name a matter.

    A title that is the document's own tells nothing of what stands in one part of it, and a
    section that sums up holds something of everything.
    """
    at = sum(section.span.start <= position for section in document.sections) - 1
    depth = len(document.sections[at].path) + 1 if at >= 0 else 0
    for number in range(at, -1, -1):
        section = document.sections[number]
        above = len(section.path)
        if above < depth and section.path == document.sections[at].path[:above]:
            depth = above
            if _title(section) and not _names_all(document, section):
                yield number


def best_title(
    theme: frozenset[int], sections: Sequence[TitledSection], *languages: str
) -> TitledSection | None:
    """Choose the section whose points are most nearly those of the theme; None where none is near.

    It holds half of them at least. Where it names a matter that its points speak of, one of the
    theme's does.

    Args:
        theme: the theme's points, by their indexes among the shown ones.
        sections: those to choose from.
        languages: of titles that a reader of the theme reads; one is only used where no section
            of an earlier one is near.
    """
    for language in languages:
        own = [each for each in sections if each.language == language]
        fits = [(_fit(theme, each), -number) for number, each in enumerate(own)]
        fit, number = max(fits, default=(0.0, 0))
        if fit > 0:
            return own[-number]
    return None


def _fit(theme: frozenset[int], section: TitledSection) -> float:
    common = len(theme & section.points)
    overlap = common / len(theme | section.points)
    if common < 2 or 2 * common < len(theme) or overlap < _LEAST_OVERLAP:
        return 0.0
    elsewhere = section.said & section.points - theme and not theme & section.said
    return 0.0 if elsewhere else round(overlap, 6)


def _titled(document: Document, source: int, number: int, points: frozenset[int]) -> TitledSection:
    section = document.sections[number]
    return TitledSection(section_id(source, number), _title(section), section.language, points)


def _title(section: Section) -> str:
    """Return a title without its mark and number; empty where it tells nothing or a whole story."""
    mark = _MARK.match(section.title)
    title = section.title[mark.end() if mark else 0 :]
    title = title[numbering(title)[1] :].strip()
    label = _LABEL.match(title)
    title = title[label.end() :] if label else title
    head, colon, rest = _COLON.split(title, maxsplit=1) if _COLON.search(title) else (title, "", "")
    title = rest if colon and _tells_nothing(head) else title
    return "" if _tells_nothing(title) or columns(title) > _WIDEST else title


def _tells_nothing(title: str) -> bool:
    """Tell whether a title is one that any report may have, or made up of such words."""
    folded = fold(title).strip("*_ :：¶").casefold()
    return any(words.fullmatch(folded) for words in (CATEGORY, STANDARD_TITLE, OF_ANY_MATTER))


def _names_all(document: Document, section: Section) -> bool:
    return len(section.path) == 1 and section.title == document.title
