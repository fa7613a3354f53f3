"""The registry of readers by media type, of files that are one source or that hold several.

None is loaded before there is something for it. What a file holds is called by its path and a name
behind it: `reports.zip!/levels.md`.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata, resources
from pathlib import PurePosixPath
from typing import Any

from bidigest.errors import SourceError
from bidigest.model import Original
from bidigest.reading.formats import media_types
from bidigest.reading.formats.media_types import media_type, named_type
from bidigest.reading.formats.rendition import Rendition, TooLongError, Where
from bidigest.storage.code_fingerprint import fingerprint

RawText = Callable[[Where], str]
"""The text at a place of a file as its format has it, before anything is made of it."""

Content = Callable[[], bytes]
"""The bytes of what a file holds, read when they are asked for."""

MOST_PAGES = 2_000
"""Of a file, unless the caller says otherwise."""

ANY_NUMBER = 1 << 30

MOST_MEMBERS = 2_000
"""Sources within a file."""


@dataclass(frozen=True, slots=True)
class FormatReader:
    """A module with two functions: `read(data, path)` and `raw_text(data, path)`."""

    name: str
    module: str
    """With a dot before it one of this package."""
    packages: tuple[str, ...]
    """What it reads with; another release may read otherwise."""
    by_pages: bool = False
    """Whether the module's `read` takes the most pages of a file as well."""

    def read(self, data: bytes, path: str, most_pages: int = ANY_NUMBER) -> Rendition:
        """Read the file as Markdown.

        Args:
            data: its bytes.
            path: what it is called.
            most_pages: of a format that has any; a file of more is refused.

        Raises:
            SourceError: it cannot be read.
        """
        limit = (most_pages,) if self.by_pages else ()
        rendition: Rendition = self._loaded().read(data, path, *limit)
        return rendition

    def raw_text(self, data: bytes, path: str) -> RawText:
        """Look up what the file's text is at a place.

        Raises:
            SourceError: it cannot be read.
        """
        found: RawText = self._loaded().raw_text(data, path)
        return found

    def versions(self) -> dict[str, str]:
        """Return the release of each package, and a fingerprint of our own code."""
        releases = {package: _release(package) for package in self.packages}
        return {"bidigest.reading.formats": _code(), **releases}

    def _loaded(self) -> Any:
        return importlib.import_module(self.module, __package__)


READERS = {
    media_types.HTML: FormatReader("html", ".html.reader", ("lxml", "readability-lxml")),
    media_types.PDF: FormatReader("pdf", ".pdf.worker", ("pypdfium2",), by_pages=True),
    media_types.MHTML: FormatReader("mhtml", ".mhtml", ("lxml", "readability-lxml")),
    media_types.SUBRIP: FormatReader("subtitles", ".subtitles", ()),
    media_types.WEBVTT: FormatReader("subtitles", ".subtitles", ()),
    media_types.MAIL: FormatReader("mail", ".mail", ("lxml",)),
    media_types.DOCX: FormatReader("docx", ".office.docx", ("lxml",)),
    media_types.PPTX: FormatReader("pptx", ".office.pptx", ("lxml",)),
    media_types.EPUB: FormatReader("epub", ".office.epub", ("lxml",)),
}
"""Readers by media type; which type some bytes are of is told in `media_types`."""


def render(
    data: bytes, path: str, most_pages: int = MOST_PAGES
) -> tuple[Rendition, Original] | None:
    """Render a file as Markdown, with what it was; None where it is text, or nothing that is read.

    Args:
        data: the file's bytes.
        path: what messages call it, by whose ending a text's format may be told.
        most_pages: how many pages of it are read at most.

    Raises:
        SourceError: a file of a kind that is read cannot be.
    """
    kind = media_type(data) or named_type(data, path)
    if kind in only_containers():
        raise _of_several(data, path)
    reader = READERS.get(kind or "")
    if kind is None or reader is None:
        return None
    try:
        rendition = reader.read(data, path, most_pages)
    except TooLongError as error:
        raise SourceError(path, str(error), "split it") from None
    except RecursionError:
        raise SourceError(path, "is nested too deeply", "save it again") from None
    if not rendition.anchors:
        raise SourceError(path, "holds no text", "leave it out")
    original = Original(kind, reader.name, reader.versions(), rendition.anchors, rendition.left_out)
    return rendition, original


