"""From groups of sentences to points: numbered, cited, with their figures and reasons."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from bidigest.clustering.groups import largest
from bidigest.clustering.links import links
from bidigest.clustering.members import Members, members
from bidigest.clustering.overlapping_membership import memberships
from bidigest.contradictions.dissent import Disputed
from bidigest.contradictions.divisions import divided
from bidigest.contradictions.opposites import denying_groups
from bidigest.contradictions.restatements import with_contradictions
from bidigest.contradictions.sentence_pairs import Contrasts
from bidigest.contradictions.separation import set_apart
from bidigest.corpus import Corpus
from bidigest.features.standalone import stands_with_person
from bidigest.model import Point, Span
from bidigest.selection.cited_points import bound_pairs, cited_point, neighbours
from bidigest.selection.corroborations import Corroborations, corroborations, expected
from bidigest.selection.mmr import CandidatePoint, select
from bidigest.selection.representative import INFORMATIVE, score, worth
from bidigest.selection.represented_groups import (
    RepresentedGroup,
    represented_by,
    represented_groups,
)
from bidigest.sparse.matrices import Integers

_NEAREST = 3
LEAST_SHARED = 0.4
"""Least probability of saying something by itself, of a point that several sources make.

What they all say is seldom nothing; what one says must not be doubted.
"""

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
    owner = _owners(every)
    bound = bound_pairs(every.matches, owner)
    groups = represented_groups(corpus, every, bound, disputed)
    candidates = _candidate_points(corpus, every, owner, groups)
    unsaid = [0.0] * len(corpus.sentences)
    worths = [score(c.worth, len(c.sides), expected(c.corroborations, unsaid)) for c in candidates]
    order = sorted(range(len(groups)), key=lambda g: (-worths[g], every.groups[g]))
    named = tuple(tuple(group.numbers) for group in groups)
    kept_back = denying_groups(named, order, contrasts) | _headlines(groups)
    able = [g for g in _able(order, groups) if g not in kept_back]
    reserve = _of_persons(order, groups, corpus)
    picked = _picked(corpus, candidates, able, reserve, limit, {*contrasts, *disputed})
    able += reserve
    for at, sentence in picked:
        groups[able[at]] = represented_by(corpus, groups[able[at]], sentence, disputed)
    chosen = {able[at] for at, _ in picked}
    ordered = sorted(order, key=lambda g: g not in chosen)
    shared = [g for g in ordered if g in chosen and len(candidates[g].sides) > 1]
    names = _names(ordered, shared)
    nearest = links(every.matches, owner).nearest(_NEAREST)
    found = []
    for g in ordered:
        near = neighbours(corpus, every, owner, names, nearest.get(g, ()), g in chosen)
        group, said, against = every.groups[g], groups[g].representative, groups[g].against
        told = names[g], g in chosen, worths[g], near
        found.append(cited_point(corpus, every, bound, group, said, against, *told))
    return tuple(found)


def _owners(every: Members) -> Integers:
    """Find the group of each member, int64, (n_members,)."""
    owner = np.empty(len(every.sentences), dtype=np.int64)
    for g, group in enumerate(every.groups):
        owner[list(group)] = g
    return owner


def _candidate_points(
    corpus: Corpus, every: Members, owner: Integers, groups: Sequence[RepresentedGroup]
) -> list[CandidatePoint]:
    """Describe the groups as points that might be shown.

    Args:
        corpus: all sentences.
        every: which sentence each member of a group is.
        owner: int64, (n_members,), the group of each.
        groups: with their representatives.
    """
    documents = np.array([corpus.sentences[n][0] for n in every.sentences.tolist()], np.int64)
    near = corroborations(every.matches, owner, every.sentences, documents)
    return [_candidate_point(*each) for each in zip(groups, near, strict=True)]


def _candidate_point(group: RepresentedGroup, near: Corroborations) -> CandidatePoint:
    sides = group.sides
    return CandidatePoint(
        group.representative.sentence,
        worth(group.representative, group.candidates),
        sides,
        near,
        group.others if len(sides) > 1 else (),
    )


def _headlines(groups: Sequence[RepresentedGroup]) -> frozenset[int]:
    """Find the groups for which nothing but a document's title could speak."""
    return frozenset(g for g, group in enumerate(groups) if group.representative.title)


def _names(groups: Sequence[int], shared: Sequence[int]) -> dict[int, str]:
    """Name groups as the page is read: what several sources say comes before the rest."""
    read = dict.fromkeys((*shared, *groups))
    return {group: f"P{number}" for number, group in enumerate(read, start=1)}


def _able(order: Sequence[int], groups: Sequence[RepresentedGroup]) -> list[int]:
    """Choose the groups that can be shown: in words that stand alone and are said once.

    They must probably say something, the more so where only one source says it, unless none does.
    """
    said: dict[tuple[int, Span], int] = {}
    for g, group in enumerate(groups):
        said.setdefault((group.representative.document, group.representative.span), g)
    first = set(said.values())
    able = [g for g in order if groups[g].representative.statement.alone and g in first]
    return [g for g in able if _is_informative(groups[g])] or able


def _of_persons(
    order: Sequence[int], groups: Sequence[RepresentedGroup], corpus: Corpus
) -> list[int]:
    """Choose the groups of several sources that lack nothing but the name of whom they speak of."""
    shared = [g for g in order if len(groups[g].sides) > 1 and _is_informative(groups[g])]
    return [
        g
        for g in shared
        if not (said := groups[g].representative).statement.alone
        and stands_with_person(said.statement.text, corpus.sentences[said.sentence][1].language)
    ]


def _picked(
    corpus: Corpus,
    candidates: Sequence[CandidatePoint],
    able: Sequence[int],
    reserve: Sequence[int],
    limit: int,
    apart: Collection[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Choose of the groups that can be shown those that are: places in both, with sentences."""
    first, later = ([candidates[g] for g in groups] for groups in (able, reserve))
    return select(first, corpus.matches, len(corpus.sentences), limit, later, apart)


def _is_informative(group: RepresentedGroup) -> bool:
    least = LEAST_SHARED if len(group.sides) > 1 else INFORMATIVE
    return group.representative.informativeness >= least


def _members(corpus: Corpus, contrasts: Contrasts, disputed: Disputed) -> Members:
    """Group the sentences, each as a member of every group that it is in."""
    found = memberships([index for index, _ in corpus.sentences], corpus.matches, corpus.parameters)
    documents = [index for index, _ in corpus.sentences]
    found = set_apart(found, corpus.matches, contrasts, documents)
    groups = largest((*with_contradictions(found, corpus, disputed), *divided(corpus)))
    return members(groups, corpus.matches)
