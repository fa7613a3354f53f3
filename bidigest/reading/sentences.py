"""The sentences of each block, with language and figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bidigest.model import Block, Quantity, Sentence, Span
from bidigest.reading.block_languages import Languages
from bidigest.reading.measures import NEWLINE
from bidigest.text.plain_text import as_one_line
from bidigest.text.sentence_splitting import split


def find_sentences(
    text: str, blocks: Sequence[Block], languages: Languages, line_ends: Sequence[Span] = ()
) -> tuple[Sentence, ...]:
    """Find all sentences in order, with language and figures.

    Args:
        text: of the document.
        blocks: in order.
        languages: of the document.
        line_ends: those that a reader does not see, in order.
    """
    found = []
    for index, block in enumerate(blocks):
        told = languages.of_block(text, block)
        for span in split(text, block.span):
            figures = _figures(text, span, line_ends)
            sentence = Sentence(span, block.section, index, told.language, told.script, figures)
            found.append(sentence)
    return tuple(found)


def _figures(text: str, span: Span, line_ends: Sequence[Span]) -> tuple[Quantity, ...]:
    """Find the figures of a sentence, also of one that goes on on the next line."""
    from bidigest.quantities.finding import find_quantities

    if not NEWLINE.search(text, span.start, span.end):
        return find_quantities(text, span)
    line, positions = as_one_line(text, span, line_ends)
    return tuple(
        replace(figure, span=Span(positions[figure.span.start], positions[figure.span.end - 1] + 1))
        for figure in find_quantities(line, Span(0, len(line)))
    )
