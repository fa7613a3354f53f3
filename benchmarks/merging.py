"""How well a digest of the seeds merges, against the two readings in benchmarks/gold.

    python -m benchmarks.merging [EDITION_DIR]

Without a folder the digest is made now. `right`: cross-source pairs of citations of one point
that one of the readings puts together too. `found`: shared points of both readings that a
point of the digest cites from two of their sources. `on the page`: of the 20 points that each
reader would print, how many a shown point makes.
"""

from __future__ import annotations

import datetime
import json
import sys
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.readings import SEEDS, Reading, Stretch, readings

Point = dict[str, Any]


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    data = json.loads((folder / "digest.json").read_text("utf-8")) if folder else fresh()
    for name, value in scores(data).items():
        print(f"{name:44} {value}")


def fresh() -> dict[str, Any]:
    """The digest of the seeds as the program makes it today, with default options."""
    from bidigest import Options, build, render

    options = Options(date=datetime.date(2026, 1, 1))
    return dict(
        json.loads(render(build(["seeds"], options, root=SEEDS.parent), links=".")["digest.json"])
    )


def scores(data: dict[str, Any]) -> dict[str, str]:
    """The figures, by name, as `right / all = share`."""
    names = {source["id"]: Path(source["path"]).name for source in data["sources"]}
    stretches = [[_stretch(c, names) for c in point["citations"]] for point in data["points"]]
    shown = [s for s, point in zip(stretches, data["points"], strict=True) if point["shown"]]
    gold = readings()
    table = {
        "pairs asserted that are right": _pairs(stretches, gold),
        "  of these on the page": _pairs(shown, gold),
        "shared points of both readings found": _found(stretches, gold),
    }
    for reading in gold:
        table[f"shared points of {reading.name} found"] = _found(stretches, (reading,))
        table[f"of the perfect page of {reading.name} shown"] = _page(shown, reading)
    return table


def _stretch(citation: dict[str, Any], names: dict[str, str]) -> Stretch:
    return names[citation["source"]], citation["start"], citation["end"]


def _pairs(points: list[list[Stretch]], gold: tuple[Reading, ...]) -> str:
    pairs = [p for point in points for p in combinations(point, 2) if p[0][0] != p[1][0]]
    right = sum(any(g.made_by(one) & g.made_by(other) for g in gold) for one, other in pairs)
    return _share(right, len(pairs))


def _found(points: list[list[Stretch]], gold: tuple[Reading, ...]) -> str:
    """Shared points of the first reading that all readings share, and that stand in `points`."""
    first, agreed = gold[0], shared_in_both(gold)
    found = sum(any(_cited(first, i, point) for point in points) for i in agreed)
    return _share(found, len(agreed))


def shared_in_both(gold: tuple[Reading, ...]) -> list[int]:
    """Indexes of the first reading's shared points that all other readings share too."""
    first, *others = gold
    return [i for i in first.shared() if all(_also(first, i, other) for other in others)]


def _also(first: Reading, index: int, other: Reading) -> bool:
    """Does the other reading put two sentences of different sources of this point together?"""
    pairs = combinations(first.points[index], 2)
    return any(one[0] != two[0] and other.made_by(one) & other.made_by(two) for one, two in pairs)


def _cited(reading: Reading, index: int, point: list[Stretch]) -> bool:
    return len({stretch[0] for stretch in point if index in reading.made_by(stretch)}) > 1


def _page(shown: list[list[Stretch]], reading: Reading) -> str:
    made = {index for point in shown for index in reading.made_by(point[0])}
    return _share(len(made & set(reading.page)), len(reading.page))


def _share(part: int, whole: int) -> str:
    return f"{part:3} / {whole:3} = {part / max(whole, 1):.2f}"


if __name__ == "__main__":
    main()
