"""What the pages say, for reading; and the lists of statements, right of all by kind.

    python -m benchmarks.statements my-subjects/one my-subjects/two   # every shown statement
    python -m benchmarks.statements --lists                           # both halves of the lists

A statement is judged by reading alone: does it say something that can be true or false, and is
it clear of whom or what, without the sentences around it? At most 2 % may fail.
"""

from __future__ import annotations

import argparse
import datetime
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from bidigest import Options, build, read_bytes
from bidigest.features.statements import COMFORTABLE, state
from tests.fixtures import Case, cases

CHINESE_IS_LONG_FROM = 50
"""As in `tests/features/test_lists.py`: the list's Chinese sentences are short of 75."""


def shown(folder: Path, most: int) -> Iterator[str]:
    """The statements of the folder's digest, in the order of the page."""
    options = Options(points=most, date=datetime.date(2026, 1, 31))
    digest = build([folder.name], options, root=folder.parent)
    yield from (point.statement for point in digest.points if point.shown)


def is_right(name: str, case: Case) -> bool:
    """Is the statement of a case what its list has? A cut may always be left undone."""
    document = read_bytes(case.text.encode(), "a.txt")
    narrow = name == "cuts" and case.title.startswith("zh")
    most = CHINESE_IS_LONG_FROM if narrow else COMFORTABLE
    statement = state(document, document.sentences[0], most=most)
    if name == "alone":
        return statement.alone == (case.expected == ("yes",))
    kept = (case.text,) if name == "cuts" else ()
    return statement.text in (*kept, *case.expected)


def print_lists() -> None:
    """Right/all of every kind, in the half that rules were tuned on and in the other."""
    for name in ("leading", "cuts", "alone"):
        counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        for half, file in enumerate(("open", "held_out")):
            for case in cases(f"features/{name}.{file}.txt"):
                right = is_right(name, case)
                for kind in (case.title.rsplit(" · ", 1)[0], f"{case.title[:2]} · all"):
                    counts[kind][2 * half] += right
                    counts[kind][2 * half + 1] += 1
        print(f"\n{name}\n{'kind':40} {'open':>9} {'held out':>9}")
        for kind in sorted(counts):
            of = counts[kind]
            print(f"{kind:40} {of[0]:4}/{of[1]:<4} {of[2]:4}/{of[3]:<4}")


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, help="a subject's sources each")
    parser.add_argument("--points", type=int, default=20, help="points a page at most")
    parser.add_argument("--lists", action="store_true", help="right/all per kind of the lists")
    asked = parser.parse_args()
    if asked.lists:
        print_lists()
    number = 0
    for folder in asked.folders:
        print(f"\n{folder}")
        for statement in shown(folder.resolve(), asked.points):
            number += 1
            print(f"{number:4} {' '.join(statement.split())}")


if __name__ == "__main__":
    main()
