"""Points and conflicts as JSON has them: figures, spans and scores, the last rounded here."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from bidigest.model import (
    Citation,
    Conflict,
    Document,
    Neighbour,
    Point,
    Quantity,
    Reading,
    Reason,
    Span,
)
from bidigest.model.digests import source_index
from bidigest.rendering.originals import where_data
from bidigest.text.locations import Locations

Data = dict[str, Any]
"""What `digest.json` holds, as `json` reads it."""


def point_data(point: Point, documents: tuple[Document, ...]) -> Data:
    """Write a point as `digest.json` has it."""
    return {
        "id": point.id,
        "shown": point.shown,
        "score": _rounded(point.score),
        "statement": point.statement,
        "statement_spans": [span_data(span) for span in point.statement_spans],
        "sources": list(point.sources),
        "citations": [_citation(citation, documents) for citation in point.citations],
        "figures": [
            {
                **_figure(cited.figure),
                "source": cited.source,
                **span_data(cited.figure.span),
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
        **span_data(citation.span),
        "quote": citation.quote,
        **({"before": citation.before} if citation.before else {}),
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
    """Write a neighbour with the two sentences that came closest, where they are kept."""
    closest = {} if near.closest is None else _reason(near.closest)
    return {"point": near.point, **closest, "score": _rounded(near.score)}


def conflicts_data(conflicts: tuple[Conflict, ...], documents: tuple[Document, ...]) -> list[Data]:
    """Write conflicts as `digest.json` has them."""
    cited = {source_index(r.source) for conflict in conflicts for r in conflict.readings}
    places = {index: Locations(documents[index]) for index in sorted(cited)}
    return [
        {
            "point": conflict.point,
            "kind": conflict.kind,
            "about": list(conflict.about),
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
        **span_data(reading.span),
        "quote": reading.quote,
        **where_data(document, reading.span),
        **_told(reading, document),
    }


def _told(reading: Reading, document: Document) -> Data:
    """Write the reading's figure, if it has one, and the words that say it."""
    told: Data = {}
    if reading.figure:
        span = reading.figure.span
        told["figure"] = {
            **_figure(reading.figure),
            **span_data(span),
            "quote": document.quote(span),
        }
    if reading.words:
        told["words"] = {**span_data(reading.words), "quote": document.quote(reading.words)}
    return told


def _figure(figure: Quantity) -> Data:
    return {
        "low": _end(figure.low),
        "high": _end(figure.high),
        "unit": figure.unit,
        "approximate": figure.approximate,
    }


def _end(value: float) -> float | int | None:
    """Write an end of an interval; null where it is open, and no `.0` behind whole numbers."""
    if not math.isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < 2**53 else value


def span_data(span: Span) -> Data:
    """Write a span as `digest.json` has it."""
    return {"start": span.start, "end": span.end}


def _rounded(value: float) -> float:
    return round(float(value), 6) if math.isfinite(value) else 0.0
