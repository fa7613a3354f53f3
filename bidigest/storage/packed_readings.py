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
    document, summary = ingested.document, ingested.summary
    values = [
        _head(document),
        [_section(section) for section in document.sections],
        [[*_span(block.span), block.section, block.kind] for block in document.blocks],
        [_sentence(sentence) for sentence in document.sentences],
        [[*_span(boilerplate.span), boilerplate.reason] for boilerplate in document.boilerplate],
        [_span(span) for span in document.markup],
        summary.ranks,
        [" ".join(words) for words in summary.terms],
        [[getattr(each, name) for name in _FEATURES] for each in summary.features],
        [_statement(statement) for statement in summary.statements],
        _original(document.original),
    ]
    text = json.dumps(values, separators=(",", ":"), default=str, ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass")


def unpack(text: bytes) -> Ingested:
    """Restore what `pack` was given.

    Raises:
        ValueError: it is anything else.
    """
    try:
        values = json.loads(text)
        head, sections, blocks, sentences, boilerplate, markup, *summary, original = values
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


def _head(document: Document) -> Packed:
    named = [document.path, document.sha256, document.encoding, document.text, document.title]
    return [*named, dict(document.metadata), document.language, document.script]


def _span(span: Span) -> Packed:
    return [span.start, span.end]


def _statement(statement: Statement) -> Packed:
    spans = [_span(span) for span in statement.spans]
    return [statement.text, statement.alone, statement.width, statement.clear, *spans]


def _original(original: Original | None) -> Packed | None:
    if original is None:
        return None
    anchors = [[*_span(anchor.span), dict(anchor.where)] for anchor in original.anchors]
    versions = dict(original.versions)
    return [original.media_type, original.reader, versions, anchors, original.left_out]


def _unpacked_original(values: Packed | None) -> Original | None:
    if values is None:
        return None
    media_type, reader, versions, anchors, left_out = values
    found = tuple(Anchor(Span(start, end), where) for start, end, where in anchors)
    return Original(media_type, reader, versions, found, left_out)


def _section(section: Section) -> Packed:
    heading = _span(section.heading) if section.heading else None
    named = [section.title, section.level, section.path, _span(section.span), heading]
    return [*named, section.language, section.script]


def _unpacked_section(values: Sequence[Any]) -> Section:
    title, level, path, span, packed, language, script = values
    heading = Span(*packed) if packed else None
    return Section(
        title,
        level,
        path=tuple(path),
        span=Span(*span),
        heading=heading,
        language=language,
        script=script,
    )


def _sentence(sentence: Sentence) -> Packed:
    span, figures = _span(sentence.span), [_figure(figure) for figure in sentence.figures]
    return [*span, sentence.section, sentence.block, sentence.language, sentence.script, figures]


def _figure(figure: Quantity) -> Packed:
    ends = [figure.low, figure.high, figure.unit, figure.approximate]
    return [*ends, *_span(figure.span), figure.decrease]


def _unpacked_sentence(values: Sequence[Any]) -> Sentence:
    start, end, section, block, language, script, figures = values
    found = tuple(
        Quantity(low, high, unit, approximate, Span(a, b), decrease)
        for low, high, unit, approximate, a, b, decrease in figures
    )
    return Sentence(Span(start, end), section, block, language, script, found)


def _unpacked_summary(
    ranks: Packed, terms: Packed, features: Packed, statements: Packed
) -> Summary:
    return Summary(
        tuple(ranks),
        tuple(tuple(line.split(" ")) if line else () for line in terms),
        tuple(SentenceFeatures(*values) for values in features),
        tuple(
            Statement(text, tuple(Span(a, b) for a, b in spans), alone, width, clear)
            for text, alone, width, clear, *spans in statements
        ),
    )
