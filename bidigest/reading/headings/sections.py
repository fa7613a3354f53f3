"""From pieces to sections: ranks of headings, paths of titles, and where each section ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from bidigest.languages.zh.scripts import fold
from bidigest.model import Section, Span
from bidigest.reading.heading_cues import KEYWORDS
from bidigest.reading.headings.boundaries import title_span
from bidigest.reading.headings.decorated import title_inside
from bidigest.reading.markdown.inline import visible
from bidigest.reading.measures import NEWLINE, inside_brackets
from bidigest.reading.pieces import OVER_LINES, Layout, Piece

_CONTENT = ("text", "item", "row")


def with_titles(text: str, layout: Layout) -> Layout:
    """Give each heading its title as a reader sees it."""
    pieces = [
        replace(piece, title=_title(text, piece)) if piece.role in ("heading", "label") else piece
        for piece in layout.pieces
    ]
    return replace(layout, pieces=tuple(pieces))


def _title(text: str, piece: Piece) -> str:
    span = title_span(text, piece.span)
    underline = NEWLINE.search(text, span.start, span.end)
    if underline and piece.style != OVER_LINES:
        span = Span(span.start, underline.start())
    title = " ".join(visible(text, span).splitlines())
    if piece.style == "decorated":
        title = title_inside(title)
    title = inside_brackets(title, ("【】",)) or title
    if piece.level:
        # Closing marks of `## Title ##`, but not those of `C#`.
        bare = title.rstrip("#")
        title = bare.rstrip() if bare.endswith(" ") else title
    return title.removesuffix("¶").rstrip() if piece.level else title.rstrip(" :：")


def find_sections(text: str, layout: Layout) -> tuple[Section, ...]:
    """Find sections in order, side by side; one untitled section where there is no heading."""
    outline = _Outline()
    for piece in layout.pieces:
        outline.take(piece)
    if not outline.starts:
        outline.untitled(0)
    return tuple(_ended(outline.starts, len(text)))


def _ended(sections: Sequence[Section], end: int) -> list[Section]:
    ends = [section.span.start for section in sections[1:]] + [end]
    return [
        replace(section, span=Span(section.span.start, end))
        for section, end in zip(sections, ends, strict=True)
    ]


@dataclass(slots=True)
class _Outline:
    """The sections so far, with the headings that the next one may be below."""

    starts: list[Section] = field(default_factory=list)
    stack: list[tuple[int, str, str]] = field(default_factory=list)
    """Level, style and title of the open sections, outermost first."""
    keywords: bool = False
    """Whether a section of keywords is open whose list is all that belongs to it."""

    def take(self, piece: Piece) -> None:
        """Take in the next piece."""
        if piece.role in ("heading", "label"):
            self.heading(piece)
        elif piece.role in _CONTENT and (not self.starts or self.keywords):
            if self.keywords:
                self.stack.pop()
            self.untitled(piece.span.start)

    def untitled(self, start: int) -> None:
        """Begin a stretch without a title."""
        path = tuple(title for _, _, title in self.stack)
        self.starts.append(Section("", 0, path, Span(start, start)))
        self.keywords = False

    def heading(self, piece: Piece) -> None:
        """Begin the section of a heading."""
        level = self.level(piece)
        self.stack.append((level, self.style(piece), piece.title))
        path = tuple(title for _, _, title in self.stack)
        self.starts.append(Section(piece.title, level, path, piece.span, heading=piece.span))
        self.keywords = bool(KEYWORDS.fullmatch(fold(piece.title).casefold()))

    def style(self, piece: Piece) -> str:
        """Return the style by which headings of one rank are known."""
        return "label" if piece.role == "label" else piece.style

    def level(self, piece: Piece) -> int:
        """Return the heading's level, with the stack cut back to what it stands below."""
        if piece.role == "label":
            self.cut_back(lambda entry: entry[1] == "label")
        elif piece.level:
            self.cut_back(lambda entry: entry[0] >= piece.level or entry[1] == "label")
            return piece.level
        elif any(style == piece.style for _, style, _ in self.stack):
            while self.stack.pop()[1] != piece.style:
                pass
        else:
            self.cut_back(lambda entry: entry[1] == "label")
        return self.stack[-1][0] + 1 if self.stack else 1

    def cut_back(self, closes: Callable[[tuple[int, str, str]], bool]) -> None:
        """Close sections, innermost first, as long as `closes` says so."""
        while self.stack and closes(self.stack[-1]):
            self.stack.pop()
