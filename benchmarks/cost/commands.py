"""Whole commands: a run after something has changed, or nothing, and the first of all."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.cost.inputs import Inputs, add_a_sentence, name_of
from benchmarks.cost.processes import at, build, run, seconds_until
from benchmarks.cost.rows import Row

MOST_OF_FIRST, MOST_OF_FULL, MOST_UNCHANGED, MOST_MADE = 0.25, 0.4, 0.5, 30
ROOT = Path(__file__).resolve().parents[2]
_PACKAGES = ("bidigest", "tasks", "flows")


def one_of_ten(inputs: Inputs) -> Iterator[Row]:
    """The seeds twice over, one of them changed, with the model; by the wall clock."""
    folder = inputs.copy_of(0, "ten")
    for path in sorted(folder.glob("0*.txt")):
        again = (
            path.read_text(encoding="utf-8").replace("。", "，据称。").replace(". ", ", it says. ")
        )
        (folder / f"1{path.name}").write_text(again, encoding="utf-8")
    for old in ("cache of ten", "of ten"):
        shutil.rmtree(inputs.folder / old, ignore_errors=True)
    more, output = {"XDG_CACHE_HOME": str(inputs.folder / "cache of ten")}, inputs.folder / "of ten"
    _copy_dictionaries(inputs, Path(more["XDG_CACHE_HOME"]))
    first = run(build(folder, output), more=more).wall
    add_a_sentence(folder)
    again_ = run(build(folder, output), more=more).wall
    what = "one source of ten changed, with the model, of a first run"
    yield Row("ten", what, again_ / first, MOST_OF_FIRST, "", f"{again_:.1f} s after {first:.1f} s")


def one_of_many(inputs: Inputs, size: int) -> Iterator[Row]:
    """One source of the largest input changed, without the model; processor time."""
    folder, output = inputs.copy_of(size, f"many {size}"), inputs.folder / f"of many {size}"
    command, more = build(folder, output, "--embeddings", "none"), at(inputs.folder)
    command += ["--most-sources", "100000"]
    first = run(command, more=more).processor
    nothing = run(command, more=more).processor
    add_a_sentence(folder)
    again = run(command, more=more).processor
    sources = len(list(folder.glob("*.md")))
    basis = f"{again:.1f} s after {first:.1f} s; nothing changed: {nothing:.2f} s; processor time"
    what = f"one source of {sources:,} changed, {name_of(size)}, without the model, of a full run"
    yield Row("many", what, again / first, MOST_OF_FULL, "", basis)


def unchanged(inputs: Inputs, rounds: int) -> Iterator[Row]:
    """`bidigest build seeds` where nothing has changed since the last run."""
    command = build(inputs.of(0), inputs.folder / "unchanged", "--embeddings", "none")
    run(command, more=at(inputs.folder))
    times = [run(command, more=at(inputs.folder)) for _ in range(2 * rounds + 1)]
    seconds = statistics.median(each.wall for each in times)
    basis = f"by the wall clock, median of {len(times)}"
    yield Row(
        "unchanged", "`bidigest build seeds`, nothing changed", seconds, MOST_UNCHANGED, " s", basis
    )


def first_digest(inputs: Inputs, rounds: int) -> Iterator[Row]:
    """`make digest` in a fresh copy of the project, installed, of whose sources nothing is kept."""
    seconds = statistics.median(_first_digest(inputs.folder / "project") for _ in range(rounds))
    basis = (
        f"by the wall clock, to the printed digest, median of {rounds}; nothing kept but what "
        "`make` makes at installing: bytecode, dictionaries, an empty database"
    )
    yield Row("first", "first `make digest` after installing", seconds, MOST_MADE, " s", basis)


def _first_digest(copy: Path) -> float:
    shutil.rmtree(copy, ignore_errors=True)
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    for name in filter(None, listed.split("\0")):
        if name.split("/")[0] in (*_PACKAGES, "seeds", "prefect.toml"):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    more = {
        "XDG_CACHE_HOME": str(copy / "cache"),
        "PREFECT_HOME": str(copy / ".prefect"),
        "PREFECT_API_URL": "",
        "PREFECT_SERVER_API_PORT": "",
    }
    run([sys.executable, "-m", "compileall", "-q", *_PACKAGES], folder=copy)
    run([sys.executable, "-m", "flows.prepare"], folder=copy, more=more)
    return seconds_until("The digest:", [sys.executable, "-m", "flows"], copy, more)


def _copy_dictionaries(inputs: Inputs, cache: Path) -> None:
    """Begin with dictionaries compiled, and with no reading and no vector kept."""
    own = inputs.folder / "cache"
    for file in sorted(own.rglob("*.sqlite")):
        place = cache / file.relative_to(own)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, place)
