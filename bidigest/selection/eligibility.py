"""Which groups a page can show: in words that stand alone and probably say something."""

from __future__ import annotations

from collections.abc import Sequence, Set

from bidigest.corpus import Corpus
from bidigest.features.clarity import hangs
from bidigest.features.standalone import stands_with_person
from bidigest.model import Span
from bidigest.selection.representative import Candidate
from bidigest.selection.represented_groups import RepresentedGroup

LEAST_SHARED, LEAST_LONE = 0.5, 0.88
"""Least probability of saying something by itself, of a point of several sources and of one.

What they all say is seldom nothing; what one says must not be doubted.
"""

LEAST_SHARED_UNCLEAR, LEAST_LONE_UNCLEAR = 0.65, 0.92
"""The same of a point for which nothing speaks but what leans on its surroundings, or is talk; what
hangs on another sentence is shown of several sources only."""

LEAST_OF_SCRAPS = 0.97
"""The same of what one source alone says, of which most sentences say nothing by themselves."""

_SCRAPS, _FEW = 0.46, 5
"""Share of a source's sentences that may stand alone, below which it is scraps; of how many.

Of what else would be shown of Chinese pages below it, a third says nothing, above it an eighth; of
105 sources of essays, the press and invented reports one lies below.
"""

_FAIR, _HEARD = 0.8, 3
"""Probability from which what is clear is shown of a source of which nothing is certain enough, so
that every source is heard; and how many statements, the best, may be."""

_FEWEST, _FAIR_SHARED = 8, 0.35
"""Statements that a page has, if so many are fair; the probability from which what several say is.

Of 61 questions with Chinese web pages 21 had a page of one statement, some with a point of five
sources left out. ROUGE-1/2/L is 30.7/18.2/22.2 with this, and was 29.5/17.5/21.8.
"""


def scraps(corpus: Corpus) -> frozenset[int]:
    """Find the sources of which most sentences cannot stand alone: they are scraps throughout.

    Args:
        corpus: all sentences.
    """
    found: dict[int, list[bool]] = {}
    for (document, _), statement in zip(corpus.sentences, corpus.statements, strict=True):
        found.setdefault(document, []).append(statement.alone)
    return frozenset(
        document
        for document, alone in found.items()
        if len(alone) >= _FEW and sum(alone) < _SCRAPS * len(alone)
    )


def standing(
    order: Sequence[int],
    groups: Sequence[RepresentedGroup],
    scrappy: frozenset[int] = frozenset(),
) -> list[int]:
    """Choose the groups that can be shown: in words that stand alone and are said once.

    They must probably say something, the more so where only one source says it; of a source of
    which nothing does, what is clear and not much doubted may be shown.

    Args:
        order: of the groups that may be shown, the best first.
        groups: all groups.
        scrappy: sources of which most sentences cannot stand alone.
    """
    said: dict[tuple[int, Span], int] = {}
    for g, group in enumerate(groups):
        said.setdefault((group.representative.document, group.representative.span), g)
    first = set(said.values())
    able = [g for g in order if groups[g].representative.statement.alone and g in first]
    informative = {g for g in able if _is_informative(groups[g], scrappy)}
    informative |= _of_unheard(able, groups, informative)
    informative |= _for_a_page(able, groups, informative)
    return [g for g in able if g in informative] or _least_doubted(able, groups)


def of_persons(
    order: Sequence[int], groups: Sequence[RepresentedGroup], corpus: Corpus
) -> list[int]:
    """Choose the groups of several sources that lack nothing but the name of whom they speak of.

    Args:
        order: of the groups that may be shown, the best first.
        groups: all groups.
        corpus: all sentences.
    """
    shared = [g for g in order if len(groups[g].sides) > 1 and _is_informative(groups[g])]
    return [
        g
        for g in shared
        if not (said := groups[g].representative).statement.alone
        and stands_with_person(said.statement.text, corpus.sentences[said.sentence][1].language)
    ]


def certain_with_those_before(group: RepresentedGroup, scrappy: frozenset[int]) -> bool:
    """Tell whether a group may be said with sentences before: of one source, if these are certain.

    Args:
        group: represented by a sentence that is quoted with those before it.
        scrappy: sources of which most sentences cannot stand alone.
    """
    said = group.representative
    least = _least_lone(said.document in scrappy, unclear=False)
    return len(group.sides) > 1 or said.informativeness >= least


def _of_unheard(
    able: Sequence[int], groups: Sequence[RepresentedGroup], informative: Set[int]
) -> set[int]:
    """Choose of each source that nothing else is shown of the best that is clear and fair."""
    heard = {each.document for g in informative for each in groups[g].candidates}
    found: dict[int, list[int]] = {}
    for g in able:
        said = groups[g].representative
        if said.document not in heard and _is_fair(said):
            found.setdefault(said.document, []).append(g)
    return {g for each in found.values() for g in each[:_HEARD]}


def _for_a_page(
    able: Sequence[int], groups: Sequence[RepresentedGroup], informative: Set[int]
) -> set[int]:
    """Choose, where hardly anything is certain, the best that is fair: what several say first."""
    missing = _FEWEST - len(informative)
    if missing <= 0:
        return set()
    rest = [(g, groups[g].representative) for g in able if g not in informative]
    several = {g for g, _ in rest if len(groups[g].sides) > 1}
    fair = [g for g, said in rest if g in several and said.informativeness >= _FAIR_SHARED]
    fair += [g for g, said in rest if g not in several and _is_fair(said)]
    return set(fair[:missing])


def _is_fair(said: Candidate) -> bool:
    return said.statement.clear and said.informativeness >= _FAIR


def _least_doubted(able: Sequence[int], groups: Sequence[RepresentedGroup]) -> list[int]:
    """Choose, where all are doubted, the best: an empty page says nothing either."""
    known = {g: groups[g].representative.informativeness for g in able}
    least = max(known.values(), default=0.0)
    return [g for g in able if known[g] >= least]


def _is_informative(group: RepresentedGroup, scrappy: frozenset[int] = frozenset()) -> bool:
    said = group.representative
    unclear = said.statement.alone and not said.statement.clear
    if len(group.sides) > 1:
        return said.informativeness >= (LEAST_SHARED_UNCLEAR if unclear else LEAST_SHARED)
    if unclear and hangs(said.statement.text):
        # Nobody else says what it hangs on.
        return False
    return said.informativeness >= _least_lone(said.document in scrappy, unclear=unclear)


def _least_lone(in_scraps: bool, *, unclear: bool) -> float:
    """Return how certain must be what one source alone says."""
    if in_scraps:
        return LEAST_OF_SCRAPS
    return LEAST_LONE_UNCLEAR if unclear else LEAST_LONE
