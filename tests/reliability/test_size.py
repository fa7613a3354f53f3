"""Sources at full size: what works by default, and what is left out until a limit is raised."""

from __future__ import annotations

import datetime
import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bidigest.errors import SourceError
from bidigest.options import Options
from bidigest.pipeline import build

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]

ROOT = Path(__file__).resolve().parents[2]
DAY = datetime.date(2026, 1, 31)
MEASURED = """
import datetime, json, sys, time
from pathlib import Path
from benchmarks.stages import peak
from bidigest import Options, build, render
options = Options(date=datetime.date(2026, 1, 31), **json.loads(sys.argv[1]))
def run(source):
    render(build([source], options, root=Path.cwd()), links="..")
run("small.md")
started = time.process_time()
run("large.md")
megabytes = peak() // 1024**2
print(json.dumps({"seconds": round(time.process_time() - started, 1), "megabytes": megabytes}))
"""


def measured(folder: Path, text: bytes, **limits: int) -> dict[str, float]:
    """Processor time and memory of a process of its own, from bytes to pages.

    A small source comes first, so that the vocabulary is there when the clock starts.
    """
    (folder / "small.md").write_text("# 标题\n\nIt works. 它能用。\n", encoding="utf-8")
    (folder / "large.md").write_bytes(text)
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, json.dumps(limits)],
        cwd=folder,
        env={"PYTHONPATH": f"{ROOT}:{':'.join(sys.path)}", "HOME": str(folder)},
        stdout=subprocess.PIPE,
        check=True,
    )
    found: dict[str, float] = json.loads(done.stdout)
    print(f"\n{len(text):,} bytes: {found}")
    return found


def test_a_line_of_50_megabytes_is_left_out_by_default(tmp_path: Path) -> None:
    (tmp_path / "large.md").write_bytes(b"w" * 50_000_000)
    with pytest.raises(SourceError) as refused:
        build(["large.md"], Options(date=DAY), root=tmp_path)
    assert str(refused.value).startswith("large.md: is larger than 20,000,000 bytes; split it or")


def test_with_the_limit_raised_it_is_read(tmp_path: Path) -> None:
    found = measured(tmp_path, b"w" * 50_000_000, largest_source=50_000_000)
    assert found["seconds"] < 300 and found["megabytes"] < 5_000


def test_more_sentences_than_a_run_takes_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "large.md").write_text("说。" * 201_000, encoding="utf-8")
    with pytest.raises(SourceError, match="has 201,000 sentences, and the sources together may"):
        build(["large.md"], Options(date=DAY), root=tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        b"# " + b"word " * 200_000,
        b"> " * 500_000 + b"end\n",
        b"- " * 500_000 + b"end\n",
        b"[" * 1_000_000,
        b"#x, " * 250_000,
        b"?" * 1_000_000 + b"\n",
    ],
    ids=["one heading", "quotations", "lists", "brackets", "tags", "questions"],
)
def test_what_is_large_in_one_way_is_read_by_default(tmp_path: Path, text: bytes) -> None:
    found = measured(tmp_path, text)
    assert found["seconds"] < 60 and found["megabytes"] < 1_500


def headings(number: int) -> bytes:
    return b"".join(b"# Heading %d\n" % each for each in range(number))


def sentences(number: int) -> bytes:
    """One line of short sentences, each with a word that it shares with nobody."""
    chance = random.Random(6)
    return "".join(
        f"The {word(chance.randrange(5_000))} {word(chance.randrange(5_000))} saw "
        f"{word(chance.randrange(5_000))} at {word(5_000 + each)}. "
        for each in range(number)
    ).encode()


def word(number: int) -> str:
    """A word that can be spoken, of its own for each number below a million."""
    told = ""
    for _ in range(4):
        number, last = divmod(number, 32)
        told += "bdfgklmnprstvwxz"[last % 16] + "ao"[last // 16]
    return told


@pytest.mark.parametrize(
    ("large", "limit"), [(headings, 90), (sentences, 240)], ids=["headings", "sentences"]
)
def test_four_times_as_much_takes_four_times_as_long(
    tmp_path: Path, large: Callable[[int], bytes], limit: float
) -> None:
    fewer, more = (measured(tmp_path, large(number)) for number in (25_000, 100_000))
    assert more["seconds"] < 4 * 1.6 * fewer["seconds"]
    assert more["seconds"] < limit and more["megabytes"] < 3_000


@pytest.mark.parametrize("said", ["It works. ", "说。"], ids=["English", "Chinese"])
def test_a_hundred_thousand_times_the_same_sentence(tmp_path: Path, said: str) -> None:
    found = measured(tmp_path, (said * 100_000).encode())
    assert found["seconds"] < 180 and found["megabytes"] < 3_000
