"""From pieces to blocks: which lines are one paragraph, and which are one each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from bidigest.model import Block, Section, Span
from bidigest.reading.headings.boundaries import claim_in_heading
from bidigest.reading.pieces import Layout, Piece
from bidigest.reading.wrapping import AdjacentLines, Margin, adjacent, continues_paragraph

_KINDS = {"text": "paragraph", "item": "item", "row": "row"}


def find_blocks(text: str, layout: Layout, sections: Sequence[Section]) -> tuple[Block, ...]:
    """Find the blocks in order, each with the index of its section.

    Args:
        text: of the document.
        layout: its pieces.
        sections: of the document, in order.
    """
    margin = Margin.of(text, layout.pieces)
    blocks: list[Block] = []
    starts = [section.span.start for section in sections]
    for run in _runs(layout.pieces):
        looks = AdjacentLines.of(text, run)
        for index, piece in enumerate(run):
            if index and continues_paragraph(text, run[index - 1], piece, looks, margin):
                first = blocks.pop()
                span = Span(first.span.start, piece.span.end)
                blocks.append(Block(span, first.section, first.kind))
            else:
                section = _section_at(starts, piece.span.start)
                blocks.append(Block(piece.span, section, _KINDS[piece.role]))  # type: ignore[arg-type]
    claims = filter(None, (claim_in_heading(text, piece) for piece in layout.pieces))
    blocks += [Block(claim, _section_at(starts, claim.start)) for claim in claims]
    return tuple(sorted(blocks, key=lambda block: block.span))


def _section_at(starts: Sequence[int], position: int) -> int:
    return max(0, bisect_right(starts, position) - 1)


def _runs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield runs of lines of text, each directly below the one before; anything else by itself."""
    run: list[Piece] = []
    before: Piece | None = None
    for piece in pieces:
        if piece.role in _KINDS:
            if run and not (before is run[-1] and adjacent(run[-1], piece)):
                yield run
                run = []
            run.append(piece)
        before = piece
    if run:
        yield run
