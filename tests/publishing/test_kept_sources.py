"""An edition keeps its sources: its links and quotations hold whatever becomes of the files."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from dataclasses import replace
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
    sources = {edition.folder / "sources" / each.path for each in documents()}
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


@pytest.mark.parametrize("follows_links", [True, False])
def test_a_copy_can_be_checked_anywhere(root: Path, tmp_path: Path, follows_links: bool) -> None:
    publish(small(), root / "out", root=root)
    edition = (root / "out" / "latest").resolve()
    shutil.copytree(edition, tmp_path / "sent", symlinks=not follows_links)
    shutil.rmtree(root)
    assert verify(tmp_path / "sent").problems == ()
    assert len(followed(tmp_path / "sent")) == 3


def test_an_edition_holds_when_a_source_is_written_to(root: Path) -> None:
    edition = publish(small(), root / "out", root=root).folder
    (root / "seeds/b.txt").write_text("Another text.")
    assert verify(edition).problems == ()
    assert verify(edition).notes == (
        "1 of 3 sources has changed, or moved, since the digest was made, which keeps what was "
        "read: seeds/b.txt",
    )


def test_so_does_each_of_two_editions(root: Path) -> None:
    first = publish(small(), root / "out", root=root).folder
    text = (root / "seeds/b.txt").read_text(encoding="utf-8")
    # In place, as editors and `>` do: a file with two names would change under both.
    (root / "seeds/b.txt").write_text(text + "\n", encoding="utf-8")
    data = (root / "seeds/b.txt").read_bytes()
    changed = replace(
        small(),
        documents=tuple(
            replace(each, text=each.text + "\n", sha256=hashlib.sha256(data).hexdigest())
            if each.path == "seeds/b.txt"
            else each
            for each in small().documents
        ),
    )
    second = publish(changed, root / "out", root=root).folder
    assert first != second
    assert verify(first).problems == verify(second).problems == ()
    assert (first / "sources/seeds/b.txt").read_text(encoding="utf-8") == text


def test_texts_that_stay_take_space_once(root: Path) -> None:
    first = publish(small(), root / "out", root=root).folder
    second = publish(replace(small(), title="Another"), root / "out", root=root).folder
    for each in documents():
        kept = second / "sources" / each.path
        assert kept.samefile(first / "sources" / each.path)
        assert not kept.samefile(root / each.path)


def test_what_was_altered_in_the_edition_is_told(root: Path) -> None:
    edition = publish(small(), root / "out", root=root).folder
    with (edition / "sources/seeds/c.txt").open("a") as file:
        file.write(" ")
    assert (
        "seeds/c.txt: has changed since the digest was made (SHA-256 differs)"
        in verify(edition).problems
    )
    publish(small(), root / "out", root=root)
    assert verify(edition).problems == ()


def test_an_edition_of_links_is_made_one_of_copies(root: Path) -> None:
    edition = publish(small(), root / "out", root=root).folder
    kept = edition / "sources/seeds/c.txt"
    kept.unlink()
    kept.symlink_to(root / "seeds/c.txt")
    publish(small(), root / "out", root=root)
    assert not kept.is_symlink() and (root / "seeds/c.txt").is_file()
    assert verify(edition).problems == ()


def test_an_output_folder_reached_through_a_link(root: Path, tmp_path: Path) -> None:
    (tmp_path / "disk" / "far" / "away").mkdir(parents=True)
    (root / "outputs").symlink_to(tmp_path / "disk" / "far" / "away")
    publish(small(), root / "outputs" / "small", root=root)
    assert verify(root / "outputs" / "small").problems == ()


def test_sources_that_have_moved_are_said_to_until_the_next_run(root: Path, tmp_path: Path) -> None:
    publish(small(), tmp_path / "out", root=root)
    moved = root.rename(tmp_path / "moved")
    assert verify(tmp_path / "out").problems == ()
    assert verify(tmp_path / "out").notes
    assert not publish(small(), tmp_path / "out", root=moved).new
    assert verify(tmp_path / "out").notes == ()


def test_an_older_digest_is_checked_against_the_folder_one_stands_in(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(small(), root / "out", root=root)
    file = root / "out" / "digest.json"
    file.write_text(re.sub(r',\s*"root": "[^"]*"', "", file.read_text("utf-8")), "utf-8")
    monkeypatch.chdir(root)
    assert verify(root / "out").problems == ()
