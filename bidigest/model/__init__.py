"""The words of the project as data: frozen, slotted, without behaviour of their own.

In: nothing of the library. Out: `Document`, what reading makes of a source; `Digest`, what merging
makes of documents; and what they are made of.
"""

from bidigest.model.digests import (
    Changes,
    Citation,
    CitedQuantity,
    Conflict,
    Digest,
    Neighbour,
    Note,
    Point,
    Reading,
    Reason,
    Skipped,
    Theme,
)
from bidigest.model.documents import (
    Anchor,
    Block,
    Boilerplate,
    Document,
    Fetched,
    Language,
    Original,
    Quantity,
    Script,
    Section,
    Sentence,
    Span,
)
from bidigest.model.summaries import Ingested, SentenceFeatures, Statement, Summary

__all__ = [
    "Anchor",
    "Block",
    "Boilerplate",
    "Changes",
    "Citation",
    "CitedQuantity",
    "Conflict",
    "Digest",
    "Document",
    "Fetched",
    "Ingested",
    "Language",
    "Neighbour",
    "Note",
    "Original",
    "Point",
    "Quantity",
    "Reading",
    "Reason",
    "Script",
    "Section",
    "Sentence",
    "SentenceFeatures",
    "Skipped",
    "Span",
    "Statement",
    "Summary",
    "Theme",
]
