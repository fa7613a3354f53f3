"""Which files are sources, and what is refused without ever waiting."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bidigest.errors import SourceError
from bidigest.reading import find_sources, read
from bidigest.reading.source_search import resolve_sources

SAID = "A sentence that is long enough to be read.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with sources, and a file beside it that is none of its business."""
    root = tmp_path / "root"
    (root / "in" / "deeper").mkdir(parents=True)
    for name in ("b.md", "a.txt", "c.markdown", "README.md", ".hidden.md", "picture.png"):
        (root / "in" / name).write_text(SAID)
    (root / "in" / "deeper" / "d.txt").write_text(SAID)
    (tmp_path / "secret.txt").write_text(SAID)
    return root


def found(root: Path, *sources: str) -> list[str]:
    return [path.relative_to(root).as_posix() for path in find_sources(sources, root=root)]


def test_a_folder_gives_its_texts_sorted(root: Path) -> None:
    assert found(root, "in") == ["in/a.txt", "in/b.md", "in/c.markdown"]


def test_files_folders_and_globs_each_file_once(root: Path) -> None:
    several = found(root, "in/b.md", "in/*.txt", "in", str(root / "in" / "a.txt"))
    assert several == ["in/a.txt", "in/b.md", "in/c.markdown"]


def test_a_file_that_is_named_may_be_called_anything(root: Path) -> None:
    assert found(root, "in/README.md", "in/.hidden.md") == ["in/.hidden.md", "in/README.md"]


def test_what_office_keeps_beside_an_open_file_is_no_source(root: Path) -> None:
    for name in ("in/~$b.docx", "in/~$b.md"):
        (root / name).write_text("Maria")
    texts = ["in/a.txt", "in/b.md", "in/c.markdown"]
    assert found(root, "in") == found(root, "in/*") == texts
    assert found(root, "in/*.md") == ["in/README.md", "in/b.md"]


def test_globs(root: Path) -> None:
    assert found(root, "in/*") == ["in/a.txt", "in/b.md", "in/c.markdown"]
    assert found(root, "**/*.txt") == ["in/a.txt", "in/deeper/d.txt"]


def test_a_digest_is_no_source_unless_it_is_named(root: Path) -> None:
    edition = root / "outputs" / "in" / "editions" / "2026-01-31-0123456789"
    edition.mkdir(parents=True)
    (root / "outputs" / "in" / "latest").symlink_to(Path("editions") / edition.name)
    for page in ("digest.md", "digest.html", "digest.json"):
        (edition / page).write_text(SAID)
    (root / "in" / "digest.md").write_text(SAID)
    assert found(root, "**/*.md") == ["in/README.md", "in/b.md", "in/digest.md"]
    for source in ("outputs/in/latest", "outputs/*/latest/*", "outputs/**/*.json"):
        with pytest.raises(SourceError):
            find_sources([source], root=root)
    assert len(found(root, f"{edition.relative_to(root)}/digest.md")) == 1


@pytest.mark.parametrize("name", ["a b.txt", "#1.txt", "“引号”'\".md", "new\nline.txt", "[x].md"])
def test_strange_names(root: Path, name: str) -> None:
    (root / name).write_text(SAID)
    assert found(root, name) == [name]
    assert read(root / name, root=root).path == name


def test_the_same_file_by_two_names_counts_once(root: Path) -> None:
    (root / "link.txt").symlink_to(root / "in" / "a.txt")
    assert len(found(root, "in/a.txt", "link.txt")) == 1


@pytest.mark.parametrize(
    "source",
    ["missing.txt", "in/*.pdf", "../*.txt", "/etc", "in/deeper/none/*", "a\0b", "x" * 5000],
)
def test_what_is_not_there_is_named(root: Path, source: str) -> None:
    with pytest.raises(SourceError) as caught:
        find_sources([source], root=root)
    assert "\n" not in str(caught.value)


def test_the_path_is_relative_to_the_root(root: Path) -> None:
    assert read(Path("in/a.txt"), root=root).path == "in/a.txt"
    assert read(root / "in" / "a.txt", root=root).path == "in/a.txt"


