"""From a source's bytes to its Document, in one pass."""

from __future__ import annotations

from collections.abc import Sequence

from bidigest.model import Block, Boilerplate, Document, Span
from bidigest.reading.block_languages import Languages
from bidigest.reading.boilerplate.marking import mark_below_headings, mark_boilerplate
from bidigest.reading.decoding import decode
from bidigest.reading.formats.registry import MOST_PAGES, render
from bidigest.reading.front_matter import find_front_matter
from bidigest.reading.headings.document_titles import document_title
from bidigest.reading.headings.flattened import unfold
from bidigest.reading.headings.labels import find_labels
from bidigest.reading.headings.sections import find_sections, with_titles
from bidigest.reading.layout import lay_out
from bidigest.reading.line_blocks import find_blocks
from bidigest.reading.line_ends import unseen_line_ends
from bidigest.reading.markdown.inline import inline_markup, merged
from bidigest.reading.measures import overlaps
from bidigest.reading.pieces import Layout
from bidigest.reading.sentences import find_sentences
from bidigest.reading.sources import SourceContent


def document_of(content: SourceContent, most_pages: int = MOST_PAGES) -> Document:
    """Read the document that a source's bytes are.

    Args:
        content: the bytes, with their name.
        most_pages: of a PDF; one of more is refused.

    Raises:
        SourceError: they cannot be read.
    """
    data, path = content.data or b"", content.name
    rendered = render(data, path, most_pages)
    text, encoding = (rendered[0].text, "utf-8") if rendered else _decoded(data, path)
    front_matter = find_front_matter(text)
    layout = _understand(text, front_matter.span.end if front_matter else 0)
    sections = find_sections(text, layout)
    blocks = find_blocks(text, layout, sections)
    line_ends = tuple(unseen_line_ends(text, blocks))
    languages = Languages.of(text, blocks, sections)
    return Document(
        path=path,
        sha256=content.sha256,
        encoding=encoding,
        text=text,
        title=document_title(path, front_matter, sections, text),
        metadata=front_matter.metadata if front_matter else {},
        language=languages.document.language,
        script=languages.document.script,
        sections=languages.tell(sections),
        blocks=blocks,
        sentences=find_sentences(text, blocks, languages, line_ends),
        boilerplate=_boilerplate(layout, front_matter.span if front_matter else None),
        markup=tuple(merged([*_markup(text, layout, blocks), *line_ends])),
        original=rendered[1] if rendered else None,
    )


def _decoded(data: bytes, path: str) -> tuple[str, str]:
    decoded = decode(data, path)
    return decoded.text, decoded.encoding


def _understand(text: str, start: int) -> Layout:
    """Give pieces their roles: Markdown's headings, flattened ones, boilerplate, labels."""
    layout = unfold(text, lay_out(text, start))
    layout = find_labels(text, mark_boilerplate(text, layout))
    return mark_below_headings(text, with_titles(text, layout))


def _boilerplate(layout: Layout, front_matter: Span | None) -> tuple[Boilerplate, ...]:
    found = [Boilerplate(front_matter, "front-matter")] if front_matter else []
    found += [Boilerplate(p.span, p.reason) for p in layout.pieces if p.role == "furniture"]
    return tuple(found)


def _markup(text: str, layout: Layout, blocks: Sequence[Block]) -> list[Span]:
    """Collect the markers between the pieces, and the markup inside of blocks."""
    covered = [p.span for p in layout.pieces if p.role in ("heading", "label", "furniture")]
    found = [mark for mark in layout.marks if not overlaps(covered, mark)]
    found += [piece.span for piece in layout.pieces if piece.role == "markup"]
    for block in blocks:
        found += inline_markup(text, block.span, layout.references, row=block.kind == "row")
    return found
