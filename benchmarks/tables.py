"""Puts what a script measured into a page of the docs, so that it cannot go stale unseen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def put(page: Path, name: str, lines: Sequence[str]) -> None:
    """Replace what stands between `<!-- NAME -->` and `<!-- end of NAME -->` in a page."""
    start, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, _, rest = page.read_text(encoding="utf-8").partition(start)
    _, found, after = rest.partition(end)
    if not found:
        raise ValueError(f"{page}: no place for {name}")
    table = "\n".join(lines)
    page.write_text(f"{before}{start}\n\n{table}\n\n{end}{after}", encoding="utf-8")
