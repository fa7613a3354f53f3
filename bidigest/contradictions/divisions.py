"""Sentences of several sources that divide one whole of counted things differently.

`8 个行业仅 2 个有变化` and `其他七个行业没变` have hardly a word in common, so that their words do
not bring them together. But two sources that each divide one kind of things, and count it in no
other way, very probably speak of the same whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bidigest.clustering.groups import Groups
from bidigest.contradictions.restatements import claim
from bidigest.corpus import Corpus
from bidigest.quantities.division import Division, is_rest

_Counting = dict[int, list[int]]
"""Of each source, its sentences that count a kind."""


def disputed_divisions(corpus: Corpus) -> Groups:
    """Group the sentences that divide one kind of things, if they cannot all be right."""
    groups = (_dividing(counting, kind, corpus) for kind, counting in _counted(corpus).items())
    return tuple(group for group in groups if group)


def _counted(corpus: Corpus) -> dict[str, _Counting]:
    """Find the sentences that count the kinds of which another says what is left."""
    found: dict[str, _Counting] = {kind: {} for kind in _left(corpus)}
    for number, (source, sentence) in enumerate(corpus.sentences):
        for kind in dict.fromkeys(figure.unit for figure in sentence.figures):
            if kind in found:
                found[kind].setdefault(source, []).append(number)
    return found


def _left(corpus: Corpus) -> Iterator[str]:
    for source, sentence in corpus.sentences:
        text = corpus.documents[source].text
        yield from (figure.unit for figure in sentence.figures if is_rest(text, figure))


def _dividing(counting: _Counting, kind: str, corpus: Corpus) -> tuple[int, ...]:
    """List the sentences that divide the kind, of sources that count it in no other way."""
    found: dict[int, Division] = {}
    for numbers in counting.values():
        found.update(_of_one_source(numbers, kind, corpus))
    rests = {division.rest for division in found.values()}
    given = {division.whole is None for division in found.values()}
    return tuple(sorted(found)) if len(rests) > 1 and len(given) > 1 else ()


def _of_one_source(numbers: Sequence[int], kind: str, corpus: Corpus) -> dict[int, Division]:
    """List the source's sentences that divide the kind, if one division gives all its counts."""
    claims = {number: claim(corpus, number) for number in numbers}
    dividing = {
        number: division
        for number, made in claims.items()
        for division in made.divisions
        if division.kind == kind
    }
    counts = {f.low for made in claims.values() for f in made.figures if f.unit == kind}
    plain = any(counts <= division.counts() for division in dividing.values())
    return dividing if plain else {}
