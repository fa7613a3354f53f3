"""A reader, a container, a page, an export and a kind of evidence are added in one place each, by one entry.

A language is added by a package of its own: `tests/languages/test_further_language.py`.
"""

from __future__ import annotations

import datetime
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
import yaml

import bidigest
from bidigest import exporting, rendering
from bidigest.matching.collection import Pairs, prepare_collection
from bidigest.matching.evidence import EVIDENCE, table
from bidigest.matching.scoring import probabilities, scoring
from bidigest.matching.single_texts import comparable_text
from bidigest.reading.formats import media_types, registry
from bidigest.sparse.matrices import Floats

OPTIONS = bidigest.Options(date=datetime.date(2026, 1, 31))
CARDS = "application/x-cards"
BOX = "application/x-box"
STORY = "The council approved the new bridge on Monday.\nThe bridge will cost four million euros.\n"
AGAIN = (
    "On Monday the council approved the new bridge.\nIt opens to traffic in the spring of 2028.\n"
)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/a.txt").write_text(STORY)
    (tmp_path / "sources/b.txt").write_text(AGAIN)
    return tmp_path


def test_a_reader(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(media_types.BEGINNINGS, "CARDS 1.0", CARDS)
    monkeypatch.setitem(media_types.SUFFIXES, CARDS, (".cards",))
    monkeypatch.setitem(registry.READERS, CARDS, registry.FormatReader("cards", "tests.cards", ()))
    (sources / "sources/c.cards").write_text("CARDS 1.0\n" + AGAIN)
    digest = bidigest.build(["sources"], OPTIONS, root=sources)
    assert [document.path for document in digest.documents][-1] == "sources/c.cards"
    original = digest.documents[-1].original
    assert original is not None and (original.reader, original.media_type) == ("cards", CARDS)
    edition = bidigest.publish(digest, sources / "out", root=sources)
    assert not bidigest.verify(edition.folder, root=sources).problems


def test_a_container(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def listed(data: bytes, _path: str) -> registry.Container:
        parts = iter(data.decode().split("=== ")[1:])
        named = (part.split("\n", 1) for part in parts)
        return registry.Container({name: text.encode for name, text in named})

    monkeypatch.setitem(media_types.BEGINNINGS, "BOX 1.0", BOX)
    monkeypatch.setitem(media_types.SUFFIXES, BOX, (".box",))
    monkeypatch.setitem(registry.CONTAINERS, BOX, listed)
    (sources / "sources/b.txt").rename(sources / "left.txt")
    nested = f"BOX 1.0\n=== b.txt\n{AGAIN}=== within.box\nBOX 1.0\n"
    (sources / "sources/c.box").write_text(nested)
    digest = bidigest.build(["sources"], OPTIONS, root=sources)
    read = [document.path for document in digest.documents]
    assert read == ["sources/a.txt", "sources/c.box!/b.txt"]
    edition = bidigest.publish(digest, sources / "out", root=sources)
    assert not bidigest.verify(edition.folder, root=sources).problems


def test_a_page(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def statements(made: rendering.Rendering) -> str:
        return "".join(f"{point['statement']}\n" for point in made.data["points"])

    monkeypatch.setitem(rendering.PAGES, "digest.txt", statements)
    digest = bidigest.build(["sources"], OPTIONS, root=sources)
    edition = bidigest.publish(digest, sources / "out", root=sources)
    page = (edition.folder / "digest.txt").read_text()
    assert "four million euros" in page
    assert not bidigest.verify(edition.folder, root=sources).problems
    again = bidigest.find_sources(["**/*"], root=sources)
    assert [path.name for path in again] == ["a.txt", "b.txt"]


def test_an_export(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(exporting.FORMATS, "count", lambda data: str(len(data["points"])))
    digest = bidigest.build(["sources"], OPTIONS, root=sources)
    edition = bidigest.publish(digest, sources / "out", root=sources)
    assert exporting.export(edition.folder, "count") == str(len(digest.points))


def test_a_kind_of_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    def both_end_alike(pairs: Pairs) -> Floats:
        texts = [sentence.text for sentence in pairs.collection.sentences]
        numbers = zip(pairs.first.tolist(), pairs.second.tolist(), strict=True)
        return np.array([float(texts[i][-4:] == texts[j][-4:]) for i, j in numbers])

    monkeypatch.setitem(EVIDENCE, "endings", both_end_alike)
    texts = comparable_text("The ferry sank.", 0), comparable_text("The mayor stank.", 1)
    pair = Pairs(prepare_collection(list(texts)), np.array([0]), np.array([1]))
    values = yaml.safe_load(files("bidigest.matching").joinpath("weights.yaml").read_text())
    before = probabilities(table(pair), scoring(values), alone=True)
    values["by themselves"]["one language"]["evidence"]["endings"] = 2.0
    assert probabilities(table(pair), scoring(values), alone=True) > before
