"""Rows of the table of costs: what was measured, beside its bar; kept until the page is written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One bar: what was measured, and what may be or, where `at_least`, must be reached."""

    group: str
    """By which it is asked for: `--rows`."""
    what: str
    measured: float | None
    """None where it could not be measured here; then `basis` says why."""
    bar: float | None
    """None where it is only reported."""
    unit: str = ""
    basis: str = ""
    """How it was measured, and of what it is made up."""
    at_least: bool = False

    def measured_beside(self, other: str) -> Row:
        """The same, its basis saying what else the machine did, if that is told."""
        return replace(self, basis=f"{self.basis}; beside {other}") if other else self

    @property
    def reached(self) -> bool:
        """Whether the bar is reached; one that does not exist always is."""
        if self.bar is None:
            return True
        if self.measured is None:
            return False
        return self.measured >= self.bar if self.at_least else self.measured <= self.bar

    @property
    def verdict(self) -> str:
        """In a word."""
        if self.measured is None:
            return "**open**"
        if self.bar is None:
            return "reported"
        return "reached" if self.reached else "**missed**"

    def cells(self) -> tuple[str, ...]:
        """The row of a table: what, measured, bar, verdict, basis."""
        figures = (self._figure(self.measured), self._figure(self.bar))
        return self.what, *figures, self.verdict, self.basis

    def _figure(self, value: float | None) -> str:
        return "–" if value is None else f"{number(value)}{self.unit}"


def number(value: float) -> str:
    """A figure with as many places as tell something."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def table(rows: Iterable[Row]) -> list[str]:
    """The lines of a table in Markdown."""
    head = ["| what | measured | bar | verdict | how, and of what |", "|---|---|---|---|---|"]
    return head + [f"| {' | '.join(row.cells())} |" for row in rows]


def in_order(rows: Iterable[Row], groups: Sequence[str]) -> list[Row]:
    """Rows in the order of their groups, and in each as they were first kept."""
    return sorted(rows, key=lambda row: groups.index(row.group))


def keep(file: Path, rows: Sequence[Row]) -> None:
    """Add rows to those of earlier runs; one of the same name takes the older one's place."""
    every = {row.what: row for row in (*kept(file), *rows)}
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(asdict(row), ensure_ascii=False) for row in every.values()]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def kept(file: Path) -> list[Row]:
    """Rows of earlier runs."""
    if not file.exists():
        return []
    return [Row(**json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines()]
