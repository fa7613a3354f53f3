"""Every link of an edition leads to its source, from wherever the edition is opened."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest

from bidigest.checking.verification import verify
from bidigest.publishing.editions import publish, write
from tests.digests import documents, small

_TARGETS = {
    "digest.md": re.compile(r"\]\(([^)#]+)"),
    "digest.html": re.compile(r'href="([^"#:,]+)["#]'),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder with the sources of the small digest."""
    root = tmp_path / "mine"
    (root / "seeds").mkdir(parents=True)
    for each in documents():
        (root / each.path).write_bytes(each.text.encode())
    return root


def followed(folder: Path) -> set[Path]:
    """The files that the links of the pages lead to, counted as a browser does: by name alone."""
    found = set()
    for page, target in _TARGETS.items():
        for link in target.findall((folder / page).read_text(encoding="utf-8")):
            found.add(Path(os.path.normpath(folder / unquote(link))).resolve(strict=True))
    return found


def test_links_lead_to_the_sources_from_the_edition_and_through_latest(root: Path) -> None:
    output = root / "outputs" / "small"
    edition = publish(small(), output, root=root)
    sources = {(root / each.path).resolve() for each in documents()}
    assert followed(edition.folder) == followed(output / "latest") == sources


@pytest.mark.parametrize("place", ["outputs/deep/down/below", "../elsewhere", "."])
def test_the_edition_knows_where_its_sources_are(
    root: Path, place: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    publish(small(), root / place, root=root)
    monkeypatch.chdir(tmp_path)
    assert verify(root / place).problems == ()
    assert followed(root / place / "latest")


def test_so_does_a_digest_without_editions(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write(small(), root / "digests" / "small", root=root)
    monkeypatch.chdir(tmp_path)
    assert verify(root / "digests" / "small").problems == ()
    assert len(followed(root / "digests" / "small")) == 3


def test_a_copy_that_followed_the_links_can_be_checked_anywhere(root: Path, tmp_path: Path) -> None:
    publish(small(), root / "out", root=root)
    shutil.copytree(root / "out" / "latest", tmp_path / "sent")
    shutil.rmtree(root)
    assert verify(tmp_path / "sent").problems == ()
    assert len(followed(tmp_path / "sent")) == 3


def test_an_output_folder_reached_through_a_link(root: Path, tmp_path: Path) -> None:
    (tmp_path / "disk" / "far" / "away").mkdir(parents=True)
    (root / "outputs").symlink_to(tmp_path / "disk" / "far" / "away")
    publish(small(), root / "outputs" / "small", root=root)
    assert verify(root / "outputs" / "small").problems == ()


def test_sources_that_have_moved_are_linked_anew(root: Path, tmp_path: Path) -> None:
    publish(small(), tmp_path / "out", root=root)
    moved = root.rename(tmp_path / "moved")
    assert verify(tmp_path / "out").problems
    assert not publish(small(), tmp_path / "out", root=moved).new
    assert verify(tmp_path / "out").problems == ()


def test_an_older_digest_is_checked_against_the_folder_one_stands_in(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(small(), root / "out", root=root)
    file = root / "out" / "digest.json"
    file.write_text(re.sub(r',\s*"root": "[^"]*"', "", file.read_text("utf-8")), "utf-8")
    monkeypatch.chdir(root)
    assert verify(root / "out").problems == ()
