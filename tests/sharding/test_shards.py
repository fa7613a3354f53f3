"""A digest is the same, to the byte, whether its pairs are compared at once or block by block."""

from __future__ import annotations

import datetime
import pickle
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

import bidigest
from bidigest import pipeline
from bidigest.model import Document, Summary
from bidigest.sharding import shards
from bidigest.sharding.pair_block import PairBlock, in_turn
from bidigest.sharding.processes import processes
from bidigest.sharding.shards import Shards
from bidigest.sparse.matrices import Floats

SEEDS = Path(__file__).parents[2] / "seeds"
OPTIONS = bidigest.Options(date=datetime.date(2026, 1, 31), embeddings="none")

Read = tuple[list[Document], list[Summary]]


@pytest.fixture(scope="module")
def read() -> Read:
    paths = bidigest.find_sources(["."], root=SEEDS)
    documents = [bidigest.read(path, root=SEEDS) for path in paths]
    return documents, [bidigest.summarize(document) for document in documents]


def rendered(read: Read, divided: Shards | None) -> dict[str, str]:
    return dict(bidigest.render(pipeline.merge(*read, OPTIONS, shards=divided), links="."))


class Sent:
    """Finds the values of blocks as another process would: they are pickled, and come as they like.

    Remembers what it was sent.
    """

    def __init__(self) -> None:
        self.blocks: list[PairBlock[Any]] = []

    def __call__(self, blocks: Sequence[PairBlock[Any]]) -> Iterable[Floats]:
        self.blocks += blocks
        arrived: list[PairBlock[Any]] = pickle.loads(pickle.dumps(list(blocks)))
        found: dict[int, Floats] = {}
        for number in reversed(range(len(arrived))):
            found[number] = arrived[number].values()
        return [found[number] for number in sorted(found)]


@pytest.mark.parametrize("most", [5, 60, 100_000])
def test_blocks_of_any_size_make_the_same_pages(read: Read, most: int) -> None:
    sent = Sent()
    assert rendered(read, Shards(sent, 1, most)) == rendered(read, None)
    names = {each.measure.__name__ for each in sent.blocks}
    assert names >= {"of_texts", "contrasts_of_texts", "marks_of_one_thing"}


def test_other_processes_find_the_same(read: Read) -> None:
    with processes(2) as run:
        assert rendered(read, Shards(run, 1, 100)) == rendered(read, None)


def test_few_pairs_are_not_divided(read: Read) -> None:
    sent = Sent()
    rendered(read, Shards(sent))
    assert sent.blocks == []


def test_very_many_sentences_are_compared_block_by_block(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = rendered(read, None)
    assert shards.by_default(200_000) is None and shards.by_default(200_001) == Shards(in_turn)
    compared: list[int] = []

    def counted(blocks: Sequence[PairBlock[Any]]) -> Iterable[Floats]:
        compared.append(len(blocks))
        return in_turn(blocks)

    monkeypatch.setattr(shards, "MERGED_WHOLE", 100)
    monkeypatch.setattr(shards, "Shards", lambda: Shards(counted, 1, 50))
    assert rendered(read, None) == whole
    assert len(compared) >= 3 and max(compared) > 1
