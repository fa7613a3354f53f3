"""Sentences that a digest cites, by source: as its file has them, and as they were edited since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from bidigest.publishing.edited_sentences import Edit, edits
from bidigest.rendering.json import Data

Quote = tuple[str, str]
"""A source's path and a sentence in it, wherever it stands there now."""


def paths_of(data: Data) -> dict[str, str]:
    """Map the ids of a digest's sources to their paths."""
    return {source["id"]: source["path"] for source in data["sources"]}


def quotes_of(point: Data, paths: Mapping[str, str]) -> Iterator[Quote]:
    """Yield what a point cites, in its order."""
    return (quote_of(citation, paths) for citation in point["citations"])


def quote_of(citation: Data, paths: Mapping[str, str]) -> Quote:
    """Return the cited sentence, without the one before it that may be quoted with it."""
    quote: str = citation["quote"]
    return paths[citation["source"]], quote[citation.get("before", 0) :]


def edited_sentences(old: Data, new: Data) -> list[tuple[str, Edit]]:
    """Find the sentences of each changed source that tell other figures or days than they did.

    Returns:
        Each with its source's path, in the order of the sources.
    """
    hashes = {source["path"]: source["sha256"] for source in old["sources"]}
    changed = [
        source["path"]
        for source in new["sources"]
        if hashes.get(source["path"], source["sha256"]) != source["sha256"]
    ]
    before, now = (_by_source(data) if changed else {} for data in (old, new))
    return [
        (path, edit) for path in changed for edit in edits(before.get(path, []), now.get(path, []))
    ]


def _by_source(data: Data) -> dict[str, list[str]]:
    paths = paths_of(data)
    found: dict[str, list[str]] = defaultdict(list)
    for point in data["points"]:
        for path, quote in quotes_of(point, paths):
            found[path].append(quote)
    return found
