"""Differences from edition to edition, for `bidigest changes`."""

from __future__ import annotations

from pathlib import Path

from bidigest.checking.edition_folder import damage_as_error, edition_of
from bidigest.checking.rendered_pages import statement_for_reader
from bidigest.model import Changes
from bidigest.publishing.changes import compare
from bidigest.rendering import json as digest_json
from bidigest.rendering.json import Data
from bidigest.rendering.news import News, NewsPoint, news_text, tell
from bidigest.rendering.page_messages import messages


def difference(old: Path, new: Path) -> Changes:
    """Compare the digest in one folder with that in another.

    Both may be editions or output folders.

    Raises:
        DigestError: one holds no digest, or a damaged one.
    """
    old, new = edition_of(old), edition_of(new)
    before, now = digest_json.load(old), digest_json.load(new)
    with damage_as_error(old, new):
        return compare(before, now, since=old.resolve().name)


def difference_from_last(folder: Path) -> Changes:
    """Return what the digest said otherwise than the edition before, when it was made.

    The folder may be an edition or an output folder.

    Raises:
        DigestError: it holds no digest, or a damaged one.
    """
    edition = edition_of(folder)
    data = digest_json.load(edition)
    with damage_as_error(edition):
        return digest_json.changes_from(data["changes"])


def difference_text(old: Path, new: Path) -> str:
    """Tell the difference of two digests as text, in the language of the newer one."""
    return _text(new, difference(old, new))


def difference_from_last_text(folder: Path) -> str:
    """Tell the difference from the edition before as text, in the digest's language."""
    return _text(folder, difference_from_last(folder))


def news_of(data: Data) -> News:
    """Put the changes that a digest tells into words, in the digest's language."""
    return _told(data, digest_json.changes_from(data["changes"]))


def _text(folder: Path, changes: Changes) -> str:
    edition = edition_of(folder)
    data = digest_json.load(edition)
    with damage_as_error(edition):
        return news_text(_told(data, changes), messages(data["language"]))


def _told(data: Data, changes: Changes) -> News:
    points = {
        point["id"]: NewsPoint(statement_for_reader(point, data), "", point["shown"])
        for point in data["points"]
    }
    return tell(changes, points, messages(data["language"]))
