"""A digest as `digest.json`, format `bidigest/1`, and back again as plain data."""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson

from bidigest.errors import DigestError
from bidigest.identifiers import section_id, source_id, source_index
from bidigest.model import (
    Changes,
    Citation,
    Conflict,
    Digest,
    Document,
    Figure,
    Neighbour,
    Point,
    Reading,
    Reason,
    Span,
)
from bidigest.rendering.originals import original_data, where_data
from bidigest.rendering.plain import plain
from bidigest.text.locations import Locations

FORMAT = "bidigest/1"
FILE = "digest.json"

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""YAML escapes and odd file names hold them; UTF-8 cannot, JSON can by escape."""

_STYLE = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE

Data = dict[str, Any]
"""What `digest.json` holds, as `json` reads it."""


def dumps(data: Data) -> str:
    """The text of `digest.json`: keys as given, one value a line, a newline at the end."""
    try:
        return orjson.dumps(data, option=_STYLE).decode()
    except orjson.JSONEncodeError:  # half a surrogate pair, or a number beyond 64 bits
        text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
        return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def loads(text: str, name: str = FILE) -> Data:
    """Plain data of a digest; raises DigestError for anything that is not one."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DigestError(f"{name}: not JSON ({error}); build the digest again") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise DigestError(f'{name}: "format" is not "{FORMAT}"; build the digest again')
    return data


def load(folder: Path) -> Data:
    """Plain data of the digest in a folder; raises DigestError where there is none."""
    file = folder / FILE
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise DigestError(f"{file}: {reason}; name the folder of an edition") from error
    return loads(text, str(file))


def fingerprint(data: Data) -> str:
    """SHA-256 of all that a digest says, whatever the day and whatever came before."""
    return hashlib.sha256(dumps(said(data)).encode()).hexdigest()


def said(data: Data) -> Data:
    """All that a digest says, as `fingerprint` has it: what compares sooner than it is digested."""
    options = {key: value for key, value in data.get("options", {}).items() if key != "date"}
    apart = ("date", "changes", "root")
    kept = {key: value for key, value in data.items() if key not in apart}
    return {**kept, "options": options}


def to_data(digest: Digest) -> Data:
    """The digest as plain data, in the order in which its file has them.

    Where its sources lie, `root`, is added by who knows the file's place.
    """
    documents = digest.documents
    return {
        "format": FORMAT,
        "title": plain(digest.title),
        "date": digest.date,
        "language": digest.language,
        "options": plain(digest.options),
        "sources": [_source(index, document) for index, document in enumerate(documents)],
        "points": [_point(point, documents) for point in digest.points],
        "conflicts": _conflicts(digest.conflicts, documents),
        "skipped": [{"path": skip.path, "reason": skip.reason} for skip in digest.skipped],
        "changes": changes_data(digest.changes),
        **_notes(digest),
        **_themes(digest),
    }


def _notes(digest: Digest) -> Data:
    """Only where there is something to be known."""
    notes = [{"kind": n.kind, "count": n.count, "detail": n.detail} for n in digest.notes]
    return {"notes": notes} if notes else {}


def _themes(digest: Digest) -> Data:
    """Only where the points are divided."""
    themes = [
        {"title": theme.title, "section": theme.section, "points": list(theme.points)}
        for theme in digest.themes
    ]
    return {"themes": themes} if themes else {}


def changes_data(changes: Changes) -> Data:
    """What is different from the edition before, as plain data."""
    return {
        "since": changes.since,
        "new": list(changes.new),
        "gone": list(changes.gone),
        "support": [_moved(*moved) for moved in changes.support],
        "figures": [_moved(*moved) for moved in changes.figures],
        "sources": {
            "added": list(changes.sources_added),
            "removed": list(changes.sources_removed),
            "changed": list(changes.sources_changed),
        },
    }


def changes_from(data: Mapping[str, Any]) -> Changes:
    """The other way round: `changes` of a `digest.json`."""
    moved = ("point", "before", "now")
    return Changes(
        since=data["since"],
        new=tuple(data["new"]),
        gone=tuple(data["gone"]),
        support=tuple(tuple(item[key] for key in moved) for item in data["support"]),
        figures=tuple(tuple(item[key] for key in moved) for item in data["figures"]),
        sources_added=tuple(data["sources"]["added"]),
        sources_removed=tuple(data["sources"]["removed"]),
        sources_changed=tuple(data["sources"]["changed"]),
    )


