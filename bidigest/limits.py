"""Limits of a run: which sources are left out where there are too many sentences, or none."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence

from bidigest.errors import SourceError
from bidigest.model import Document, Skipped

_REMEDY = "split it, hand in fewer or raise the limit"


def too_many(document: Document, most: int) -> SourceError | None:
    """Return the error of a source that is too long even by itself; None where it is not."""
    count = len(document.sentences)
    return _error(document, most) if count > most else None


def beyond(documents: Sequence[Document], most: int) -> dict[str, SourceError]:
    """Choose sources to leave out, so that the others have at most `most` sentences.

    The longest go first: one that is far too long does not crowd out those that are not.

    Returns:
        The error of each source left out, by its path.
    """
    total = sum(len(document.sentences) for document in documents)
    left_out: dict[str, SourceError] = {}
    for document in sorted(documents, key=lambda d: (-len(d.sentences), d.path)):
        if total <= most:
            break
        total -= len(document.sentences)
        left_out[document.path] = _error(document, most)
    return left_out


def _error(document: Document, most: int) -> SourceError:
    count = len(document.sentences)
    reason = f"has {count:,} sentences, and the sources together may have {most:,}"
    return SourceError(document.path, reason, _REMEDY)


def nothing_readable(skipped: Sequence[Skipped]) -> SourceError:
    """Return the error of a run all of whose sources were skipped."""
    if not skipped:
        return SourceError("sources", "nothing to read", "name a file or folder with .txt or .md")
    first, others = min(skipped, key=lambda each: each.path).error(), len(skipped) - 1
    if not others:
        return first
    nor = f"the other {others} be read" if others > 1 else "the other source be read"
    return SourceError(first.path, f"{first.reason} (nor can {nor})", first.remedy)


def cores() -> int:
    """Count how many threads or processes can run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def collect_seldom() -> None:
    """Look for cycles less often in this process: a run makes many objects and hardly any cycle."""
    gc.set_threshold(2_000_000, 50, 100)
