"""Reading of a source's path below the root, and of its bytes, without ever waiting."""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bidigest.errors import SourceError

MAXIMUM_BYTES = 20_000_000
"""The largest source, unless the caller says otherwise."""

_LEAST_READ = 1 << 16

ANY_SIZE = 1 << 40
"""A limit that no file reaches."""

SEPARATOR = "!/"
"""Between a file and what is in it: `reports.zip!/levels.md`."""

_ANOTHER_PLACE = "put it below that folder or start the run further up"


@dataclass(frozen=True, slots=True)
class SourceContent:
    """A source's bytes under its name, hashed once."""

    name: str
    """Its path below the root, with `/`."""
    sha256: str
    data: bytes | None = field(repr=False)
    """None where a run holds so much already that it is read again when it is needed."""

    @classmethod
    def of(cls, data: bytes, name: str) -> SourceContent:
        """Hash these bytes, under this name."""
        return cls(name, hashlib.sha256(data).hexdigest(), data)


def read_source(path: Path, *, root: Path, limit: int = MAXIMUM_BYTES) -> SourceContent:
    """Read the file below root.

    Args:
        path: the file.
        root: folder that it must lie in.
        limit: how many bytes it may have.

    Raises:
        SourceError: it cannot be read.
    """
    name = path_below(path, root)
    return SourceContent.of(read_file(root / path, limit=limit, name=named(path, root)), name)


def path_below(path: Path, root: Path) -> str:
    """Return the path relative to root, links followed, with `/`.

    Raises:
        SourceError: it leads out of root.
    """
    try:
        name = Path(os.path.realpath(root / path)).relative_to(os.path.realpath(root)).as_posix()
    except ValueError as error:
        reason = "lies outside of the run's folder"
        raise SourceError(named(path, root), reason, _ANOTHER_PLACE) from error
    if shown(name, newlines=True) != name:
        raise SourceError(shown(name), "its name is not valid Unicode", "rename it")
    return name


def named(path: Path, root: Path) -> str:
    """Name a path below root, if it is, as given: a digest need not tell whose disk it is."""
    with suppress(ValueError):
        return shown((root / path).relative_to(root))
    return shown(path)


def read_file(path: Path, *, limit: int = MAXIMUM_BYTES, name: str | None = None) -> bytes:
    """Read a regular file's bytes, without ever waiting for a writer.

    Args:
        path: the file.
        limit: how many bytes it may have.
        name: what messages call it, if not by its path.

    Raises:
        SourceError: it cannot be read.
    """
    called = shown(path if name is None else name)
    try:
        data = _read(path, limit + 1, called)
    except SourceError:
        raise
    except FileNotFoundError as error:
        holder, separator, member = str(path).partition(SEPARATOR)
        if not separator:
            raise SourceError(called, why(error), "check its name and permissions") from error
        data = _member(Path(holder), member, called.partition(SEPARATOR)[0])
    except (OSError, ValueError) as error:
        raise SourceError(called, why(error), "check its name and permissions") from error
    if len(data) > limit:
        raise SourceError(called, f"is larger than {limit:,} bytes", "split it or raise the limit")
    return data


def read_unchanged(path: Path, sha256: str) -> bytes | None:
    """Read a file that was read before, of whatever size; None where it is not what it was.

    Args:
        path: the file.
        sha256: of what was read, in hexadecimal.
    """
    with suppress(SourceError):
        content = read_file(path, limit=ANY_SIZE)
        if hashlib.sha256(content).hexdigest() == sha256:
            return content
    return None


_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_beginning(path: Path, length: int) -> bytes:
    """Read the first bytes of a regular file, without ever waiting.

    Raises:
        SourceError: it is no regular file.
        OSError: the system does not give it.
    """
    return _read(path, length, shown(path))


def _read(path: Path, length: int, called: str) -> bytes:
    _refuse_special(path.stat(), called)
    # Between the two calls the file may have become a pipe: do not wait, look again.
    with os.fdopen(os.open(path, _FLAGS), "rb") as file:
        status = os.fstat(file.fileno())
        _refuse_special(status, called)
        # As much memory is taken as is asked for; some of the system's files say they are empty.
        return file.read(min(length, max(status.st_size + 1, _LEAST_READ)))


def _member(file: Path, member: str, called: str) -> bytes:
    from bidigest.reading.formats.registry import member as content_of

    return content_of(read_file(file, name=called), member, called)


def _refuse_special(status: os.stat_result, called: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise SourceError(called, "is a folder", "name the files in it")
    if not stat.S_ISREG(status.st_mode):
        raise SourceError(called, "is no regular file", "copy its content into a file")


def why(error: OSError | ValueError) -> str:
    """Say in a few words why the system would not give a file."""
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror}"
    return f"cannot be read: {error}"


def shown(path: Path | str, *, newlines: bool = False) -> str:
    """Write a path on one line of valid text, however strange the name."""
    name = str(path).encode("utf-8", "backslashreplace").decode()
    if newlines:
        return name
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)
