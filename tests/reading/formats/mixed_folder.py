"""The seeds as five formats: as a page, a printed PDF, a Word document, a book and a feed."""

from __future__ import annotations

import html
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from bidigest.model import Document
from bidigest.text.plain_text import wording
from tests.reading.cases import SEEDS, outside_headings, seed
from tests.reading.formats.office_files import docx, epub, paragraph

Part = tuple[str, str]
"""The name of an element of HTML, and what is in it."""
_WORD_STYLES = {"h1": "Heading1", "h2": "2", "h3": "2", "h4": "2"}


def parts(document: Document) -> list[Part]:
    """What the document says, block by block, without what it knows for furniture."""
    found = [
        (section.heading, f"h{section.level}", html.escape(section.title))
        for section in document.sections
        if section.heading
    ]
    found += [
        (
            block.span,
            "li" if block.kind == "item" else "p",
            html.escape(wording(document, block.span)),
        )
        for block in outside_headings(document)
    ]
    return [(tag, " ".join(text.split())) for _, tag, text in sorted(found)]


def markup(said: list[Part]) -> str:
    """The parts as HTML."""
    return "\n".join(_element(tag, text) for tag, text in said)


def _element(tag: str, text: str) -> str:
    return f"<ul><li>{text}</li></ul>" if tag == "li" else f"<{tag}>{text}</{tag}>"


def page(said: list[Part]) -> bytes:
    """The parts as a page."""
    return f'<!doctype html><html><head><meta charset="utf-8"></head><body>{markup(said)}</body></html>'.encode()


def word(said: list[Part]) -> bytes:
    """The parts as a Word document."""
    return docx(
        *(
            paragraph(
                html.escape(html.unescape(text), quote=False),
                style=_WORD_STYLES.get(tag, ""),
                listed=tag == "li",
            )
            for tag, text in said
        )
    )


def book(said: list[Part]) -> bytes:
    """The parts as a book of one chapter."""
    return epub(markup(said))


def feed(said: list[Part]) -> bytes:
    """The parts as the only entry of a feed."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Posts</title>'
        f"<item><guid>https://posts.example/5</guid><description>{html.escape(markup(said))}"
        "</description></item></channel></rss>"
    ).encode()


def printed(said: list[Part], folder: Path, browser: str) -> bytes:
    """The parts as a PDF that a browser prints; `folder` may be written to."""
    source, target = folder / "printed.html", folder / "printed.pdf"
    source.write_bytes(page(said))
    subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu",
         f"--print-to-pdf={target}", str(source)],
        capture_output=True, timeout=120, check=True,
    )  # fmt: skip
    source.unlink()
    data = target.read_bytes()
    target.unlink()
    return data


FORMATS: dict[int, tuple[str, Callable[[list[Part]], bytes]]] = {
    0: (".html", page),
    2: (".docx", word),
    3: (".epub", book),
    4: (".xml", feed),
}
"""By the number of a seed, what it becomes; the one that is left is printed."""


def write_folders(folder: Path, browser: str = "") -> Iterator[tuple[Path, Path]]:
    """Write each seed below `texts/` and, in a format of its own, below `files/`; yield both paths.

    Without a browser the one to be printed is left out.
    """
    for name in ("texts", "files"):
        (folder / name).mkdir()
    for number in range(len(SEEDS)):
        if number not in FORMATS and not browser:
            continue
        said = parts(seed(number))
        suffix, write = FORMATS.get(number, (".pdf", lambda s: printed(s, folder, browser)))
        text, file = folder / "texts" / f"{number}.txt", folder / "files" / f"{number}{suffix}"
        text.write_bytes(SEEDS[number].read_bytes())
        file.write_bytes(write(said))
        yield text, file
