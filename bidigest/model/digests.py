"""What a digest says: points with their citations, conflicts, themes, changes.

Its sources and their sections are named within it: `S1`, and `S1.2` for its second section.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bidigest.errors import SourceError
from bidigest.model.documents import Document, Quantity, Span


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
    before: int = 0
    """Code points at the quotation's start that are sentences before, quoted with it."""


@dataclass(frozen=True, slots=True)
class CitedQuantity:
    """A figure of a point, with the source that gives it."""

    source: str
    figure: Quantity


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
    figures: tuple[CitedQuantity, ...]
    reasons: tuple[Reason, ...]
    nearest: tuple[Neighbour, ...] = ()
    """The points that came closest to being this one, best first; why not, of those shown."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source says in a conflict, in its own words."""

    source: str
    span: Span
    quote: str
    figure: Quantity | None
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
    about: tuple[str, ...] = ()
    """Words of the first reading, as written and in order, that another source says too: what is
    counted or said, of whom, and when."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source that could not be read, or is a copy of another, and why."""

    path: str
    reason: str
    copy_of: str = ""
    """The path of the source that has its text, where that is why."""

    @classmethod
    def because_of(cls, error: SourceError, copy_of: str = "") -> Skipped:
        """Skip the source that the error names, with its reason and remedy."""
        return cls(error.path, f"{error.reason}; {error.remedy}", copy_of)

    def error(self) -> SourceError:
        """Return the error that the source was skipped because of."""
        reason, _, remedy = self.reason.rpartition("; ")
        return SourceError(self.path, reason, remedy)


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a reader should know of how the digest was made."""

    kind: str
    """A key of the message catalogue below `note.`: `judge_unreachable`, `no_sentence_model`, …"""
    count: int
    """Of what it is about: pairs of sentences for a judge, sentences for a sentence model."""
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
    edited: tuple[tuple[str, str, str, str], ...] = ()
    """Point, words before, words now, sentence now: where a source tells a figure or a day
    otherwise than it did."""
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
    """What headings are written in, a BCP 47 tag: `zh-Hans`, `zh-Hant`, `en`."""
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


def source_id(index: int) -> str:
    """Return the id of the document at this index of the digest, which counts from 0."""
    return f"S{index + 1}"


def section_id(source: int, section: int) -> str:
    """Return the id of a section by the indexes of its document and its own, both from 0."""
    return f"{source_id(source)}.{section + 1}"


def source_index(identifier: str) -> int:
    """Return the index of the document that `S1` names."""
    return int(identifier.removeprefix("S")) - 1
