"""A reader of a format that nobody has: cards, each a line, behind `CARDS 1.0`."""

from __future__ import annotations

from collections.abc import Callable

from bidigest.reading.decoding import decode_text
from bidigest.reading.formats.rendition import Rendition, RenditionWriter, Where


def read(data: bytes, path: str) -> Rendition:
    """Read each card as a paragraph."""
    writer = RenditionWriter()
    for number, card in enumerate(_cards(data, path), start=1):
        writer.write(card, {"slide": number})
    return writer.finish({})


def raw_text(data: bytes, path: str) -> Callable[[Where], str]:
    """Look up a card as the file has it."""
    cards = _cards(data, path)
    return lambda where: cards[int(str(where["slide"])) - 1]


def _cards(data: bytes, path: str) -> list[str]:
    return decode_text(data, path).text.splitlines()[1:]
