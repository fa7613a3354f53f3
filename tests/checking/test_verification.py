"""`verify`: every quotation stands in its source, or there is a line that says which does not."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bidigest.checking.verification import verify
from bidigest.errors import DigestError
from bidigest.rendering import render
from tests.digests import documents, small


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with the three sources and their digest in `out`."""
    (tmp_path / "seeds").mkdir()
    for document in documents():
        (tmp_path / document.path).write_bytes(document.text.encode())
    (tmp_path / "out").mkdir()
    for name, text in render(small("zh-Hant", "zh-Hant"), links="..").items():
        (tmp_path / "out" / name).write_bytes(text.encode())
    return tmp_path


def edit(root: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the digest's data by hand."""
    file = root / "out/digest.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    change(data)
    file.write_text(json.dumps(data), encoding="utf-8")


def problems(root: Path) -> tuple[str, ...]:
    return verify(root / "out", root=root).problems


def test_all_is_well(root: Path) -> None:
    found = verify(root / "out", root=root)
    assert found.problems == ()
    assert found.quotations == 9 + 4 + 2 * 2


def test_an_output_folder_stands_for_its_latest_edition(root: Path) -> None:
    (root / "latest").symlink_to("out")
    assert verify(root, root=root).problems == ()


def test_one_changed_character_in_a_source(root: Path) -> None:
    file = root / "seeds/b.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("95", "96"), encoding="utf-8")
    assert problems(root)[:2] == (
        "seeds/b.txt: has changed since the digest was made (SHA-256 differs)",
        "digest.json: P1, citation 2: not what stands in seeds/b.txt at L2 (8–27)",
    )


def test_a_change_outside_every_quotation_is_noticed(root: Path) -> None:
    with (root / "seeds/c.txt").open("a") as file:
        file.write(" ")
    assert any("SHA-256" in line for line in problems(root))


def test_a_source_that_is_gone_is_named_once(root: Path) -> None:
    (root / "seeds/c.txt").unlink()
    assert problems(root) == ("seeds/c.txt: cannot be read (No such file or directory)",)


def test_an_archive_that_is_gone_is_not_taken_for_another_encoding(root: Path) -> None:
    edit(root, lambda data: data["sources"][2].update(path="seeds/reports.zip!/c.txt"))
    assert problems(root) == (
        "seeds/reports.zip!/c.txt: cannot be read: No such file or directory",
    )


def test_a_statement_that_nobody_wrote(root: Path) -> None:
    edit(root, lambda data: data["points"][0].update(statement="100%的试点成功了。"))
    assert problems(root)[0] == ("digest.json: P1: the statement is not what stands at its spans")


def test_a_statement_from_beyond_its_citation(root: Path) -> None:
    def beyond(data: dict[str, Any]) -> None:
        data["points"][0].update(statement="# 人", statement_spans=[{"start": 0, "end": 3}])

    edit(root, beyond)
    assert "digest.json: P1: the statement reaches beyond its first citation" in problems(root)


@pytest.mark.parametrize("side", ["start", "end"])
def test_a_statement_that_is_cut_inside_a_word(root: Path, side: str) -> None:
    def cut(data: dict[str, Any]) -> None:
        point = data["points"][0]
        span, text = point["statement_spans"][0], point["statement"]
        at = text.index("试点") + 1
        span[side] = span["start"] + at
        point["statement"] = text[at:] if side == "start" else text[:at]
        del point["statement_spans"][1:]

    edit(root, cut)
    assert "digest.json: P1: the statement is cut inside a word" in problems(root)


def test_a_page_that_says_something_else(root: Path) -> None:
    page = root / "out/digest.md"
    page.write_text(page.read_text(encoding="utf-8").replace("- 95%", "- 59%"), encoding="utf-8")
    assert problems(root) == (
        "digest.md: line 17: a statement that digest.json does not hold",
        "digest.md: 1 statements of digest.json are missing",
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.pop("points"),
        lambda data: data["points"].append(3),
        lambda data: data["points"][0]["citations"][0].update(start="x"),
        lambda data: data.update(sources=[{"id": "S1"}]),
    ],
)
def test_data_that_is_out_of_shape_is_one_line(
    root: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    edit(root, change)
    with pytest.raises(DigestError) as caught:
        problems(root)
    assert "\n" not in str(caught.value)


def test_a_folder_without_a_digest(tmp_path: Path) -> None:
    with pytest.raises(DigestError, match="name the folder of an edition"):
        verify(tmp_path, root=tmp_path)


def test_a_byte_order_mark_counts_for_nothing(root: Path) -> None:
    file = root / "seeds/b.txt"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert [line for line in problems(root) if "SHA-256" not in line] == []


def test_a_theme_under_a_title_that_no_source_has(root: Path) -> None:
    themes = [{"title": "治理", "section": "S2.1", "points": ["P1", "P2"]}]
    edit(root, lambda data: data.update(themes=themes))
    assert problems(root) == ("digest.json: theme 1: its title is not that of section S2.1",)


def test_a_point_in_two_themes_or_not_on_the_page(root: Path) -> None:
    themes = [
        {"title": "為什麼", "section": "S2.2", "points": ["P1", "P2"]},
        {"title": "", "section": None, "points": ["P2", "P6"]},
    ]
    edit(root, lambda data: data.update(themes=themes))
    assert problems(root) == (
        "digest.json: theme 2: P2 is not on the page, or in another theme too",
        "digest.json: theme 2: P6 is not on the page, or in another theme too",
    )
