"""Editions: published whole or not at all, and only when there is something new."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

import bidigest.publishing.editions
from bidigest.errors import DigestError, OptionsError
from bidigest.model import Changes
from bidigest.publishing.edition_changes import difference, difference_text
from bidigest.publishing.editions import publish, write
from bidigest.storage.locking import locked
from tests.digests import small

FILES = {"digest.md", "digest.html", "digest.json"}
PUBLISHED = {*FILES, "sources"}
OTHER = replace(small(), title="另一份")


def names(output: Path) -> list[str]:
    return sorted(folder.name for folder in (output / "editions").iterdir())


def test_a_first_edition(tmp_path: Path) -> None:
    output = tmp_path / "outputs/ai"
    edition = publish(small(), output, root=tmp_path)
    assert edition.new and edition.changes == Changes()
    assert edition.name.startswith("2025-09-01-001-") and len(edition.name) == 25
    assert (output / "latest").readlink() == Path("editions") / edition.name
    assert {file.name for file in edition.folder.iterdir()} == PUBLISHED
    assert "](sources/seeds/b.txt#L2)" in (edition.folder / "digest.md").read_text("utf-8")


def test_nothing_new_makes_no_edition_on_another_day(tmp_path: Path) -> None:
    first = publish(small(), tmp_path, root=tmp_path)
    again = publish(replace(small(), date="2025-09-08"), tmp_path, root=tmp_path)
    assert (again.name, again.new) == (first.name, False)
    assert names(tmp_path) == [first.name]


def test_the_next_edition_says_what_changed(tmp_path: Path) -> None:
    first = publish(small(), tmp_path, root=tmp_path)
    fewer = replace(small(), points=small().points[:2], date="2025-09-08")
    second = publish(fewer, tmp_path, root=tmp_path)
    assert second.new and second.changes.since == first.name
    assert len(second.changes.gone) == 3
    data = json.loads((tmp_path / "latest/digest.json").read_text(encoding="utf-8"))
    assert data["changes"]["gone"] == list(second.changes.gone)
    assert difference(first.folder, tmp_path) == second.changes
    said = difference_text(first.folder, tmp_path).splitlines()
    assert said == [
        "与上一期（2025年9月1日）相比：",
        "- 已无来源提到：組織設計與治理結構的缺口才是問題所在。",
        "- 已无来源提到：企业在生成式人工智能上投入了300-400亿美元。",
        "- 已无来源提到：Vendors that learn from feedback close deals within months.",
    ]


def test_another_title_takes_no_news_away(tmp_path: Path) -> None:
    first = publish(small(), tmp_path, root=tmp_path)
    written = tuple(replace(each, sha256=each.sha256[::-1]) for each in small().documents)
    second = publish(
        replace(small(), points=small().points[:2], documents=written), tmp_path, root=tmp_path
    )
    assert second.changes.gone and not second.told_before
    third = publish(
        replace(small(), points=small().points[:2], documents=written, title="另一份"),
        tmp_path,
        root=tmp_path,
    )
    assert third.new and third.told_before
    assert third.changes == second.changes
    assert third.changes.since == first.name
    assert difference_text(first.folder, tmp_path).splitlines()[1:]
    fourth = publish(replace(small(), title="再一份"), tmp_path, root=tmp_path)
    assert (fourth.changes.since, fourth.told_before) == (third.name, False)


def test_an_earlier_state_of_the_same_day_is_an_edition_of_its_own(tmp_path: Path) -> None:
    published = [publish(item, tmp_path, root=tmp_path).name for item in (small(), OTHER, small())]
    assert published == sorted(published) == names(tmp_path)
    assert [name[:14] for name in published] == [f"2025-09-01-{n:03}" for n in (1, 2, 3)]
    assert published[2][14:] == published[0][14:]
    assert (tmp_path / "latest").readlink().name == published[2]


def test_old_editions_go_but_never_the_latest(tmp_path: Path) -> None:
    days = [f"2025-09-{day:02}" for day in (5, 6, 7, 1)]
    made = [
        publish(replace(small(), title=day, date=day), tmp_path, root=tmp_path, keep=2).name
        for day in days
    ]
    assert names(tmp_path) == sorted([made[3], made[2]])
    assert (tmp_path / "latest/digest.json").is_file()


def test_keeping_none_makes_no_sense(tmp_path: Path) -> None:
    with pytest.raises(OptionsError, match="use 1 or more"):
        publish(small(), tmp_path, root=tmp_path, keep=0)


def test_what_a_killed_run_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "editions/.unfinished-abc").mkdir(parents=True)
    (tmp_path / "editions/.unfinished-abc/digest.md").write_text("half")
    (tmp_path / ".unfinished-latest").symlink_to("nowhere")
    edition = publish(small(), tmp_path, root=tmp_path)
    assert names(tmp_path) == [edition.name]
    kept = {"editions", "latest", "feed.xml", ".lock", ".source-root"}
    assert {file.name for file in tmp_path.iterdir()} == kept


@pytest.mark.parametrize("step", ["write_durably", "sync_folder", "point_latest"])
def test_a_failure_at_any_step_leaves_the_edition_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    first = publish(small(), tmp_path, root=tmp_path)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch, pytest.raises(DigestError, match="No space left"):
        patch.setattr(bidigest.publishing.editions, step, fail)
        publish(OTHER, tmp_path, root=tmp_path)
    assert (tmp_path / "latest").resolve() == first.folder.resolve()
    assert not list((tmp_path / "editions").glob(".unfinished-*"))
    assert publish(OTHER, tmp_path, root=tmp_path).new


def test_a_damaged_latest_edition_is_replaced(tmp_path: Path) -> None:
    first = publish(small(), tmp_path, root=tmp_path)
    (first.folder / "digest.json").write_text("{}")
    second = publish(small(), tmp_path, root=tmp_path)
    assert second.new and second.changes.since is None


def test_a_folder_in_the_place_of_the_link_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "latest").mkdir()
    with pytest.raises(DigestError, match="move it away"):
        publish(small(), tmp_path, root=tmp_path)


def test_many_at_once_do_not_tear(tmp_path: Path) -> None:
    items = [replace(small(), title=f"第 {n} 份") for n in range(4)] * 2
    with ThreadPoolExecutor(8) as pool:
        editions = list(pool.map(lambda item: publish(item, tmp_path, root=tmp_path), items))
    for folder in (tmp_path / "editions").iterdir():
        assert {file.name for file in folder.iterdir()} == PUBLISHED
    assert {edition.name for edition in editions} == set(names(tmp_path))


def test_another_run_that_never_ends_is_named(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(DigestError, match="another run"), locked(tmp_path, 0.1):
        pass


def test_a_killed_run_holds_no_lock(tmp_path: Path) -> None:
    code = "import os, sys, pathlib; from bidigest.locking import locked\n"
    code += "with locked(pathlib.Path(sys.argv[1])): os._exit(1)"
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False, cwd=Path.cwd())
    with locked(tmp_path, 0.1):
        pass


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DigestError, match="cannot be written") as caught:
        publish(small(), tmp_path / "file/out", root=tmp_path)
    assert "\n" not in str(caught.value)


def test_written_straight_into_a_folder(tmp_path: Path) -> None:
    write(small(), tmp_path / "outputs/example", root=tmp_path)
    write(small(), tmp_path / "outputs/example", root=tmp_path)
    assert {file.name for file in (tmp_path / "outputs/example").iterdir()} == FILES
    page = (tmp_path / "outputs/example/digest.md").read_text(encoding="utf-8")
    assert "](../../seeds/b.txt#L2)" in page


def test_editions_may_be_read_by_everyone(tmp_path: Path) -> None:
    edition = publish(small(), tmp_path, root=tmp_path)
    assert edition.folder.stat().st_mode & 0o777 == 0o755
