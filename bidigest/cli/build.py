"""What `bidigest build` does, and says on the way: a digest, unless the latest edition holds."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bidigest.model import Digest, Skipped
from bidigest.options import Options
from bidigest.publishing import editions
from bidigest.publishing.last_run import LastRun
from bidigest.reading.source_search import FoundSources, resolve_sources
from bidigest.rendering.reports import in_figures, note_lines


@dataclass(frozen=True, slots=True)
class Order:
    """Which sources are to be digested, and how."""

    sources: Sequence[str]
    options: Options
    root: Path
    """The folder that paths in the digest are relative to."""
    cache: Path | None
    """Where what has been found out is kept, if anywhere."""


def publish(order: Order, output: Path, keep: int) -> bool:
    """Publish an edition under `output`, if there is anything new, and say so in one line.

    Returns whether every argument named something to be read.
    """
    found = _found(order)
    last = LastRun(order.cache / "runs", output) if order.cache else None
    known = last.unchanged(found, order.options, root=order.root) if last else None
    if known is not None:
        editions.tidy(output, keep=keep)
        _say_skipped(found.skipped)
        _say(output / editions.EDITIONS / known.edition, known.figures, new=False)
        return not found.unmatched
    digest = _digest(order, found)
    edition = editions.publish(digest, output, root=order.root, keep=keep)
    if last is not None:
        last.remember(found, digest, edition, order.options)
    _say(edition.folder, in_figures(digest), edition.new)
    return not found.unmatched


def write(order: Order, folder: Path) -> bool:
    """Put the three files straight into the folder, and say so in one line.

    Returns whether every argument named something to be read.
    """
    found = _found(order)
    digest = _digest(order, found)
    editions.write(digest, folder, root=order.root)
    _say(folder, in_figures(digest), new=True)
    return not found.unmatched


def _found(order: Order) -> FoundSources:
    return resolve_sources(order.sources, root=order.root, most=order.options.most_sources)


def _digest(order: Order, found: FoundSources) -> Digest:
    # Where nothing has changed, none of this is loaded.
    from bidigest.cli.progress import shown_progress
    from bidigest.ingestion import cores
    from bidigest.pipeline import digest_found

    kept = order.cache / "readings" if order.cache else None
    with shown_progress() as told:
        digest = digest_found(
            found, order.options, root=order.root, kept=kept, processes=cores(), told=told
        )
    _say_skipped(digest.skipped)
    for line in note_lines(digest):
        print(line, file=sys.stderr)
    return digest


def _say_skipped(skipped: Sequence[Skipped]) -> None:
    for each in skipped:
        print(f"skipped {each.path}: {each.reason}", file=sys.stderr)


def _say(folder: Path, figures: str, new: bool) -> None:
    print(f"{folder / 'digest.md'}: {figures}{'' if new else ', nothing new'}")
