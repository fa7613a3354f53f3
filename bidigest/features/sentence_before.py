"""A sentence that leans on those before it, shown with them: as an editor quotes it.

*Officials said most had done so* says nothing alone, and something behind *Residents of the lower
town were told to leave*. Both are quoted as they stand, as one stretch of the source; and so are
three, where the one in the middle leans too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bidigest.features.clarity import leans
from bidigest.features.standalone import is_whole, points_back, refers_back, tells
from bidigest.features.statements import statement_of_stretch
from bidigest.languages.folding import unwrapped
from bidigest.languages.packs import pack_of_text
from bidigest.languages.patterns import is_finished
from bidigest.model import Document, Language, Sentence, Span, Statement
from bidigest.text.plain_text import wording

LONGEST = 90
"""Width up to which sentences are quoted together, in Han characters; more is a paragraph."""

_NUMBERED = re.compile(r"(?:^|\s)[(（]?(?:\d{1,2}[.．、)）](?!\d)|[①-⑳])")
"""An entry of a list stands beside the one before, and goes on with none."""
_PRONOUN = re.compile(r"(?i)^(?:it|they|he|she|this|that|these|those)\b")
"""What an English predicate may have for a subject, where the sentence before names it."""


def needs_one_before(text: str, language: Language) -> bool:
    """Tell whether a sentence lacks nothing but what the one before it may name.

    Args:
        text: what it says.
        language: that it is in.
    """
    if not (is_finished(text) and is_whole(text, language)) or _NUMBERED.search(text):
        return False
    named = _PRONOUN.sub("The mill", text) if pack_of_text(text, language).code == "en" else text
    if not (tells(text, language) or tells(named, language)):
        return False
    back = points_back(unwrapped(text), text, language) or refers_back(text)
    return back or leans(text, language)


def with_those_before(
    document: Document, sentences: Sequence[Sentence], first: Statement
) -> Statement | None:
    """Return what a sentence says together with those before it, if that is what it needs.

    They stand in a row in one paragraph; the first names its subject, each other one goes on.

    Args:
        document: of all.
        sentences: in their order; the last is the one that may need the others.
        first: what the first of them says by itself.
    """
    opening, sentence = sentences[0], sentences[-1]
    if not (first.alone and first.clear and is_finished(first.text)):
        return None
    if first.spans[-1].end != opening.span.end or not _in_a_row(document, sentences):
        return None
    if not all(_goes_on(document, each) for each in sentences[1:]):
        return None
    all_of_it = statement_of_stretch(document, Span(first.spans[0].start, sentence.span.end))
    return all_of_it if all_of_it.width <= LONGEST else None


def _in_a_row(document: Document, sentences: Sequence[Sentence]) -> bool:
    """Tell whether sentences of one paragraph have nothing but blanks between them."""
    return all(
        one.block == other.block and not document.text[one.span.end : other.span.start].strip()
        for one, other in pairwise(sentences)
    )


def _goes_on(document: Document, sentence: Sentence) -> bool:
    return needs_one_before(wording(document, sentence.span), sentence.language)
