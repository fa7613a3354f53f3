"""From groups of sentences to points: numbered, cited, with their figures and reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from bidigest.clustering.groups import largest
from bidigest.clustering.links import links
from bidigest.clustering.members import Members, members
from bidigest.clustering.overlapping_membership import memberships
from bidigest.contradictions.dissent import Disputed
from bidigest.contradictions.divisions import disputed_divisions
from bidigest.contradictions.opposites import denying_groups
from bidigest.contradictions.restatements import with_contradictions
from bidigest.contradictions.sentence_pairs import Contrasts, opposed
from bidigest.contradictions.separation import set_apart
from bidigest.corpus import Corpus
from bidigest.model import Point
from bidigest.selection.cited_points import bound_pairs, cited_point, neighbours
from bidigest.selection.corroborations import Corroborations, corroborations, expected
from bidigest.selection.eligibility import (
    certain_with_those_before,
    of_persons,
    scraps,
    standing,
)
from bidigest.selection.mmr import Apart, CandidatePoint, Picked, select
from bidigest.selection.outnumbered import outnumbered
from bidigest.selection.representative import score, worth
from bidigest.selection.represented_groups import (
    RepresentedGroup,
    represented_by,
    represented_groups,
)
from bidigest.selection.sentences_before import with_sentences_before
from bidigest.sparse.matrices import Integers

_NEAREST = 3

_NONE: Contrasts = {}
_UNDISPUTED: Disputed = {}


def points(
    corpus: Corpus,
    limit: int,
    contrasts: Contrasts = _NONE,
    disputed: Disputed = _UNDISPUTED,
    *,
    language: str = "",
) -> tuple[Point, ...]:
    """Make the points: those shown first, then all others, best first, numbered as on the page.

    Args:
        corpus: all sentences, with what is known of their pairs.
        limit: how many points to show at most.
        contrasts: of pairs of sentences, what sets them apart.
        disputed: of pairs of sentences, the figures that cannot both be right.
        language: that a reader has asked for, as `zh`; empty where none has.
    """
    every = _members(corpus, contrasts, disputed)
    owner = _owners(every)
    bound = bound_pairs(every.matches, owner)
    denied = frozenset(number for pair in opposed(contrasts) for number in pair)
    groups = represented_groups(corpus, every, bound, disputed, denied, language=language)
    candidates = _candidate_points(corpus, every, owner, groups)
    unsaid = [0.0] * len(corpus.sentences)
    worths = [score(c.worth, len(c.sides), expected(c.corroborations, unsaid)) for c in candidates]
    order = sorted(range(len(groups)), key=lambda g: (-worths[g], every.groups[g]))
    kept_back = _denying(corpus, groups, order, contrasts) | _headlines(groups)
    rest = [g for g in order if g not in kept_back]
    denying = dict.fromkeys((*disputed, *opposed(contrasts)), True)
    apart = dict.fromkeys(contrasts, False) | denying
    chosen = _choose(corpus, groups, candidates, rest, limit, disputed, apart)
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


def _choose(
    corpus: Corpus,
    groups: list[RepresentedGroup],
    candidates: list[CandidatePoint],
    order: Sequence[int],
    limit: int,
    disputed: Disputed,
    apart: Apart,
) -> set[int]:
    """Choose the groups that are shown, and give each the words that it is shown in.

    Args:
        corpus: all sentences.
        groups: all groups; those that are chosen are replaced.
        candidates: the groups as points that might be shown.
        order: of the groups that may be shown, the best first.
        limit: how many points to show at most.
        disputed: of pairs of sentences, the figures that cannot both be right.
        apart: pairs of sentences that say different things of a matter.
    """
    scrappy = scraps(corpus)
    alone = frozenset(standing(order, groups, scrappy))
    found = with_sentences_before(corpus, groups, order, alone, limit)
    both = {g: group for g, group in found.items() if certain_with_those_before(group, scrappy)}
    for g, group in both.items():
        candidates[g] = _quoted(candidates[g], group, needed=g not in alone)
    able = [g for g in order if g in both or g in alone]
    reserve = [g for g in of_persons(order, groups, corpus) if g not in both]
    picked = _picked(corpus, candidates, able, reserve, limit, apart)
    able += reserve
    for at, sentence, before in picked:
        g, single = able[at], before is None
        groups[g] = represented_by(corpus, groups[g], sentence, disputed) if single else both[g]
    return {able[at] for at, *_ in picked}


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


def _quoted(candidate: CandidatePoint, group: RepresentedGroup, *, needed: bool) -> CandidatePoint:
    """Describe a point anew that is to be said with sentences before its representative."""
    said = group.representative
    made = replace(candidate, before=said.sentence - said.before)
    if not needed:
        return made
    return replace(
        made,
        representative=said.sentence,
        worth=worth(said, group.candidates),
        others=(),
        needs_before=True,
    )


def _denying(
    corpus: Corpus,
    groups: Sequence[RepresentedGroup],
    order: Sequence[int],
    contrasts: Contrasts,
) -> frozenset[int]:
    """Find the groups that deny what more sources say, or what is worth more.

    Args:
        corpus: all sentences.
        groups: with their representatives.
        order: of the groups, the best first.
        contrasts: of pairs of sentences.
    """
    fewer = outnumbered(groups, contrasts, [index for index, _ in corpus.sentences])
    named = tuple(tuple(group.numbers) for group in groups)
    return fewer | denying_groups(named, sorted(order, key=fewer.__contains__), contrasts)


def _headlines(groups: Sequence[RepresentedGroup]) -> frozenset[int]:
    """Find the groups for which nothing but headlines could speak."""
    return frozenset(g for g, group in enumerate(groups) if group.representative.title)


def _names(groups: Sequence[int], shared: Sequence[int]) -> dict[int, str]:
    """Name groups as the page is read: what several sources say comes before the rest."""
    read = dict.fromkeys((*shared, *groups))
    return {group: f"P{number}" for number, group in enumerate(read, start=1)}


def _picked(
    corpus: Corpus,
    candidates: Sequence[CandidatePoint],
    able: Sequence[int],
    reserve: Sequence[int],
    limit: int,
    apart: Apart,
) -> list[Picked]:
    """Choose of the groups that can be shown those that are: places in both, with sentences."""
    first, later = ([candidates[g] for g in groups] for groups in (able, reserve))
    return select(first, corpus.matches, len(corpus.sentences), limit, later, apart)


def _members(corpus: Corpus, contrasts: Contrasts, disputed: Disputed) -> Members:
    """Group the sentences, each as a member of every group that it is in."""
    found = memberships([index for index, _ in corpus.sentences], corpus.matches, corpus.parameters)
    documents = [index for index, _ in corpus.sentences]
    found = set_apart(found, corpus.matches, contrasts, documents)
    groups = largest((*with_contradictions(found, corpus, disputed), *disputed_divisions(corpus)))
    return members(groups, corpus.matches)
