"""Paths and addresses as one: which files are meant, and where those of the web are from."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bidigest.errors import OptionsError, SourceError
from bidigest.fetching.fetched_sources import FetchedSources, Fetching, addresses_in, fetch
from bidigest.reading.located_sources import LocatedSources, locate
from bidigest.reading.source_search import FoundSources, resolve_sources
from bidigest.reading.sources import path_below


def locate_all(
    sources: Sequence[str], fetching: Fetching, *, here: Path, root: Path | None, most: int
) -> tuple[LocatedSources, tuple[str, ...]]:
    """Find the files that are meant, relative to the folder `here`, and fetch the addresses.

    Args:
        sources: files, folders, globs and addresses, as typed.
        fetching: how addresses are fetched, and where they are kept.
        here: folder that paths are relative to.
        root: nothing outside of it is read; by default the folder that holds files and output.
        most: how many files may be meant.

    Returns:
        The files, and what there is to be said of the fetching.

    Raises:
        SourceError: nothing is named that can be read, or more than `most` files are.
        OptionsError: addresses are kept in an output folder that lies outside of `root`.
    """
    addresses, paths = addresses_in(sources, here)
    if not addresses:
        return locate(paths, here=here, root=root, most=most), ()
    root = _root(paths, fetching.output, here, most) if root is None else root
    fetched = _fetched(addresses, fetching, root)
    located = locate(_named(paths, fetched), here=here, root=root, most=most)
    found = _with_fetched(located.found, fetched, root)
    return replace(located, found=found), fetched.warnings


def resolve_all(
    sources: Sequence[str], fetching: Fetching, *, root: Path, most: int
) -> tuple[FoundSources, tuple[str, ...]]:
    """Find the files within a root, as `locate_all`, and return the warnings with them.

    Args:
        sources: files, folders, globs and addresses.
        fetching: how addresses are fetched, and where they are kept.
        root: folder that paths are relative to.
        most: how many files may be meant.
    """
    addresses, paths = addresses_in(sources, root)
    if not addresses:
        return resolve_sources(paths, root=root, most=most), ()
    fetched = _fetched(addresses, fetching, root)
    found = resolve_sources(_named(paths, fetched), root=root, most=most)
    return _with_fetched(found, fetched, root), fetched.warnings


def _fetched(addresses: Sequence[str], fetching: Fetching, root: Path) -> FetchedSources:
    output = fetching.output
    if not Path(os.path.realpath(output)).is_relative_to(os.path.realpath(root)):
        raise OptionsError(
            f"{output}: pages are kept there, and it is outside of the root; "
            "name an output folder below it"
        )
    return fetch(addresses, fetching)


def _with_fetched(found: FoundSources, fetched: FetchedSources, root: Path) -> FoundSources:
    """Add to files where they are from, and to what is left out the addresses that failed."""
    return replace(
        found,
        fetched={path_below(path.absolute(), root): each for path, each in fetched.files},
        not_read=(*found.not_read, *fetched.skipped),
        unmatched=(*found.unmatched, *fetched.failed),
    )


def _named(paths: Sequence[str], fetched: FetchedSources) -> list[str]:
    named = [*paths, *(str(path.absolute()) for path, _ in fetched.files)]
    if not named:
        raise fetched.nothing
    return named


def _root(paths: Sequence[str], output: Path, here: Path, most: int) -> Path:
    """Find the folder that holds both files and output: names are then the same in each run."""
    place = os.path.realpath(output)
    try:
        root = locate(paths, here=here, most=most).root if paths else None
    except SourceError:
        root = None
    return Path(place if root is None else os.path.commonpath([os.path.realpath(root), place]))
