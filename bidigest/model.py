"""The words of the project as data: frozen, slotted, without behaviour of their own.

All positions are code points of a document's decoded text (without its byte order mark),
start inclusive, end exclusive. A document does not know its number in a digest, so that
what was read can be kept by content; `Citation` is where a source's id and a span meet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bidigest.errors import SourceError

Language = str
"""`zh`, `en` or another ISO 639-1 code; `und` where there is nothing to go by."""

Script = Literal["Hans", "Hant", "mixed", "undetermined"]
"""Script of Chinese text by ISO 15924, with two honest answers for doubt."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one document's text."""

    start: int
    end: int


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
class Furniture:
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
class Figure:
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
    figures: tuple[Figure, ...] = ()


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
    """As the digest names it: relative to the folder the run was started in, with `/`."""
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
    furniture: tuple[Furniture, ...] = field(repr=False)
    markup: tuple[Span, ...] = field(repr=False)
    """Inline markup (`**`, link targets), sorted: part of a quotation, not of what it says."""
    original: Original | None = None
    """Where the source is no text: `text` is then what a reader made of it."""
    fetched: Fetched | None = None
    """Where it comes from the web; known to a run, and to no reading that is kept."""

    def quote(self, span: Span) -> str:
        """Return the span's text, to the character."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Statement:
    """What would stand on the page for a sentence."""

    text: str
    spans: tuple[Span, ...]
    alone: bool
    """Whether it makes sense without the sentence before it."""
    width: float
    """Its length as a reader feels it, in Han characters."""


@dataclass(frozen=True, slots=True)
class SentenceFeatures:
    """What a sentence's own words tell of it, beside its figures and its statement."""

    letters: str
    """Its wording, folded, without punctuation and spaces."""
    negated: bool
    """Whether it denies something."""
    example: bool
    """Whether it tells of one case rather than of how things are."""
    leaning: bool
    """Whether it refers to the sentence before it, and cannot stand without that."""
    claimless: bool
    """Whether it makes no claim: it only asks or announces."""
    finished: bool
    """Whether it ends with a mark of its own, as no entry of a list does."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How much each sentence of one document matters within it."""

    ranks: tuple[float, ...]
    """One for each of the document's sentences, in order; they add up to 1."""
    terms: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    """The content words of each sentence that the ranks come from; empty where not kept."""
    features: tuple[SentenceFeatures, ...] = field(default=(), repr=False)
    statements: tuple[Statement, ...] = field(default=(), repr=False)
    """What each sentence would say on the page."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """A source, read and ranked."""

    document: Document
    summary: Summary


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence of a point: where it stands and what it says, to the character."""

    source: str
    """The source's id in its digest, as `S1`."""
    section: str
    """The section's id in its digest, as `S1.2`."""
    line: int
    """Counted from 1 as editors and GitHub count."""
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class CitedFigure:
    """A figure of a point, with the source that gives it."""

    source: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two sentences of a point are together: the evidence, by name and weight."""

    first: tuple[str, int]
    """Source id and start of the one sentence."""
    second: tuple[str, int]
    score: float
    """Probability, by the matching model, that both make the same claim."""
    evidence: Mapping[str, float]
    """Each kind of evidence with its contribution, the strongest first."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A point that came close to being the same as another."""

    point: str
    """Its id."""
    score: float
    """Of the two sentences that come closest: how probably both make the same claim."""
    closest: Reason | None = None
    """Those two, the other point's own first, with their evidence; None where it is not kept."""


@dataclass(frozen=True, slots=True)
class Point:
    """One claim, with the sentences of one or more sources that make it."""

    id: str
    shown: bool
    score: float
    statement: str
    """What a reader sees: the first citation's words, without markup, perhaps shortened."""
    statement_spans: tuple[Span, ...]
    """The spans of the first citation's source that, joined, are the statement."""
    sources: tuple[str, ...]
    citations: tuple[Citation, ...]
    figures: tuple[CitedFigure, ...]
    reasons: tuple[Reason, ...]
    nearest: tuple[Neighbour, ...] = ()
    """The points that came closest to being this one, best first; why not, of those shown."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source says in a conflict, in its own words."""

    source: str
    span: Span
    quote: str
    figure: Figure | None
    """None where the sources differ in no figure, but say opposite things."""
    words: Span | None = None
    """The words that say it: of a figure, the clause that tells what it is of, and when."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more sentences, of two sources at least, that cannot all be right."""

    point: str
    """Whose figures these are; or which the last of the readings deny."""
    readings: tuple[Reading, ...]
    kind: Literal["figures", "opposites"] = "figures"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source that could not be read, and why."""

    path: str
    reason: str

    @classmethod
    def because_of(cls, error: SourceError) -> Skipped:
        """Skip the source that the error names, with its reason and remedy."""
        return cls(error.path, f"{error.reason}; {error.remedy}")


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a reader should know of how the digest was made."""

    kind: str
    """A key of the message catalogue below `note.`: `judge_unreachable`, `judge_unanswered`."""
    count: int
    """Of the pairs of sentences that it is about."""
    detail: str
    """Why, in a few words that are the same whenever the cause is."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What is different from the edition before; ids are those of this edition."""

    since: str | None = None
    """The earlier edition's name, or None for a first edition."""
    new: tuple[str, ...] = ()
    """Ids of points that are new."""
    gone: tuple[str, ...] = ()
    """Statements that were shown and that no source makes any more."""
    support: tuple[tuple[str, int, int], ...] = ()
    """Point, sources before, sources now: where the number has changed."""
    figures: tuple[tuple[str, str, str], ...] = ()
    """Point, figures before, figures now, in the sources' own words."""
    sources_added: tuple[str, ...] = ()
    """Paths, here and in the next two: a source that went has no id any more."""
    sources_removed: tuple[str, ...] = ()
    sources_changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """Points of the page that the sources treat together."""

    title: str
    """A section's, without its number; empty where no section's covers these points."""
    section: str | None
    """The id of the section whose title it is."""
    points: tuple[str, ...]
    """Their ids, in the order of the page."""


@dataclass(frozen=True, slots=True)
class Digest:
    """The points, best first, with conflicts, sources and what was left out."""

    title: str
    date: str
    """ISO 8601 calendar date."""
    language: str
    """What headings are written in: `zh-Hans`, `zh-Hant` or `en`."""
    options: Mapping[str, object]
    documents: tuple[Document, ...] = field(repr=False)
    """Sorted by path: the first is `S1`."""
    points: tuple[Point, ...] = field(repr=False)
    conflicts: tuple[Conflict, ...] = field(repr=False)
    skipped: tuple[Skipped, ...] = ()
    changes: Changes = Changes()
    notes: tuple[Note, ...] = ()
    themes: tuple[Theme, ...] = ()
    """Of the points that are shown; by their first point, and none for those that fit nowhere."""
