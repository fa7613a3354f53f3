"""What a sentence's own words tell of it, whatever else is said: worked out once a source."""

from __future__ import annotations

import re

from bidigest.announcing import announces, asks
from bidigest.model import Document, Summary, Traits
from bidigest.statements import is_example, is_finished, stands_alone, state
from bidigest.terms import bare, folded, terms
from bidigest.wording import wording

_NEGATION = re.compile(
    r"不(?!仅|但|只|断|同|少)|没有|未|无法|無法|并非|而非|难以|缺乏|\b(?:not?|never|without|cannot|lacks?|neither|nor)\b|n't\b"
)


def traits(text: str) -> Traits:
    """The traits of a sentence's wording."""
    return Traits(
        letters=bare(text),
        negated=bool(_NEGATION.search(folded(text))),
        example=is_example(text),
        leaning=not stands_alone(text),
        claimless=asks(text) or announces(text),
        finished=is_finished(text),
    )


def told(document: Document, ranks: tuple[float, ...] = ()) -> Summary:
    """These ranks, with all that the document's sentences tell by themselves."""
    words, kinds, statements = [], [], []
    for sentence in document.sentences:
        text = wording(document, sentence.span)
        words.append(terms(text))
        kinds.append(traits(text))
        statements.append(state(document, sentence))
    return Summary(ranks, tuple(words), tuple(kinds), tuple(statements))
