"""The sentences of each block, with language and figures."""

from __future__ import annotations

from collections.abc import Sequence

from bidigest.model import Block, Sentence
from bidigest.reading.languages import Languages
from bidigest.text.sentence_splitting import split


def find_sentences(
    text: str, blocks: Sequence[Block], languages: Languages
) -> tuple[Sentence, ...]:
    """All sentences in order."""
    from bidigest.quantities import find_figures

    found = []
    for index, block in enumerate(blocks):
        told = languages.of_block(text, block)
        for span in split(text, block.span):
            figures = find_figures(text, span)
            sentence = Sentence(span, block.section, index, told.language, told.script, figures)
            found.append(sentence)
    return tuple(found)
