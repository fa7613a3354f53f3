"""What very many sources say to the letter is one point, at the cost of comparing it once."""

from __future__ import annotations

import datetime
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bidigest.clustering.average_link import cluster
from bidigest.languages.folding import bare
from bidigest.matching import Matches, match, prepare_collection
from bidigest.matching.evidence import kind_names
from bidigest.matching.evidence_table import EvidenceTable
from bidigest.matching.exact_duplicates import MOST_DUPLICATES, first_occurrences
from bidigest.matching.single_texts import comparable_text
from bidigest.model import Digest
from bidigest.options import Options
from bidigest.pipeline import merge
from bidigest.ranking.textrank import summarize
from bidigest.reading import read_bytes

QUOTED = "调查发现，百分之九十五的企业试点没有带来任何回报。"
OWN = "第{}家公司在去年报告了{}种新产品。"


def digest(*pages: str) -> Digest:
    documents = [read_bytes(page.encode(), f"{n:04}.md") for n, page in enumerate(pages)]
    summaries = [summarize(document) for document in documents]
    return merge(documents, summaries, Options(date=datetime.date(2026, 1, 31)))


def standing_for(texts: list[str]) -> list[int]:
    found: list[int] = first_occurrences(texts, [bare(text) for text in texts]).tolist()
    return found


def test_what_a_hundred_sources_quote_is_one_point() -> None:
    found = digest(*(f"# 第{n}篇\n\n{QUOTED}\n\n{OWN.format(n, n)}\n" for n in range(100)))
    quoted = [point for point in found.points if point.citations[0].quote == QUOTED]
    assert [len(point.sources) for point in quoted] == [100]
    assert all(reason.score > 0.5 for reason in quoted[0].reasons)


def test_few_copies_are_compared_like_any_others() -> None:
    assert standing_for([QUOTED] * MOST_DUPLICATES) == list(range(MOST_DUPLICATES))


def test_of_many_the_first_stands_for_all_in_either_script_and_however_spaced() -> None:
    texts = [
        "别的话。",
        *[QUOTED] * MOST_DUPLICATES,
        "調查發現，百分之九十五的企業試點沒有帶來 任何回報。",
    ]
    assert standing_for(texts) == [0, *[1] * (MOST_DUPLICATES + 1)]


def test_a_point_in_a_number_makes_another_wording() -> None:
    texts = ["The rate rose to 1.5 in May."] * 15 + ["The rate rose to 15 in May."] * 15
    assert standing_for(texts) == list(range(30))


def test_copies_need_one_pair_each() -> None:
    said = [comparable_text(QUOTED, n) for n in range(500)]
    found = match(prepare_collection(said))
    assert found.first.tolist() == [0] * 499
    assert found.second.tolist() == list(range(1, 500))


SIZE = 6
SCORES = st.dictionaries(
    st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)).filter(lambda p: p[0] < p[1]),
    # Such that no sum is rounded, in whatever order it is added up.
    st.integers(0, 63).map(lambda value: value / 64),
)


@given(SCORES, st.lists(st.integers(1, 4), min_size=SIZE, max_size=SIZE), st.booleans())
def test_standing_for_copies_is_the_same_as_comparing_all(
    scores: dict[tuple[int, int], float], times: list[int], certain: bool
) -> None:
    """Copies agree with each other fully, and with others as the one that stands for them."""
    owners = np.repeat(np.arange(SIZE), times).tolist()
    first_of = np.cumsum([0, *times[:-1]])[owners]
    pairs = list(combinations(range(len(owners)), 2))
    own = {(one, other): (owners[one], owners[other]) for one, other in pairs}
    every = {pair: 1.0 if len({*own[pair]}) == 1 else scores.get(own[pair], 0.0) for pair in pairs}
    once = [(one, other) for one, other in pairs
            if first_of[one] == one and first_of[other] in (one, other)]  # fmt: skip
    sure = {pair: certain and sum(own[pair]) % 2 == 0 for pair in pairs}
    standing = cluster(len(owners), matches(once, every, sure), first_occurrences=first_of)
    assert standing == cluster(len(owners), matches(pairs, every, sure))


Pairs = list[tuple[int, int]]


def matches(
    pairs: Pairs, scores: dict[tuple[int, int], float], sure: dict[tuple[int, int], bool]
) -> Matches:
    first, second = (np.array([pair[i] for pair in pairs], dtype=np.int64) for i in (0, 1))
    values = np.array([scores[pair] for pair in pairs])
    certain = np.array([sure[pair] for pair in pairs], dtype=np.bool_)
    return Matches(
        first, second, EvidenceTable.empty(len(pairs), len(kind_names())), values, values, certain
    )
