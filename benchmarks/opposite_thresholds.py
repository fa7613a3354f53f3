"""What each threshold of `contradictions.opposites` does, on subjects with readings and on lists.

    python -m benchmarks.opposite_thresholds

Each subject has pair weights that have not seen it; the lists of pairs (`gold/contrasts/open`) are
of two sources with one sentence each. For each threshold, and values around its own, printed are
the pairs that are told to say opposite things: in the subjects those of a claim that the reading
calls disputed, of one claim that nobody disputes, and of two claims; in the lists the opposites,
the paraphrases, and what denies something and is no opposite.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace

from benchmarks.contrasts import OPPOSITES, SAME, Pair, pairs, source
from benchmarks.fit_matching import held_out
from benchmarks.matching_examples import examples
from benchmarks.subjects import Subject, subjects
from bidigest import read_bytes, summarize
from bidigest.contradictions.opposites import DEFAULT_THRESHOLDS, Thresholds, contrasts_of
from bidigest.contradictions.sentence_pairs import Numbers, opposed
from bidigest.corpus import Corpus, prepare_corpus
from bidigest.embedding.bundled_model import BundledModel
from bidigest.matching.parameters import DEFAULT as PARAMETERS

STEPS = (-0.15, -0.05, 0.0, 0.05, 0.15)
LISTS = {"opposites": OPPOSITES, "same": SAME, "no opposites": ("not_opposite",)}
COLUMNS = ("disputed", "one claim", "two claims", *LISTS)


def variants() -> Iterator[tuple[str, Thresholds]]:
    """Each threshold with values below and above its own, the others as they are."""
    for each in fields(Thresholds):
        for step in STEPS:
            value = round(getattr(DEFAULT_THRESHOLDS, each.name) + step, 2)
            yield f"{each.name} {value:.2f}", replace(DEFAULT_THRESHOLDS, **{each.name: value})


def relation(subject: Subject, pair: Numbers) -> str:
    """What the reading says of two sentences."""
    first, second = (subject.made[number] for number in pair)
    for conflict in subject.reading["conflicts"]:
        disputed = set(conflict["claims"])
        if first & disputed and second & disputed:
            return "disputed"
    return "one claim" if first & second else "two claims"


def read_subjects() -> Iterator[tuple[Subject, Corpus]]:
    """The subjects with readings of disputes, each compared by weights that have not seen it."""
    every = subjects()
    weights = held_out(examples(every, model=True))
    for subject in every:
        if subject.reading:
            parameters = replace(PARAMETERS, scoring=weights.get(subject.name))
            yield subject, subject.corpus(parameters=parameters)


def listed(encoder: BundledModel) -> Iterator[tuple[str, Corpus]]:
    """Each pair of the lists as a run of two sources, with the name of its column."""
    for name, kinds in LISTS.items():
        for kind in kinds:
            yield from ((name, corpus_of(pair, encoder)) for pair in pairs("open", kind))


def corpus_of(pair: Pair, encoder: BundledModel) -> Corpus:
    """The two sentences, compared with each other."""
    texts = (source(pair.first, pair.dates[0]), source(pair.second, pair.dates[1]))
    documents = [read_bytes(text.encode(), f"{n}.md") for n, text in enumerate(texts)]
    return prepare_corpus(documents, [summarize(document) for document in documents], (), encoder)


def main() -> None:
    counts: dict[str, Counter[str]] = {name: Counter() for name, _ in variants()}
    for subject, corpus in read_subjects():
        for name, least in variants():
            told = opposed(contrasts_of(corpus, least))
            counts[name].update(relation(subject, pair) for pair in told)
    for column, corpus in listed(BundledModel()):
        for name, least in variants():
            counts[name][column] += any(opposed(contrasts_of(corpus, least)))
    print(f"{'':26}" + "".join(f"{each:>14}" for each in COLUMNS))
    for name, of in counts.items():
        print(f"{name:26}" + "".join(f"{of[each]:14}" for each in COLUMNS))


if __name__ == "__main__":
    main()
