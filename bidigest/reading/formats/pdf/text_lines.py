"""From the characters of a page, as PDFium gives them, to lines with their place and look."""

from __future__ import annotations

import ctypes
import re
import statistics
from dataclasses import dataclass, field, replace
from typing import Any

import pypdfium2.raw as pdfium

from bidigest.reading.formats.lines import CJK

MOST_CHARACTERS = 200_000
"""Of one page; a page that a person reads has a twentieth."""

_BOLD = re.compile(rb"bold|black|heavy|simhei|heiti|-?bd\b|demi|medi\b")
_BOLD_WEIGHT = 600
_HYPHENS = (2, 0xFFFE)
"""What PDFium puts for a hyphen that only breaks a word."""
_UPRIGHT = 0.2
"""Radians: text that is turned further, as a stamp in the margin, is not read."""
_ENDS_CJK, _BEGINS_CJK = re.compile(f"[{CJK}]\\s*$"), re.compile(f"\\s*[{CJK}]")


@dataclass(frozen=True, slots=True)
class TextLine:
    """Characters that stand on one line of a page; lengths in points, from the top left."""

    text: str
    page: int
    """Counted from 1."""
    left: float
    top: float
    right: float
    bottom: float
    size: float
    """Of the font, as most characters have it."""
    bold: bool
    hyphenated: bool = False
    """Whether it ends within a word, whose hyphen is left out."""


@dataclass(frozen=True, slots=True)
class PageLines:
    """A page's lines in the order of the file."""

    lines: tuple[TextLine, ...]
    width: float
    height: float


@dataclass(slots=True)
class _Line:
    """A line as its characters come."""

    characters: list[str] = field(default_factory=list)
    sizes: list[float] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)
    box: tuple[float, float, float, float] = (9e9, 9e9, -9e9, -9e9)
    last: tuple[float, float] | None = None
    """Right edge and base of the last character."""

    def add(self, character: str, glyph: _Glyph) -> None:
        """Add a character."""
        left, bottom, right, top = self.box
        box = (min(left, glyph.left), min(bottom, glyph.bottom))
        self.box = (*box, max(right, glyph.right), max(top, glyph.top))
        self.sizes.append(glyph.size)
        self.bold.append(glyph.bold)
        self.characters.append(character)
        self.last = (glyph.right, glyph.bottom)

    def add_space(self) -> None:
        """Add a space, if none stands there."""
        if self.characters and not self.characters[-1].isspace():
            self.characters.append(" ")

    def finished(self, page: int, height: float, *, hyphenated: bool) -> TextLine | None:
        """Return the line as it is; None where it holds nothing.

        Args:
            page: its number, from 1.
            height: of the page, in points.
            hyphenated: whether it ends within a word, whose hyphen is left out.
        """
        text = "".join(self.characters)
        if not text.strip():
            return None
        left, bottom, right, top = self.box
        size = statistics.median(self.sizes) if self.sizes else 10.0
        bold = sum(self.bold) > 0.6 * len(self.bold)
        place = (left, height - top, right, height - bottom)
        return TextLine(text, page, *place, size, bold, hyphenated)


@dataclass(frozen=True, slots=True)
class _Glyph:
    """The box of a character in points, its size and weight."""

    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool


class _Glyphs:
    """Looks up what PDFium knows of a character; its results are read through these buffers."""

    def __init__(self, text_page: Any) -> None:
        self.page = text_page
        self._box, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._name, self._flags = ctypes.create_string_buffer(128), ctypes.c_int()
        self._known: dict[bytes, bool] = {}

    def is_upright(self, index: int) -> bool:
        """Tell whether a character stands upright on its page."""
        angle = pdfium.FPDFText_GetCharAngle(self.page, index) % 6.2832
        return bool(angle <= _UPRIGHT or angle >= 6.2832 - _UPRIGHT)

    def at(self, index: int) -> _Glyph:
        """Look up a character's box and look."""
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(self.page, index, box)
        top, bottom = max(box.bottom, box.top), min(box.bottom, box.top)
        size = self._size(index, top - bottom)
        return _Glyph(box.left, bottom, box.right, top, size, self._is_bold(index))

    def _size(self, index: int, tall: float) -> float:
        pdfium.FPDFText_GetMatrix(self.page, index, self._matrix)
        scale = (self._matrix.c**2 + self._matrix.d**2) ** 0.5 or 1.0
        size = float(pdfium.FPDFText_GetFontSize(self.page, index) * scale)
        return size if 1.5 < size < 400 else max(1.0, tall)

    def _is_bold(self, index: int) -> bool:
        length = pdfium.FPDFText_GetFontInfo(self.page, index, self._name, 128, self._flags)
        name = self._name.raw[: max(0, length - 1)].lower()
        if name not in self._known:
            weight = pdfium.FPDFText_GetFontWeight(self.page, index)
            self._known[name] = bool(_BOLD.search(name)) or weight >= _BOLD_WEIGHT
        stroked = pdfium.FPDFTextObj_GetTextRenderMode(
            pdfium.FPDFText_GetTextObject(self.page, index)
        )
        return self._known[name] or stroked == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE


