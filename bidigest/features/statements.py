"""Statements: the words of a sentence that the page shows, standing alone and short enough.

A statement is always a run of the sentence's own characters, from the beginning of a word to the
end of one. A leading connective may go (Therefore, 此外), markup goes, and a long sentence may be
cut at a clause boundary; nothing is ever put in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bidigest.features.clarity import is_clear
from bidigest.features.clause_cuts import may_stand, stretches, trimmed
from bidigest.features.connectives import after_connectives
from bidigest.features.fragments import is_cells
from bidigest.features.standalone import (
    says_something,
    stands_alone,
    width,
)
from bidigest.languages.folding import folded
from bidigest.languages.patterns import is_finished, pattern
from bidigest.languages.zh.scripts import HAN
from bidigest.model import Document, Language, Sentence, Span, Statement
from bidigest.text.plain_text import joined, pieces, positions
from bidigest.text.word_boundaries import inside_word, within_word

__all__ = [
    "COMFORTABLE",
    "clauses_alone",
    "is_example",
    "stands_alone",
    "statement_of",
    "statement_of_stretch",
    "width",
]

COMFORTABLE = 75
"""Width up to which a statement is taken in at one go, in Han characters (two Latin letters)."""

_NARROWEST = 15
"""Width of the narrowest clause that is looked for in a sentence that is not long."""

_EXAMPLE = pattern("features/examples", "")
_HEADING = re.compile(rf"(?P<heading>[^,。;:!?\"“「]{{1,24}}[{HAN}])[ \u3000]+(?=[{HAN}“《])")
"""What stands before a blank within a Chinese sentence, before its first mark."""
_TWO_CHARACTERS = re.compile(rf"(?=([{HAN}]{{2}}))")


def is_example(text: str) -> bool:
    """Tell whether the sentence tells of one case rather than of how things are."""
    return _EXAMPLE.search(folded(text)) is not None


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence without its markup, and where each character of it stands."""

    document: Document
    sentence: Sentence
    text: str
    places: tuple[int, ...]
    """For each code point of the text its position in the document."""

    @classmethod
    def of(cls, document: Document, sentence: Sentence) -> _Said:
        """Take a sentence's visible text, with the position of each character."""
        spans = pieces(document, sentence.span)
        return cls(document, sentence, joined(document, spans), positions(spans))

    def statement(self, start: int, end: int) -> Statement:
        """Make a statement of a stretch, in code points of the visible text."""
        span = Span(self.places[start], self.places[end - 1] + 1)
        return _statement(self.document, span, self.sentence.language)

    def inside_word(self, at: int) -> bool:
        """Tell whether a word goes on at `at`, as `verify` will ask of what the source holds."""
        if not 0 < at < len(self.text):
            return False
        quote = self.document.quote(self.sentence.span)
        return any(
            inside_word(quote, place - self.sentence.span.start)
            for place in (self.places[at], self.places[at - 1] + 1)
        )


def statement_of(document: Document, sentence: Sentence, *, most: float = COMFORTABLE) -> Statement:
    """Make the best statement that the sentence gives: all of it, or a clause of it if long.

    Args:
        document: the sentence's document.
        sentence: one of its sentences.
        most: width from which it is long, in Han characters.
    """
    said = _Said.of(document, sentence)
    if not said.text:
        return Statement("", (), False, 0.0)
    whole = said.statement(_after_connectives(said, 0, len(said.text)), len(said.text))
    whole = (_without_heading(said) if whole.alone else None) or whole
    if whole.width <= most:
        return whole
    cuts = (said.statement(first, last) for first, last in _cuts(said, most / 3, most))
    return next((cut for cut in cuts if cut.alone), whole)


def _without_heading(said: _Said) -> Statement | None:
    """Make a statement without the heading that a page has run into its sentence.

    首页页眉的设置 文档的首页不需要页眉。 It has a word of what follows, clear alone.
    """
    text = folded(said.text)
    found = _HEADING.match(text)
    if not (found and is_finished(text) and len(text) == len(said.text)):
        return None
    heading, rest = found["heading"], text[found.end() :]
    if not any(word in rest for word in _TWO_CHARACTERS.findall(heading)):
        return None
    bare = said.statement(found.end(), len(said.text))
    return bare if bare.alone and bare.clear else None


def statement_of_stretch(document: Document, span: Span) -> Statement:
    """Make a statement of a stretch of whole sentences, of which the first stands alone.

    Args:
        document: their document.
        span: from the first one's first word to the last one's end.
    """
    spans = pieces(document, span)
    text = joined(document, spans)
    return Statement(text, spans, True, width(text))


def clauses_alone(document: Document, sentence: Sentence) -> Iterator[Statement]:
    """Yield what the sentence says with some of its clauses left out, the widest first."""
    said = _Said.of(document, sentence)
    for first, last in _cuts(said, _NARROWEST, COMFORTABLE):
        if (cut := said.statement(first, last)).alone:
            yield cut


def _cuts(said: _Said, least: float, most: float) -> Iterator[tuple[int, int]]:
    """Yield cuts of a width between `least` and `most`, the widest first."""
    found = []
    for start, end in stretches(said.text):
        first, last = trimmed(said.text, start, end)
        first = _after_connectives(said, first, last)
        wide = width(said.text[first:last])
        if least <= wide <= most:
            found.append((-wide, first, last, start, end))
    for _, first, last, start, end in sorted(found):
        whole_words = not (said.inside_word(first) or said.inside_word(last))
        if whole_words and may_stand(said.text, start, end, said.sentence.language):
            yield first, last


def _after_connectives(said: _Said, start: int, end: int) -> int:
    """Find where the stretch's leading connectives end, if they end where a word does."""
    text = folded(said.text)
    after = after_connectives(text, start, end) if len(text) == len(said.text) else start
    return start if said.inside_word(after) else after


def _statement(document: Document, span: Span, language: Language) -> Statement:
    spans = pieces(document, span)
    text = joined(document, spans)
    whole_words = not any(
        within_word(document.text[max(0, at - 1) : at + 1]) for at in (span.start, span.end)
    )
    apart = whole_words and not is_cells(document.quote(span))
    alone = apart and stands_alone(text, language) and says_something(text, language)
    return Statement(text, spans, alone, width(text), alone and is_clear(text, language))
