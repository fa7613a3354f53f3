"""Two editions compared, for `bidigest changes OLD NEW`."""

from __future__ import annotations

from pathlib import Path

from bidigest.checking.rendered_pages import statement_for_reader
from bidigest.checking.source_files import edition_of
from bidigest.model import Changes
from bidigest.publishing.changes import compare
from bidigest.rendering import json as digest_json
from bidigest.rendering.messages import messages
from bidigest.rendering.news import Told, news_text, tell


def difference(old: Path, new: Path) -> Changes:
    """What the digest in the new folder says otherwise than that in the old.

    Both may be editions or output folders; raises DigestError where one holds no digest.
    """
    return _compared(edition_of(old), edition_of(new))


def difference_text(old: Path, new: Path) -> str:
    """The same as text, in the language of the newer digest."""
    data = digest_json.load(edition_of(new))
    say = messages(data["language"])
    points = {
        point["id"]: Told(statement_for_reader(point, data), "", point["shown"])
        for point in data["points"]
    }
    return news_text(tell(difference(old, new), points, say), say)


def _compared(old: Path, new: Path) -> Changes:
    return compare(digest_json.load(old), digest_json.load(new), since=old.resolve().name)
