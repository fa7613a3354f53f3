"""What each threshold of `contradictions.opposites` does, on subjects with readings.

    python -m benchmarks.opposite_thresholds

Each subject has pair weights that have not seen it. For each threshold, and values around its own,
printed are the pairs of sentences of two sources that are told to say opposite things: of a claim
that the reading calls disputed, of one claim that nobody disputes, and of two claims.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace

from benchmarks.fit_matching import held_out
from benchmarks.matching_examples import examples
from benchmarks.subjects import Subject, subjects
from bidigest.contradictions.opposites import DEFAULT, Thresholds, contrasts_of
from bidigest.contradictions.sentence_pairs import Numbers, opposed
from bidigest.corpus import Corpus
from bidigest.matching.parameters import DEFAULT as PARAMETERS

STEPS = (-0.15, -0.05, 0.0, 0.05, 0.15)


def variants() -> Iterator[tuple[str, Thresholds]]:
    """Each threshold with values below and above its own, the others as they are."""
    for each in fields(Thresholds):
        for step in STEPS:
            value = round(getattr(DEFAULT, each.name) + step, 2)
            yield f"{each.name} {value:.2f}", replace(DEFAULT, **{each.name: value})


def relation(subject: Subject, pair: Numbers) -> str:
    """What the reading says of two sentences."""
    first, second = (subject.made[number] for number in pair)
    for conflict in subject.reading["conflicts"]:
        disputed = set(conflict["claims"])
        if first & disputed and second & disputed:
            return "disputed"
    return "one claim" if first & second else "two claims"


def corpora() -> Iterator[tuple[Subject, Corpus]]:
    """The subjects with readings of disputes, each compared by weights that have not seen it."""
    every = subjects()
    weights = held_out(examples(every, model=True))
    for subject in every:
        if subject.reading:
            parameters = replace(PARAMETERS, scoring=weights.get(subject.name))
            yield subject, subject.corpus(parameters=parameters)


def main() -> None:
    total: dict[str, Counter[str]] = {name: Counter() for name, _ in variants()}
    for subject, corpus in corpora():
        for name, least in variants():
            pairs = opposed(contrasts_of(corpus, least))
            total[name].update(relation(subject, pair) for pair in pairs)
    print(f"{'':26}{'disputed':>10}{'one claim':>11}{'two claims':>12}")
    for name, counts in total.items():
        print(f"{name:26}{counts['disputed']:10}{counts['one claim']:11}{counts['two claims']:12}")


if __name__ == "__main__":
    main()
