"""Any bytes in: each source either works or is skipped with one line; the others go on."""

from __future__ import annotations

import datetime
import errno
import os
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bidigest.checking.verification import verify
from bidigest.errors import SourceError
from bidigest.model import Digest
from bidigest.options import Options
from bidigest.pipeline import build
from bidigest.publishing.editions import publish
from tests.reliability.sources import BROKEN, ODD

GOOD = "# 报告\n\n试点的失败率是 95%，因为数据没有准备好。\n\n投入的资金达到 300 亿美元。\n"
DAY = datetime.date(2026, 1, 31)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    return tmp_path


def digest(root: Path, *sources: str, **limits: int) -> Digest:
    """The digest of these sources and a good one, published and verified."""
    options = Options(date=DAY, **limits)
    made = build(["good.md", *sources], options, root=root)
    edition = publish(made, root / "out", root=root)
    assert verify(edition.folder, root=root).problems == ()
    return made


def skipped(root: Path, *sources: str, **limits: int) -> str:
    """The one line that says why, while the good source is read."""
    made = digest(root, *sources, **limits)
    assert [document.path for document in made.documents] == ["good.md"]
    (left_out,) = made.skipped
    assert "\n" not in left_out.reason and "; " in left_out.reason
    assert left_out.path == sources[0], "named as below the root, on whatever machine"
    return left_out.reason


@pytest.mark.parametrize("name", ODD)
def test_odd_sources_work(root: Path, name: str) -> None:
    (root / "odd.md").write_bytes(ODD[name])
    assert len(digest(root, "odd.md").documents) == 2


@pytest.mark.parametrize("name", BROKEN)
def test_broken_sources_are_skipped(root: Path, name: str) -> None:
    data, reason = BROKEN[name]
    (root / "broken.md").write_bytes(data)
    assert reason in skipped(root, "broken.md")


def make_fifo(path: Path) -> None:
    os.mkfifo(path)


def make_folder(path: Path) -> None:
    path.mkdir()


def make_dangling(path: Path) -> None:
    path.symlink_to("nowhere")


def make_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def make_way_out(path: Path) -> None:
    path.symlink_to("/etc/passwd")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (make_fifo, "is no regular file"),
        (make_dangling, "No such file"),
        (make_device, "lies outside of"),
        (make_way_out, "lies outside of"),
    ],
)
def test_what_is_no_file_is_skipped(root: Path, make: Callable[[Path], None], reason: str) -> None:
    make(root / "strange.md")
    assert reason in skipped(root, "strange.md")


def test_a_folder_among_the_matches_is_passed_over(root: Path) -> None:
    (root / "in" / "folder.md").mkdir(parents=True)
    (root / "in" / "a.md").write_text("别的话在这里说。", encoding="utf-8")
    assert len(digest(root, "in").documents) == len(digest(root, "in/*.md").documents) == 2


