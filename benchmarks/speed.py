"""How fast, how large and how well it grows, with a verdict a row: `make bench`.

    python -m benchmarks.speed [--evaluation FOLDER] [--largest 10000] [--rounds 3] [--no-rivals]

Every measurement is a process of its own that also runs plain `jieba.lcut` over the same text;
its processor time divided by jieba's is what counts, since both suffer alike from a busy
machine. Of several rounds the one with the middle ratio is shown. Inputs come from
`benchmarks.large_inputs`; they are wider in vocabulary with `--evaluation`.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import large_inputs
from benchmarks.large_inputs import SEEDS

MOST_RATIO = 1.0
MOST_MEMORY = {0: 250, 1_000: 350, 10_000: 700, 100_000: 3_000}
"""Megabytes by number of sentences; 0 stands for the seeds."""
MOST_GROWTH = 1.1
MOST_OF_SUMY = 0.25
MOST_OF_FULL = 0.1
RIVALS_UP_TO = 1_000
STAGES = ("read", "summarize", "merge", "render")

_ALONE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}

Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One input: the number of sentences asked for (0 for the seeds) and its folder."""

    size: int
    folder: Path

    @property
    def name(self) -> str:
        return f"{self.size:,} sentences" if self.size else "the five seeds"


def main() -> int:
    """Exit code 1 if a bar is not reached."""
    wanted = _arguments()
    with tempfile.TemporaryDirectory() as place:
        cases = _cases(Path(place), wanted)
        _use_cache_of_its_own(Path(place))
        told = {case.size: _middle("benchmarks.stages", [], case, wanted.rounds) for case in cases}
        passed = [_show(case, told[case.size]) for case in cases]
        passed.append(_growth({size: each for size, each in told.items() if size}))
        if wanted.rivals:
            _rivals([case for case in cases if case.size <= RIVALS_UP_TO], wanted.rounds)
            passed.append(_commands(Path(place), wanted.rounds))
        passed.append(_incremental(cases[-1], Path(place)))
    return 0 if all(passed) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--evaluation", type=Path, default=None)
    parser.add_argument("--largest", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    yes_or_no = argparse.BooleanOptionalAction
    parser.add_argument("--rivals", action=yes_or_no, default=True, help="need the extra `bench`")
    return parser.parse_args()


def _cases(place: Path, wanted: argparse.Namespace) -> list[Case]:
    seeds = place / "seeds"
    seeds.mkdir()
    for path in sorted(SEEDS.glob("0*.txt")):
        shutil.copy(path, seeds)
    cases = [Case(0, seeds)]
    found = large_inputs.corpus(wanted.evaluation)
    for size in (size for size in MOST_MEMORY if 0 < size <= wanted.largest):
        cases.append(Case(size, place / str(size)))
        large_inputs.write(cases[-1].folder, size, found, seed=5)
    return cases


def _use_cache_of_its_own(place: Path) -> None:
    """In the user's, an earlier benchmark may have left these very readings."""
    os.environ["XDG_CACHE_HOME"] = str(place / "cache")
    _run(_build(place, place / "seeds", "warm"))


def _middle(module: str, words: Sequence[str], case: Case, rounds: int) -> Told:
    """The round with the middle ratio; the largest inputs are measured once."""
    many = rounds if case.size <= 10_000 else 1
    command = [sys.executable, "-m", module, *words, str(case.folder)]
    tries = [json.loads(_run(command)) for _ in range(many)]
    tries.sort(key=lambda told: float(told["total"] / told["floor"]))
    return dict(tries[len(tries) // 2])


def _run(command: Sequence[str]) -> str:
    # Everybody's packages are compiled to bytecode when they are first used; so are ours.
    known = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=known | _ALONE)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""


def _show(case: Case, told: Told) -> bool:
    floor, memory = told["floor"], told["memory"] / 1e6
    ratio = told["total"] / floor
    stages = ", ".join(f"{name} {told['stages'][name] / floor:.2f}" for name in STAGES)
    print(f"{case.name}, {told['sources']} sources: {told['total']:.2f} s, jieba {floor:.2f} s")
    print(f"  of jieba's time: {stages}")
    if told["repeats"]:
        found, read, planted = told["repeats"]
        print(
            f"  planted repeats in one point: {found} of {read} read as sentences, {planted} in all"
        )
    return all(
        (
            _verdict("times jieba's time", ratio, MOST_RATIO),
            _verdict("megabytes at most", memory, MOST_MEMORY[case.size]),
        )
    )


def _verdict(name: str, value: float, most: float) -> bool:
    print(f"  {'reached' if value <= most else 'MISSED':8}{value:10.2f} of {most:<8} {name}")
    return value <= most


def _growth(told: dict[int, Told]) -> bool:
    """The exponent between the smallest and the largest input."""
    small, large = told[min(told)], told[max(told)]
    if small is large:
        return True
    time = math.log(large["total"] / small["total"])
    exponent = time / math.log(large["sentences"] / small["sentences"])
    print(f"growth from {small['sentences']:,} to {large['sentences']:,} sentences")
    return _verdict("as exponent", exponent, MOST_GROWTH)


def _rivals(cases: Sequence[Case], rounds: int) -> None:
    from benchmarks.rivals import RIVALS

    for case in cases:
        for name in RIVALS:
            told = _middle("benchmarks.rivals", [name], case, min(rounds, 2))
            ratio = told["total"] / told["floor"]
            print(f"{case.name}: {name}: {told['total']:.2f} s, {ratio:.1f} times jieba's time")


def _commands(place: Path, rounds: int) -> bool:
    """`bidigest build` as a whole process beside sumy's command on the same text."""
    text = place / "seeds.txt"
    seeds = sorted((place / "seeds").iterdir())
    text.write_text("\n".join(path.read_text(encoding="utf-8") for path in seeds), "utf-8")
    sumy = [str(Path(sys.executable).with_name("sumy")), "text-rank", "--length=10",
            "--language=chinese", f"--file={text}", "--format=plaintext"]  # fmt: skip
    ours = _build(place, place / "seeds", "commands")
    first, again, unchanged = [], [], []
    for number in range(rounds + 1):
        theirs = _processor_time(sumy)
        read = _build(place, place / "seeds", f"commands-{number}")
        first.append(_processor_time([*ours, "--no-cache"]) / theirs)
        again.append(_processor_time(read) / theirs)
        unchanged.append(_processor_time(read) / theirs)
    print("`bidigest build seeds` beside sumy's command, whole processes")
    print(f"  of sources that it has read before: {statistics.median(again[1:]):.2f}")
    print(f"  where nothing has changed since the last run: {statistics.median(unchanged[1:]):.2f}")
    return _verdict("times sumy's time", statistics.median(first[1:]), MOST_OF_SUMY)


def _incremental(case: Case, place: Path) -> bool:
    """A run after one source of many has changed, as a share of the run that read all."""
    full = _processor_time(_build(place, case.folder, "kept"))
    nothing = _processor_time(_build(place, case.folder, "kept"))
    print(f"nothing has changed in {case.name}: {nothing:.2f} s after {full:.2f} s")
    changed = sorted(case.folder.glob("*.md"))[0]
    changed.write_text(changed.read_text("utf-8") + "\n\n另外补充一句全新的话。\n", "utf-8")
    again = _processor_time(_build(place, case.folder, "kept"))
    print(f"one source of {case.name} has changed: {again:.2f} s after {full:.2f} s")
    return _verdict("of the full run", again / full, MOST_OF_FULL)


def _build(place: Path, sources: Path, output: str, *more: str) -> list[str]:
    command = [sys.executable, "-m", "bidigest.cli", "build", str(sources), "--root", str(place)]
    return [*command, "--output", str(place / output), "--date", "2026-01-31", *more]


def _processor_time(command: Sequence[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _run(command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


if __name__ == "__main__":
    sys.exit(main())
