"""How well contrasts are told: the lists in `gold/contrasts/`, right of all by kind and language.

Then each pair is made a digest of, of two sources with one sentence each: is a claim found with its
paraphrase in one point, apart from what only sounds like it, and is a conflict shown as one?

usage: python -m benchmarks.contrasts [--half open|held_out] [--failures] [--digests]
"""

from __future__ import annotations

import argparse
import datetime
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bidigest import Options, merge, read_bytes, summarize
from bidigest.contrasts.analysis import analyse
from bidigest.contrasts.contrast import contrast

FOLDER = Path(__file__).parent / "gold" / "contrasts"
_OPTIONS = Options(date=datetime.date(2026, 1, 31))
KINDS = (
    "opposite",
    "opposite_in_reports",
    "opposite_across",
    "opposite_everyday",
    "opposite_plain",
    "same",
    "same_everyday",
    "not_opposite",
    "modality_time",
    "who_what",
    "quantity",
)
OPPOSITES = (
    "opposite",
    "opposite_in_reports",
    "opposite_across",
    "opposite_everyday",
    "opposite_plain",
)
SAME = ("same", "same_everyday")
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
    if kind in OPPOSITES:
        return answer == "polarity"
    if kind in (*SAME, "quantity") and relation != "neither":
        return answer == "none"
    if kind in ("quantity", "not_opposite"):
        return answer != "polarity"
    return answer in ("time", "certainty", "entity")


def digested(pair: Pair) -> str:
    """How the two sentences stand in a digest: `conflict`, `together` or `apart`."""
    texts = [source(pair.first, pair.dates[0]), source(pair.second, pair.dates[1])]
    documents = [read_bytes(text.encode(), f"{n}.md") for n, text in enumerate(texts)]
    digest = merge(documents, [summarize(document) for document in documents], _OPTIONS)
    if digest.conflicts:
        return "conflict"
    return "together" if any(len(point.sources) > 1 for point in digest.points) else "apart"


def source(text: str, date: str | None) -> str:
    head = f"---\ndate: {date}\n---\n\n" if date else ""
    return f"{head}{text}\n"


def fitting(kind: str, answer: str, relation: str) -> bool:
    """Is that how they should stand?"""
    if kind in OPPOSITES or relation == "contradict":
        return answer == "conflict"
    if kind == "not_opposite":
        return answer != "conflict"
    if kind in SAME or relation == "agree":
        return answer == "together"
    return answer == "apart"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", default="open", choices=("open", "held_out"))
    parser.add_argument("--failures", action="store_true")
    parser.add_argument("--digests", action="store_true")
    options = parser.parse_args()
    _sentences(options.half, options.failures)
    if options.digests:
        _digests(options.half, options.failures)


def _sentences(half: str, failures: bool) -> None:
    print(f"{half}: what `contrast` says of two sentences, right of all")
    opposite: Counter[bool] = Counter()
    for kind in KINDS:
        good: Counter[str] = Counter()
        every: Counter[str] = Counter()
        for pair in pairs(half, kind):
            answer = told(pair)
            fine = right(kind, answer, pair.relation)
            every[pair.languages] += 1
            good[pair.languages] += fine
            opposite[kind in OPPOSITES] += answer == "polarity"
            if failures and not fine:
                print("  ", kind, answer, pair.relation, pair.first, "||", pair.second)
        print(kind, *(f"{lang} {good[lang]}/{every[lang]}" for lang in every), sep=" | ")
    print(f"called opposite: right {opposite[True]}, wrong {opposite[False]}")


def _digests(half: str, failures: bool) -> None:
    print(f"{half}: how two sources of one sentence each stand in a digest")
    for kind in KINDS:
        counts: dict[tuple[str, str], Counter[str]] = {}
        for pair in pairs(half, kind):
            answer = digested(pair)
            counts.setdefault((pair.relation, pair.languages), Counter())[answer] += 1
            if failures and not fitting(kind, answer, pair.relation):
                print("  ", kind, answer, pair.relation, pair.first, "||", pair.second)
        for (relation, languages), found in counts.items():
            told_ = ", ".join(f"{name} {found[name]}" for name in ("conflict", "together", "apart"))
            print(f"{kind} {relation} {languages}: {told_}")


if __name__ == "__main__":
    main()