@pytest.mark.parametrize("error", [errno.EACCES, errno.EIO, errno.ESTALE, errno.EMFILE])
def test_a_file_that_cannot_be_read_is_skipped(
    root: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    """No permission, a disk that fails, a share that is gone, too many open files."""
    (root / "locked.md").write_text(GOOD, encoding="utf-8")
    real = os.open

    def refusing(path: str | Path, *rest: Any, **named: Any) -> int:
        if Path(path).name == "locked.md":
            raise OSError(error, os.strerror(error), str(path))
        return real(path, *rest, **named)

    monkeypatch.setattr(os, "open", refusing)
    reason = skipped(root, "locked.md")
    assert reason == f"cannot be read: {os.strerror(error)}; check its name and permissions"


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="knows no permissions of this kind")
def test_a_file_without_permission_is_skipped() -> None:
    """Asked of the kernel; root gives up its rights for it, since it may read everything."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        for name in ("good.md", "locked.md"):
            (Path(folder) / name).write_text(GOOD, encoding="utf-8")
        (Path(folder) / "locked.md").chmod(0)
        build(["good.md"], Options(date=DAY), root=Path(folder))  # imports what root alone may
        with nobody_in_particular():
            made = build(["good.md", "locked.md"], Options(date=DAY), root=Path(folder))
    (left_out,) = made.skipped
    assert left_out.path == "locked.md" and "Permission denied" in left_out.reason


@contextmanager
def nobody_in_particular() -> Iterator[None]:
    before = os.geteuid()
    os.seteuid(65534 if before == 0 else before)
    try:
        yield
    finally:
        os.seteuid(before)


@pytest.mark.parametrize("named", ["missing.md", "empty", "*.nope"])
def test_what_leads_to_no_file_at_all_is_told_and_the_others_go_on(root: Path, named: str) -> None:
    (root / "empty").mkdir()
    (left_out,) = build(["good.md", named], Options(date=DAY), root=root).skipped
    assert left_out.path == named and "\n" not in left_out.reason
    with pytest.raises(SourceError) as refused:
        build([named], Options(date=DAY), root=root)
    assert str(refused.value).startswith(f"{named}: ") and "\n" not in str(refused.value)


def test_a_file_that_vanishes_is_skipped(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "brief.md").write_text(GOOD, encoding="utf-8")
    real = Path.stat

    def stat(path: Path, **options: bool) -> os.stat_result:
        if path.name == "brief.md":
            path.unlink(missing_ok=True)
        return real(path, **options)

    monkeypatch.setattr(Path, "stat", stat)
    assert "No such file" in skipped(root, "brief.md")


def test_a_file_that_grows_without_end_is_read_up_to_the_limit(root: Path) -> None:
    file, stop = root / "growing.md", threading.Event()
    file.write_text("开始。", encoding="utf-8")

    def grow() -> None:
        with file.open("ab") as stream:
            while not stop.is_set() and stream.tell() < 50_000_000:
                stream.write(b"x" * 100_000)
                stream.flush()

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        while file.stat().st_size < 1_000_000:
            pass
        assert "larger than 500,000 bytes" in skipped(root, "growing.md", largest_source=500_000)
    finally:
        stop.set()
        writer.join()


def test_a_copy_of_a_source_makes_no_point_more_certain(root: Path) -> None:
    """Bytes cannot tell whether two people said the same; that they did is not certain."""
    (root / "copy.md").write_text(GOOD, encoding="utf-8")
    made = digest(root, "copy.md")
    assert {point.sources for point in made.points} == {("S1",)}
    assert len(made.skipped) == 1


def test_the_same_file_twice_is_one_source(root: Path) -> None:
    (root / "link.md").symlink_to("good.md")
    assert (
        len(digest(root, "good.md", "./good.md", "link.md", str(root / "good.md")).documents) == 1
    )


NAMES = [
    "a b.txt", "quote'\".txt", "#hash.txt", "per%20cent.txt", "line\nbreak.txt", "试点 報告.txt",
    "back\\slash.txt", "<b>.txt", "](x).txt", "-rf.txt", "‮cod.txt", "?q=1.txt", "x" * 251 + ".txt",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_strange_names_are_cited_as_they_are(root: Path, name: str) -> None:
    if len(name.encode()) > 255:
        pytest.skip("longer than the file system allows")
    (root / name).write_text("另一份报告说失败率是 95%。", encoding="utf-8")
    assert name in [document.path for document in digest(root, name).documents]


def test_a_source_with_too_many_sentences_is_skipped_first(root: Path) -> None:
    (root / "a_long.md").write_text("一句新的话在这里。" * 50, encoding="utf-8")
    reason = skipped(root, "a_long.md", most_sentences=20)
    assert reason.startswith("has 50 sentences, and the sources together may have 20")


def test_too_large_a_source_is_skipped(root: Path) -> None:
    (root / "large.md").write_bytes(b"x" * 5_000)
    assert "larger than 4,000 bytes" in skipped(root, "large.md", largest_source=4_000)


def test_utf_16_both_ways_reads_the_same(root: Path) -> None:
    texts = set()
    for codec, mark in (("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")):
        (root / "wide.md").write_bytes(mark + GOOD.encode(codec))
        texts.add(digest(root, "wide.md").documents[1].text)
    assert texts == {GOOD}
