"""The sources as a reader sees them: in numbers, and what was left out of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bidigest.model import Digest, Span
from bidigest.model.identifiers import source_id
from bidigest.rendering import script_conversion
from bidigest.rendering.messages import Messages
from bidigest.rendering.shown_points import ShownPoint
from bidigest.rendering.source_names import source_name
from bidigest.text.locations import Locations


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in numbers."""

    id: str
    path: str
    title: str
    """What a reader calls it, be it its title or not."""
    tag: str
    language: str
    """Name of language and script, for the reader."""
    characters: int
    sentences: int
    cited: int
    """Sentences that shown points cite."""
    shared: int
    """Shown points that other sources make too."""
    own: int
    boilerplate: int
    url: str = ""
    """Where it was fetched, if it was."""
    fetched: str = ""
    """The day on which it was."""

    @property
    def covered(self) -> str:
        """Share of the sentences that the page cites, in percent."""
        return f"{round(100 * self.cited / self.sentences)}%" if self.sentences else "–"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was left out of one source for one reason."""

    source: str
    path: str
    reason: str
    count: int
    lines: str
    """`1–30, 45`."""


def source_row(index: int, digest: Digest, say: Messages, shown: Sequence[ShownPoint]) -> SourceRow:
    """Count what the page shows of one source.

    Args:
        index: the source's index in the digest.
        digest: all of it.
        say: messages in the reader's language.
        shown: the points of the page.
    """
    document, identifier = digest.documents[index], source_id(index)
    of_source = [view for view in shown if identifier in view.sources]
    starts = {
        where.span for view in of_source for where in view.citations if where.source == identifier
    }
    return SourceRow(
        id=identifier,
        path=document.path,
        title=source_name(document),
        tag=script_conversion.tag(document.language, document.script),
        language=say.language_name(document.language, document.script),
        characters=len(document.text),
        sentences=len(document.sentences),
        cited=_overlapped([sentence.span for sentence in document.sentences], sorted(starts)),
        shared=sum(len(view.sources) > 1 for view in of_source),
        own=sum(len(view.sources) == 1 for view in of_source),
        boilerplate=len(document.boilerplate),
        url=document.fetched.url if document.fetched else "",
        fetched=document.fetched.moment[:10] if document.fetched else "",
    )


def _overlapped(spans: list[Span], covering: list[Span]) -> int:
    """Count the spans, in order, that any of the others touches; linear in both."""
    count = position = 0
    for span in sorted(spans):
        while position < len(covering) and covering[position].end <= span.start:
            position += 1
        count += position < len(covering) and covering[position].start < span.end
    return count


def left_out(index: int, places: Locations) -> list[LeftOut]:
    """List what was left out of one source, a line for each reason."""
    document = places.document
    reasons = dict.fromkeys(item.reason for item in document.boilerplate)
    return [
        LeftOut(
            source_id(index),
            document.path,
            reason,
            sum(item.reason == reason for item in document.boilerplate),
            _lines([item.span for item in document.boilerplate if item.reason == reason], places),
        )
        for reason in reasons
    ]


def _lines(spans: list[Span], places: Locations) -> str:
    """Write the lines of these spans, neighbours joined: `1–30, 45`."""
    ranges: list[list[int]] = []
    for span in sorted(spans):
        first = places.at(span.start).line
        last = places.at(max(span.start, span.end - 1)).line
        if ranges and first <= ranges[-1][1] + 1:
            ranges[-1][1] = max(ranges[-1][1], last)
        else:
            ranges.append([first, last])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in ranges)
