"""Reads this folder's fixtures, whose input may be many lines.

== title
-- input
the document, to the character
-- expected
one thing a line
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bidigest.model import Block, Document, Span
from bidigest.reading import read_bytes

FOLDER = Path(__file__).parent
SEEDS = sorted((FOLDER.parents[1] / "seeds").glob("0*.txt"))


@dataclass(frozen=True, slots=True)
class Case:
    title: str
    text: str
    expected: tuple[str, ...]

    def read(self) -> Document:
        return read_bytes(self.text.encode(), "case.md")


def cases(name: str) -> list[Case]:
    """The cases of one fixture file, in order."""
    found = []
    for part in (FOLDER / name).read_text(encoding="utf-8").split("\n== ")[1:]:
        title, rest = part.split("\n-- input\n")
        text, expected = rest.split("\n-- expected")
        found.append(Case(title, text, tuple(expected.strip("\n").splitlines())))
    return found


def seed(number: int) -> Document:
    """One of the five seeds, read."""
    return read_bytes(SEEDS[number].read_bytes(), f"seeds/{SEEDS[number].name}")


def outline(document: Document) -> list[str]:
    """A line for each section: its depth, title, and how its first block begins."""
    lines = []
    for index, section in enumerate(document.sections):
        below = [b.span for b in outside_headings(document) if b.section == index]
        first = below[0] if below else None
        depth = "  " * max(section.level - 1, 0)
        title = section.title or "(untitled)"
        lines.append(f"{section.level} {depth}{title}" + (_opening(document, first)))
    return lines


def outside_headings(document: Document) -> list[Block]:
    """The blocks without those that a heading is which makes a claim."""
    headings = [section.heading for section in document.sections if section.heading]
    return [
        block
        for block in document.blocks
        if not any(h.start <= block.span.start and block.span.end <= h.end for h in headings)
    ]


def _opening(document: Document, block: Span | None) -> str:
    return f" | {document.quote(block)[:16].rstrip()}" if block else ""


def uncovered(document: Document) -> list[Span]:
    """Stretches that are in no heading, boilerplate, block or markup, white space aside."""
    covers = [s.heading for s in document.sections if s.heading]
    covers += [f.span for f in document.boilerplate] + [b.span for b in document.blocks]
    position, gaps = 0, []
    for span in sorted([*covers, *document.markup]):
        if span.start > position and document.text[position : span.start].strip():
            gaps.append(Span(position, span.start))
        position = max(position, span.end)
    if document.text[position:].strip():
        gaps.append(Span(position, len(document.text)))
    return gaps
