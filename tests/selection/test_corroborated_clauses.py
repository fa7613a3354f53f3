"""Which words of a sentence stand under the number of its point's sources: what others say, too."""

from __future__ import annotations

import pytest

from bidigest import read_bytes
from bidigest.corpus import prepare_corpus
from bidigest.embedding.bundled_model import BundledModel
from bidigest.features.sentence_features import analyse_sentences
from bidigest.selection.corroborated_clauses import corroborated
from tests.fixtures import Case, cases
from tests.selection.test_representative_sentence import candidate

CASES = cases("selection/clauses_of_one_source.txt")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_clauses_that_one_source_alone_has_are_left_out(case: Case) -> None:
    lines = enumerate(case.text.split("\n"))
    documents = [read_bytes(line.encode(), f"{number}.txt") for number, line in lines]
    summaries = [analyse_sentences(document) for document in documents]
    corpus = prepare_corpus(documents, summaries, (), BundledModel())
    candidates = [candidate(corpus, number) for number in range(len(corpus.sentences))]
    shown = corroborated(corpus, candidates[0], candidates)
    assert shown.statement.text == case.expected[0]


def test_without_a_model_nothing_is_known_of_clauses() -> None:
    lines = enumerate(CASES[0].text.split("\n"))
    documents = [read_bytes(line.encode(), f"{number}.txt") for number, line in lines]
    corpus = prepare_corpus(documents, [analyse_sentences(document) for document in documents])
    candidates = [candidate(corpus, number) for number in range(len(corpus.sentences))]
    assert corroborated(corpus, candidates[0], candidates) == candidates[0]
