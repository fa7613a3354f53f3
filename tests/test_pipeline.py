from __future__ import annotations

import datetime
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import bidigest
from bidigest import Options, SourceError, build, render, verify, write
from bidigest.languages.packs import makes_claim
from bidigest.selection.mmr import BESIDE

ROOT = Path(__file__).parent.parent
OPTIONS = Options(date=datetime.date(2026, 1, 31))
ENGLISH = """# Most pilots fail

A study by MIT found that 95% of generative AI pilots bring no return on investment.
More than 90% of employees use personal AI tools at work, while only 40% of companies
bought an official subscription.
"""


@pytest.fixture(scope="module")
def digest() -> bidigest.Digest:
    return build(["seeds"], OPTIONS, root=ROOT)


def test_each_seed_is_read_in_its_language_and_script(digest: bidigest.Digest) -> None:
    read = [(d.path[6:9], d.language, d.script) for d in digest.documents]
    hans, hant = ("zh", "Hans"), ("zh", "Hant")
    assert read == [("000", *hans), ("001", *hans), ("002", *hans), ("003", *hant), ("004", *hans)]


def test_a_page_of_twenty_points_most_of_them_shared(digest: bidigest.Digest) -> None:
    shown = [point for point in digest.points if point.shown]
    of_several = sum(len(point.sources) > 1 for point in shown)
    assert 12 <= of_several <= 20
    assert len(shown) == max(20, of_several + 20 // BESIDE)
    assert digest.points[: len(shown)] == tuple(shown)


def test_every_sentence_stands_in_a_point_and_in_none_twice(digest: bidigest.Digest) -> None:
    cited = [[(c.source, c.span) for c in point.citations] for point in digest.points]
    assert all(len(set(point)) == len(point) for point in cited)
    spans = {place for point in cited for place in point}
    for number, document in enumerate(digest.documents, 1):
        # What leans is quoted with up to two sentences before it.
        starts = {span.start for source, span in spans if source == f"S{number}"}
        ends = {span.end for source, span in spans if source == f"S{number}"}
        assert starts <= {sentence.span.start for sentence in document.sentences}
        assert ends == {sentence.span.end for sentence in document.sentences}


def test_no_furniture_is_quoted_and_no_heading_that_makes_no_claim(
    digest: bidigest.Digest,
) -> None:
    for number, document in enumerate(digest.documents, 1):
        spans = [f.span for f in document.boilerplate]
        spans += [
            s.heading
            for s in document.sections
            if s.heading and not makes_claim(s.title) and not s.title.endswith("？")
        ]
        for point in digest.points:
            for citation in point.citations:
                if citation.source == f"S{number}":
                    assert all(
                        citation.span.end <= span.start or span.end <= citation.span.start
                        for span in spans
                    )


def test_repeating_itself_corroborates_nothing(digest: bidigest.Digest) -> None:
    for point in digest.points:
        cited = {c.source for c in point.citations}
        assert list(point.sources) == sorted(cited.intersection(point.sources))
        assert point.citations[0].source in point.sources


def test_what_external_partners_achieve_is_in_conflict(digest: bidigest.Digest) -> None:
    figures = [
        {r.figure.low for r in conflict.readings if r.figure} for conflict in digest.conflicts
    ]
    assert {66.0, 67.0} in figures


def test_an_english_report_merges_with_the_chinese_ones(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "seeds" / "005.md").write_text(ENGLISH, encoding="utf-8")
    digest = build(["seeds"], OPTIONS, root=tmp_path)
    assert digest.documents[5].language == "en"
    assert any("S6" in point.sources and len(point.sources) > 1 for point in digest.points)


def test_an_unreadable_source_is_skipped_and_the_others_go_on(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "seeds" / "broken.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\0")
    digest = build(["seeds"], OPTIONS, root=tmp_path)
    assert [skipped.path for skipped in digest.skipped] == ["seeds/broken.txt"]
    assert len(digest.documents) == 5


def test_nothing_readable_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(SourceError, match=r"empty\.txt"):
        build(["empty.txt"], OPTIONS, root=tmp_path)


@pytest.mark.parametrize(
    ("files", "others"),
    [(1, ""), (2, " (nor can the other source be read)"), (4, " (nor can the other 3 be read)")],
)
def test_a_single_unreadable_source_has_no_others(tmp_path: Path, files: int, others: str) -> None:
    for number in range(files):
        (tmp_path / f"{number}.txt").write_bytes(b"\0")
    with pytest.raises(SourceError) as refused:
        build(["*.txt"], OPTIONS, root=tmp_path)
    assert refused.value.path == "0.txt"
    assert refused.value.reason == f"holds a NUL at byte 0, so that it is no text{others}"
    assert refused.value.remedy == "save it as UTF-8"


@pytest.mark.parametrize(("seed", "turned"), [("0", False), ("1", True)])
def test_same_bytes_whatever_the_hash_seed_and_the_order(
    digest: bidigest.Digest, tmp_path: Path, seed: str, turned: bool
) -> None:
    sources = sorted(str(p.relative_to(ROOT)) for p in (ROOT / "seeds").glob("*.txt"))
    command = [sys.executable, "-m", "bidigest.cli", "build", "--date", "2026-01-31"]
    command += ["--no-editions", "--output", str(tmp_path / "out"), "--root", str(ROOT)]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    subprocess.run([*command, *sorted(sources, reverse=turned)], check=True, env=environment)
    data = (tmp_path / "out" / "digest.json").read_text(encoding="utf-8")
    assert data == render(digest, links=os.path.relpath(ROOT, tmp_path / "out"))["digest.json"]


def test_one_changed_character_in_a_source_is_noticed(
    digest: bidigest.Digest, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    write(digest, tmp_path / "out", root=tmp_path)
    assert verify(tmp_path / "out", root=tmp_path).problems == ()
    source = tmp_path / digest.documents[3].path
    source.write_text(source.read_text(encoding="utf-8").replace("95%", "96%", 1), "utf-8")
    assert verify(tmp_path / "out", root=tmp_path).problems


def test_the_committed_example_is_what_the_code_makes_today(tmp_path: Path) -> None:
    """Made by `make example`; the date is the example's own."""
    example = ROOT / "outputs" / "example"
    date = json.loads((example / "digest.json").read_text(encoding="utf-8"))["date"]
    options = Options(date=datetime.date.fromisoformat(date))
    made = render(build(["seeds"], options, root=ROOT), links="../..")
    for name, text in made.items():
        assert (example / name).read_text(encoding="utf-8") == text
