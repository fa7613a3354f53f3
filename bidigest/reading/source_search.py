"""The files that names, folders and globs within a root mean, and those they leave out."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bidigest.errors import SourceError
from bidigest.model import Document, Fetched, Skipped
from bidigest.reading.container_members import members_of
from bidigest.reading.source_filters import (
    is_of_a_digest,
    matching_files,
    may_be_meant,
    member_suffixes,
    read_suffixes,
)
from bidigest.reading.sources import SEPARATOR, named, path_below, shown, why

MAXIMUM_SOURCES = 2_000
"""The most sources of a run, unless the caller says otherwise."""

_FEWER = "name fewer or raise the limit"
_EXPORT = "export it as .txt or .md, or name it if it is a text"


@dataclass(frozen=True, slots=True)
class FoundSources:
    """The files that some arguments mean, and all that they leave out."""

    paths: tuple[Path, ...]
    """What is to be read: each file once, sorted by its path below root."""
    not_read: tuple[Skipped, ...]
    """Files of a folder or a glob that no reader takes, sorted by path."""
    unmatched: tuple[Skipped, ...]
    """Arguments that name nothing to be read, in their order."""
    fetched: Mapping[str, Fetched] = field(default_factory=dict)
    """Where files that were fetched are from, by their path below root."""

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """All that is left out."""
        return self.not_read + self.unmatched

    def from_the_web(self, document: Document) -> Document:
        """Return a document that was read, with where it is from if it was fetched."""
        fetched = self.fetched.get(document.path.partition(SEPARATOR)[0])
        return document if fetched is None else replace(document, fetched=fetched)


def find_sources(sources: Sequence[str], *, root: Path, most: int = MAXIMUM_SOURCES) -> list[Path]:
    """Find the files meant, each once, sorted by their path below root.

    A link is followed when it is read: one that leads nowhere, or out of root, fails then.

    Args:
        sources: files, folders and globs.
        root: folder that they are relative to.
        most: how many files may be meant.

    Raises:
        SourceError: one names nothing to be read, or there are more than `most`.
    """
    found: dict[str, Path] = {}
    for source in sources:
        expanded = _expand(source, root)
        if expanded.unmatched:
            raise expanded.unmatched
        _collect(expanded.read, source, root, most, found, {})
    return [found[target] for target in sorted(found)]


def resolve_sources(
    sources: Sequence[str], *, root: Path, most: int = MAXIMUM_SOURCES
) -> FoundSources:
    """Find the files meant, and what is left out of them with the reason.

    Args:
        sources: files, folders and globs.
        root: folder that they are relative to.
        most: how many files may be meant.

    Raises:
        SourceError: none names anything to be read, or there are more than `most`.
    """
    found: dict[str, Path] = {}
    others: dict[str, Path] = {}
    failed: list[SourceError] = []
    for source in sources:
        expanded = _expanded_or_refused(source, root)
        if expanded.unmatched:
            failed.append(expanded.unmatched)
        _collect(expanded.read, source, root, most, found, others)
        others.update((_target(path, root), path) for path in expanded.not_read)
    if failed and not found:
        raise failed[0]
    paths = tuple(found[target] for target in sorted(found))
    left = [others[target] for target in sorted(others) if target not in found]
    return FoundSources(
        paths,
        tuple(_not_read(path, root) for path in left),
        tuple(Skipped.because_of(error) for error in failed),
    )


@dataclass(frozen=True, slots=True)
class _Expanded:
    """The files of one argument."""

    read: Sequence[Path] = ()
    not_read: Sequence[Path] = ()
    unmatched: SourceError | None = None
    """Why there is nothing to be read."""


def _expanded_or_refused(source: str, root: Path) -> _Expanded:
    try:
        return _expand(source, root)
    except SourceError as error:
        return _Expanded(unmatched=error)


def _collect(
    paths: Sequence[Path],
    source: str,
    root: Path,
    most: int,
    found: dict[str, Path],
    others: dict[str, Path],
) -> None:
    for path in _with_members(paths, root, found, others):
        found.setdefault(_target(path, root), path)
        if len(found) > most:
            raise SourceError(
                shown(source), f"with it there are more than {most:,} sources", _FEWER
            )


def _with_members(
    paths: Sequence[Path], root: Path, found: Mapping[str, Path], others: dict[str, Path]
) -> Iterator[Path]:
    """Yield files, and what is in those that hold several; what no reader takes goes to `others`.

    An entry that two feeds have is one source.
    """
    known = {Path(target).name for target in found if SEPARATOR in target}
    for path in paths:
        members = members_of(path, root)
        if members is None or members.itself:
            yield path
        for member in members.paths if members else ():
            if member.suffix.lower() not in member_suffixes():
                others[_target(member, root)] = member
            elif not (members and members.entries and member.name in known):
                known.add(member.name)
                yield member


def _target(path: Path, root: Path) -> str:
    """Return what the path leads to, from root: two names of a file have one."""
    return Path(os.path.relpath(os.path.realpath(path), os.path.realpath(root))).as_posix()


def _not_read(path: Path, root: Path) -> Skipped:
    kind = f"{shown(path.suffix.lower())} files" if path.suffix else "files without a suffix"
    return Skipped(named(path, root), f"no reader for {kind}; {_EXPORT}")


def _expand(source: str, root: Path) -> _Expanded:
    path = root / source
    _refuse_outside(path, root, source)
    if _is(path, os.path.isdir):
        path_below(path, root)
        return _folder(path, source)
    if _is(path, os.path.lexists):
        return _Expanded([path])
    if glob.has_magic(source):
        return _matches(source, root)
    raise SourceError(shown(source), "there is no such file", "check its name and place")


def _refuse_outside(path: Path, root: Path, source: str) -> None:
    """Refuse a path that leads out of root, without telling whether there is such a file."""
    try:
        path_below(path, root)
    except SourceError as error:
        if not Path(os.path.realpath(path.parent)).is_relative_to(os.path.realpath(root)):
            raise SourceError(shown(source), error.reason, error.remedy) from error
    except ValueError:
        # A NUL in the name.
        return


def _is(path: Path, test: Callable[[Path], bool]) -> bool:
    try:
        return test(path)
    except ValueError:
        # A NUL in the name.
        return False


def _folder(folder: Path, source: str) -> _Expanded:
    try:
        files = [path for path in folder.iterdir() if not path.is_dir()]
    except OSError as error:
        raise SourceError(shown(source), why(error), "check its permissions") from error
    kinds = ", ".join(sorted(read_suffixes()))
    none = SourceError(shown(source), f"the folder holds no {kinds}", "name files or a glob")
    return _sorted_out(files, none)


def _sorted_out(files: Sequence[Path], none: SourceError) -> _Expanded:
    """Sort sources from what might have been meant; a README or a digest's page never is."""
    meant = [path for path in files if may_be_meant(path)]
    read = [path for path in meant if path.suffix.lower() in read_suffixes()]
    others = [path for path in meant if path.suffix.lower() not in read_suffixes()]
    return _Expanded(read, others, None if read else none)


def _matches(pattern: str, root: Path) -> _Expanded:
    none = SourceError(shown(pattern), "no file matches", "check the pattern and its place")
    matched = [path for path in matching_files(pattern, root) if not path.is_dir()]
    found = [path for path in matched if not is_of_a_digest(path)]
    if Path(pattern).suffix:
        expanded = _Expanded(found, (), None if found else none)
    else:
        # `seeds/*` means the sources there, `logs/*.log` whatever is named so.
        expanded = _sorted_out(found, none)
    for folder in sorted({path.parent for path in (*expanded.read, *expanded.not_read)}):
        path_below(folder, root)
    return expanded
