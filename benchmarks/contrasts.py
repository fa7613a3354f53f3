"""How well contrasts are told: the lists in `gold/contrasts/`, right of all by kind and language.

usage: python -m benchmarks.contrasts [--half open|held_out] [--failures]
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bidigest.contrasts.analysis import analyse
from bidigest.contrasts.contrast import contrast

FOLDER = Path(__file__).parent / "gold" / "contrasts"
KINDS = ("opposite", "same", "modality_time", "who_what", "quantity")
_DATED = re.compile(r"\[(\d{4}-\d\d-\d\d)\] ")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences of a list, with the dates of their sources."""

    languages: str
    first: str
    second: str
    dates: tuple[str | None, str | None]
    relation: str
    """`agree`, `contradict` or `neither`, of figures; empty elsewhere."""


def pairs(half: str, kind: str) -> Iterator[Pair]:
    """The pairs of one list, in order."""
    languages = ""
    for line in (FOLDER / half / f"{kind}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            languages = line[3:]
        elif "||" in line and not line.startswith("#"):
            relation, found = ("", line)
            if match := re.match(r"(agree|contradict|neither): ", line):
                relation, found = match[1], line[match.end() :]
            one, other = found.split(" || ")
            dates = _date(one), _date(other)
            yield Pair(languages, _DATED.sub("", one), _DATED.sub("", other), dates, relation)


def _date(text: str) -> str | None:
    match = _DATED.match(text)
    return match[1] if match else None


def told(pair: Pair) -> str:
    """What `contrast` says of the pair: the kind, or `none`."""
    one, other = analyse(pair.first, pair.dates[0]), analyse(pair.second, pair.dates[1])
    found = contrast(one, other)
    return found.kind if found else "none"


def right(kind: str, answer: str, relation: str) -> bool:
    """Is that what the list says?"""
    if kind == "opposite":
        return answer == "polarity"
    if kind in ("same", "quantity") and relation != "neither":
        return answer == "none"
    if kind == "quantity":
        return answer != "polarity"
    return answer in ("time", "certainty", "entity")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", default="open", choices=("open", "held_out"))
    parser.add_argument("--failures", action="store_true")
    options = parser.parse_args()
    opposite: Counter[bool] = Counter()
    for kind in KINDS:
        good: Counter[str] = Counter()
        every: Counter[str] = Counter()
        for pair in pairs(options.half, kind):
            answer = told(pair)
            fine = right(kind, answer, pair.relation)
            every[pair.languages] += 1
            good[pair.languages] += fine
            opposite[kind == "opposite"] += answer == "polarity"
            if options.failures and not fine:
                print("  ", kind, answer, pair.relation, pair.first, "||", pair.second)
        print(kind, *(f"{lang} {good[lang]}/{every[lang]}" for lang in every), sep=" | ")
    print(f"called opposite: right {opposite[True]}, wrong {opposite[False]}")


if __name__ == "__main__":
    main()
