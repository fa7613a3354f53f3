"""A sentence that leans on the one before it, shown with that one: as an editor quotes it.

*Officials said most had done so* says nothing alone, and something behind *Residents of the lower
town were told to leave*. Both are quoted as they stand, as one stretch of the source.
"""

from __future__ import annotations

from bidigest.features.clarity import leans
from bidigest.features.standalone import is_whole, points_back, refers_back, tells
from bidigest.features.statements import statement_of_stretch
from bidigest.languages.folding import unwrapped
from bidigest.languages.patterns import is_finished
from bidigest.model import Document, Language, Sentence, Span, Statement
from bidigest.text.plain_text import wording

LONGEST = 90
"""Width up to which two sentences are quoted together, in Han characters; more is a paragraph."""


def needs_one_before(text: str, language: Language) -> bool:
    """Tell whether a sentence lacks nothing but what the one before it may name.

    Args:
        text: what it says.
        language: that it is in.
    """
    if not (is_finished(text) and is_whole(text, language) and tells(text, language)):
        return False
    back = points_back(unwrapped(text), text, language) or refers_back(text)
    return back or leans(text, language)


def with_one_before(
    document: Document, first: Sentence, sentence: Sentence, before: Statement
) -> Statement | None:
    """Return what a sentence says together with the one before it, if that is what it needs.

    The two stand in a row in one paragraph; the first is quoted to its end and names its subject.

    Args:
        document: of both.
        first: the sentence before.
        sentence: the one that may need it.
        before: what the first says by itself.
    """
    if not (before.alone and before.clear and is_finished(before.text)):
        return None
    if first.block != sentence.block or before.spans[-1].end != first.span.end:
        return None
    if document.text[first.span.end : sentence.span.start].strip():
        return None
    if not needs_one_before(wording(document, sentence.span), sentence.language):
        return None
    both = statement_of_stretch(document, Span(before.spans[0].start, sentence.span.end))
    return both if both.width <= LONGEST else None
