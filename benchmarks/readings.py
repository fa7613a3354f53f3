"""Careful readings of the five seeds (benchmarks/gold): which sentences make which point.

Two people's readings, made independently of each other and of the program, before anything
was tuned. A sentence of the program makes a point of a reading if half of the shorter of the
two stretches, its own and the reading's, overlaps.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

GOLD = Path(__file__).parent / "gold"
SEEDS = Path(__file__).parent.parent / "seeds"

Stretch = tuple[str, int, int]
"""A source's file name, start and end."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One person's points: each a set of stretches."""

    name: str
    points: tuple[tuple[Stretch, ...], ...]
    ids: tuple[str, ...]
    page: tuple[int, ...]
    """Indexes of the points that person would put on a perfect page."""

    def shared(self) -> tuple[int, ...]:
        """Indexes of the points that two or more sources make."""
        return tuple(i for i, p in enumerate(self.points) if len({s for s, _, _ in p}) > 1)

    def made_by(self, stretch: Stretch) -> frozenset[int]:
        """Indexes of the points that a stretch of a source makes."""
        return frozenset(
            i for i, p in enumerate(self.points) if any(overlap(stretch, s) for s in p)
        )


def readings() -> tuple[Reading, ...]:
    """Both readings, with every quotation looked up in its seed."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}
    return tuple(_reading(path, texts) for path in sorted(GOLD.glob("reading-*.yaml")))


def overlap(one: Stretch, other: Stretch) -> bool:
    """Is half of the shorter stretch in both?"""
    shared = min(one[2], other[2]) - max(one[1], other[1])
    return one[0] == other[0] and shared * 2 >= min(one[2] - one[1], other[2] - other[1])


def _reading(path: Path, texts: Mapping[str, str]) -> Reading:
    points = next(iter(yaml.safe_load_all(path.read_text(encoding="utf-8"))))
    return Reading(
        path.stem,
        tuple(tuple(_stretches(point["says"], texts)) for point in points),
        tuple(point["id"] for point in points),
        tuple(i for i, point in enumerate(points) if point.get("page")),
    )


def _stretches(says: Iterable[Mapping[str, str]], texts: Mapping[str, str]) -> Iterable[Stretch]:
    for said in says:
        name = next(name for name in texts if name.startswith(said["source"]))
        start = texts[name].find(said["quote"])
        if start < 0:
            raise ValueError(f"{name}: no such quotation: {said['quote'][:30]}")
        while start >= 0:
            yield name, start, start + len(said["quote"])
            start = texts[name].find(said["quote"], start + 1)
