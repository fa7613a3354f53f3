"""Learns how likely a block of a page is of what the page is about, and shows how well it tells.

    python -m benchmarks.fit_main_text FOLDER... [--write]

Each folder is one of `benchmarks.formats`: pages, and what each says beside it; they do not come
with the project. A block that the gold has belongs to the text, one that it has below its mark
counts for nothing, any other does not belong. Logistic regression with a ridge; each block counts
for the root of its share of the page, so that a long page does not outweigh others. A site is
scored by weights that have not seen it. Printed is how often a block of the text is ranked above
another one (area under the curve). `--write` puts weights learned from all where the library has
them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
import yaml

from benchmarks.fit_matching import fit
from benchmarks.formats import ALSO, GOLD, letters
from bidigest.errors import SourceError
from bidigest.reading.formats.html.likely_text import SIGNS, blocks_of_page, evidence
from bidigest.reading.formats.html.metadata import page_metadata
from bidigest.reading.formats.html.parsing import decode_page, parse, remove_dropped
from bidigest.reading.formats.html.unfolding import unfold
from bidigest.sparse.matrices import Floats

WEIGHTS = Path("bidigest/reading/formats/html/likely_text_weights.yaml")
RIDGE = 3.0
FOLDS = 5
_SHORTEST = 2
_LAST_NUMBER = re.compile(r"[-_]?\d*$")


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks of one page that the gold speaks of."""

    site: str
    evidence: Floats
    """(n_blocks, n_signs)."""
    right: Floats
    """1 where a block belongs to the text, else 0."""
    weight: Floats


def pages(folder: Path) -> Iterator[Blocks]:
    """Yield what is known of each page of a folder."""
    for gold in sorted(folder.rglob(f"*.htm*{GOLD}")):
        file = gold.with_name(gold.name.removesuffix(GOLD))
        try:
            yield _blocks(file, gold.read_text("utf-8"))
        except SourceError:
            continue


def _blocks(file: Path, gold: str) -> Blocks:
    """Read a page, and label its blocks by what it says."""
    root = parse(decode_page(file.read_bytes(), file.name), file.name)
    site = urlsplit(page_metadata(root)["url"]).hostname or _LAST_NUMBER.sub("", file.stem)
    unfold(root)
    remove_dropped(root)
    body = root.find("body")
    body = root if body is None else body
    blocks = blocks_of_page(body)
    required, _, also = (letters(part) for part in gold.partition(ALSO))
    said = [letters(block.text) for block in blocks]
    known = [len(each) >= _SHORTEST and (each in required or each not in also) for each in said]
    sizes = np.array([float(block.size) for block in blocks])[known]
    return Blocks(
        site=site,
        evidence=evidence(blocks, body)[known],
        right=np.array([float(each in required) for each in said])[known],
        weight=np.sqrt(sizes / max(sizes.sum(), 1.0)),
    )


def held_out(data: Sequence[Blocks]) -> Floats:
    """Score each block, page by page, by weights that have not seen its site."""
    sites = sorted({each.site for each in data})
    fold = {site: number % FOLDS for number, site in enumerate(sites)}
    learned = [_fit([each for each in data if fold[each.site] != n]) for n in range(FOLDS)]
    parts = []
    for each in data:
        weights, constant = learned[fold[each.site]]
        parts.append(each.evidence @ weights + constant)
    return np.concatenate(parts)


def _fit(data: Sequence[Blocks]) -> tuple[Floats, float]:
    gathered, right, weight = (
        np.concatenate([getattr(each, name) for each in data])
        for name in ("evidence", "right", "weight")
    )
    return fit(gathered, right, weight, RIDGE)


def ranked_right(odds: Floats, data: Sequence[Blocks]) -> float:
    """Compute how often, by weight, a block of the text stands above one that is not of it."""
    order = np.argsort(odds, kind="stable")
    right = np.concatenate([each.right for each in data])[order]
    weight = np.concatenate([each.weight for each in data])[order]
    of_text, other = weight * right, weight * (1 - right)
    return float((of_text * np.cumsum(other)).sum() / of_text.sum() / other.sum())


def main(*arguments: str) -> None:
    """Print how well blocks are told, and what is learned of all pages."""
    folders = [Path(each) for each in arguments if not each.startswith("--")]
    data = [page for folder in folders for page in pages(folder)]
    sites = len({page.site for page in data})
    blocks = sum(len(page.right) for page in data)
    print(f"{len(data)} pages of {sites} sites, {blocks} blocks")
    print(f"area under the curve, sites held out: {ranked_right(held_out(data), data):.4f}")
    weights, constant = _fit(data)
    signs = {n: round(float(w), 3) for n, w in zip(SIGNS, weights, strict=True)}
    for name, weight in signs.items():
        print(f"  {name:18} {weight:7.3f}")
    if "--write" in arguments:
        learned = {"constant": round(constant, 3), "signs": signs}
        head = "# Learned by benchmarks/fit_main_text.py; not set by hand.\n"
        WEIGHTS.write_text(head + yaml.safe_dump(learned, sort_keys=False), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
