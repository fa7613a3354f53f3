"""What was read of a source: its text, and what stands where in it.

All positions are code points of a document's decoded text (without its byte order mark),
start inclusive, end exclusive. A document does not know its number in a digest, so that
what was read can be kept by content; a `Citation` is where a source's id and a span meet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from bidigest.model.stated_dates import stated_date

Language = str
"""`zh`, `en` or another ISO 639-1 code; `und` where there is nothing to go by."""

Script = Literal["Hans", "Hant", "mixed", "undetermined"]
"""Script of Chinese text by ISO 15924, with two honest answers for doubt."""


class Located(Protocol):
    """What stands somewhere in a text, as a word or a mention does."""

    @property
    def start(self) -> int:
        """Code points before it."""

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one document's text."""

    start: int
    end: int

    @classmethod
    def of(cls, found: Located) -> Span:
        """Return where something stands, and nothing else of it."""
        return cls(found.start, found.end)


@dataclass(frozen=True, slots=True)
class Section:
    """A titled stretch of a document."""

    title: str
    """As a reader sees it: without `#`, numbering kept, inline markup removed."""
    level: int
    """1 for the outermost; 0 for the untitled stretch before the first heading."""
    path: tuple[str, ...]
    """Titles from the outermost section down to this one."""
    span: Span
    """From the heading's first character to the next heading of any level."""
    heading: Span | None = None
    """The heading itself; None for an untitled stretch."""
    language: Language = "und"
    script: Script | None = None


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Text that belongs in no digest, with the reason why."""

    span: Span
    reason: str
    """A key of the message catalogue: navigation, contact, credit, instruction, …"""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item or table row: what sentences are looked for in."""

    span: Span
    section: int
    """Index into the document's sections."""
    kind: Literal["paragraph", "item", "row"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A typed quantity: an interval with a unit."""

    low: float
    high: float
    unit: str
    """`%`, `x` (times), `ratio`, a currency (`USD`), a time (`month`), or a counted noun."""
    approximate: bool
    span: Span
    """Where it stands, including the words that qualify it (约, fewer than)."""
    decrease: bool = False
    """Whether words, rather than a sign, say that it is a loss or a fall (亏损3.2亿元)."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span that holds one statement."""

    span: Span
    section: int
    block: int
    """Index into the document's blocks."""
    language: Language
    script: Script | None
    figures: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of a rendition, and where it stands in the file that was read."""

    span: Span
    where: Mapping[str, object]
    """A place as JSON values: `{"page": 4}`, `{"slide": 2}`, `{"xpath": "/html[1]/…"}`."""


@dataclass(frozen=True, slots=True)
class Original:
    """The file of another format that a document is the rendition of, in Markdown."""

    media_type: str
    reader: str
    versions: Mapping[str, str]
    """Of all that it was read with; another version may read otherwise."""
    anchors: tuple[Anchor, ...] = field(repr=False)
    """Sorted, without overlaps."""
    left_out: int = 0
    """Stretches of the file's text that are not in the rendition: menus, notices, comments."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """Where and when a source was fetched from the web."""

    url: str
    """The address that names it: the one that its page declares, or the one that was asked."""
    moment: str
    """When these bytes came first, in ISO 8601 and UTC."""
    media_type: str
    """As the server calls it."""
    etag: str = ""
    entry: str = ""
    """The id of the feed's entry that it is, if it is one."""
    feed: str = ""
    """The address of the feed that it is from, or that its page declares."""


@dataclass(frozen=True, slots=True)
class Document:
    """A source, read."""

    path: str
    """As the digest names it: relative to the run's root, with `/`."""
    sha256: str
    """Of the source's bytes."""
    encoding: str
    text: str = field(repr=False)
    title: str
    metadata: Mapping[str, object]
    """From YAML front matter; nobody's evidence."""
    language: Language
    script: Script | None
    sections: tuple[Section, ...] = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)
    boilerplate: tuple[Boilerplate, ...] = field(repr=False)
    markup: tuple[Span, ...] = field(repr=False)
    """Inline markup (`**`, link targets), sorted: part of a quotation, not of what it says."""
    original: Original | None = None
    """Where the source is no text: `text` is then what a reader made of it."""
    fetched: Fetched | None = None
    """Where it comes from the web; known to a run, and to no reading that is kept."""

    @property
    def date(self) -> str:
        """Its day by its front matter, in ISO 8601 where one is told; empty where it has none."""
        return stated_date(self.metadata)

    def quote(self, span: Span) -> str:
        """Return the span's text, to the character."""
        return self.text[span.start : span.end]
