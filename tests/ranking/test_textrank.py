from __future__ import annotations

import networkx as nx
import pytest

from bidigest import read_bytes, summarize
from bidigest.ranking.textrank import NEIGHBOURS, rank


def test_the_sentence_that_shares_most_words_with_the_others_ranks_first() -> None:
    ranks = rank([("a", "b"), ("b", "c"), ("a", "b", "c"), ("d", "e")])
    assert max(range(4), key=lambda i: ranks[i]) == 2
    assert min(range(4), key=lambda i: ranks[i]) == 3


def test_ranks_add_up_to_one_and_are_as_many_as_sentences() -> None:
    ranks = rank([("a",), (), ("b", "a")])
    assert len(ranks) == 3
    assert sum(ranks) == pytest.approx(1, abs=1e-6)
    assert rank([]) == ()


def test_a_sparse_graph_gives_what_the_whole_graph_gives_where_there_are_few_sentences() -> None:
    sentences = [tuple(f"w{(i * j) % 7}" for j in range(1, 5)) for i in range(NEIGHBOURS)]
    whole: nx.Graph[int] = nx.Graph()
    whole.add_nodes_from(range(len(sentences)))
    for i, one in enumerate(sentences):
        for j in range(i):
            shared = len(set(one) & set(sentences[j]))
            if shared:
                import math

                size = math.log(len(set(one)) + 1) + math.log(len(set(sentences[j])) + 1)
                whole.add_edge(j, i, weight=shared / size)
    expected = nx.pagerank(whole, alpha=0.85)
    assert rank(sentences) == pytest.approx([expected[i] for i in range(len(sentences))], abs=1e-4)


def test_traditional_chinese_is_ranked_as_its_simplified_twin() -> None:
    simplified = "企业需要数据治理。数据治理需要组织。组织决定企业的成败。天气很好。"
    traditional = "企業需要數據治理。數據治理需要組織。組織決定企業的成敗。天氣很好。"
    ranks = [summarize(read_bytes(t.encode(), "a.txt")).ranks for t in (simplified, traditional)]
    assert ranks[0] == ranks[1]


def test_a_document_without_sentences_has_no_ranks() -> None:
    assert summarize(read_bytes(b"# Title\n", "a.md")).ranks == ()
