"""Renditions, which every reader gives: text as Markdown, and where each stretch comes from."""

from __future__ import annotations

import json
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bidigest.model import Anchor, Span

Where = Mapping[str, object]
"""A place in the file as it was handed in, as JSON values: `{"page": 4}`, `{"slide": 2}`."""


MOST_CHARACTERS = 5_000_000
"""Of a rendition: a book of ten thousand chapters, each of them small, is too much, too."""


class TooLongError(Exception):
    """A file with more text than is read."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """A file as Markdown."""

    text: str = field(repr=False)
    anchors: tuple[Anchor, ...] = field(repr=False)
    """Sorted, without overlaps; front matter has none."""
    warnings: tuple[str, ...] = ()
    """What of the file was not read, a line each."""
    left_out: int = 0
    """Stretches of text around what the file is about, as menus, that are not in it."""


class BlockWriter(Protocol):
    """What takes blocks in order: a rendition, or what decides which of them belong to it."""

    def write(self, text: str, where: Where, *, tight: bool = False) -> None:
        """Add a block.

        Args:
            text: of the block.
            where: its place in the file.
            tight: whether no blank line comes before it.
        """

    def go_on(self, text: str, where: Where) -> None:
        """Add to the block that was written last."""


@dataclass(frozen=True, slots=True)
class _Block:
    parts: list[tuple[str, Where]]
    tight: bool


class BlockCollector:
    """Keeps blocks, each with where it comes from, until it is known which are left out."""

    def __init__(self) -> None:
        self._blocks: list[_Block] = []

    def write(self, text: str, where: Where, *, tight: bool = False) -> None:
        """Add a block; a blank text adds nothing.

        Args:
            text: of the block.
            where: its place in the file.
            tight: whether no blank line comes before it, if the block above is kept.
        """
        if text.strip():
            self._blocks.append(_Block([(text, where)], tight))

    def go_on(self, text: str, where: Where) -> None:
        """Add to the block that was written last."""
        self._blocks[-1].parts.append((text, where))

    def texts(self) -> list[str]:
        """List the blocks' texts, in order."""
        return ["".join(text for text, _ in block.parts) for block in self._blocks]

    def places(self) -> list[Where]:
        """List where each block begins, in order."""
        return [block.parts[0][1] for block in self._blocks]

    def write_to(self, writer: RenditionWriter, left_out: Container[int]) -> None:
        """Write the blocks but for those with these numbers."""
        above = False
        for number, block in enumerate(self._blocks):
            if kept := number not in left_out:
                writer.write_parts(block.parts, tight=block.tight and above)
            above = kept


class RenditionWriter:
    """Collects blocks, each on a line of its own, and remembers where each comes from."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._anchors: list[Anchor] = []
        self._length = 0

    def write(self, text: str, where: Where, *, tight: bool = False) -> None:
        """Add a block; a blank text adds nothing.

        Args:
            text: of the block.
            where: its place in the file.
            tight: whether no blank line comes before it.
        """
        self.write_parts([(text, where)], tight=tight)

    def go_on(self, text: str, where: Where) -> None:
        """Add to the block that was written last, as what a page sets on a line of its own."""
        start = self._length
        self._add(text)
        self._anchors.append(Anchor(Span(start, self._length), where))

    def write_parts(self, parts: Sequence[tuple[str, Where]], *, tight: bool = False) -> None:
        """Add one block whose parts come from several places, as a paragraph over two pages."""
        if not any(text.strip() for text, _ in parts):
            return
        self._add("" if not self._length else "\n" if tight else "\n\n")
        for text, where in parts:
            start = self._length
            self._add(text)
            if text:
                self._anchors.append(Anchor(Span(start, self._length), where))

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        if self._length > MOST_CHARACTERS:
            raise TooLongError(f"has more than {MOST_CHARACTERS:,} characters")

    def finish(self, metadata: Mapping[str, object], warnings: Sequence[str] = ()) -> Rendition:
        """Return the rendition, with all metadata that is not empty as its front matter."""
        head = front_matter(metadata)
        anchors = (
            Anchor(Span(a.span.start + len(head), a.span.end + len(head)), a.where)
            for a in self._anchors
        )
        text = head + "".join(self._parts) + ("\n" if self._parts else "")
        return Rendition(text, tuple(anchors), tuple(warnings))


def front_matter(metadata: Mapping[str, object]) -> str:
    """Write the YAML block of a Markdown file; JSON's strings are YAML's."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}\n"
             for key, value in metadata.items() if value]  # fmt: skip
    return "".join(["---\n", *lines, "---\n\n"]) if lines else ""
