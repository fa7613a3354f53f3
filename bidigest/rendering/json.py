"""A digest as `digest.json`, format `bidigest/1`, and back again as plain data."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson

from bidigest.errors import DigestError
from bidigest.model import (
    Changes,
    Digest,
    Document,
    Skipped,
)
from bidigest.model.digests import section_id, source_id
from bidigest.rendering.json_points import Data as Data
from bidigest.rendering.json_points import conflicts_data, point_data, span_data
from bidigest.rendering.originals import original_data
from bidigest.rendering.plain_metadata import plain_metadata

FORMAT = "bidigest/1"
FILE = "digest.json"

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""YAML escapes and odd file names hold them; UTF-8 cannot, JSON can by escape."""

_STYLE = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


def dumps(data: Data) -> str:
    """Write the text of `digest.json`: keys as given, one value a line, a newline at the end."""
    try:
        return orjson.dumps(data, option=_STYLE).decode()
    except orjson.JSONEncodeError:  # half a surrogate pair, or a number beyond 64 bits
        text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
        return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def loads(text: str, name: str = FILE) -> Data:
    """Parse a digest into plain data.

    Args:
        text: of the file.
        name: what messages call it.

    Raises:
        DigestError: it is no digest.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DigestError(f"{name}: not JSON ({error}); build the digest again") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise DigestError(f'{name}: "format" is not "{FORMAT}"; build the digest again')
    return data


def load(folder: Path) -> Data:
    """Load the plain data of the digest in a folder.

    Raises:
        DigestError: there is none.
    """
    file = folder / FILE
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise DigestError(f"{file}: {reason}; name the folder of an edition") from error
    return loads(text, str(file))


def fingerprint(data: Data) -> str:
    """Compute the SHA-256 of all that a digest says, whatever the day and whatever came before."""
    return hashlib.sha256(dumps(said(data)).encode()).hexdigest()


def said(data: Data) -> Data:
    """Return all that a digest says, as `fingerprint` has it: quicker to compare than its hash."""
    options = {key: value for key, value in data.get("options", {}).items() if key != "date"}
    apart = ("date", "changes", "root")
    kept = {key: value for key, value in data.items() if key not in apart}
    sources = [_whenever_fetched(source) for source in data.get("sources", [])]
    return {**kept, "sources": sources, "options": options}


def _whenever_fetched(source: Data) -> Data:
    """Leave out when a source was fetched, and how its server calls that state of it."""
    if "fetched" not in source.get("original", {}):
        return source
    apart = ("fetched", "etag")
    original = {key: value for key, value in source["original"].items() if key not in apart}
    return {**source, "original": original}


def to_data(digest: Digest) -> Data:
    """Turn the digest into plain data, in the order of its file.

    Where its sources lie, `root`, is added by who knows the file's place.
    """
    documents = digest.documents
    return {
        "format": FORMAT,
        "title": plain_metadata(digest.title),
        "date": digest.date,
        "language": digest.language,
        "options": plain_metadata(digest.options),
        "sources": [_source(index, document) for index, document in enumerate(documents)],
        "points": [point_data(point, documents) for point in digest.points],
        "conflicts": conflicts_data(digest.conflicts, documents),
        "skipped": [_skipped(skip) for skip in digest.skipped],
        "changes": changes_data(digest.changes),
        **_notes(digest),
        **_themes(digest),
    }


def _skipped(skipped: Skipped) -> Data:
    copied = {"copy_of": skipped.copy_of} if skipped.copy_of else {}
    return {"path": skipped.path, "reason": skipped.reason, **copied}


def _notes(digest: Digest) -> Data:
    """List notes only where there are any."""
    notes = [{"kind": n.kind, "count": n.count, "detail": n.detail} for n in digest.notes]
    return {"notes": notes} if notes else {}


def _themes(digest: Digest) -> Data:
    """Write themes, only where the points are divided."""
    themes = [
        {"title": theme.title, "section": theme.section, "points": list(theme.points)}
        for theme in digest.themes
    ]
    return {"themes": themes} if themes else {}


def changes_data(changes: Changes) -> Data:
    """Turn what is different from the edition before into plain data."""
    return {
        "since": changes.since,
        "new": list(changes.new),
        "gone": list(changes.gone),
        "support": [_moved(*moved) for moved in changes.support],
        "figures": [_moved(*moved) for moved in changes.figures],
        **({"edited": [_edited(*each) for each in changes.edited]} if changes.edited else {}),
        "sources": {
            "added": list(changes.sources_added),
            "removed": list(changes.sources_removed),
            "changed": list(changes.sources_changed),
        },
    }


def changes_from(data: Mapping[str, Any]) -> Changes:
    """Restore changes from the `changes` of a `digest.json`."""
    moved = ("point", "before", "now")
    return Changes(
        since=data["since"],
        new=tuple(data["new"]),
        gone=tuple(data["gone"]),
        support=tuple(tuple(item[key] for key in moved) for item in data["support"]),
        figures=tuple(tuple(item[key] for key in moved) for item in data["figures"]),
        edited=tuple(
            tuple(item[key] for key in (*moved, "quote")) for item in data.get("edited", ())
        ),
        sources_added=tuple(data["sources"]["added"]),
        sources_removed=tuple(data["sources"]["removed"]),
        sources_changed=tuple(data["sources"]["changed"]),
    )


def _moved(point: str, before: object, now: object) -> Data:
    return {"point": point, "before": before, "now": now}


def _edited(point: str, before: str, now: str, quote: str) -> Data:
    return {**_moved(point, before, now), "quote": quote}


def _source(index: int, document: Document) -> Data:
    return {
        "id": source_id(index),
        "path": document.path,
        "sha256": document.sha256,
        "encoding": document.encoding,
        "title": plain_metadata(document.title),
        "metadata": plain_metadata(document.metadata),
        "language": document.language,
        "script": document.script,
        "characters": len(document.text),
        "sentences": len(document.sentences),
        "sections": _sections(index, document),
        "furniture": [
            {**span_data(item.span), "reason": item.reason} for item in document.boilerplate
        ],
        **original_data(document),
    }


def _sections(index: int, document: Document) -> list[Data]:
    return [
        {
            "id": section_id(index, number),
            "title": section.title,
            "level": section.level,
            "path": list(section.path),
            **span_data(section.span),
            "language": section.language,
            "script": section.script,
        }
        for number, section in enumerate(document.sections)
    ]
