"""Sentences that sound alike and say opposite things, or the same of another time or thing.

Whom the evidence would put together, but for what tells them apart, is looked at closely. Who
says the opposite of a cluster leaves it; the two clusters are shown as a conflict, with the words
that say it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bidigest.clustering.overlapping_membership import Groups, largest
from bidigest.contrasts import CONTRASTS, Analysis, Contrast, analyse, contrast
from bidigest.corpus import Corpus
from bidigest.identifiers import source_id
from bidigest.matching import Matches
from bidigest.matching.evidence import NAMES
from bidigest.matching.reranker import raised
from bidigest.matching.scoring import Scoring, probabilities
from bidigest.model import Citation, Conflict, Point, Reading, Span
from bidigest.sparse.matrices import Floats

LEAST_ALIKE = 0.5
"""Probability of making one claim, but for contrasts, from which a pair is looked at closely."""

_APART = 2.0
"""What a contrast weighs against belonging together, in probabilities above the middle."""

_BLINDED = frozenset((*CONTRASTS, "negation"))
"""Kinds of evidence that opposites differ in."""

Contrasts = Mapping[tuple[int, int], Contrast]
"""Of pairs of sentences, by their numbers (smaller, greater)."""


def contrasts_of(corpus: Corpus) -> Contrasts:
    """The pairs, each of two sources, that sound alike and are set apart by what they say."""
    matches = corpus.matches
    documents = np.array([document for document, _ in corpus.sentences], dtype=np.int64)
    across = documents[matches.first] != documents[matches.second]
    rows = np.flatnonzero(
        across & (_but_for_contrasts(matches, corpus.parameters.scoring) >= LEAST_ALIKE)
    )
    pairs = zip(matches.first[rows].tolist(), matches.second[rows].tolist(), strict=True)
    found = {(i, j): contrast(analysed(corpus, i), analysed(corpus, j)) for i, j in pairs}
    return {pair: c for pair, c in sorted(found.items()) if c}


def _but_for_contrasts(matches: Matches, scoring: Scoring | None) -> Floats:
    """The probabilities, had nobody looked for contrasts."""
    blind = np.array([kind in _BLINDED for kind in NAMES])
    evidence = replace(matches.evidence, values=np.where(blind, 0.0, matches.evidence.values))
    scores = probabilities(evidence, scoring)
    for added in matches.further.values():
        scores = raised(scores, added)
    return np.maximum(scores, matches.scores)


def analysed(corpus: Corpus, number: int) -> Analysis:
    """A sentence of the corpus, by its number, taken apart."""
    index, sentence = corpus.sentences[number]
    document = corpus.documents[index]
    return analyse(document.quote(sentence.span), str(document.metadata.get("date", "")))


def set_apart(groups: Groups, matches: Matches, contrasts: Contrasts) -> Groups:
    """The groups, without whom a contrast sets apart from most of the others of a group."""
    agreements = dict(
        zip(
            zip(matches.first.tolist(), matches.second.tolist(), strict=True),
            (matches.scores - 0.5).tolist(),
            strict=True,
        )
    )
    concerned = {number for pair in contrasts for number in pair}
    found: list[tuple[int, ...]] = []
    for group in groups:
        mixed = sum(number in concerned for number in group) > 1
        found += _sides(group, agreements, contrasts) if mixed else [group]
    return largest(found)


def _sides(
    group: Sequence[int], agreements: Mapping[tuple[int, int], float], contrasts: Contrasts
) -> list[tuple[int, ...]]:
    """The group, divided so that those set apart do not stand together.

    Who agrees most comes first; each joins those with whom it agrees most, if any.
    """

    def bond(one: int, other: int) -> float:
        pair = min(one, other), max(one, other)
        return -_APART if pair in contrasts else agreements.get(pair, 0.0)

    if not any((i, j) in contrasts for i in group for j in group):
        return [tuple(group)]
    sums = {i: sum(bond(i, j) for j in group if j != i) for i in group}
    sides: list[list[int]] = []
    for number in sorted(group, key=lambda i: (-round(sums[i], 6), i)):
        bonds = [sum(bond(number, member) for member in side) for side in sides]
        best = max(range(len(sides)), key=lambda at: (bonds[at], -at), default=None)
        if best is None or bonds[best] < 0:
            sides.append([number])
        else:
            sides[best].append(number)
    return [tuple(sorted(side)) for side in sides]


def answered(groups: Groups, order: Sequence[int], contrasts: Contrasts) -> frozenset[int]:
    """Of groups, in the order of their worth: those that mostly deny what one before them says."""
    place = {group: at for at, group in enumerate(order)}
    holding: dict[int, list[int]] = {}
    for name, group in enumerate(groups):
        for number in group:
            holding.setdefault(number, []).append(name)
    denying: dict[int, set[int]] = {}
    for one, other in _opposed(contrasts):
        for mine, theirs in ((one, other), (other, one)):
            for name in holding.get(mine, ()):
                if any(place[before] < place[name] for before in holding.get(theirs, ())):
                    denying.setdefault(name, set()).add(mine)
    return frozenset(n for n, members in denying.items() if 2 * len(members) >= len(groups[n]))


def _opposed(contrasts: Contrasts) -> Iterator[tuple[int, int]]:
    return (pair for pair, each in contrasts.items() if each.kind == "polarity")


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a corpus's sentences stand in points."""

    points: Mapping[tuple[str, int], tuple[int, ...]]
    """By source id and start of the sentence: the points that cite it, by their places."""
    keys: tuple[tuple[str, int], ...]
    """Of each sentence of the corpus."""


