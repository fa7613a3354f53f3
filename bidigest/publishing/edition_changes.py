"""Differences from edition to edition, for `bidigest changes`."""

from __future__ import annotations

from pathlib import Path

from bidigest.checking.edition_folder import edition_of
from bidigest.checking.rendered_pages import statement_for_reader
from bidigest.errors import DigestError
from bidigest.model import Changes
from bidigest.publishing.changes import compare
from bidigest.rendering import json as digest_json
from bidigest.rendering.json import Data
from bidigest.rendering.messages import messages
from bidigest.rendering.news import News, NewsPoint, news_text, tell


def difference(old: Path, new: Path) -> Changes:
    """Compare the digest in one folder with that in another.

    Both may be editions or output folders.

    Raises:
        DigestError: one holds no digest.
    """
    return _compared(edition_of(old), edition_of(new))


def difference_from_last(folder: Path) -> Changes:
    """Return what the digest said otherwise than the edition before, when it was made.

    The folder may be an edition or an output folder.

    Raises:
        DigestError: it holds no digest.
    """
    edition = edition_of(folder)
    try:
        return digest_json.changes_from(digest_json.load(edition)["changes"])
    except (KeyError, TypeError, AttributeError) as error:
        file = edition / digest_json.FILE
        raise DigestError(f"{file}: not in its format ({error!r}); build it again") from error


def difference_text(old: Path, new: Path) -> str:
    """Tell the difference of two digests as text, in the language of the newer one."""
    return _text(new, difference(old, new))


def difference_from_last_text(folder: Path) -> str:
    """Tell the difference from the edition before as text, in the digest's language."""
    return _text(folder, difference_from_last(folder))


def news_of(data: Data) -> News:
    """Tell a digest's changes, in the digest's language."""
    return _told(data, digest_json.changes_from(data["changes"]))


def _text(folder: Path, changes: Changes) -> str:
    data = digest_json.load(edition_of(folder))
    return news_text(_told(data, changes), messages(data["language"]))


def _told(data: Data, changes: Changes) -> News:
    points = {
        point["id"]: NewsPoint(statement_for_reader(point, data), "", point["shown"])
        for point in data["points"]
    }
    return tell(changes, points, messages(data["language"]))


def _compared(old: Path, new: Path) -> Changes:
    return compare(digest_json.load(old), digest_json.load(new), since=old.resolve().name)