def read_page(page: Any, number: int) -> PageLines:
    """Read the lines of one of pypdfium2's pages."""
    text_page = page.get_textpage()
    width, height = page.get_size()
    try:
        lines = _lines(text_page.raw, number, height)
    finally:
        text_page.close()
    return PageLines(tuple(_merged(lines)), width, height)


def _lines(raw: Any, number: int, height: float) -> list[TextLine]:
    glyphs, found, line = _Glyphs(raw), list[TextLine](), _Line()

    def close(*, hyphenated: bool = False) -> None:
        nonlocal line
        if finished := line.finished(number, height, hyphenated=hyphenated):
            found.append(finished)
        line = _Line()

    for index, code in _codes(raw):
        if code in (10, 13):
            close()
        elif code in _HYPHENS:
            close(hyphenated=True)
        elif chr(code).isspace():
            line.add_space()
        elif code > 0x1F and glyphs.is_upright(index):
            glyph = glyphs.at(index)
            if _is_elsewhere(line, glyph):
                close()
            elif line.last is not None and glyph.left - line.last[0] > 0.9 * glyph.size:
                line.add_space()
            line.add(chr(code), glyph)
    close()
    return found


def _codes(raw: Any) -> list[tuple[int, int]]:
    """List index and code point of each character, halves of surrogate pairs joined."""
    count = min(pdfium.FPDFText_CountChars(raw), MOST_CHARACTERS)
    units = [pdfium.FPDFText_GetUnicode(raw, index) for index in range(count)]
    found, index = list[tuple[int, int]](), 0
    while index < count:
        unit, after = units[index], units[index + 1] if index + 1 < count else 0
        if 0xD800 <= unit < 0xDC00 and 0xDC00 <= after < 0xE000:
            found.append((index, 0x10000 + ((unit - 0xD800) << 10) + after - 0xDC00))
            index += 1
        elif 0 < unit < 0x110000 and not 0xD800 <= unit < 0xE000:
            found.append((index, unit))
        index += 1
    return found


def _is_elsewhere(line: _Line, glyph: _Glyph) -> bool:
    """Tell whether a character begins a line of its own, without a line end before it."""
    if line.last is None:
        return False
    right, base = line.last
    return glyph.right < right - 3 * glyph.size or abs(glyph.bottom - base) > 2.2 * glyph.size


def _merged(lines: list[TextLine]) -> list[TextLine]:
    """Merge lines that stand on the same one: raised figures, and what follows them."""
    found: list[TextLine] = []
    for line in lines:
        if found and not found[-1].hyphenated and _goes_on(found[-1], line):
            found[-1] = _joined(found[-1], line)
        else:
            found.append(line)
    return found


def _goes_on(first: TextLine, second: TextLine) -> bool:
    common = min(first.bottom, second.bottom) - max(first.top, second.top)
    lower = min(first.bottom - first.top, second.bottom - second.top)
    gap = second.left - first.right
    return common > 0.4 * lower and -0.3 * first.size < gap < 1.2 * first.size


def _joined(first: TextLine, second: TextLine) -> TextLine:
    cjk = _ENDS_CJK.search(first.text) and _BEGINS_CJK.match(second.text)
    gap = " " if second.left - first.right > 0.2 * first.size and not cjk else ""
    longer = second if len(second.text) > len(first.text) else first
    return replace(
        first,
        text=first.text.rstrip() + gap + second.text.lstrip(),
        right=max(first.right, second.right),
        top=min(first.top, second.top),
        bottom=max(first.bottom, second.bottom),
        size=longer.size,
        bold=longer.bold,
        hyphenated=second.hyphenated,
    )