def find_opposites(
    corpus: Corpus, points: Sequence[Point], contrasts: Contrasts
) -> tuple[Conflict, ...]:
    """Of points that deny each other, a conflict of the one that comes first with all others."""
    places = _places(corpus, points)
    spoken: dict[int, dict[tuple[str, int], Reading]] = {}
    for one, other in _opposed(contrasts):
        for mine, theirs in _facing(places, one, other):
            readings = spoken.setdefault(min(mine, theirs), {})
            for number, span in zip((one, other), _spans(contrasts[one, other]), strict=True):
                key = places.keys[number]
                readings.setdefault(key, _reading(corpus, number, span))
    return tuple(
        Conflict(points[at].id, _in_order(points[at], spoken[at]), "opposites")
        for at in sorted(spoken)
    )


def _places(corpus: Corpus, points: Sequence[Point]) -> _Places:
    cited: dict[tuple[str, int], list[int]] = {}
    for at, point in enumerate(points):
        for citation in point.citations:
            cited.setdefault(_key(citation), []).append(at)
    keys = tuple((source_id(index), s.span.start) for index, s in corpus.sentences)
    return _Places({key: tuple(each) for key, each in cited.items()}, keys)


def _facing(places: _Places, one: int, other: int) -> list[tuple[int, int]]:
    """The first two points that hold one of the two sentences each, and not the other."""
    ours = places.points.get(places.keys[one], ())
    theirs = places.points.get(places.keys[other], ())
    if set(ours) & set(theirs):
        return []
    return [(ours[0], theirs[0])] if ours and theirs else []


def _spans(found: Contrast) -> tuple[Span, Span]:
    return found.first, found.second


def _reading(corpus: Corpus, number: int, words: Span) -> Reading:
    index, sentence = corpus.sentences[number]
    at = sentence.span.start
    quote = corpus.documents[index].quote(sentence.span)
    place = Span(at + words.start, at + words.end)
    return Reading(source_id(index), sentence.span, quote, None, place)


def _in_order(point: Point, readings: Mapping[tuple[str, int], Reading]) -> tuple[Reading, ...]:
    """Who stands in the point first, as it cites them; then who denies it, by source and place."""
    cited = [key for key in map(_key, point.citations) if key in readings]
    others = sorted(set(readings) - set(cited), key=lambda key: (int(key[0][1:]), key[1]))
    return tuple(readings[key] for key in (*dict.fromkeys(cited), *others))


def _key(citation: Citation) -> tuple[str, int]:
    return citation.source, citation.span.start
