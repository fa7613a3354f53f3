"""The best sentences of one document, within a number of sentences or characters."""

from __future__ import annotations

from bidigest.errors import OptionsError
from bidigest.model import Document, Sentence, Summary
from bidigest.text.plain_text import wording

SENTENCES = 5
"""How many are picked where nothing is asked for."""


def pick(
    document: Document,
    summary: Summary,
    sentences: int | None = None,
    characters: int | None = None,
) -> tuple[Sentence, ...]:
    """Pick the sentences ranked highest, in the text's own order; none is cut to fit.

    Args:
        document: what is picked from.
        summary: the ranks of its sentences.
        sentences: how many at most; `SENTENCES` where nothing is given.
        characters: how many code points, of what a reader sees, at most.

    Raises:
        OptionsError: both limits are given, or one below 1.
    """
    if sentences is not None and characters is not None:
        raise OptionsError("--sentences and --characters: give one of the two")
    if min(sentences or 1, characters or 1) < 1:
        raise OptionsError("--sentences and --characters: give a number from 1")
    order = sorted(range(len(summary.ranks)), key=lambda i: (-summary.ranks[i], i))
    if characters is None:
        chosen = order[: sentences or SENTENCES]
    else:
        chosen = _fitting(document, order, characters)
    return tuple(document.sentences[index] for index in sorted(chosen))


def _fitting(document: Document, order: list[int], characters: int) -> list[int]:
    chosen, left = [], characters
    for index in order:
        length = len(wording(document, document.sentences[index].span))
        if length <= left:
            chosen.append(index)
            left -= length
    return chosen
