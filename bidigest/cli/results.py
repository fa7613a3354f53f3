"""What came of `bidigest build`, as told to people, or as JSON to scripts."""

from __future__ import annotations

import json
import sys
import webbrowser
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bidigest.model import Skipped


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a request."""

    folder: Path
    """Where the pages lie."""
    edition: str | None
    """The edition's name; None where no editions are kept."""
    new: bool
    summary: str
    """The digest in one line: as `rendering.reports` sums it up."""
    skipped: tuple[Skipped, ...]
    notes: tuple[str, ...] = ()
    """What is to be known of how the digest was made."""
    unread: bool = False
    """Whether an argument named nothing to be read, or what it named could not be."""


def tell(built: Built, *, quiet: bool, as_json: bool) -> None:
    """Print both pages' paths and the digest in one line; what was left out on standard error.

    Args:
        built: what was made.
        quiet: whether nothing is printed for people.
        as_json: whether to print JSON instead.
    """
    if as_json:
        print(json.dumps(_values(built), ensure_ascii=False))
        return
    for each in built.skipped:
        print(f"skipped {each.path}: {each.reason}", file=sys.stderr)
    for line in built.notes:
        print(line, file=sys.stderr)
    if not quiet:
        print(built.folder / "digest.md")
        print(built.folder / "digest.html")
        print(f"{built.summary}{'' if built.new else ', nothing new'}")


def show(built: Built) -> None:
    """Open the page in the browser, or say where it is."""
    address = (built.folder / "digest.html").absolute().as_uri()
    if not webbrowser.open(address):
        print(f"no browser could be opened here; the page is {address}", file=sys.stderr)


def _values(built: Built) -> dict[str, Any]:
    pages = {kind: str(built.folder / f"digest.{end}") for kind, end in _PAGES.items()}
    return {
        **pages,
        "edition": built.edition,
        "new": built.new,
        "summary": built.summary,
        "skipped": [asdict(each) for each in built.skipped],
        "notes": list(built.notes),
    }


_PAGES = {"markdown": "md", "html": "html", "json": "json"}
