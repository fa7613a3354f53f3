"""A reading survives being kept; the oldest records of a store go, and none that is in use."""

from __future__ import annotations

import os
import time
from pathlib import Path
from types import MappingProxyType

from bidigest.model import Block, Document, Ingested, Quantity, Section, Sentence, Span, Summary
from bidigest.storage.document_store import DocumentStore
from bidigest.storage.packed_readings import pack, unpack


def test_what_was_kept_is_what_was_read() -> None:
    span = Span(0, 3)
    figure = Quantity(1.0, 2.5, "%", True, span)
    document = Document(
        path="a.txt", sha256="00", encoding="utf-8", text="一\U00020000b", title="甲",
        metadata=MappingProxyType({"tags": ["x", "y"], "n": 1}), language="zh", script="Hant",
        sections=(Section("甲", 1, ("甲",), span, span, "zh", "Hant"),),
        blocks=(Block(span, 0, "item"),),
        sentences=(Sentence(span, 0, 0, "zh", "Hant", (figure,)),),
        boilerplate=(), markup=(span,),
    )  # fmt: skip
    ingested = Ingested(document, Summary((1.0,)))
    assert unpack(pack(ingested)) == ingested


def test_the_oldest_records_of_either_kind_go_first(tmp_path: Path) -> None:
    store = DocumentStore.below(tmp_path)
    for number in range(3):
        store.keep_reading(f"r{number}", b"x" * 1000)
        store.keep_vectors(f"v{number}", b"x" * 1000)
        for file in (tmp_path / f"readings/r{number}.json", tmp_path / f"vectors/v{number}.int8"):
            os.utime(file, (time.time() - 600 * number,) * 2)
    store.forget_oldest(most=4)
    assert len(kept(tmp_path)) == 6  # all within the hour
    store.forget_oldest(most=4, in_use=300)
    assert kept(tmp_path) == ["r0.json", "r1.json", "v0.int8", "v1.int8"]
    store.forget_oldest(most_bytes=2000, in_use=-1)
    assert kept(tmp_path) == ["r0.json", "v0.int8"]


def kept(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.glob("*/*"))


def test_what_is_found_counts_as_used(tmp_path: Path) -> None:
    store = DocumentStore.below(tmp_path)
    store.keep_reading("r", b"{}")
    os.utime(tmp_path / "readings/r.json", (1, 1))
    assert store.find_reading("r") == b"{}"
    assert (tmp_path / "readings/r.json").stat().st_mtime > 1


def test_a_store_without_folders_keeps_nothing() -> None:
    store = DocumentStore()
    store.keep_reading("r", b"{}")
    assert store.find_reading("r") is store.find_vectors("v") is None
