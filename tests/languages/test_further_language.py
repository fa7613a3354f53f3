"""A language that another package brings is read, split, ranked, merged and cited.

`esperanto/` is all that such a package holds; an entry point makes it known to every process.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bidigest.languages import word_lists
from bidigest.languages.packs import packs

PACKAGE = Path(__file__).parent / "esperanto"
FIRST = (
    "La urbo konstruis novan ponton trans la rivero en marto.\n\n"
    "Ĉu la ponto kostis tro multe⸮ La konsilio pagis kvar milionojn da eŭroj por la ponto.\n\n"
    "La ponto longas 12 kilometrojn.\n\n"
    "La loĝantoj festis la malfermon de la ponto per granda koncerto.\n"
)
SECOND = (
    "En marto la urbo konstruis novan ponton trans la rivero.\n\n"
    "La konsilio pagis kvar milionojn da eŭroj por la nova ponto.\n\n"
    "La nova biblioteko malfermiĝos ankaŭ dimanĉe por studentoj.\n"
)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("eo")
    _install(place / "site")
    (place / "sources").mkdir()
    (place / "sources/a.txt").write_text(FIRST, encoding="utf-8")
    (place / "sources/b.txt").write_text(SECOND, encoding="utf-8")
    command = [sys.executable, "-m", "bidigest.cli", "build", "sources", "--output", "out"]
    path = os.pathsep.join([str(place / "site"), str(PACKAGE), *filter(None, sys.path)])
    subprocess.run(
        [*command, "--no-editions"], cwd=place, env={**os.environ, "PYTHONPATH": path}, check=True
    )
    return place / "out"


@pytest.fixture(scope="module")
def digest(output: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((output / "digest.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def page(output: Path) -> str:
    return (output / "digest.md").read_text(encoding="utf-8")


def _install(site: Path) -> None:
    """Write what an installer would: a package's name, release and entry points."""
    about = site / "bidigest_esperanto-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: bidigest-esperanto\nVersion: 1.0\n"
    )
    (about / "entry_points.txt").write_text("[bidigest.languages]\neo = esperanto:PACK\n")


def cited(digest: dict[str, Any], words: str) -> list[tuple[str, str]]:
    """The sources and quotations of the point whose statement has these words."""
    points = [point for point in digest["points"] if words in point["statement"]]
    assert len(points) == 1, [point["statement"] for point in digest["points"]]
    return [(each["source"], each["quote"]) for each in points[0]["citations"]]


def test_it_is_told_from_english(digest: dict[str, Any]) -> None:
    assert [source["language"] for source in digest["sources"]] == ["eo", "eo"]


def test_the_page_speaks_it_where_it_has_the_words(page: str) -> None:
    assert "## Kion pluraj fontoj diras" in page
    assert "## The sources" in page


def test_its_own_marks_end_sentences(digest: dict[str, Any]) -> None:
    quotes = [each["quote"] for point in digest["points"] for each in point["citations"]]
    assert not any("⸮ La" in quote for quote in quotes)


def test_what_two_sources_say_is_one_point(digest: dict[str, Any]) -> None:
    assert cited(digest, "konstruis") == [
        ("S1", "La urbo konstruis novan ponton trans la rivero en marto."),
        ("S2", "En marto la urbo konstruis novan ponton trans la rivero."),
    ]


def test_what_one_source_says_stands_alone(digest: dict[str, Any]) -> None:
    assert cited(digest, "biblioteko") == [
        ("S2", "La nova biblioteko malfermiĝos ankaŭ dimanĉe por studentoj.")
    ]


def test_a_folder_beside_the_others_is_a_language() -> None:
    folder = Path(word_lists.__file__).parent
    beside = {each.parent.name for each in folder.glob("*/stop_words.txt")}
    assert beside == set(word_lists.languages()) == {pack.code for pack in packs()}


def test_its_words_for_units_are_read(digest: dict[str, Any]) -> None:
    figures = [each for point in digest["points"] for each in point["figures"]]
    assert [(each["quote"], each["unit"]) for each in figures] == [("12 kilometrojn", "km")]
