"""Titles that take a side: they give a disputed figure, or say what another source denies."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from bidigest.contrasts.analysis import analyse
from bidigest.contrasts.contrast import contrast, near_contrast
from bidigest.model import Conflict, Document
from bidigest.model.digests import source_id, source_index

_NUMERAL = re.compile(r"\d[\d.,]*\d|\d")


def disputed_figures(documents: Sequence[Document], conflicts: Sequence[Conflict]) -> set[str]:
    """Collect the numerals, or the words for numbers, that a reading gives in a dispute.

    Args:
        documents: all sources.
        conflicts: what they dispute.
    """
    told = {
        documents[source_index(reading.source)].quote(reading.figure.span).casefold()
        for conflict in conflicts
        for reading in conflict.readings
        if reading.figure
    }
    return {numeral for each in told for numeral in _NUMERAL.findall(each) or [each]}


def gives_one_of(title: str, disputed: Set[str]) -> bool:
    """Tell whether a title gives a disputed figure: as a whole numeral (64, but not the 4 in it).

    Args:
        title: of a source.
        disputed: numerals, and words for numbers.
    """
    folded_title = title.casefold()
    words = any(not _NUMERAL.search(each) and each in folded_title for each in disputed)
    return words or not disputed.isdisjoint(_NUMERAL.findall(folded_title))


def takes_a_side(documents: Sequence[Document], number: int, conflicts: Sequence[Conflict]) -> bool:
    """Tell whether a source's title says the opposite of what another says in a dispute.

    Args:
        documents: all sources.
        number: of the source.
        conflicts: what they dispute.
    """
    title = analyse(documents[number].title, documents[number].date)
    others = (
        analyse(reading.quote)
        for conflict in conflicts
        if conflict.kind == "opposites"
        for reading in conflict.readings
        if reading.source != source_id(number)
    )
    found = (contrast(title, each) or near_contrast(title, each) for each in others)
    return any(each is not None and each.kind == "polarity" for each in found)
