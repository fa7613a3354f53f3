"""Groups of sentences to points: numbered, cited, with their figures and reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from bidigest.choosing import Voice, representative, score, worth
from bidigest.contradicting import with_contradictions
from bidigest.dividing import divided
from bidigest.matching.sparsity import Integers
from bidigest.membership import Groups, largest, members, memberships
from bidigest.model import Citation, CitedFigure, Point, Reason, Span
from bidigest.nearness import echoes, links
from bidigest.numbering import section_id, source_id
from bidigest.run import Run
from bidigest.selecting import Candidate, select
from bidigest.weighing import weights

_NEAREST = 3


@dataclass(frozen=True, slots=True)
class _Bound:
    """What is known of pairs within one group, by pair (smaller, greater) of sentences."""

    scores: dict[tuple[int, int], float]
    rows: dict[tuple[int, int], int]
    """Where a pair's evidence stands in the run's `matches`."""
    pairs: dict[int, list[tuple[int, int]]]
    """Those of each sentence: most of a large group's pairs are unknown."""


def points(run: Run, limit: int) -> tuple[Point, ...]:
    """The points: those shown first, then all others, best first; numbered as the page has them."""
    every, run, groups, origin = run, *_grouped(run)
    owner = np.empty(len(run.sentences), dtype=np.int64)
    for g, group in enumerate(groups):
        owner[list(group)] = g
    bound = _bound(run, owner)
    weight = weights(every)
    voices = [[_voice(run, n, weight[origin[n]], bound) for n in group] for group in groups]
    documents = np.array([index for index, _ in run.sentences], dtype=np.int64)
    heard = echoes(run.matches, owner, documents)
    speakers = _speakers(voices)
    candidates = [_candidate(*each, origin) for each in zip(speakers, voices, heard, strict=True)]
    worths = [score(c.worth, len(c.sides), c.echo) for c in candidates]
    order = sorted(range(len(groups)), key=lambda g: (-worths[g], groups[g]))
    able = _able(order, speakers)
    picked = select([candidates[g] for g in able], every.matches, len(every.sentences), limit)
    chosen = {able[at] for at in picked}
    ordered = [*(g for g in order if g in chosen), *(g for g in order if g not in chosen)]
    names = _names(ordered, [g for g in ordered if g in chosen and len(candidates[g].sides) > 1])
    nearest = links(run.matches, owner).nearest(_NEAREST)
    return tuple(
        _point(run, bound, groups[g], speakers[g], names[g], g in chosen, worths[g],
               tuple((names[o], score) for o, score in nearest.get(g, ())))
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
    speaker: Voice, voices: Sequence[Voice], echo: float, origin: Sequence[int]
) -> Candidate:
    sides: dict[int, list[int]] = {}
    for voice in voices:
        sides.setdefault(voice.document, []).append(origin[voice.sentence])
    sources = tuple(tuple(sides[document]) for document in sorted(sides))
    return Candidate(origin[speaker.sentence], worth(speaker, voices), sources, echo)


def _grouped(run: Run) -> tuple[Run, Groups, list[int]]:
    """The run with a sentence of several groups as a member of each, the groups, and who is who.

    How much a sentence matters is asked of the run as it was, by who it is.
    """
    found = memberships([index for index, _ in run.sentences], run.matches)
    groups = largest((*with_contradictions(found, run), *divided(run)))
    each = members(groups, run.matches)
    numbers = each.sentences.tolist()
    doubled = replace(
        run,
        sentences=tuple(run.sentences[number] for number in numbers),
        traits=tuple(run.traits[number] for number in numbers),
        statements=tuple(run.statements[number] for number in numbers),
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


def _bound(run: Run, owner: Integers) -> _Bound:
    matches = run.matches
    rows = np.flatnonzero(owner[matches.first] == owner[matches.second])
    ends = matches.first[rows].tolist(), matches.second[rows].tolist()
    keys = list(zip(*ends, strict=True))
    scores = dict(zip(keys, matches.scores[rows].tolist(), strict=True))
    pairs: dict[int, list[tuple[int, int]]] = {}
    for key in sorted(keys):
        for number in key:
            pairs.setdefault(number, []).append(key)
    return _Bound(scores, dict(zip(keys, rows.tolist(), strict=True)), pairs)


def _voice(run: Run, number: int, weight: float, bound: _Bound) -> Voice:
    index, sentence = run.sentences[number]
    agreement = sum(bound.scores[pair] for pair in bound.pairs.get(number, ()))
    return Voice(
        number,
        index,
        sentence.span,
        run.statements[number],
        weight,
        agreement,
        len(sentence.figures),
        run.traits[number].example,
        not run.traits[number].finished,
    )


def _point(
    run: Run,
    bound: _Bound,
    group: Sequence[int],
    speaker: Voice,
    name: str,
    shown: bool,
    score: float,
    nearest: tuple[tuple[str, float], ...],
) -> Point:
    numbers = [speaker.sentence, *(n for n in group if n != speaker.sentence)]
    sources = sorted({run.sentences[number][0] for number in numbers})
    return Point(
        id=name,
        shown=shown,
        score=score,
        statement=speaker.statement.text,
        statement_spans=speaker.statement.spans,
        sources=tuple(source_id(index) for index in sources),
        citations=tuple(_citation(run, number) for number in numbers),
        figures=tuple(
            CitedFigure(source_id(run.sentences[n][0]), figure)
            for n in numbers
            for figure in run.sentences[n][1].figures
        ),
        reasons=_reasons(run, bound, group),
        nearest=nearest,
    )


def _citation(run: Run, number: int) -> Citation:
    index, sentence = run.sentences[number]
    document = run.documents[index]
    return Citation(
        source_id(index),
        section_id(index, sentence.section),
        run.places[index].at(sentence.span.start).line,
        sentence.span,
        document.quote(sentence.span),
    )


def _reasons(run: Run, bound: _Bound, group: Sequence[int]) -> tuple[Reason, ...]:
    """For each sentence after the first, the pair that binds it most strongly to the others."""
    strongest = []
    for number in group:
        known = bound.pairs.get(number, ())
        strongest += [max(known, key=lambda pair: (bound.scores[pair], pair))] if known else []
    return tuple(
        Reason(
            _place(run, pair[0]),
            _place(run, pair[1]),
            bound.scores[pair],
            run.matches.reason(bound.rows[pair]),
        )
        for pair in sorted(set(strongest))
    )


def _place(run: Run, number: int) -> tuple[str, int]:
    index, sentence = run.sentences[number]
    return source_id(index), sentence.span.start
