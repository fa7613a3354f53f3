"""A mark at which a sentence may end, with what stands around it."""

from __future__ import annotations

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
