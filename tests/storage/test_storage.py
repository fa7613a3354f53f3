"""A reading survives being kept as JSON."""

from __future__ import annotations

import json
from types import MappingProxyType

from bidigest.model import Block, Document, Figure, Section, Sentence, Span, Summary
from bidigest.storage.json_values import Ingested, from_json, to_json


def test_what_was_kept_is_what_was_read() -> None:
    span = Span(0, 3)
    figure = Figure(1.0, 2.5, "%", True, span)
    document = Document(
        path="a.txt", sha256="00", encoding="utf-8", text="一\U00020000b", title="甲",
        metadata=MappingProxyType({"tags": ["x", "y"], "n": 1}), language="zh", script="Hant",
        sections=(Section("甲", 1, ("甲",), span, span, "zh", "Hant"),),
        blocks=(Block(span, 0, "item"),),
        sentences=(Sentence(span, 0, 0, "zh", "Hant", (figure,)),),
        furniture=(), markup=(span,),
    )  # fmt: skip
    ingested = Ingested(document, Summary((1.0,)))
    assert from_json(json.loads(json.dumps(to_json(ingested)))) == ingested