def refused(path: Path, root: Path) -> str:
    with pytest.raises(SourceError) as caught:
        read(path, root=root, limit=100)
    assert "\n" not in str(caught.value)
    return caught.value.reason


def test_refused_without_waiting(root: Path) -> None:
    os.mkfifo(root / "pipe.txt")
    (root / "gone.txt").symlink_to("nowhere")
    (root / "loop.txt").symlink_to("loop.txt")
    (root / "large.txt").write_text("x" * 101)
    assert refused(root / "pipe.txt", root) == "is no regular file"
    assert refused(root / "in", root) == "is a folder"
    assert refused(root / "large.txt", root) == "is larger than 100 bytes"
    assert refused(root / "gone.txt", root).startswith("cannot be read")
    assert refused(root / "loop.txt", root).startswith("cannot be read")


def test_nothing_outside_of_the_root_is_read(root: Path) -> None:
    (root / "way_out.txt").symlink_to(root.parent / "secret.txt")
    for path in (root / "way_out.txt", Path("../secret.txt"), root.parent / "secret.txt"):
        assert refused(path, root).startswith("lies outside of")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_file_without_permission(root: Path) -> None:
    (root / "in" / "a.txt").chmod(0)
    assert refused(root / "in" / "a.txt", root).startswith("cannot be read")


def test_a_name_that_is_no_unicode(root: Path) -> None:
    path = root / os.fsdecode(b"caf\xe9.txt")
    path.write_text(SAID)
    assert refused(path, root) == "its name is not valid Unicode"


def test_what_no_reader_takes_is_told(root: Path) -> None:
    (root / "in" / "table.xlsx").write_text(SAID)
    found = resolve_sources(["in"], root=root)
    assert [each.path for each in found.not_read] == ["in/picture.png", "in/table.xlsx"]
    assert all("no reader for" in each.reason for each in found.not_read)
    assert found.unmatched == ()


def test_what_is_named_is_not_told_as_left_out(root: Path) -> None:
    assert resolve_sources(["in", "in/picture.png"], root=root).not_read == ()


def test_an_argument_that_names_nothing_is_told_and_the_others_go_on(root: Path) -> None:
    (root / "empty").mkdir()
    (root / "pictures").mkdir()
    (root / "pictures" / "a.png").write_text(SAID)
    found = resolve_sources(["empty", "in", "pictures", "*.nope"], root=root)
    assert len(found.paths) == 3
    assert [each.path for each in found.unmatched] == ["empty", "pictures", "*.nope"]
    assert "pictures/a.png" in {each.path for each in found.not_read}


def test_no_argument_that_names_anything_is_an_error(root: Path) -> None:
    (root / "empty").mkdir()
    with pytest.raises(SourceError, match="empty"):
        resolve_sources(["empty", "*.nope"], root=root)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("note.xml", '<?xml version="1.0"?><note><item>{}</item></note>', "XML"),
        ("list.md", "\n<opml version='2.0'><body>{}</body></opml>", "XML"),
    ],
)
def test_markup_is_no_text(root: Path, name: str, content: str, kind: str) -> None:
    (root / name).write_text(content.format(SAID))
    with pytest.raises(SourceError, match=kind):
        read(root / name, root=root)


@pytest.mark.parametrize("name", ["page.html", "page.txt", "page"])
def test_a_page_is_known_by_its_bytes_and_not_by_its_name(root: Path, name: str) -> None:
    (root / name).write_text(f"<!-- saved on Monday -->\n<HTML lang=en><p>{SAID}</p></html>")
    document = read(root / name, root=root)
    assert document.original is not None
    assert document.original.media_type == "text/html"
    assert document.text == SAID.strip() + "\n"


def test_a_text_with_a_tag_in_it_is_a_text(root: Path) -> None:
    (root / "page.md").write_text(f'<div align="center">\n\n{SAID}\n\n</div>\n')
    assert SAID.strip() in read(root / "page.md", root=root).text
