"""A reading as compact JSON text: for the document store, and on its way between processes.

It needs no pydantic, whose schemas take longer to build than five sources to read. Fields stand in
the order in which their classes have them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from bidigest.model import (
    Anchor,
    Block,
    Boilerplate,
    Document,
    Ingested,
    Original,
    Quantity,
    Section,
    Sentence,
    SentenceFeatures,
    Span,
    Statement,
    Summary,
)

Packed = list[Any]
_FEATURES = tuple(field.name for field in fields(SentenceFeatures))


def pack(ingested: Ingested) -> bytes:
    """Write a reading as UTF-8; metadata that JSON does not know becomes text."""
    d, summary = ingested.document, ingested.summary
    values = [
        [d.path, d.sha256, d.encoding, d.text, d.title, dict(d.metadata), d.language, d.script],
        [_section(section) for section in d.sections],
        [[*_span(block.span), block.section, block.kind] for block in d.blocks],
        [_sentence(sentence) for sentence in d.sentences],
        [[*_span(boilerplate.span), boilerplate.reason] for boilerplate in d.boilerplate],
        [_span(span) for span in d.markup],
        summary.ranks,
        [" ".join(words) for words in summary.terms],
        [[getattr(t, name) for name in _FEATURES] for t in summary.features],
        [[s.text, s.alone, s.width, *map(_span, s.spans)] for s in summary.statements],
        _original(d.original),
    ]
    text = json.dumps(values, separators=(",", ":"), default=str, ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass")


def unpack(text: bytes) -> Ingested:
    """Restore what `pack` was given.

    Raises:
        ValueError: it is anything else.
    """
    try:
        head, sections, blocks, sentences, boilerplate, markup, *summary, original = json.loads(
            text
        )
        path, sha256, encoding, body, title, metadata, language, script = head
        document = Document(
            path=path,
            sha256=sha256,
            encoding=encoding,
            text=body,
            title=title,
            metadata=metadata,
            language=language,
            script=script,
            sections=tuple(_unpacked_section(each) for each in sections),
            blocks=tuple(Block(Span(a, b), section, kind) for a, b, section, kind in blocks),
            sentences=tuple(_unpacked_sentence(each) for each in sentences),
            boilerplate=tuple(Boilerplate(Span(a, b), reason) for a, b, reason in boilerplate),
            markup=tuple(Span(a, b) for a, b in markup),
            original=_unpacked_original(original),
        )
        return Ingested(document, _unpacked_summary(*summary))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"no reading: {error}") from error


def _span(span: Span) -> Packed:
    return [span.start, span.end]


def _original(original: Original | None) -> Packed | None:
    if original is None:
        return None
    anchors = [[*_span(anchor.span), dict(anchor.where)] for anchor in original.anchors]
    return [original.media_type, original.reader, dict(original.versions), anchors]


def _unpacked_original(values: Packed | None) -> Original | None:
    if values is None:
        return None
    media_type, reader, versions, anchors = values
    found = tuple(Anchor(Span(start, end), where) for start, end, where in anchors)
    return Original(media_type, reader, versions, found)


def _section(section: Section) -> Packed:
    s = section
    heading = _span(s.heading) if s.heading else None
    return [s.title, s.level, s.path, _span(s.span), heading, s.language, s.script]


def _unpacked_section(values: Sequence[Any]) -> Section:
    title, level, path, span, heading, language, script = values
    there = Span(*heading) if heading else None
    return Section(title, level, tuple(path), Span(*span), there, language, script)


def _sentence(sentence: Sentence) -> Packed:
    s = sentence
    figures = [
        [f.low, f.high, f.unit, f.approximate, *_span(f.span), f.decrease] for f in s.figures
    ]
    return [*_span(s.span), s.section, s.block, s.language, s.script, figures]


def _unpacked_sentence(values: Sequence[Any]) -> Sentence:
    start, end, section, block, language, script, figures = values
    found = tuple(Quantity(low, high, unit, loose, Span(a, b), falls)
                  for low, high, unit, loose, a, b, falls in figures)  # fmt: skip
    return Sentence(Span(start, end), section, block, language, script, found)


def _unpacked_summary(
    ranks: Packed, terms: Packed, features: Packed, statements: Packed
) -> Summary:
    return Summary(
        tuple(ranks),
        tuple(tuple(line.split(" ")) if line else () for line in terms),
        tuple(SentenceFeatures(*values) for values in features),
        tuple(
            Statement(text, tuple(Span(a, b) for a, b in spans), alone, width)
            for text, alone, width, *spans in statements
        ),
    )
