"""From groups of sentences to points: numbered, cited, with their figures and reasons."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bidigest.clustering.groups import largest
from bidigest.clustering.links import links, partial_corroborations
from bidigest.clustering.members import Members, members
from bidigest.clustering.overlapping_membership import memberships
from bidigest.contradictions.dissent import Disputed, dissenting
from bidigest.contradictions.divisions import divided
from bidigest.contradictions.opposites import answered
from bidigest.contradictions.restatements import with_contradictions
from bidigest.contradictions.sentence_pairs import Contrasts
from bidigest.contradictions.separation import set_apart
from bidigest.corpus import Corpus
from bidigest.model import Point, Span
from bidigest.selection.cited_points import BoundPairs, bound_pairs, cited_point, neighbours
from bidigest.selection.mmr import CandidatePoint, select
from bidigest.selection.representative import (
    Candidate,
    by_preference,
    choose_representative,
    score,
    worth,
)
from bidigest.selection.shared_quantities import shortened, with_unshared

_NEAREST = 3
_NONE: Contrasts = {}
_UNDISPUTED: Disputed = {}


def points(
    corpus: Corpus,
    limit: int,
    contrasts: Contrasts = _NONE,
    disputed: Disputed = _UNDISPUTED,
) -> tuple[Point, ...]:
    """Make the points: those shown first, then all others, best first, numbered as on the page.

    Args:
        corpus: all sentences, with what is known of their pairs.
        limit: how many points to show at most.
        contrasts: of pairs of sentences, what sets them apart.
        disputed: of pairs of sentences, the figures that cannot both be right.
    """
    every = _members(corpus, contrasts, disputed)
    groups, sentences = every.groups, every.sentences.tolist()
    owner = np.empty(len(sentences), dtype=np.int64)
    for g, group in enumerate(groups):
        owner[list(group)] = g
    bound = bound_pairs(every.matches, owner)
    weight, titles = corpus.salience(), _titles(corpus)
    candidates = [
        with_unshared(
            corpus, [_candidate(corpus, m, sentences[m], weight, bound, titles) for m in group]
        )
        for group in groups
    ]
    documents = np.array([corpus.sentences[n][0] for n in sentences], dtype=np.int64)
    corroborations = partial_corroborations(every.matches, owner, documents)
    representatives, against = _agreed(corpus, _representatives(candidates), candidates, disputed)
    representatives = [
        shortened(corpus, *given) for given in zip(representatives, candidates, strict=True)
    ]
    candidate_points = [
        _candidate_point(*given, titles)
        for given in zip(representatives, candidates, corroborations, against, strict=True)
    ]
    worths = [score(c.worth, len(c.sides), c.partial_corroboration) for c in candidate_points]
    order = sorted(range(len(groups)), key=lambda g: (-worths[g], groups[g]))
    named = tuple(tuple(sentences[m] for m in group) for group in groups)
    denying = answered(named, order, contrasts)
    able = [
        g
        for g in _able(order, representatives)
        if g not in denying and not titles.issuperset(named[g])
    ]
    picked = select(
        [candidate_points[g] for g in able], corpus.matches, len(corpus.sentences), limit
    )
    chosen = {able[at] for at, _ in picked}
    for at, sentence in picked:
        g = able[at]
        if sentence != representatives[g].sentence:
            speaks = next(each for each in candidates[g] if each.sentence == sentence)
            representatives[g] = shortened(corpus, speaks, candidates[g])
            numbers = [each.sentence for each in candidates[g]]
            against[g] = dissenting(corpus, sentence, numbers, disputed)
    ordered = [*(g for g in order if g in chosen), *(g for g in order if g not in chosen)]
    names = _names(
        ordered, [g for g in ordered if g in chosen and len(candidate_points[g].sides) > 1]
    )
    nearest = links(every.matches, owner).nearest(_NEAREST)
    found = []
    for g in ordered:
        shown = g in chosen
        near = neighbours(corpus, every, owner, names, nearest.get(g, ()), shown)
        told = names[g], shown, worths[g], near
        group, said = groups[g], representatives[g]
        found.append(cited_point(corpus, every, bound, group, said, against[g], *told))
    return tuple(found)


def _titles(corpus: Corpus) -> frozenset[int]:
    """Find the sentences that are their document's title: the list of sources has them anyway."""
    found = []
    for number, (index, sentence) in enumerate(corpus.sentences):
        document = corpus.documents[index]
        section = document.sections[sentence.section]
        heading = section.heading
        if heading is None or section.title != document.title:
            continue
        if heading.start <= sentence.span.start and sentence.span.end <= heading.end:
            found.append(number)
    return frozenset(found)


