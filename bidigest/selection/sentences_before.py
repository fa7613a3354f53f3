"""Representatives that need the sentences before them, quoted along where nobody else says it.

What several sources say is shown in words that lean on the sentence before only if none of its
sentences says it alone; and never so that the page says again what another point says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from bidigest.corpus import Corpus
from bidigest.features.sentence_before import with_those_before
from bidigest.selection.representative import INFORMATIVE, Candidate, by_preference
from bidigest.selection.represented_groups import RepresentedGroup

_MOST = 2
"""Sentences that are quoted before one."""
_LOOKED_AT = 5
"""For each point that may be shown, how many are asked whether they need those before."""


def together(corpus: Corpus, candidate: Candidate) -> Candidate | None:
    """Return the candidate quoted with the one or two sentences before it; None if it is no use.

    It must lack what the first of them names, and that one must probably say something by itself.

    Args:
        corpus: all sentences.
        candidate: a sentence of a point.
    """
    found = (_with_those_before(corpus, candidate, count) for count in range(1, _MOST + 1))
    return next((each for each in found if each), None)


def _with_those_before(corpus: Corpus, candidate: Candidate, count: int) -> Candidate | None:
    number, index = candidate.sentence, candidate.document
    first = number - count
    if first < 0 or corpus.sentences[first][0] != index:
        return None
    if corpus.informativeness[first] < INFORMATIVE:
        return None
    said = [sentence for _, sentence in corpus.sentences[first : number + 1]]
    whole = with_those_before(corpus.documents[index], said, corpus.statements[first])
    known = corpus.informativeness[first]
    return (
        replace(candidate, statement=whole, informativeness=known, before=count) if whole else None
    )


def quoted_together(
    corpus: Corpus, group: RepresentedGroup, *, able: bool
) -> RepresentedGroup | None:
    """Let a sentence that is quoted with those before it represent a group.

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
    """Find the groups that are to be said with sentences before: the first some of them.

    Of those in which nothing can be shown alone, what several sources say, and what one says in
    words that only lean.

    Args:
        corpus: all sentences.
        groups: all groups.
        order: of the groups that may be shown, the best first.
        standing: those of them that can be shown alone.
        limit: how many points the page shows at most.
    """
    tried = (
        g
        for g in order
        if g in standing or len(groups[g].sides) > 1 or groups[g].representative.statement.alone
    )
    some = islice(tried, _LOOKED_AT * limit)
    found = ((g, quoted_together(corpus, groups[g], able=g in standing)) for g in some)
    return {g: group for g, group in found if group}
