"""Documents are encoded before they are merged: all or none, each kept as soon as it is done."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import pytest

from bidigest import Options, build, read_bytes
from bidigest.embedding import model_choice
from bidigest.embedding.document_vectors import encode_documents, kept_vectors
from bidigest.embedding.encoder import Vectors
from bidigest.ingestion import Progress
from bidigest.storage.document_store import DocumentStore
from tests.embedding.test_sentence_vectors import Lengths

DAY = datetime.date(2026, 1, 31)
FIRST = read_bytes("渡轮停航，票价上涨一成。居民抗议不断。\n".encode(), "a.md")
SECOND = read_bytes(b"The ferry stopped. Fares rose by a tenth.\n", "b.md")
EMPTY = read_bytes(b"# Ferries\n", "c.md")


class Interrupted(Lengths):
    """A model that is interrupted as it comes to English."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        if any(text.isascii() for text in texts):
            raise KeyboardInterrupt
        return super().encode(texts)


def test_each_document_has_its_vectors(tmp_path: Path) -> None:
    found = encode_documents([FIRST, SECOND, EMPTY], Lengths(), DocumentStore.below(tmp_path))
    assert {path: len(values) for path, values in found.items()} == {
        "a.md": 4,
        "b.md": 2,
        "c.md": 0,
    }


def test_what_another_source_says_in_the_same_words_is_not_encoded_again(tmp_path: Path) -> None:
    store, model = DocumentStore.below(tmp_path), Lengths()
    encode_documents([FIRST], model, store)
    longer = read_bytes(f"{FIRST.text}\n\n医院扩建。\n".encode(), "d.md")
    found = encode_documents([FIRST, longer], model, store)
    assert model.asked[4:] == ["医院扩建。"]
    assert found["d.md"][:4].tolist() == found["a.md"].tolist()


def test_an_interrupted_run_keeps_what_it_has(tmp_path: Path) -> None:
    store = DocumentStore.below(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        encode_documents([FIRST, SECOND], Interrupted(), store)
    assert set(kept_vectors([FIRST, SECOND], Lengths(), store)) == {"a.md"}


def test_it_is_said_before_how_many_sentences_are_encoded_and_then_how_far_it_is(
    tmp_path: Path,
) -> None:
    on_progress: list[tuple[int, int]] = []
    store = DocumentStore.below(tmp_path)
    encode_documents([FIRST], Lengths(), store)
    encode_documents(
        [FIRST, SECOND], Lengths(), store, lambda done, of: on_progress.append((done, of))
    )
    assert on_progress == [(0, 2), (2, 2)]


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Lengths:
    """The model that runs use."""
    model = Lengths()
    monkeypatch.setattr(model_choice, "encoder_named", lambda _: model)
    monkeypatch.setattr(model_choice, "installed", lambda: True)
    return model


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(FIRST.text, encoding="utf-8")
    (tmp_path / "b.md").write_text(SECOND.text, encoding="utf-8")
    return tmp_path


def test_a_run_reads_then_encodes_then_merges(root: Path, model: Lengths) -> None:
    on_progress: list[Progress] = []
    build(
        ["*.md"],
        Options(date=DAY),
        root=root,
        cache_folder=root / "kept",
        on_progress=on_progress.append,
    )
    assert [each.stage for each in on_progress] == ["reading"] * 2 + ["encoding"] * 3 + ["merging"]
    assert on_progress[-2] == Progress("encoding", 4, 4)
    asked = len(model.asked)
    build(["*.md"], Options(date=DAY), root=root, cache_folder=root / "kept")
    assert len(model.asked) == asked == 6


@pytest.mark.parametrize(("most", "encoded"), [(4, True), (3, False)])
def test_over_the_budget_nothing_is_encoded(
    root: Path, model: Lengths, most: int, encoded: bool
) -> None:
    options = Options(date=DAY, most_embedded=most)
    digest = build(["*.md"], options, root=root, cache_folder=root / "kept")
    assert bool(model.asked) == encoded
    assert [note.kind for note in digest.notes] == ([] if encoded else ["too_many_to_embed"])


def test_sources_that_are_left_out_do_not_count(root: Path, model: Lengths) -> None:
    options = Options(date=DAY, most_embedded=2, most_sentences=2)
    digest = build(["*.md"], options, root=root, cache_folder=root / "kept")
    assert len(digest.documents) == 1 and model.asked
