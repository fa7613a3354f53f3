"""A sentence that says again what its source says in a point, with a figure that contradicts it.

Such a sentence often makes several claims and stands in the point of another one; then nobody
would see that the figures cannot both be right. So it joins the point too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from bidigest.claims import Claim, contradictions
from bidigest.conflicts import MOST_CLAIMS
from bidigest.membership import STRONG, Groups, holders, largest
from bidigest.run import Run


def with_contradictions(groups: Groups, run: Run) -> Groups:
    """The groups, with who contradicts in other words what another source says in them."""
    members = [set(group) for group in groups]
    figured = [_figured(group, run) for group in groups]
    holding = holders(groups)
    for sentence, restated in _restated(run):
        for name in holding.get(restated, ()):
            if sentence not in members[name] and _contradicts(run, sentence, figured[name]):
                members[name].add(sentence)
    return largest([tuple(sorted(group)) for group in members])


def _figured(group: Sequence[int], run: Run) -> list[int]:
    """Of a group, as many sentences with figures as are held against each other later on."""
    return [number for number in group if run.sentences[number][1].figures][:MOST_CLAIMS]


def _restated(run: Run) -> Iterator[tuple[int, int]]:
    """Pairs of one source that very probably make the same claim, both ways, if with figures."""
    matches = run.matches
    documents = np.array([index for index, _ in run.sentences], dtype=np.int64)
    figured = np.array([bool(sentence.figures) for _, sentence in run.sentences], dtype=bool)
    same = documents[matches.first] == documents[matches.second]
    strong = same & (matches.scores >= STRONG)
    for one, other in ((matches.first, matches.second), (matches.second, matches.first)):
        rows = np.flatnonzero(strong & figured[one])
        yield from zip(one[rows].tolist(), other[rows].tolist(), strict=True)


def _contradicts(run: Run, sentence: int, group: Sequence[int]) -> bool:
    source, mine = run.sentences[sentence][0], claim(run, sentence)
    others = (number for number in group if run.sentences[number][0] != source)
    return any(contradictions(mine, claim(run, number)) for number in others)


def claim(run: Run, number: int) -> Claim:
    """What a sentence of the run claims."""
    index, sentence = run.sentences[number]
    return Claim.of(run.documents[index].quote(sentence.span), sentence.span, sentence.figures)
