"""Reads the fixture files: `== title`, `-- input`, then the expected lines."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Case:
    title: str
    text: str
    expected: tuple[str, ...]


def cases(name: str) -> list[Case]:
    """The cases of one fixture file, in order; `⏎` is a line break."""
    found = []
    for part in (FOLDER / name).read_text(encoding="utf-8").split("\n== ")[1:]:
        title, text, *expected = part.rstrip("\n").split("\n")
        lines = tuple(line.replace("⏎", "\n") for line in expected if line)
        found.append(Case(title, text.removeprefix("-- ").replace("⏎", "\n"), lines))
    return found
