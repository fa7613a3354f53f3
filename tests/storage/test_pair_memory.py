"""What was found of pairs in the last run is not looked for again, and changes nothing."""

from __future__ import annotations

import datetime
from pathlib import Path

import numpy as np
import pytest

import bidigest
from bidigest import pipeline
from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.contrast import Contrast, contrast
from bidigest.sparse.matrices import Floats, Integers
from bidigest.storage.document_store import NOTHING_KEPT, DocumentStore
from bidigest.storage.pair_memory import PairMemory

OPTIONS = bidigest.Options(date=datetime.date(2026, 1, 31), embeddings="none")
ONE = "# A\n\nThe council approved the bridge on Monday. Rents rose in the north last year.\n"
OTHER = "# B\n\nThe council rejected the bridge on Monday. Rents rose in the north last year.\n"
MORE = "The old ferry was not repaired.\n"


class Asked:
    """Measures pairs, and remembers how many it was asked for."""

    def __init__(self) -> None:
        self.pairs = 0

    def __call__(self, chosen: Integers) -> Floats:
        self.pairs += len(chosen)
        return np.stack([chosen + 0.5, chosen * 2.0], axis=1)


def remembered(store: DocumentStore, sentences: str, asked: Asked) -> list[list[float]]:
    """The values of each sentence with the next one, by a run of its own."""
    memory = PairMemory.open(store, "key")
    memory.begin(sentences)
    first = np.arange(len(sentences) - 1)
    found: list[list[float]] = memory.values("kind", first, first + 1, asked).tolist()
    memory.keep()
    return found


def test_only_pairs_of_new_sentences_are_measured(tmp_path: Path) -> None:
    store, asked = DocumentStore.below(tmp_path), Asked()
    before = remembered(store, "abcd", asked)
    assert asked.pairs == 3
    assert remembered(store, "abcd", asked) == before
    assert asked.pairs == 3
    after = remembered(store, "abxcd", asked)
    assert asked.pairs == 5
    assert (after[0], after[3]) == (before[0], before[2])


def test_a_pair_the_other_way_round_is_another(tmp_path: Path) -> None:
    store, asked = DocumentStore.below(tmp_path), Asked()
    remembered(store, "ab", asked)
    remembered(store, "ba", asked)
    assert asked.pairs == 2


def test_without_a_store_all_is_measured() -> None:
    asked = Asked()
    remembered(NOTHING_KEPT, "abc", asked)
    remembered(NOTHING_KEPT, "abc", asked)
    assert asked.pairs == 4


@pytest.mark.parametrize("content", [b"", b"nothing", b"PK\x03\x04 torn"])
def test_what_is_damaged_is_found_again(tmp_path: Path, content: bytes) -> None:
    store, asked = DocumentStore.below(tmp_path), Asked()
    before = remembered(store, "abc", asked)
    (file,) = (tmp_path / "pairs").iterdir()
    file.write_bytes(content)
    assert remembered(store, "abc", asked) == before
    assert asked.pairs == 4


def test_a_digest_after_a_change_is_that_of_a_first_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[Analysis] = []

    def counted(a: Analysis, b: Analysis) -> Contrast | None:
        compared.append(a)
        return contrast(a, b)

    monkeypatch.setattr("bidigest.contradictions.opposites.contrast", counted)

    def built(cache: str) -> str:
        found = pipeline.build(["."], OPTIONS, root=tmp_path, cache_folder=tmp_path / cache)
        return bidigest.render(found, links=".")["digest.json"]

    (tmp_path / "one.md").write_text(ONE)
    (tmp_path / "other.md").write_text(OTHER)
    assert built("kept") == built("kept")
    first = len(compared)
    assert first
    (tmp_path / "third.md").write_text(f"# C\n\n{MORE}")
    again = built("kept")
    assert len(compared) == first
    assert again == built("fresh")
