"""A reading of a subject by claims: who makes which, what is disputed, what belongs on the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks.readings import Stretch, overlap
from benchmarks.subjects import Subject

Claims = frozenset[str]
"""Ids of claims."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A reading of a subject, its quotations looked up."""

    claims: Mapping[str, tuple[Stretch, ...]]
    conflicts: tuple[Mapping[str, Any], ...]
    near: tuple[tuple[Stretch, Stretch], ...]
    page: frozenset[str]
    quotes: Mapping[str, tuple[tuple[str, str], ...]]
    """Of each claim: source and words of each sentence that makes it."""

    @classmethod
    def of(cls, subject: Subject) -> Gold:
        """Return the subject's reading."""
        texts, reading = subject.texts(), subject.reading

        def stretch(said: Mapping[str, str]) -> Stretch:
            start = texts[said["source"]].index(said["quote"])
            return said["source"], start, start + len(said["quote"])

        return cls(
            {c["id"]: tuple(map(stretch, c["sentences"])) for c in reading["claims"]},
            tuple(reading["conflicts"]),
            tuple((stretch(near["a"]), stretch(near["b"])) for near in reading["near_misses"]),
            frozenset(reading["page"]),
            {
                c["id"]: tuple((s["source"], s["quote"]) for s in c["sentences"])
                for c in reading["claims"]
            },
        )

    def made_by(self, stretch: Stretch) -> Claims:
        """Return the claims that a stretch of a source makes."""
        return frozenset(
            claim
            for claim, stretches in self.claims.items()
            if any(overlap(stretch, each) for each in stretches)
        )

    def makers(self, claim: str) -> frozenset[str]:
        """Return the sources that make the claim."""
        return frozenset(source for source, _, _ in self.claims[claim])

    def shared(self) -> Claims:
        """Return the claims of two or more sources."""
        return frozenset(claim for claim in self.claims if len(self.makers(claim)) > 1)

    def nameable(self, claim: str) -> Iterator[frozenset[str]]:
        """Yield the sets of sources that may be named: all makers or, if disputed, one side's."""
        yield self.makers(claim)
        for conflict in self.conflicts:
            if claim in conflict["claims"]:
                for quote in conflict["quotes"]:
                    yield self._without(claim, {quote})
                    yield self._without(claim, self._others(quote))

    def _without(self, claim: str, denied: set[str]) -> frozenset[str]:
        """Makers of the claim by more than these words."""
        return frozenset(source for source, quote in self.quotes[claim] if quote not in denied)

    def _others(self, quote: str) -> set[str]:
        return {
            q for c in self.conflicts if quote in c["quotes"] for q in c["quotes"] if q != quote
        }
