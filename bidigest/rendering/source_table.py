"""The sources as a reader sees them: in numbers, and what was left out of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bidigest.model import Boilerplate, Digest, Document, Span
from bidigest.model.digests import source_id
from bidigest.reading.formats.media_types import PDF
from bidigest.rendering import script_conversion
from bidigest.rendering.escaping import one_line
from bidigest.rendering.originals import original_place
from bidigest.rendering.page_messages import Messages
from bidigest.rendering.shown_points import ShownPoint
from bidigest.rendering.source_names import source_name
from bidigest.text.locations import Locations

_FRONT_MATTER = "front-matter"
_AROUND = "around-the-text"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ADDRESS = re.compile(r" ?<[^<>]{1,200}>")
"""Of a mail's sender, whose name is enough."""
_LONGEST_ORIGIN = 60
"""Code points of a date or a name that are shown."""


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
    origin: str = ""
    """Its date and author as it gives them; of a PDF no date, which is often that of printing."""

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
    """`1–30, 45`; of a file that is no text its own places, if people count them: `p. 4`."""


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
        boilerplate=len(_in_the_file(document)) + _around(document),
        url=document.fetched.url if document.fetched else "",
        fetched=document.fetched.moment[:10] if document.fetched else "",
        origin=_origin(document),
    )


def _origin(document: Document) -> str:
    """Tell date and author as the source gives them."""
    printed = document.original is not None and document.original.media_type == PDF
    date = "" if printed else one_line(document.date)
    written = document.metadata.get("author", "")
    authors = written if isinstance(written, (list, tuple)) else [written]
    names = [_ADDRESS.sub("", one_line(str(each))).strip() for each in authors]
    day = date[:10] if _DAY.match(date) else date
    return ", ".join(each[:_LONGEST_ORIGIN] for each in (day, *names) if each)


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
    by_reason: dict[str, list[Span]] = {}
    for item in _in_the_file(places.document):
        by_reason.setdefault(item.reason, []).append(item.span)
    name, path = source_id(index), places.document.path
    found = [
        LeftOut(name, path, reason, len(spans), _places(sorted(spans), places))
        for reason, spans in by_reason.items()
    ]
    if around := _around(places.document):
        found.append(LeftOut(name, path, _AROUND, around, ""))
    return found


def _around(document: Document) -> int:
    """Count what of a page stands around its text, and in no line of its rendition."""
    return document.original.left_out if document.original else 0


def _in_the_file(document: Document) -> list[Boilerplate]:
    """List what was left out of what was handed in.

    The rendition of a file that is no text begins with its title, author and date, which no line of
    the file says so.
    """
    rendition = document.original is not None
    return [
        each for each in document.boilerplate if not (rendition and each.reason == _FRONT_MATTER)
    ]


def _places(spans: list[Span], places: Locations) -> str:
    """Write where these spans are: lines, or what the file has instead, as pages."""
    if places.document.original is None:
        return _lines(spans, places)
    named = (original_place(places.document, span, places.at(span.start).line) for span in spans)
    return ", ".join(dict.fromkeys(place.name for place in named if place and place.name))


def _lines(spans: list[Span], places: Locations) -> str:
    """Write the lines of spans in order, neighbours joined: `1–30, 45`."""
    ranges: list[list[int]] = []
    for span in spans:
        first = places.at(span.start).line
        last = places.at(max(span.start, span.end - 1)).line
        if ranges and first <= ranges[-1][1] + 1:
            ranges[-1][1] = max(ranges[-1][1], last)
        else:
            ranges.append([first, last])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in ranges)