def _names(groups: Sequence[int], shared: Sequence[int]) -> dict[int, str]:
    """Name groups as the page is read: what several sources say comes before the rest."""
    read = dict.fromkeys((*shared, *groups))
    return {group: f"P{number}" for number, group in enumerate(read, start=1)}


def _able(order: Sequence[int], representatives: Sequence[Candidate]) -> list[int]:
    """Choose the groups that can be shown: in words that stand alone and are said once."""
    said: dict[tuple[int, Span], int] = {}
    for group, representative in enumerate(representatives):
        said.setdefault((representative.document, representative.span), group)
    first = set(said.values())
    return [g for g in order if representatives[g].statement.alone and g in first]


def _candidate_point(
    representative: Candidate,
    candidates: Sequence[Candidate],
    partial_corroboration: float,
    against: frozenset[int],
    titles: frozenset[int],
) -> CandidatePoint:
    sides: dict[int, list[int]] = {}
    for candidate in (candidate for candidate in candidates if candidate.document not in against):
        sides.setdefault(candidate.document, []).append(candidate.sentence)
    sources = tuple(tuple(sides[document]) for document in sorted(sides))
    others = [
        each
        for each in candidates
        if each.statement.alone
        and each.sentence not in titles
        and each.document not in against
        and each.sentence != representative.sentence
    ]
    return CandidatePoint(
        representative.sentence,
        worth(representative, candidates),
        sources,
        partial_corroboration,
        tuple(each.sentence for each in by_preference(others)) if len(sources) > 1 else (),
    )


def _members(corpus: Corpus, contrasts: Contrasts, disputed: Disputed) -> Members:
    """Group the sentences, each as a member of every group that it is in."""
    found = memberships([index for index, _ in corpus.sentences], corpus.matches, corpus.parameters)
    documents = [index for index, _ in corpus.sentences]
    found = set_apart(found, corpus.matches, contrasts, documents)
    groups = largest((*with_contradictions(found, corpus, disputed), *divided(corpus)))
    return members(groups, corpus.matches)


def _representatives(candidates: Sequence[Sequence[Candidate]]) -> list[Candidate]:
    """Choose the representative of each group: no sentence for two of them, unless it must be."""
    representatives: list[Candidate] = []
    taken: set[tuple[int, Span]] = set()
    for group in candidates:
        free = [
            candidate for candidate in group if (candidate.document, candidate.span) not in taken
        ]
        representatives.append(choose_representative(free or group))
        taken.add((representatives[-1].document, representatives[-1].span))
    return representatives


def _agreed(
    corpus: Corpus,
    representatives: Sequence[Candidate],
    candidates: Sequence[Sequence[Candidate]],
    disputed: Disputed,
) -> tuple[list[Candidate], list[frozenset[int]]]:
    """Choose a representative of each group that most sources agree with, and who does not.

    Where those who give other figures are more, one of them represents the group instead.
    """
    agreed: list[Candidate] = []
    against: list[frozenset[int]] = []
    for representative, group in zip(representatives, candidates, strict=True):
        numbers = [candidate.sentence for candidate in group]
        other = dissenting(corpus, representative.sentence, numbers, disputed)
        if 2 * len(other) > len({candidate.document for candidate in group}):
            best = choose_representative(
                [candidate for candidate in group if candidate.document in other]
            )
            theirs = dissenting(corpus, best.sentence, numbers, disputed)
            if len(theirs) < len(other) and best.statement.alone >= representative.statement.alone:
                representative, other = best, theirs
        agreed.append(representative)
        against.append(other)
    return agreed, against


def _candidate(
    corpus: Corpus,
    member: int,
    number: int,
    salience: Sequence[float],
    bound: BoundPairs,
    titles: frozenset[int],
) -> Candidate:
    """Describe a sentence, by its number, as the member that it is of one group."""
    index, sentence = corpus.sentences[number]
    agreement = sum(bound.scores[pair] for pair in bound.pairs.get(member, ()))
    return Candidate(
        number,
        index,
        sentence.span,
        corpus.statements[number],
        salience[number],
        agreement,
        len(sentence.figures),
        corpus.features[number].example,
        not corpus.features[number].finished,
        title=number in titles,
    )
