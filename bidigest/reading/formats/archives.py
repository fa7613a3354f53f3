"""ZIP archives as folders."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import PurePosixPath

from bidigest.errors import SourceError
from bidigest.reading.encoding_plausibility import plausibility
from bidigest.reading.formats.office.package import Package

_SYSTEM = frozenset({"__MACOSX"})


def archived(data: bytes, path: str) -> dict[str, Callable[[], bytes]]:
    """List the files in an archive by name, sorted.

    Raises:
        SourceError: it cannot be read, or holds nothing.
    """
    package = Package(data, path)
    found: dict[str, Callable[[], bytes]] = {}
    for name in package.names:
        shown = _readable(name, utf8=package.is_utf8(name))
        if not name.endswith("/") and _is_safe(shown):
            found.setdefault(shown, partial(package.bytes, name))
    if not found:
        raise SourceError(path, "is an archive with nothing in it", "leave it out")
    return dict(sorted(found.items()))


def _readable(name: str, *, utf8: bool) -> str:
    """Decode a file's name as whoever made the archive wrote it.

    Windows in Chinese writes GBK and does not say so; Python takes it for code page 437.
    """
    if utf8 or name.isascii():
        return name
    read = [name]
    for encoding in ("utf-8", "gb18030", "big5"):
        with suppress(UnicodeEncodeError, UnicodeDecodeError):
            read.append(name.encode("cp437").decode(encoding))
    return max(read, key=plausibility)


def _is_safe(name: str) -> bool:
    """Tell whether a name is a plain path downwards, to a file that people mean."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return (
        bool(parts)
        and not name.startswith("/")
        and "\0" not in name
        and not any(
            part == ".." or part.startswith((".", "~$")) or part in _SYSTEM for part in parts
        )
    )
