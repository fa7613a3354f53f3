"""A run over what the latest edition was made of does nothing; over anything else, everything."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bidigest import pipeline
from bidigest.cli.build import build
from bidigest.cli.build_request import BuildRequest
from bidigest.cli.results import Built
from bidigest.model import Digest
from bidigest.options import Options
from bidigest.publishing import last_run

TEXT = "# 报告{0}\n\n第{0}家公司投入了{0}亿美元。大约 95% 的试点失败了。\n"
Change = Callable[[BuildRequest, Path], BuildRequest | None]


@pytest.fixture
def build_request(tmp_path: Path) -> BuildRequest:
    (tmp_path / "in").mkdir()
    for number in (3, 4):
        (tmp_path / f"in/{number}.md").write_text(TEXT.format(number), encoding="utf-8")
    options = Options(date=datetime.date(2026, 1, 31))
    return BuildRequest(("in",), options, tmp_path, tmp_path / "cache", tmp_path)


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Digest]:
    """The digests that were built since."""
    found: list[Digest] = []
    build = pipeline.digest_taken

    def noted(*given: Any, **named: Any) -> Digest:
        found.append(build(*given, **named))
        return found[-1]

    monkeypatch.setattr(pipeline, "digest_taken", noted)
    return found


def publish(build_request: BuildRequest, output: Path, keep: int) -> Built:
    return build(replace(build_request, output=output, keep=keep))


def files(output: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in output.rglob("digest.*")}


def test_what_has_not_changed_is_not_built_again(
    build_request: BuildRequest, built: list[Digest], tmp_path: Path
) -> None:
    first, published = publish(build_request, tmp_path / "out", keep=10), files(tmp_path / "out")
    assert publish(build_request, tmp_path / "out", keep=10) == replace(first, new=False)
    assert len(built) == 1
    assert files(tmp_path / "out") == published


def test_another_day_changes_nothing(
    build_request: BuildRequest, built: list[Digest], tmp_path: Path
) -> None:
    publish(build_request, tmp_path / "out", keep=10)
    later = build_request.options.model_copy(update={"date": datetime.date(2026, 2, 7)})
    publish(replace(build_request, options=later), tmp_path / "out", keep=10)
    assert len(built) == 1


def edit(build_request: BuildRequest, output: Path) -> None:
    (build_request.here / "in/3.md").write_text(TEXT.format(5), encoding="utf-8")


def add(build_request: BuildRequest, output: Path) -> None:
    (build_request.here / "in/5.md").write_text(TEXT.format(5), encoding="utf-8")


def take_away(build_request: BuildRequest, output: Path) -> None:
    (build_request.here / "in/3.md").unlink()


def rename(build_request: BuildRequest, output: Path) -> None:
    (build_request.here / "in/3.md").rename(build_request.here / "in/2.md")


def make_unreadable(build_request: BuildRequest, output: Path) -> None:
    (build_request.here / "in/3.md").write_bytes(b"\x00\x01\x02\xff\xfe\x00" * 50)


def ask_otherwise(build_request: BuildRequest, output: Path) -> BuildRequest:
    return replace(build_request, options=build_request.options.model_copy(update={"points": 3}))


def keep_nothing(build_request: BuildRequest, output: Path) -> BuildRequest:
    return replace(build_request, cache=None)


def damage_the_edition(build_request: BuildRequest, output: Path) -> None:
    (output / "latest/digest.json").write_text("{}", encoding="utf-8")


def lose_the_edition(build_request: BuildRequest, output: Path) -> None:
    (output / "latest").unlink()


def damage_what_is_remembered(build_request: BuildRequest, output: Path) -> None:
    for file in (build_request.here / "cache/runs").iterdir():
        file.write_bytes(b'{"made_of": 3}')


@pytest.mark.parametrize(
    "change",
    [
        edit,
        add,
        take_away,
        rename,
        make_unreadable,
        ask_otherwise,
        keep_nothing,
        damage_the_edition,
        lose_the_edition,
        damage_what_is_remembered,
    ],
    ids=lambda change: change.__name__.replace("_", " "),
)
def test_any_change_is_looked_into(
    build_request: BuildRequest, built: list[Digest], tmp_path: Path, change: Change
) -> None:
    output = tmp_path / "out"
    publish(build_request, output, keep=10)
    publish(change(build_request, output) or build_request, output, keep=10)
    assert len(built) == 2
    assert (output / "latest/digest.json").read_text(encoding="utf-8").startswith('{\n  "format"')


def test_other_code_is_asked_anew(
    build_request: BuildRequest,
    built: list[Digest],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    publish(build_request, tmp_path / "out", keep=10)
    monkeypatch.setattr(last_run, "algorithm", lambda: "another")
    publish(build_request, tmp_path / "out", keep=10)
    assert len(built) == 2


def test_a_source_that_could_not_be_read_is_tried_again(
    build_request: BuildRequest, built: list[Digest], tmp_path: Path
) -> None:
    make_unreadable(build_request, tmp_path)
    publish(build_request, tmp_path / "out", keep=10)
    publish(build_request, tmp_path / "out", keep=10)
    assert len(built) == 2


def test_a_linked_source_is_known_again(
    build_request: BuildRequest, built: list[Digest], tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "in/3.md").rename(tmp_path / "elsewhere/3.md")
    (tmp_path / "in/3.md").symlink_to(tmp_path / "elsewhere/3.md")
    publish(build_request, tmp_path / "out", keep=10)
    publish(build_request, tmp_path / "out", keep=10)
    assert len(built) == 1


def test_old_editions_go_even_if_nothing_is_new(
    build_request: BuildRequest, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    publish(build_request, output, keep=10)
    edit(build_request, output)
    publish(build_request, output, keep=10)
    assert len(list((output / "editions").iterdir())) == 2
    publish(build_request, output, keep=1)
    assert len(list((output / "editions").iterdir())) == 1


def test_output_folders_are_not_taken_for_each_other(
    build_request: BuildRequest, built: list[Digest], tmp_path: Path
) -> None:
    publish(build_request, tmp_path / "out", keep=10)
    publish(build_request, tmp_path / "other", keep=10)
    assert len(built) == 2
    publish(build_request, tmp_path / "out", keep=10)
    assert len(built) == 2


def test_files_that_no_reader_takes_are_told_each_time(
    build_request: BuildRequest, built: list[Digest], tmp_path: Path
) -> None:
    for name in ("a.jpg", "b.rar", "c.xlsx"):
        (build_request.here / "in" / name).write_bytes(b"PK\x03\x04")
    for _ in range(2):
        skipped = publish(build_request, tmp_path / "out", keep=10).skipped
        assert [each.path for each in skipped] == ["in/a.jpg", "in/b.rar", "in/c.xlsx"]
    assert len(built) == 1
    (page,) = (tmp_path / "out").glob("editions/*/digest.md")
    assert "in/b.rar" in page.read_text(encoding="utf-8")


def test_a_further_file_that_no_reader_takes_is_a_change(
    build_request: BuildRequest, built: list[Digest], tmp_path: Path
) -> None:
    publish(build_request, tmp_path / "out", keep=10)
    (build_request.here / "in/a.jpg").write_bytes(b"\xff\xd8\xff")
    publish(build_request, tmp_path / "out", keep=10)
    assert len(built) == 2
