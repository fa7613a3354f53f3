"""Where sources come from: files, folders and globs within a root; nothing else touches disk."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from bidigest.errors import SourceError

_STARS = re.compile(r"\*\*+")

TEXT_SUFFIXES = frozenset({".txt", ".md", ".markdown"})
"""What is taken from a folder; a file that is named may end in anything."""

_PAGES = frozenset({"digest.md", "digest.html", "digest.json"})
"""What is no source beside a `digest.json`, unless it is named: a digest would digest itself."""

MAXIMUM_BYTES = 20_000_000
"""The largest source, unless the caller says otherwise."""

MAXIMUM_SOURCES = 2_000
"""The most sources of a run, unless the caller says otherwise."""

_FEWER = "name fewer or raise the limit"
_ANOTHER_PLACE = "put it below that folder or start the run further up"


def find_sources(sources: Sequence[str], *, root: Path, most: int = MAXIMUM_SOURCES) -> list[Path]:
    """The files meant, each once, sorted by their path below root; raises SourceError.

    A link is followed when it is read: one that leads nowhere, or out of root, fails then.
    """
    found: dict[str, Path] = {}
    for source in sources:
        for path in _expand(source, root):
            target = os.path.relpath(os.path.realpath(path), os.path.realpath(root))
            found.setdefault(Path(target).as_posix(), path)
            if len(found) > most:
                raise SourceError(
                    shown(source), f"with it there are more than {most:,} sources", _FEWER
                )
    return [found[target] for target in sorted(found)]


def path_below(path: Path, root: Path) -> str:
    """The path relative to root, links followed, with `/`; raises SourceError if outside."""
    try:
        name = Path(os.path.realpath(root / path)).relative_to(os.path.realpath(root)).as_posix()
    except ValueError as error:
        reason = "lies outside of the run's folder"
        raise SourceError(named(path, root), reason, _ANOTHER_PLACE) from error
    if shown(name, newlines=True) != name:
        raise SourceError(shown(name), "its name is not valid Unicode", "rename it")
    return name


def named(path: Path, root: Path) -> str:
    """The path below root, if it is, as it was given: a digest need not tell whose disk it is."""
    with suppress(ValueError):
        return shown((root / path).relative_to(root))
    return shown(path)


def read_file(path: Path, *, limit: int = MAXIMUM_BYTES, name: str | None = None) -> bytes:
    """A regular file's bytes, without ever waiting for a writer; raises SourceError.

    The error calls the file by its name, if one is given.
    """
    called = shown(path if name is None else name)
    try:
        _refuse_special(path.stat(), called)
        # Between the two calls the file may have become a pipe: do not wait, look again.
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            _refuse_special(os.fstat(file.fileno()), called)
            data = file.read(limit + 1)
    except SourceError:
        raise
    except (OSError, ValueError) as error:
        raise SourceError(called, _why(error), "check its name and permissions") from error
    if len(data) > limit:
        raise SourceError(called, f"is larger than {limit:,} bytes", "split it or raise the limit")
    return data


_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def _refuse_special(status: os.stat_result, called: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise SourceError(called, "is a folder", "name the files in it")
    if not stat.S_ISREG(status.st_mode):
        raise SourceError(called, "is no regular file", "copy its content into a file")


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror}"
    return f"cannot be read: {error}"


def shown(path: Path | str, *, newlines: bool = False) -> str:
    """The path on one line of valid text, however strange the name."""
    name = str(path).encode("utf-8", "backslashreplace").decode()
    if newlines:
        return name
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)


def _expand(source: str, root: Path) -> list[Path]:
    path = root / source
    _refuse_outside(path, root, source)
    if _is(path, os.path.isdir):
        path_below(path, root)
        return _folder(path, source)
    if _is(path, os.path.lexists):
        return [path]
    if glob.has_magic(source):
        return _matches(source, root)
    raise SourceError(shown(source), "there is no such file", "check its name and place")


def _refuse_outside(path: Path, root: Path, source: str) -> None:
    """Whether a file outside of root exists is nobody's business; a link within it may be."""
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


def _folder(folder: Path, source: str) -> list[Path]:
    try:
        files = [path for path in folder.iterdir() if not path.is_dir() and _is_source(path)]
    except OSError as error:
        raise SourceError(shown(source), _why(error), "check its permissions") from error
    if not files:
        kinds = ", ".join(sorted(TEXT_SUFFIXES))
        raise SourceError(shown(source), f"the folder holds no {kinds}", "name files or a glob")
    return files


def _is_page_of_a_digest(path: Path) -> bool:
    return path.name in _PAGES and (path.parent / "digest.json").is_file()


def _is_source(path: Path) -> bool:
    return (
        path.suffix.lower() in TEXT_SUFFIXES
        and not _is_page_of_a_digest(path)
        and not path.name.startswith(".")
        and not path.name.lower().startswith("readme.")
    )


def _glob(pattern: str, root: Path) -> list[Path]:
    """The files that match, as the shell counts them: `*` leaves hidden files alone.

    `**` follows no links: two that lead back to their folder would be followed for ever.
    """
    parts = Path(pattern).parts
    plain = next((n for n, part in enumerate(parts) if glob.has_magic(part)), len(parts))
    folder = root.joinpath(*parts[:plain])
    path_below(folder, root)
    wanted = [part if part == "**" else _STARS.sub("*", part) for part in parts[plain:]]
    hidden = any(part.startswith(".") for part in wanted)
    if wanted[-1] == "**":
        wanted.append("*")
    found = folder.glob("/".join(wanted))
    return [path for path in found if hidden or not _hidden(path.relative_to(folder))]


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _matches(pattern: str, root: Path) -> list[Path]:
    found = [path for path in _glob(pattern, root) if not path.is_dir()]
    files = [path for path in found if not _is_page_of_a_digest(path)]
    if not Path(pattern).suffix:
        # `seeds/*` means the sources there, `logs/*.log` whatever is named so.
        files = [path for path in files if _is_source(path)]
    for folder in sorted({path.parent for path in files}):
        path_below(folder, root)
    if not files:
        raise SourceError(shown(pattern), "no file matches", "check the pattern and its place")
    return files
