"""Files that hold several sources: archives, feeds, mails with attachments.

What they hold is called by the container's path and a name behind it: `reports.zip/levels.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from bidigest.errors import SourceError
from bidigest.reading.formats import media_types
from bidigest.reading.formats.media_types import media_type

Content = Callable[[], bytes]

MOST_MEMBERS = 2_000


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
        return _container(data, path)
    except RecursionError:
        raise SourceError(path, "is nested too deeply", "save it again") from None


def _container(data: bytes, path: str) -> Container | None:
    kind = media_type(data)
    if kind == media_types.ZIP:
        from bidigest.reading.formats.archives import archived

        return Container(_few(archived(data, path), path))
    if kind == media_types.FEED:
        from bidigest.reading.formats.feeds import entries

        return Container(_few(entries(data, path), path), entries=True)
    if kind == media_types.MAIL:
        from bidigest.reading.formats.mail import attachments, parse_mail

        found: dict[str, Content] = {}
        for name, content in attachments(parse_mail(data)):
            found[_free(found, name)] = lambda content=content: content  # type: ignore[misc]
        return Container(found, itself=True)
    return None


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
    """Tell whether a file that begins so can be a container; 64 KiB are enough to tell."""
    if beginning.startswith(b"PK\x03\x04"):
        return True
    return media_type(beginning) in (media_types.FEED, media_types.MAIL)


def _few(members: Mapping[str, Content], path: str) -> Mapping[str, Content]:
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
