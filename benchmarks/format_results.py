"""What `benchmarks.formats` measured, kept so that `docs/formats.md` has all of it.

The folders that were measured are on one machine at a time, and none belongs in a commit: of each
the figures stay, a line a reader, and the page's table is written from them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.tables import put

ROOT = Path(__file__).parents[1]
KEPT, PAGE = Path(__file__).with_name("format_results.jsonl"), ROOT / "docs" / "formats.md"
NAME = "readers compared"
_PARTS = ("kept", "whole", "foreign", "headings", "paragraphs")


@dataclass(frozen=True, slots=True)
class Result:
    """How one reader did on the files of one folder: shares, as `benchmarks.formats` means them."""

    files: str
    kind: str
    reader: str
    kept: float
    whole: float
    foreign: float
    headings: float | None
    paragraphs: float | None = None


def kept(file: Path = KEPT) -> list[Result]:
    """Read the results of all folders."""
    return [Result(**json.loads(line)) for line in file.read_text("utf-8").splitlines()]


def merged(before: Sequence[Result], now: Sequence[Result]) -> list[Result]:
    """Put new results in the place of old ones for the same files and reader, the others last."""
    results = {_key(each): each for each in before} | {_key(each): each for each in now}
    groups = dict.fromkeys((each.files, each.kind) for each in results.values())
    return [r for group in groups for r in results.values() if (r.files, r.kind) == group]


def _key(result: Result) -> tuple[str, str, str]:
    return result.files, result.kind, result.reader


def write(now: Sequence[Result], file: Path = KEPT, page: Path = PAGE) -> None:
    """Keep new results, and write the table of all of them into the page."""
    results = merged(kept(file), now)
    lines = [json.dumps(asdict(each), ensure_ascii=False) + "\n" for each in results]
    file.write_text("".join(lines), "utf-8")
    put(page, NAME, table(results))


def table(results: Iterable[Result]) -> list[str]:
    """Write rows of Markdown; the first of each folder says what the files are."""
    columns = ["files", "reader", *_PARTS]
    rows = [f"| {' | '.join(columns)} |", "|" + " --- |" * len(columns)]
    above = ""
    for each in results:
        files = f"{each.files} ({each.kind})"
        figures = (getattr(each, part) for part in _PARTS)
        shown = " | ".join("–" if figure is None else f"{figure:.3f}" for figure in figures)
        rows.append(f"| {'' if files == above else files} | {each.reader} | {shown} |")
        above = files
    return rows
