"""Differences between two digests, told by what points cite and say, not by their numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bidigest.model import Changes
from bidigest.publishing.edited_sentences import Edit
from bidigest.publishing.figure_changes import disputed, other_figures
from bidigest.publishing.quotes import Quote, edited_sentences, paths_of, quote_of, quotes_of
from bidigest.publishing.similar_texts import similar
from bidigest.rendering.json import Data

_SAME_STATEMENT = 0.8
"""Share of character bigrams (Dice) from which two statements are one whose wording has moved."""


def compare(old: Data, new: Data, since: str) -> Changes:
    """Compare two digests: what the new one has, lacks or says otherwise.

    Args:
        old: the earlier digest's JSON data.
        new: the later one's.
        since: name of the earlier edition.
    """
    before = _Side(old)
    edited = edited_sentences(old, new)
    now = _Side(new, {(path, edit.sentence): edit.earlier for path, edit in edited})
    pairs = _paired(before, now)
    touched = _touched(before, now, pairs)
    return Changes(
        since=since,
        new=tuple(now.ids[index] for index in _unknown(now, before, pairs)),
        gone=_gone(before, now, pairs),
        support=_support(before, now, touched),
        figures=_figures(before, now, touched),
        edited=_edited(now, edited),
        **_sources(old, new),
    )


@dataclass(slots=True)
class _Side:
    """One of the two digests, with its points by index and the points of each quote."""

    data: Data
    edited: Mapping[Quote, str] = field(default_factory=dict)
    """What was said in the earlier one, of sentences that tell other figures by now."""
    points: Sequence[Data] = field(init=False)
    ids: Sequence[str] = field(init=False)
    paths: Mapping[str, str] = field(init=False)
    hashes: Mapping[str, str] = field(init=False)
    quotes: list[frozenset[Quote]] = field(init=False)
    holders: Mapping[Quote, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.paths = paths_of(self.data)
        self.hashes = {source["path"]: source["sha256"] for source in self.data["sources"]}
        self.points = self.data["points"]
        self.ids = [point["id"] for point in self.points]
        self.quotes = [
            frozenset(
                (quote[0], self.edited.get(quote, quote[1]))
                for quote in quotes_of(point, self.paths)
            )
            for point in self.points
        ]
        self.holders = defaultdict(list)
        for index, quotes in enumerate(self.quotes):
            for quote in sorted(quotes):
                self.holders[quote].append(index)


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
) -> Iterator[tuple[float, int, int]]:
    """Find pairs of points whose quotes all differ, but whose statements are nearly the same."""
    olds = {i: before.points[i]["statement"] for i in _unknown(before, now, pairs.values())}
    news = {i: now.points[i]["statement"] for i in _unknown(now, before, pairs)}
    return similar(news, olds, _SAME_STATEMENT)


def _unknown(side: _Side, other: _Side, paired: Iterable[int]) -> list[int]:
    """List the points without a partner of whose quotes the other digest holds none."""
    known = set(paired)
    return [
        index
        for index, quotes in enumerate(side.quotes)
        if index not in known and not any(quote in other.holders for quote in quotes)
    ]


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
    """Tell where a sentence that is new gives a figure that none of the point's had before."""
    contradicted = disputed(now.data)
    told = (
        (now.ids[new], other_figures(before.points[old], now.points[new], fresh, contradicted))
        for new, old in sorted(pairs.items())
        if (fresh := _fresh(now, new, before))
    )
    return tuple((point, *words) for point, words in told if words)


def _fresh(now: _Side, index: int, before: _Side) -> list[Data]:
    """List the citations of a point that the earlier digest has nowhere, whatever is edited."""
    return [
        citation
        for citation in now.points[index]["citations"]
        if (quote := quote_of(citation, now.paths)) not in now.edited
        and quote not in before.holders
    ]


def _edited(
    now: _Side, edited: Sequence[tuple[str, Edit]]
) -> tuple[tuple[str, str, str, str], ...]:
    """Tell the edits, each at the first point that cites the sentence."""
    told = (
        (now.holders[path, edit.earlier][0], edit)
        for path, edit in edited
        if (path, edit.earlier) in now.holders
    )
    found = sorted(told, key=lambda each: each[0])
    return tuple((now.ids[at], edit.before, edit.now, edit.sentence) for at, edit in found)


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
