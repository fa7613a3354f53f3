"""From groups of sentences to points: numbered, cited, with their figures and reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from bidigest.clustering.links import echoes, links
from bidigest.clustering.overlapping_membership import Groups, largest, members, memberships
from bidigest.contradictions.dissent import Disputed, dissenting
from bidigest.contradictions.divisions import divided
from bidigest.contradictions.opposites import Contrasts, answered, set_apart
from bidigest.contradictions.restatements import with_contradictions
from bidigest.corpus import Corpus
from bidigest.model import Point, Span
from bidigest.selection.cited_points import BoundPairs, bound_pairs, cited_point, neighbours
from bidigest.selection.mmr import Candidate, select
from bidigest.selection.representative import Voice, representative, score, worth
from bidigest.selection.shared_figures import shortened, with_unshared

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
    every, corpus, groups, origin = corpus, *_grouped(corpus, contrasts, disputed)
    owner = np.empty(len(corpus.sentences), dtype=np.int64)
    for g, group in enumerate(groups):
        owner[list(group)] = g
    bound = bound_pairs(corpus, owner)
    weight = every.salience()
    voices = [
        with_unshared(corpus, [_voice(corpus, n, weight[origin[n]], bound) for n in group])
        for group in groups
    ]
    documents = np.array([index for index, _ in corpus.sentences], dtype=np.int64)
    heard = echoes(corpus.matches, owner, documents)
    speakers, against = _agreed(corpus, _speakers(voices), voices, disputed, origin)
    speakers = [shortened(corpus, *each) for each in zip(speakers, voices, strict=True)]
    candidates = [
        _candidate(*each, origin) for each in zip(speakers, voices, heard, against, strict=True)
    ]
    worths = [score(c.worth, len(c.sides), c.echo) for c in candidates]
    order = sorted(range(len(groups)), key=lambda g: (-worths[g], groups[g]))
    named = tuple(tuple(origin[n] for n in group) for group in groups)
    denying = answered(named, order, contrasts)
    able = [g for g in _able(order, speakers) if g not in denying]
    picked = select([candidates[g] for g in able], every.matches, len(every.sentences), limit)
    chosen = {able[at] for at in picked}
    ordered = [*(g for g in order if g in chosen), *(g for g in order if g not in chosen)]
    names = _names(ordered, [g for g in ordered if g in chosen and len(candidates[g].sides) > 1])
    nearest = links(corpus.matches, owner).nearest(_NEAREST)
    found = []
    for g in ordered:
        shown = g in chosen
        near = neighbours(corpus, owner, names, nearest.get(g, ()), shown)
        told = names[g], shown, worths[g], near
        found.append(cited_point(corpus, bound, groups[g], speakers[g], against[g], *told))
    return tuple(found)


def _names(groups: Sequence[int], shared: Sequence[int]) -> dict[int, str]:
    """Name groups as the page is read: what several sources say comes before the rest."""
    read = dict.fromkeys((*shared, *groups))
    return {group: f"P{number}" for number, group in enumerate(read, start=1)}


def _able(order: Sequence[int], speakers: Sequence[Voice]) -> list[int]:
    """Choose the groups that can be shown: in words that stand alone and are said once."""
    said: dict[tuple[int, Span], int] = {}
    for group, speaker in enumerate(speakers):
        said.setdefault((speaker.document, speaker.span), group)
    first = set(said.values())
    return [g for g in order if speakers[g].statement.alone and g in first]


def _candidate(
    speaker: Voice,
    voices: Sequence[Voice],
    echo: float,
    against: frozenset[int],
    origin: Sequence[int],
) -> Candidate:
    sides: dict[int, list[int]] = {}
    for voice in (voice for voice in voices if voice.document not in against):
        sides.setdefault(voice.document, []).append(origin[voice.sentence])
    sources = tuple(tuple(sides[document]) for document in sorted(sides))
    return Candidate(origin[speaker.sentence], worth(speaker, voices), sources, echo)


def _grouped(
    corpus: Corpus, contrasts: Contrasts, disputed: Disputed
) -> tuple[Corpus, Groups, list[int]]:
    """Make each sentence of several groups a member of each; return corpus, groups and originals.

    How much a sentence matters is asked of the corpus as it was, by who it is.
    """
    found = memberships([index for index, _ in corpus.sentences], corpus.matches, corpus.parameters)
    documents = [index for index, _ in corpus.sentences]
    found = set_apart(found, corpus.matches, contrasts, documents)
    groups = largest((*with_contradictions(found, corpus, disputed), *divided(corpus)))
    each = members(groups, corpus.matches)
    numbers = each.sentences.tolist()
    doubled = replace(
        corpus,
        sentences=tuple(corpus.sentences[number] for number in numbers),
        features=tuple(corpus.features[number] for number in numbers),
        statements=tuple(corpus.statements[number] for number in numbers),
        matches=each.matches,
    )
    return doubled, each.groups, numbers


def _speakers(voices: Sequence[Sequence[Voice]]) -> list[Voice]:
    """Choose the representative of each group: no sentence for two of them, unless it must be."""
    speakers: list[Voice] = []
    taken: set[tuple[int, Span]] = set()
    for group in voices:
        free = [voice for voice in group if (voice.document, voice.span) not in taken]
        speakers.append(representative(free or group))
        taken.add((speakers[-1].document, speakers[-1].span))
    return speakers


def _agreed(
    corpus: Corpus,
    speakers: Sequence[Voice],
    voices: Sequence[Sequence[Voice]],
    disputed: Disputed,
    origin: Sequence[int],
) -> tuple[list[Voice], list[frozenset[int]]]:
    """Choose a representative of each group that most sources agree with, and who does not.

    Where those who give other figures are more, one of them represents the group instead.
    """
    agreed: list[Voice] = []
    against: list[frozenset[int]] = []
    for speaker, group in zip(speakers, voices, strict=True):
        numbers = [voice.sentence for voice in group]
        other = dissenting(corpus, speaker.sentence, numbers, disputed, origin)
        if 2 * len(other) > len({voice.document for voice in group}):
            best = representative([voice for voice in group if voice.document in other])
            theirs = dissenting(corpus, best.sentence, numbers, disputed, origin)
            if len(theirs) < len(other) and best.statement.alone >= speaker.statement.alone:
                speaker, other = best, theirs
        agreed.append(speaker)
        against.append(other)
    return agreed, against


def _voice(corpus: Corpus, number: int, weight: float, bound: BoundPairs) -> Voice:
    index, sentence = corpus.sentences[number]
    agreement = sum(bound.scores[pair] for pair in bound.pairs.get(number, ()))
    return Voice(
        number,
        index,
        sentence.span,
        corpus.statements[number],
        weight,
        agreement,
        len(sentence.figures),
        corpus.features[number].example,
        not corpus.features[number].finished,
    )
