"""`verify` reads the pages too: laid out, folded or in passages, a source's text is still its text."""

from pathlib import Path

import pytest

from bidigest.checking.verification import verify
from bidigest.rendering import render
from tests.crowds import crowd

DIGEST = crowd(6)


def published(folder: Path) -> Path:
    """A folder with six sources of all kinds, and their digest in `out`."""
    (folder / "papers").mkdir()
    for document in DIGEST.documents:
        (folder / document.path).write_bytes(document.text.encode())
    (folder / "out").mkdir()
    for name, text in render(DIGEST, links="..").items():
        (folder / "out" / name).write_bytes(text.encode())
    return folder


def problems(folder: Path, old: str, new: str) -> tuple[str, ...]:
    page = folder / "out/digest.html"
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_bytes(text.replace(old, new, 1).encode())
    return verify(folder / "out", root=folder).problems


@pytest.fixture(params=[10**9, 100], ids=["whole", "passages"])
def folder(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr("bidigest.rendering.highlighting.LARGEST_TEXTS", request.param)
    return published(tmp_path)


def test_texts_with_front_matter_lists_and_wrapped_lines_are_compared(folder: Path) -> None:
    found = verify(folder / "out", root=folder)
    assert found.problems == () and found.quotations > 20


def test_a_changed_character_is_found(folder: Path) -> None:
    page = (folder / "out/digest.html").read_text(encoding="utf-8")
    text = page[page.index('<div class="text"') :]
    claim = text[text.index("100000") - 8 :][:14]
    assert problems(folder, text[:4000], text[:4000].replace(claim, claim[:-1] + "1")) == (
        "digest.html: the text of S1 is not that of its source",
    )


def test_a_hidden_mark_is_a_character_too(tmp_path: Path) -> None:
    assert problems(published(tmp_path), "<span hidden>**</span>", "") == (
        "digest.html: the text of S1 is not that of its source",
    )


def test_what_is_folded_away_may_not_be_another_text(tmp_path: Path) -> None:
    assert problems(published(tmp_path), "tags:\n- harbour", "tags:\n- harvest") == (
        "digest.html: the text of S1 is not that of its source",
    )


def test_a_label_of_the_page_s_own_is_no_text_of_the_source(tmp_path: Path) -> None:
    assert problems(published(tmp_path), "<summary data-ours>", "<summary data-ours>See: ") == ()


def test_a_source_without_its_text_is_a_problem_unless_the_page_says_so(tmp_path: Path) -> None:
    assert problems(published(tmp_path), 'data-text="S1"', "") == (
        "digest.html: the text of S1 is not that of its source",
    )


def test_a_passage_whose_place_is_no_number_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bidigest.rendering.highlighting.LARGEST_TEXTS", 100)
    assert problems(published(tmp_path), ' data-start="', ' data-start="x') == (
        "digest.html: the text of S1 is not that of its source",
    )
