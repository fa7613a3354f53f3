"""Each kind of evidence that two sentences make the same claim, by what it is to tell apart."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bidigest.matching import match
from bidigest.matching.collection import Comparable, Pairs, prepare_collection
from bidigest.matching.evidence import EVIDENCE, kind_names, table
from bidigest.matching.scoring import learned
from bidigest.matching.single_texts import comparable_text, similarity

FILLING = (
    "市议会批准了新的桥梁预算。",
    "港口的起重机在夜里停止作业。",
    "The harbour master retired in March.",
    "Schools will open an hour later in winter.",
)
"""Sentences of other matters, so that words are rare or common in something."""


def value(kind: str, one: Comparable | str, other: Comparable | str) -> float:
    """What this kind says of two sentences of different sources."""
    pair = [comparable_text(s) if isinstance(s, str) else s for s in (one, other)]
    others = [comparable_text(text, 2) for text in FILLING]
    collection = prepare_collection([replace(s, document=n) for n, s in enumerate(pair)] + others)
    return float(EVIDENCE[kind](Pairs(collection, np.array([0]), np.array([1])))[0])


OTHERS: dict[str, tuple[str, str, str]] = {
    "shared words": (
        "轮渡公司将票价提高一成，居民抗议。",
        "居民抗议轮渡公司提高票价。",
        "居民欢迎新的图书馆。",
    ),
    "coverage": (
        "轮渡票价上涨。",
        "轮渡的票价上涨了。",
        "轮渡票价上涨，而议会、工会、商会和三所大学的学生代表讨论了图书馆、公园与供水。",
    ),
    "concepts": (
        "The ferry company raised its fares.",
        "轮渡公司提高了票价。",
        "医院新增了两台救护车。",
    ),
    "characters": (
        "维什卡港的轮渡停航。",
        "轮渡在维什卡港停运。",
        "火车在山谷里照常运行。",
    ),
    "figures": (
        "轮渡票价上涨了 12%。",
        "票价涨幅为 12%。",
        "票价涨幅为 30%。",
    ),
    "shared numbers": (
        "The keeper made nine saves in the 112th minute.",
        "第112分钟，门将第九次扑救成功。",
        "第90分钟，门将第三次扑救成功。",
    ),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_more_for_who_says_the_same(kind: str) -> None:
    one, same, another = OTHERS[kind]
    assert value(kind, one, same) > value(kind, one, another)


@pytest.mark.parametrize("kind", EVIDENCE)
def test_whichever_comes_first(kind: str) -> None:
    one, other = "轮渡票价没有上涨 12%。", "例如，票价上涨了 30%，因为油价更高。"
    both = value(kind, one, other), value(kind, other, one)
    assert both[0] == pytest.approx(both[1], nan_ok=True)


def test_equal_counts_of_differently_named_things() -> None:
    counted = "列车上有 110 名乘客。"
    assert value("figures", counted, "车上共 110 人。") > 0
    assert value("figures", counted, "The train carried 110 passengers.") > 0
    assert value("figures", counted, "车上共 120 人。") == 0


def test_small_equal_counts_tell_nothing_of_different_things() -> None:
    assert value("figures", "码头有 3 艘渡轮。", "山谷里有 3 所学校。") == 0


def test_equal_measures_of_different_kinds_tell_nothing() -> None:
    assert value("figures", "票价上涨了 12%。", "施工要 12 个月。") == 0


def test_numbers_that_only_one_gives_are_counted_by_their_rarity() -> None:
    said = "他在第112分钟进球。"
    assert value("unshared numbers", said, "She scored in the 112th minute.") == 0
    assert value("unshared numbers", said, "She scored in the 90th minute.") > 0.5
    assert 0 < value("unshared numbers", said, "She scored.") < 0.5


def test_differing_figures() -> None:
    assert value("differing figures", "票价上涨 12%。", "票价上涨 30%。") == 1
    assert value("differing figures", "票价上涨 12%。", "票价上涨 12%。") == 0
    assert value("differing figures", "票价上涨 12%。", "施工要 12 个月。") == 0


def test_one_sided_figures() -> None:
    assert value("one-sided figures", "票价上涨 12%。", "票价上涨了。") == 1
    assert value("one-sided figures", "票价上涨 12%。", "票价上涨 30%。") == 0


def test_titles() -> None:
    fares = replace(comparable_text("票价上涨。"), titles=("轮渡与票价",))
    assert value("titles", fares, replace(fares, text="居民抗议。")) == pytest.approx(1)
    assert value("titles", fares, replace(fares, titles=("图书馆",))) == 0


def test_negation() -> None:
    assert value("negation", "票价没有上涨。", "票价上涨了。") == 1
    assert value("negation", "Fares did not rise.", "Fares never rose.") == 0


def test_examples_are_counted() -> None:
    case = "例如，一家渡轮公司停航。"
    assert [value("examples", case, other) for other in (case, "渡轮停航。")] == [2, 1]


def test_who_leans_on_the_sentence_before_is_counted() -> None:
    assert value("leaning", "这意味着票价还会继续上涨下去。", "轮渡公司宣布票价还会继续上涨。") == 1


def test_how_much_longer_one_is() -> None:
    assert value("unequal lengths", "票价上涨。", "票价上涨。") == 0
    assert value("unequal lengths", "票价上涨。", "票价上涨，居民抗议。") == 0.5


def test_characters_tell_nothing_across_languages() -> None:
    pair = prepare_collection(
        [comparable_text("The ferry stopped.", 0), comparable_text("渡轮停航。", 1)]
    )
    evidence = table(Pairs(pair, np.array([0]), np.array([1])))
    assert evidence.cross_lingual.tolist() == [True]
    assert np.isnan(evidence.values[0, kind_names().index("characters")])


def test_who_only_asks_is_no_candidate_and_of_two_who_ask_neither() -> None:
    asking = [comparable_text("轮渡票价为什么上涨？", n) for n in range(2)]
    claiming = [comparable_text("轮渡票价上涨是因为油价。", n) for n in range(2)]
    assert len(match(prepare_collection(asking)).first) == 0
    assert len(match(prepare_collection(claiming)).first) == 1
    assert len(match(prepare_collection([asking[0], claiming[1]])).first) == 0
    telling = [comparable_text("油价让轮渡票价上涨，谁还坐船？", n) for n in range(2)]
    assert len(match(prepare_collection(telling)).first) == 0
    assert len(match(prepare_collection([telling[0], claiming[1]])).first) == 1


def test_two_texts_by_themselves() -> None:
    said = "轮渡公司把票价提高了 12%。"
    same = similarity(said, "The ferry company raised its fares by 12 percent.")
    other = similarity(said, "The hospital bought two new ambulances.")
    assert same > 0.5 > other
    assert similarity(said, "轮渡公司把票价提高了一成二。") > similarity(said, "医院买了救护车。")


def test_each_kind_has_a_weight_in_each_relation() -> None:
    weights = learned()
    for relations in (weights.with_model, weights.by_words, weights.by_themselves):
        for relation in (relations.one_language, relations.two_languages, relations.one_source):
            assert len(relation.kinds) == len(kind_names())
            assert relation.kinds.any()


def test_pairs_of_a_view_keep_their_own_evidence() -> None:
    texts = ["The dam broke on Monday.", "The dam broke.", "Prices rose.", "Prices rose in May."]
    found = match(prepare_collection([comparable_text(text, n) for n, text in enumerate(texts)]))
    backwards = np.arange(len(found.first))[::-1]
    again = found.view(backwards).rows(np.array([0]))
    assert again.reason(0) == found.reason(len(found.first) - 1)
