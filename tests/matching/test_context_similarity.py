"""Evidence that is held against what is usual: surroundings, and runs of characters."""

from __future__ import annotations

import numpy as np
import pytest

from bidigest.languages.folding import bare
from bidigest.matching import prepare_collection
from bidigest.matching.characters import character_runs
from bidigest.matching.collection import Pairs
from bidigest.matching.evidence import context_similarity
from bidigest.matching.single_texts import comparable_text
from bidigest.sparse.dot_products import paired


def runs_alike(one: str, other: str) -> float:
    """Cosine of the runs of two texts."""
    vectors = character_runs([bare(one), bare(other)])
    return float(paired(vectors, vectors, np.array([0]), np.array([1]))[0])


def told(sentences: dict[int, list[str]]) -> Pairs:
    """All pairs of sentences, given by document."""
    said = [comparable_text(text, d) for d, texts in sentences.items() for text in texts]
    first, second = np.triu_indices(len(said), 1)
    return Pairs(prepare_collection(said), first, second)


def test_two_chinese_characters_are_a_run() -> None:
    assert runs_alike("数据治理", "治理") > 0


def test_two_letters_of_a_word_are_none() -> None:
    assert runs_alike("The room is cleaned daily", "Her team led a strike") == 0


def test_words_that_share_a_stem_share_runs() -> None:
    assert runs_alike("governance", "governing") > 0


@pytest.mark.parametrize("short", ["AI", "95", "ROI"])
def test_what_is_too_short_for_four_letters_still_counts(short: str) -> None:
    assert runs_alike(f"企业的{short}项目", f"他的{short}报告") > 0


def test_no_run_crosses_from_one_text_to_the_next() -> None:
    vectors = character_runs(["ab", "cd", "ef"])
    assert np.diff(vectors.indptr).tolist() == [1, 1, 1]


def test_texts_without_runs_are_empty() -> None:
    assert character_runs(["", "a", ""]).nnz == 0
    assert character_runs([]).shape[0] == 0


def test_a_sentence_that_stands_alone_has_no_surroundings() -> None:
    pairs = told({0: ["企业投入资金。"], 1: ["企业投入资金。", "银行给出贷款。"]})
    assert np.isnan(context_similarity(pairs)[:2]).all()


def test_like_surroundings_tell_nothing_where_all_are_alike() -> None:
    alike = context_similarity(told({0: ["银行提高利率。"] * 4, 1: ["银行提高利率。"] * 4}))
    assert np.abs(alike).max() < 1e-9


def test_like_surroundings_tell_much_where_they_change() -> None:
    story = [
        "银行提高利率。",
        "雨水浇灌农田。",
        "农民收割小麦。",
        "船队驶向港口。",
        "渔民修补渔网。",
    ]
    found = context_similarity(told({0: story, 1: story}))
    assert found[len(story) - 1] > 0.3


def test_usual_likeness_does_not_hang_on_the_order_of_pairs() -> None:
    pairs = told({0: ["银行提高利率。", "船队驶向港口。"], 1: ["渔民修补渔网。", "银行给出贷款。"]})
    around = pairs.collection.contexts
    order = np.random.default_rng(3).permutation(len(pairs.first))
    straight = around.average_cosines(pairs.first, pairs.second)
    assert (
        around.average_cosines(pairs.first[order], pairs.second[order]).tolist()
        == straight[order].tolist()
    )