def _moved(point: str, before: object, now: object) -> Data:
    return {"point": point, "before": before, "now": now}


def _source(index: int, document: Document) -> Data:
    return {
        "id": source_id(index),
        "path": document.path,
        "sha256": document.sha256,
        "encoding": document.encoding,
        "title": plain(document.title),
        "metadata": plain(document.metadata),
        "language": document.language,
        "script": document.script,
        "characters": len(document.text),
        "sentences": len(document.sentences),
        "sections": _sections(index, document),
        "furniture": [{**_span(item.span), "reason": item.reason} for item in document.furniture],
        **original_data(document),
    }


def _sections(index: int, document: Document) -> list[Data]:
    return [
        {
            "id": section_id(index, number),
            "title": section.title,
            "level": section.level,
            "path": list(section.path),
            **_span(section.span),
            "language": section.language,
            "script": section.script,
        }
        for number, section in enumerate(document.sections)
    ]


def _point(point: Point, documents: tuple[Document, ...]) -> Data:
    return {
        "id": point.id,
        "shown": point.shown,
        "score": _rounded(point.score),
        "statement": point.statement,
        "statement_spans": [_span(span) for span in point.statement_spans],
        "sources": list(point.sources),
        "citations": [_citation(citation, documents) for citation in point.citations],
        "figures": [
            {
                **_figure(cited.figure),
                "source": cited.source,
                **_span(cited.figure.span),
                "quote": documents[source_index(cited.source)].quote(cited.figure.span),
            }
            for cited in point.figures
        ],
        "reasons": [_reason(reason) for reason in point.reasons],
        "nearest": [_neighbour(near) for near in point.nearest],
    }


def _citation(citation: Citation, documents: tuple[Document, ...]) -> Data:
    return {
        "source": citation.source,
        "section": citation.section,
        "line": citation.line,
        **_span(citation.span),
        "quote": citation.quote,
        **where_data(documents[source_index(citation.source)], citation.span),
    }


def _reason(reason: Reason) -> Data:
    return {
        "first": {"source": reason.first[0], "start": reason.first[1]},
        "second": {"source": reason.second[0], "start": reason.second[1]},
        "score": _rounded(reason.score),
        "evidence": {name: _rounded(weight) for name, weight in reason.evidence.items()},
    }


def _neighbour(near: Neighbour) -> Data:
    """With the two sentences that came closest, where they are kept."""
    closest = {} if near.closest is None else _reason(near.closest)
    return {"point": near.point, **closest, "score": _rounded(near.score)}


def _conflicts(conflicts: tuple[Conflict, ...], documents: tuple[Document, ...]) -> list[Data]:
    cited = {source_index(r.source) for conflict in conflicts for r in conflict.readings}
    places = {index: Locations(documents[index]) for index in sorted(cited)}
    return [
        {
            "point": conflict.point,
            "kind": conflict.kind,
            "readings": [_reading(reading, places) for reading in conflict.readings],
        }
        for conflict in conflicts
    ]


def _reading(reading: Reading, places: Mapping[int, Locations]) -> Data:
    place = places[source_index(reading.source)].at(reading.span.start)
    document = places[source_index(reading.source)].document
    return {
        "source": reading.source,
        "line": place.line,
        **_span(reading.span),
        "quote": reading.quote,
        **where_data(document, reading.span),
        **_told(reading, document),
    }


def _told(reading: Reading, document: Document) -> Data:
    """The reading's figure, if it has one, and the words that say it."""
    told: Data = {}
    if reading.figure:
        span = reading.figure.span
        told["figure"] = {**_figure(reading.figure), **_span(span), "quote": document.quote(span)}
    if reading.words:
        told["words"] = {**_span(reading.words), "quote": document.quote(reading.words)}
    return told


def _figure(figure: Figure) -> Data:
    return {
        "low": _end(figure.low),
        "high": _end(figure.high),
        "unit": figure.unit,
        "approximate": figure.approximate,
    }


def _end(value: float) -> float | int | None:
    """An end of an interval; null where it is open, and no `.0` behind whole numbers."""
    if not math.isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < 2**53 else value


def _span(span: Span) -> Data:
    return {"start": span.start, "end": span.end}


def _rounded(value: float) -> float:
    return round(float(value), 6) if math.isfinite(value) else 0.0
