"""Groups of sentences to points: numbered, cited, with their figures and reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bidigest.clustering.links import echoes, links
from bidigest.clustering.overlapping_membership import Groups, largest, members, memberships
from bidigest.contradictions.dissent import Disputed, dissenting
from bidigest.contradictions.divisions import divided
from bidigest.contradictions.opposites import Contrasts, answered, set_apart
from bidigest.contradictions.restatements import with_contradictions
from bidigest.corpus import Corpus
from bidigest.identifiers import section_id, source_id
from bidigest.model import Citation, CitedFigure, Neighbour, Point, Reason, Span
from bidigest.selection.mmr import Candidate, select
from bidigest.selection.representative import Voice, representative, score, worth
from bidigest.selection.shared_figures import shortened, with_unshared
from bidigest.sparse.matrices import Integers

_NEAREST = 3
_NONE: Contrasts = {}
_UNDISPUTED: Disputed = {}


@dataclass(frozen=True, slots=True)
class _Bound:
    """What is known of pairs within one group, by pair (smaller, greater) of sentences."""

    scores: dict[tuple[int, int], float]
    rows: dict[tuple[int, int], int]
    """Where a pair's evidence stands in the corpus's `matches`."""
    pairs: dict[int, list[tuple[int, int]]]
    """Those of each sentence: most of a large group's pairs are unknown."""


def points(
    corpus: Corpus,
    limit: int,
    contrasts: Contrasts = _NONE,
    disputed: Disputed = _UNDISPUTED,
) -> tuple[Point, ...]:
    """The points: those shown first, then all others, best first; numbered as the page has them.

    `disputed`: of pairs of sentences, the figures that cannot both be right.
    """
    every, corpus, groups, origin = corpus, *_grouped(corpus, contrasts)
    owner = np.empty(len(corpus.sentences), dtype=np.int64)
    for g, group in enumerate(groups):
        owner[list(group)] = g
    bound = _bound(corpus, owner)
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
    return tuple(
        _point(corpus, bound, groups[g], speakers[g], against[g], names[g], g in chosen, worths[g],
               _neighbours(corpus, owner, names, nearest.get(g, ()), g in chosen))
        for g in ordered
    )  # fmt: skip


def _names(groups: Sequence[int], shared: Sequence[int]) -> dict[int, str]:
    """Names as the page is read: what several sources say comes before the rest."""
    read = dict.fromkeys((*shared, *groups))
    return {group: f"P{number}" for number, group in enumerate(read, start=1)}


def _able(order: Sequence[int], speakers: Sequence[Voice]) -> list[int]:
    """Of the groups those that can be shown: in words that stand alone and are said once."""
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


def _grouped(corpus: Corpus, contrasts: Contrasts) -> tuple[Corpus, Groups, list[int]]:
    """The corpus with a sentence of several groups as a member of each, the groups, and who is who.

    How much a sentence matters is asked of the corpus as it was, by who it is.
    """
    found = memberships([index for index, _ in corpus.sentences], corpus.matches, corpus.parameters)
    documents = [index for index, _ in corpus.sentences]
    found = set_apart(found, corpus.matches, contrasts, documents)
    groups = largest((*with_contradictions(found, corpus), *divided(corpus)))
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
    """Who speaks for each group: no sentence for two of them, unless nobody else can."""
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
    """Who speaks for each group, and which of its sources give other figures.

    Where these are more than agree with the speaker, one of them speaks instead.
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


def _bound(corpus: Corpus, owner: Integers) -> _Bound:
    matches = corpus.matches
    rows = np.flatnonzero(owner[matches.first] == owner[matches.second])
    ends = matches.first[rows].tolist(), matches.second[rows].tolist()
    keys = list(zip(*ends, strict=True))
    scores = dict(zip(keys, matches.scores[rows].tolist(), strict=True))
    pairs: dict[int, list[tuple[int, int]]] = {}
    for key in sorted(keys):
        for number in key:
            pairs.setdefault(number, []).append(key)
    return _Bound(scores, dict(zip(keys, rows.tolist(), strict=True)), pairs)


def _voice(corpus: Corpus, number: int, weight: float, bound: _Bound) -> Voice:
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


def _point(
    corpus: Corpus,
    bound: _Bound,
    group: Sequence[int],
    speaker: Voice,
    against: frozenset[int],
    name: str,
    shown: bool,
    score: float,
    nearest: tuple[Neighbour, ...],
) -> Point:
    numbers = [speaker.sentence, *(n for n in group if n != speaker.sentence)]
    sources = sorted({corpus.sentences[number][0] for number in numbers} - against)
    return Point(
        id=name,
        shown=shown,
        score=score,
        statement=speaker.statement.text,
        statement_spans=speaker.statement.spans,
        sources=tuple(source_id(index) for index in sources),
        citations=tuple(_citation(corpus, number) for number in numbers),
        figures=tuple(
            CitedFigure(source_id(corpus.sentences[n][0]), figure)
            for n in numbers
            for figure in corpus.sentences[n][1].figures
        ),
        reasons=_reasons(corpus, bound, group),
        nearest=nearest,
    )


def _citation(corpus: Corpus, number: int) -> Citation:
    index, sentence = corpus.sentences[number]
    document = corpus.documents[index]
    return Citation(
        source_id(index),
        section_id(index, sentence.section),
        corpus.places[index].at(sentence.span.start).line,
        sentence.span,
        document.quote(sentence.span),
    )


def _reasons(corpus: Corpus, bound: _Bound, group: Sequence[int]) -> tuple[Reason, ...]:
    """For each sentence after the first, the pair that binds it most strongly to the others."""
    strongest = []
    for number in group:
        known = bound.pairs.get(number, ())
        strongest += [max(known, key=lambda pair: (bound.scores[pair], pair))] if known else []
    return tuple(
        Reason(
            _place(corpus, pair[0]),
            _place(corpus, pair[1]),
            bound.scores[pair],
            corpus.matches.reason(bound.rows[pair]),
        )
        for pair in sorted(set(strongest))
    )


def _neighbours(
    corpus: Corpus,
    owner: Integers,
    names: Mapping[int, str],
    nearest: Sequence[tuple[int, int]],
    shown: bool,
) -> tuple[Neighbour, ...]:
    """The groups that came near, by number and row of the closest pair; of a shown one also why."""
    matches = corpus.matches
    found = []
    for group, row in nearest:
        score = float(matches.scores[row])
        pair = sorted(
            (int(matches.first[row]), int(matches.second[row])), key=lambda n: owner[n] == group
        )
        own, other = (_place(corpus, number) for number in pair)
        closest = Reason(own, other, score, matches.reason(row)) if shown else None
        found.append(Neighbour(names[group], score, closest))
    return tuple(found)


def _place(corpus: Corpus, number: int) -> tuple[str, int]:
    index, sentence = corpus.sentences[number]
    return source_id(index), sentence.span.start
