"""A mark at which a sentence may end, with what stands around it, and what closes it behind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bidigest.model import Span

_FAR = 80
"""Code points before and after a mark that are looked at."""


@dataclass(frozen=True, slots=True)
class Terminator:
    """A full stop, a question mark, … within one block of a text; all positions are the text's."""

    text: str
    span: Span
    """The mark itself; of several in a row, all."""
    after: int
    """After the closing marks and reference marks that belong to it."""
    start: int
    """Where the sentence begins that may end here."""
    limit: int
    """The block's end."""
    enclosure: Span | None = None
    """The outermost quotation, bracket or title that the mark ends."""

    @property
    def mark(self) -> str:
        """The mark's characters."""
        return self.text[self.span.start : self.span.end]

    @property
    def before(self) -> str:
        """What the sentence says before the mark, at most its last 80 code points."""
        return self.text[max(self.start, self.span.start - _FAR) : self.span.start]

    @property
    def following(self) -> str:
        """What follows, without the white space before it, at most 80 code points."""
        return self.text[self.after : min(self.after + _FAR, self.limit)].lstrip()

    @property
    def apart(self) -> bool:
        """Whether white space, or the block's end, follows."""
        return self.after >= self.limit or self.text[self.after].isspace()


_PICTOGRAMS = "\u2600-\u27bf\U0001f000-\U0001faff"
_CLOSERS = re.compile(
    r"(?:[”’」』﹂﹄»›）)】》〉〕\]*_~`]|[\"'](?=\s)|[\[［]\d{1,3}[\]］]|[¹²³⁰⁴-⁹]"
    r"|(?<=[a-z)”\"]\.)\d{1,3}(?>(?:[,–-]\d{1,3})*)(?=\s))*"
    r"(?: ?\[\d{1,3}(?>(?: ?[,–-] ?\d{1,3})*)\])*"
    rf"(?:[ ]?[{_PICTOGRAMS}][\ufe0f\u200d{_PICTOGRAMS}]*+|[ ]?[:;][-o'^]?[()DPp](?![^\s)]))?"
)
_NUMBERED = re.compile(r"\[\d{1,3}\] ")
_LAST_NUMBER = re.compile(r" \[\d{1,3}\]$")


def after_closing_marks(text: str, start: int, position: int, limit: int) -> int:
    """Find where the marks end that close a sentence.

    Where sentences begin with a number of their own, the next one keeps its: [1] Rain fell. [2].

    Args:
        text: a document's text.
        start: code point at which the sentence begins.
        position: code point behind its full stop.
        limit: the block's end.
    """
    match = _CLOSERS.match(text, position, limit)
    after = match.end() if match else position
    last = _LAST_NUMBER.search(text, position, after) if _NUMBERED.match(text, start) else None
    return last.start() if last else after
