"""Representatives that need the sentence before them, quoted with it where nobody else says it.

What several sources say is shown in words that lean on the sentence before only if none of its
sentences says it alone; and never so that the page says again what another point says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from bidigest.corpus import Corpus
from bidigest.features.sentence_before import with_one_before
from bidigest.selection.representative import INFORMATIVE, Candidate, by_preference
from bidigest.selection.represented_groups import RepresentedGroup

_LOOKED_AT = 5
"""For each point that may be shown, how many are asked whether they need the sentence before."""


def together(corpus: Corpus, candidate: Candidate) -> Candidate | None:
    """Return the candidate quoted with the sentence before it; None where that is no use.

    It must lack what another one names, and that one must probably say something by itself.

    Args:
        corpus: all sentences.
        candidate: a sentence of a point.
    """
    number, index = candidate.sentence, candidate.document
    before = number - 1
    if before < 0 or corpus.sentences[before][0] != index:
        return None
    if corpus.informativeness[before] < INFORMATIVE:
        return None
    both = with_one_before(
        corpus.documents[index],
        corpus.sentences[before][1],
        corpus.sentences[number][1],
        corpus.statements[before],
    )
    known = corpus.informativeness[before]
    return replace(candidate, statement=both, informativeness=known) if both else None


def quoted_together(
    corpus: Corpus, group: RepresentedGroup, *, able: bool
) -> RepresentedGroup | None:
    """Let a sentence that is quoted with the one before it represent a group.

    Args:
        corpus: all sentences.
        group: the group.
        able: whether its representative can be shown alone, so that no other is looked for.
    """
    if able:
        found = together(corpus, group.representative)
    else:
        free = (x for x in group.candidates if not x.title and x.document not in group.against)
        tried = (together(corpus, each) for each in by_preference(list(free)))
        found = next((both for both in tried if both), None)
    return replace(group, representative=found) if found else None


def with_sentences_before(
    corpus: Corpus,
    groups: Sequence[RepresentedGroup],
    order: Sequence[int],
    standing: frozenset[int],
    limit: int,
) -> dict[int, RepresentedGroup]:
    """Find the groups that are to be said with the sentence before: the first some of them.

    Of those in which nothing can be shown alone, only what several sources say.

    Args:
        corpus: all sentences.
        groups: all groups.
        order: of the groups that may be shown, the best first.
        standing: those of them that can be shown alone.
        limit: how many points the page shows at most.
    """
    tried = (g for g in order if g in standing or len(groups[g].sides) > 1)
    some = islice(tried, _LOOKED_AT * limit)
    found = ((g, quoted_together(corpus, groups[g], able=g in standing)) for g in some)
    return {g: group for g, group in found if group}
