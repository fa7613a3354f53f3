"""Differences between two digests, told by what points cite and say, not by their numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bidigest.model import Changes
from bidigest.rendering.json import Data

_SAME_STATEMENT = 0.8
"""Share of character bigrams (Dice) from which two statements are one whose wording has moved."""

Quote = tuple[str, str]
"""A source's path and a sentence in it, wherever it stands there now."""


def compare(old: Data, new: Data, since: str) -> Changes:
    """Compare two digests: what the new one has, lacks or says otherwise.

    Args:
        old: the earlier digest's JSON data.
        new: the later one's.
        since: name of the earlier edition.
    """
    before, now = _Side(old), _Side(new)
    pairs = _paired(before, now)
    touched = _touched(before, now, pairs)
    return Changes(
        since=since,
        new=tuple(now.ids[index] for index in _unknown(now, before, pairs)),
        gone=_gone(before, now, pairs),
        support=_support(before, now, touched),
        figures=_figures(before, now, touched),
        **_sources(old, new),
    )


@dataclass(slots=True)
class _Side:
    """One of the two digests, with its points by index and the points of each quote."""

    data: Data
    points: Sequence[Data] = field(init=False)
    ids: Sequence[str] = field(init=False)
    hashes: Mapping[str, str] = field(init=False)
    quotes: list[frozenset[Quote]] = field(init=False)
    holders: Mapping[Quote, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        paths = {source["id"]: source["path"] for source in self.data["sources"]}
        self.hashes = {source["path"]: source["sha256"] for source in self.data["sources"]}
        self.points = self.data["points"]
        self.ids = [point["id"] for point in self.points]
        self.quotes = [
            frozenset((paths[item["source"]], _own_words(item)) for item in point["citations"])
            for point in self.points
        ]
        self.holders = defaultdict(list)
        for index, quotes in enumerate(self.quotes):
            for quote in sorted(quotes):
                self.holders[quote].append(index)


def _own_words(citation: Data) -> str:
    """Return the cited sentence, without the one before it that may be quoted with it."""
    quote: str = citation["quote"]
    return quote[citation.get("before", 0) :]


def _paired(before: _Side, now: _Side) -> dict[int, int]:
    """Pair new points with old ones, one to one: by shared quotes first, then by similar words."""
    pairs: dict[int, int] = {}
    _take(pairs, _sharing_quotes(before, now))
    _take(pairs, _sharing_words(before, now, pairs))
    return pairs


def _take(pairs: dict[int, int], candidates: Iterable[tuple[float, int, int]]) -> None:
    """Accept the strongest candidates first, each point once; ties go by the digests' order."""
    taken = set(pairs.values())
    for _, new, old in sorted(candidates, key=lambda item: (-item[0], item[1], item[2])):
        if new not in pairs and old not in taken:
            pairs[new] = old
            taken.add(old)


def _touched(before: _Side, now: _Side, pairs: Mapping[int, int]) -> dict[int, int]:
    """Choose the pairs with a citation of a source that came, went or was changed.

    What the others cite is what it was: where sentences are merely grouped otherwise, because
    a new source makes a word less rare, nothing has changed for a reader.
    """
    same = {path for path, digest in now.hashes.items() if before.hashes.get(path) == digest}
    return {
        new: old
        for new, old in pairs.items()
        if any(path not in same for path, _ in now.quotes[new] | before.quotes[old])
    }


def _sharing_quotes(before: _Side, now: _Side) -> list[tuple[float, int, int]]:
    candidates = []
    for new, quotes in enumerate(now.quotes):
        shared = Counter(old for quote in quotes for old in before.holders.get(quote, ()))
        candidates += [(float(count), new, old) for old, count in shared.items()]
    return candidates


def _sharing_words(
    before: _Side, now: _Side, pairs: Mapping[int, int]
) -> list[tuple[float, int, int]]:
    """Find pairs of points whose quotes all differ, but whose statements are nearly the same."""
    old_bigrams = {
        old: _bigrams(before.points[old]["statement"])
        for old in _unknown(before, now, pairs.values())
    }
    frequency = Counter(bigram for bigrams in old_bigrams.values() for bigram in bigrams)
    index: dict[str, list[int]] = defaultdict(list)
    for old, bigrams in old_bigrams.items():
        for bigram in _rarest(bigrams, frequency):
            index[bigram].append(old)
    candidates = []
    for new in _unknown(now, before, pairs):
        bigrams = _bigrams(now.points[new]["statement"])
        for old in {old for each in _rarest(bigrams, frequency) for old in index.get(each, ())}:
            likeness = _dice(bigrams, old_bigrams[old])
            if likeness >= _SAME_STATEMENT:
                candidates.append((likeness, new, old))
    return candidates


def _rarest(bigrams: set[str], frequency: Mapping[str, int]) -> list[str]:
    """Choose the rarest third of a set, and one more.

    Sets with a Dice of .8 share two thirds of each, so one of these (prefix filtering: Chaudhuri,
    Ganti & Kaushik 2006).
    """
    ordered = sorted(bigrams, key=lambda bigram: (frequency.get(bigram, 0), bigram))
    return ordered[: len(ordered) // 3 + 1]


def _dice(some: set[str], others: set[str]) -> float:
    return 2 * len(some & others) / (len(some) + len(others))


def _unknown(side: _Side, other: _Side, paired: Iterable[int]) -> list[int]:
    """List the points without a partner of whose quotes the other digest holds none."""
    known = set(paired)
    return [
        index
        for index, quotes in enumerate(side.quotes)
        if index not in known and not any(quote in other.holders for quote in quotes)
    ]


def _bigrams(text: str) -> set[str]:
    return {text[start : start + 2] for start in range(max(1, len(text) - 1))}


def _gone(before: _Side, now: _Side, pairs: Mapping[int, int]) -> tuple[str, ...]:
    return tuple(
        before.points[index]["statement"]
        for index in _unknown(before, now, pairs.values())
        if before.points[index]["shown"]
    )


def _support(
    before: _Side, now: _Side, pairs: Mapping[int, int]
) -> tuple[tuple[str, int, int], ...]:
    counts = [
        (now.ids[new], len(before.points[old]["sources"]), len(now.points[new]["sources"]))
        for new, old in sorted(pairs.items())
    ]
    return tuple(item for item in counts if item[1] != item[2])


def _figures(
    before: _Side, now: _Side, pairs: Mapping[int, int]
) -> tuple[tuple[str, str, str], ...]:
    changed = []
    for new, old in sorted(pairs.items()):
        was, is_now = before.points[old]["figures"], now.points[new]["figures"]
        units = _changed_units(was, is_now)
        if units:
            changed.append((now.ids[new], _words(was, units), _words(is_now, units)))
    return tuple(changed)


def _changed_units(was: Sequence[Data], now: Sequence[Data]) -> list[str]:
    """List the units in which both have figures, and one figure agrees with none of the other's.

    A unit that only one of them has is more detail, not another figure.
    """
    units = sorted({item["unit"] for item in was} & {item["unit"] for item in now})
    return [unit for unit in units if _differ(_of_unit(was, unit), _of_unit(now, unit))]


def _of_unit(figures: Sequence[Data], unit: str) -> list[tuple[float, float]]:
    return [_interval(item) for item in figures if item["unit"] == unit]


def _interval(figure: Data) -> tuple[float, float]:
    low, high = figure["low"], figure["high"]
    return (float("-inf") if low is None else low, float("inf") if high is None else high)


def _differ(was: list[tuple[float, float]], now: list[tuple[float, float]]) -> bool:
    def without_match(some: list[tuple[float, float]], others: list[tuple[float, float]]) -> bool:
        return any(not any(a <= d and c <= b for c, d in others) for a, b in some)

    return without_match(was, now) or without_match(now, was)


def _words(figures: Sequence[Data], units: Sequence[str]) -> str:
    words = (str(item.get("quote", item["unit"])) for item in figures if item["unit"] in units)
    return " / ".join(dict.fromkeys(words))


def _sources(old: Data, new: Data) -> dict[str, Any]:
    before = {source["path"]: source["sha256"] for source in old["sources"]}
    now = {source["path"]: source["sha256"] for source in new["sources"]}
    return {
        "sources_added": tuple(path for path in now if path not in before),
        "sources_removed": tuple(path for path in before if path not in now),
        "sources_changed": tuple(
            path for path in now if path in before and now[path] != before[path]
        ),
    }
