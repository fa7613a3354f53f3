"""Do the themes of a page keep apart what is known to be different subjects?

    python -m benchmarks.themes FOLDER [--points 60]

FOLDER holds a folder for each subject, with its sources. They are digested as if they were on
one subject; printed is how many pairs of points within a theme come from one and the same
subject, how many points are in a theme at all, and how many themes have a title. Points that
merging has made of several subjects count for each of them.
"""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from bidigest.model import Digest, Point, Theme
from bidigest.model.digests import source_index
from bidigest.options import Options
from bidigest.pipeline import build

DAY = datetime.date(2026, 1, 31)


def main() -> None:
    """Print the figures of one folder of subjects."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--points", type=int, default=60)
    given = arguments.parse_args()
    files = (file for file in sorted(given.folder.glob("*/*")) if file.suffix in (".md", ".txt"))
    sources = [str(file.relative_to(given.folder)) for file in files]
    digest = build(sources, Options(date=DAY, points=given.points), root=given.folder)
    print("\n".join(figures(digest)))


def figures(digest: Digest) -> Iterator[str]:
    """The lines that are printed."""
    shown = {point.id: point for point in digest.points if point.shown}
    pairs = [pair for theme in digest.themes for pair in _pairs(theme, shown)]
    right = sum(bool(subjects(digest, a) & subjects(digest, b)) for a, b in pairs)
    chance = list(combinations(shown.values(), 2))
    by_chance = sum(bool(subjects(digest, a) & subjects(digest, b)) for a, b in chance)
    within = sum(len(theme.points) for theme in digest.themes)
    titled = sum(bool(theme.title) for theme in digest.themes)
    yield f"pairs of one subject within a theme  {right}/{len(pairs)}"
    yield f"pairs of one subject on the page     {by_chance}/{len(chance)}"
    yield f"points in a theme                    {within}/{len(shown)}"
    yield f"themes with a title                  {titled}/{len(digest.themes)}"


def subjects(digest: Digest, point: Point) -> frozenset[str]:
    """The folders that a point's sources lie in."""
    paths = (digest.documents[source_index(source)].path for source in point.sources)
    return frozenset(path.partition("/")[0] for path in paths)


def _pairs(theme: Theme, shown: dict[str, Point]) -> Iterator[tuple[Point, Point]]:
    return combinations((shown[name] for name in theme.points), 2)


if __name__ == "__main__":
    main()
