"""What each sentence of a document tells by itself, and how much it matters there."""

from __future__ import annotations

from dataclasses import dataclass, field

from bidigest.model.documents import Document, Span


@dataclass(frozen=True, slots=True)
class Statement:
    """What would stand on the page for a sentence."""

    text: str
    spans: tuple[Span, ...]
    alone: bool
    """Whether it makes sense without the sentence before it."""
    width: float
    """Its length as a reader feels it, in Han characters."""
    clear: bool = True
    """Whether it names whom it speaks of, and is no talk; what does not is a last choice."""


@dataclass(frozen=True, slots=True)
class SentenceFeatures:
    """What a sentence's own words tell of it, beside its figures and its statement."""

    letters: str
    """Its wording, folded, without punctuation and spaces."""
    negated: bool
    """Whether it denies something."""
    example: bool
    """Whether it tells of one case rather than of how things are."""
    anaphoric: bool
    """Whether it refers to the sentence before it, and cannot stand without that."""
    non_assertive: bool
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
