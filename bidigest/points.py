"""Groups of sentences to points: numbered, cited, with their figures and reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product

from bidigest.choosing import Voice, representative, select, worth
from bidigest.clauses import around
from bidigest.matching import Comparable, FurtherEvidence, Matches, match
from bidigest.membership import memberships
from bidigest.model import Citation, CitedFigure, Document, Point, Reason, Sentence, Summary
from bidigest.numbering import section_id, source_id
from bidigest.rendering.places import Places
from bidigest.statements import is_example, is_finished, state
from bidigest.wording import wording

_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Run:
    """All sentences of a run, numbered through, with what is known of each pair."""

    documents: tuple[Document, ...]
    sentences: tuple[tuple[int, Sentence], ...]
    """Index of the document, and the sentence."""
    salience: tuple[float, ...]
    matches: Matches
    scores: dict[tuple[int, int], float]
    """By pair (smaller, greater) of sentence numbers."""
    rows: dict[tuple[int, int], int]
    """Where a pair's evidence stands in `matches`."""
    places: tuple[Places, ...]


def prepare(
    documents: Sequence[Document],
    summaries: Sequence[Summary],
    further: Sequence[FurtherEvidence] = (),
) -> Run:
    """Number the sentences of all documents and compare them."""
    sentences = tuple((d, s) for d, document in enumerate(documents) for s in document.sentences)
    matches = match([comparable(documents[d], d, s) for d, s in sentences], further)
    keys = list(zip(matches.first.tolist(), matches.second.tolist(), strict=True))
    salience = tuple(rank * len(s.ranks) for s in summaries for rank in s.ranks)
    scores = dict(zip(keys, matches.scores.tolist(), strict=True))
    rows = {key: row for row, key in enumerate(keys)}
    places = tuple(Places(document) for document in documents)
    return Run(tuple(documents), sentences, salience, matches, scores, rows, places)


def comparable(document: Document, number: int, sentence: Sentence) -> Comparable:
    """A sentence with all that the matching wants to know of it."""
    path = document.sections[sentence.section].path
    clauses = tuple(around(document.text, sentence.span, f.span) for f in sentence.figures)
    return Comparable(wording(document, sentence.span), sentence.figures, clauses, path, number)


def points(run: Run, limit: int) -> tuple[Point, ...]:
    """The points: those shown first, in the order of the page, then all others, best first."""
    groups = memberships([index for index, _ in run.sentences], run.matches)
    voices = [[_voice(run, number, group) for number in group] for group in groups]
    owners = _owners(groups)
    echoes = _echoes(run, groups, owners)
    worths = [worth(group, echo) for group, echo in zip(voices, echoes, strict=True)]
    speakers = _speakers(voices)
    order = sorted(range(len(groups)), key=lambda g: (-worths[g], groups[g]))
    sources = {g: len({v.document for v in voices[g]}) for g in order}
    spoken = _owners([[speaker.sentence] for speaker in speakers])
    able = [g for g in order if speakers[g].statement.alone]
    shown = select(able, sources, _links(run, spoken), limit)
    shown = tuple(sorted(shown, key=lambda g: (sources[g] == 1, order.index(g))))
    ordered = [*shown, *(g for g in order if g not in set(shown))]
    names = {group: f"P{number}" for number, group in enumerate(ordered, start=1)}
    nearest = _nearest(_links(run, owners))
    return tuple(
        _point(run, groups[g], speakers[g], names[g], g in set(shown), worths[g],
               tuple((names[o], score) for o, score in nearest.get(g, ())))
        for g in ordered
    )  # fmt: skip


def _voice(run: Run, number: int, group: Sequence[int]) -> Voice:
    index, sentence = run.sentences[number]
    text = wording(run.documents[index], sentence.span)
    agreement = sum(run.scores.get((min(number, o), max(number, o)), 0.0) for o in group)
    return Voice(
        number,
        index,
        sentence.span,
        state(run.documents[index], sentence),
        run.salience[number],
        agreement,
        len(sentence.figures),
        is_example(text),
        not is_finished(text),
    )


def _owners(groups: Sequence[Sequence[int]]) -> dict[int, tuple[int, ...]]:
    """Of each sentence: the groups that it stands in, mostly one."""
    owners: dict[int, tuple[int, ...]] = {}
    for name, group in enumerate(groups):
        for number in group:
            owners[number] = (*owners.get(number, ()), name)
    return owners


def _speakers(voices: Sequence[Sequence[Voice]]) -> list[Voice]:
    """Who speaks for each group; for two of them only where nobody else can."""
    speakers: list[Voice] = []
    taken: set[int] = set()
    for group in voices:
        free = [voice for voice in group if voice.sentence not in taken]
        speakers.append(representative(free or group))
        taken.add(speakers[-1].sentence)
    return speakers


def _links(run: Run, owners: Mapping[int, Sequence[int]]) -> dict[tuple[int, int], float]:
    """Between groups (smaller, greater): the greatest score of any two sentences they own."""
    links: dict[tuple[int, int], float] = {}
    same = {(number, number): 1.0 for number, groups in owners.items() if len(groups) > 1}
    for (first, second), score in chain(run.scores.items(), same.items()):
        for one, other in product(owners.get(first, ()), owners.get(second, ())):
            if one != other:
                pair = min(one, other), max(one, other)
                links[pair] = max(links.get(pair, 0.0), score)
    return links


def _echoes(
    run: Run, groups: Sequence[Sequence[int]], owners: Mapping[int, Sequence[int]]
) -> tuple[float, ...]:
    """Of each group: how near the sources outside of it come to its point, added up."""
    inside = [{run.sentences[number][0] for number in group} for group in groups]
    heard: list[dict[int, float]] = [{} for _ in groups]
    likeness = run.matches.likeness.tolist()
    for (first, second), row in run.rows.items():
        for here, there in ((first, second), (second, first)):
            source = run.sentences[there][0]
            for group in owners[here]:
                if source not in inside[group]:
                    heard[group][source] = max(heard[group].get(source, 0.0), likeness[row])
    return tuple(sum(each[source] for source in sorted(each)) for each in heard)


def _nearest(
    links: dict[tuple[int, int], float],
) -> dict[int, list[tuple[int, float]]]:
    near: dict[int, list[tuple[int, float]]] = {}
    for (one, other), score in sorted(links.items(), key=lambda item: (-item[1], item[0])):
        for group, neighbour in ((one, other), (other, one)):
            if len(near.setdefault(group, [])) < _NEAREST:
                near[group].append((neighbour, score))
    return near


def _point(
    run: Run,
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
        reasons=_reasons(run, group),
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


def _reasons(run: Run, group: Sequence[int]) -> tuple[Reason, ...]:
    """For each sentence after the first, the pair that binds it most strongly to the others."""
    strongest = []
    for number in group:
        pairs = [(min(number, o), max(number, o)) for o in group if o != number]
        known = [pair for pair in pairs if pair in run.rows]
        strongest += [max(known, key=lambda pair: (run.scores[pair], pair))] if known else []
    return tuple(
        Reason(
            _place(run, pair[0]),
            _place(run, pair[1]),
            run.scores[pair],
            run.matches.reason(run.rows[pair]),
        )
        for pair in sorted(set(strongest))
    )


def _place(run: Run, number: int) -> tuple[str, int]:
    index, sentence = run.sentences[number]
    return source_id(index), sentence.span.start