def _of_several(data: bytes, path: str) -> SourceError:
    """Say what is wrong with a file that holds several sources, if not that it does."""
    try:
        container(data, path)
    except SourceError as error:
        return error
    return SourceError(path, "holds several sources and is none", "hand in the file they are in")


@cache
def _release(package: str) -> str:
    return metadata.version(package)


@cache
def _code() -> str:
    return fingerprint(resources.files("bidigest.reading.formats"))[:12]


@dataclass(frozen=True, slots=True)
class Container:
    """What a file holds, by name."""

    members: Mapping[str, Content] = field(repr=False)
    itself: bool = False
    """Whether the file is a source as well, as a mail is."""
    entries: bool = False
    """Whether they are entries of a feed, whose names are the same wherever they come from."""


def container(data: bytes, path: str) -> Container | None:
    """List what a file holds; None where it is no container.

    Raises:
        SourceError: the container is damaged.
    """
    try:
        lists = CONTAINERS.get(media_type(data) or "")
        return None if lists is None else lists(data, path)
    except RecursionError:
        raise SourceError(path, "is nested too deeply", "save it again") from None


def _archive(data: bytes, path: str) -> Container:
    from bidigest.reading.formats.archives import archived

    return Container(_not_too_many(archived(data, path), path))


def _feed(data: bytes, path: str) -> Container:
    from bidigest.reading.formats.feeds import entries

    return Container(_not_too_many(entries(data, path), path), entries=True)


def _mail(data: bytes, _path: str) -> Container:
    from bidigest.reading.formats.mail import attachments, parse_mail

    found: dict[str, Content] = {}
    for name, content in attachments(parse_mail(data)):
        found[_free(found, name)] = lambda content=content: content  # type: ignore[misc]
    return Container(found, itself=True)


CONTAINERS: dict[str, Callable[[bytes, str], Container]] = {
    media_types.ZIP: _archive,
    media_types.FEED: _feed,
    media_types.MAIL: _mail,
}
"""What lists the sources in a file that may hold several, by media type."""


def only_containers() -> frozenset[str]:
    """Return the media types of files that hold sources and are none, which a mail is as well."""
    return frozenset(CONTAINERS.keys() - READERS.keys())


def member(data: bytes, name: str, path: str) -> bytes:
    """Read one member of a container.

    Args:
        data: the container's bytes.
        name: of the member.
        path: what messages call the container.

    Raises:
        SourceError: it has no member of this name.
    """
    holder = container(data, path)
    content = holder.members.get(name) if holder else None
    if content is None:
        raise SourceError(f"{path}/{name}", "is not in that file", "check its name")
    return content()


def may_hold_sources(beginning: bytes) -> bool:
    """Tell whether a file that begins so can be a container; of an archive only its end tells.

    Args:
        beginning: as much of the file as `media_types` looks at, 16 KiB.
    """
    return beginning.startswith(b"PK\x03\x04") or media_type(beginning) in CONTAINERS


def _not_too_many(members: Mapping[str, Content], path: str) -> Mapping[str, Content]:
    if len(members) > MOST_MEMBERS:
        raise SourceError(path, f"holds more than {MOST_MEMBERS:,} files", "split it")
    return members


def _free(found: Mapping[str, Content], name: str) -> str:
    """Find a name that no other attachment has."""
    number, free = 1, name
    while free in found:
        number += 1
        parts = PurePosixPath(name)
        free = f"{parts.stem}-{number}{parts.suffix}"
    return free
