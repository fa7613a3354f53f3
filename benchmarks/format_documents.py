"""Printed PDFs, Word documents and books of known texts, for `benchmarks.formats`.

    python -m benchmarks.format_documents GOLDS FOLDER [EVERY]

GOLDS is a folder of `benchmarks.format_gold`; of each of its texts three files are made that say
it. Chromium prints, every second text in two columns, with its own running heads and feet;
python-docx writes the Word document. With EVERY only one text in so many is taken.
"""

from __future__ import annotations

import html
import importlib
import io
import shutil
import subprocess
import sys
import zipfile
from itertools import accumulate
from pathlib import Path

from benchmarks.formats import ALSO, GOLD

_LONGEST = 120
"""Lines of a text that are taken."""
_LINE, _COLUMNS_OF_A_PAGE = 60, 4_500
"""Characters: half a line that a paragraph leaves free, and what a page holds."""
_STYLE = "<style>body { columns: 2; font-size: 10pt; text-align: justify }</style>"
_CONTAINER = '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'
_PACKAGE = (
    "<package><metadata><title>Texts</title></metadata><manifest>"
    '<item id="c1" href="c1.xhtml" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="c1"/></spine></package>'
)

Part = tuple[bool, str]
"""Whether a line is a heading, and what it says."""


def parts(gold: str) -> list[Part]:
    """Take a gold apart: its lines up to the longest, headings without their marks."""
    lines = [line.strip() for line in gold.partition(ALSO)[0].split("\n") if line.strip()]
    return [(line.startswith("# "), line.removeprefix("# ")) for line in lines[:_LONGEST]]


def _fitting(said: list[Part]) -> list[Part]:
    """Take what fits a page in two columns; Chromium prints what does not beside the page."""
    sizes = accumulate(len(text) + _LINE for _, text in said)
    return [part for part, size in zip(said, sizes, strict=True) if size <= _COLUMNS_OF_A_PAGE]


def page(said: list[Part], head: str = "") -> str:
    """Write the parts as a page of XHTML."""
    body = "\n".join(
        f"<h2>{html.escape(text)}</h2>" if heading else f"<p>{html.escape(text)}</p>"
        for heading, text in said
    )
    return (
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><meta charset="utf-8"/>'
        f"<title>Texts</title>{head}</head><body>{body}</body></html>"
    )


def printed(said: list[Part], folder: Path, *, columns: bool) -> bytes:
    """Print the parts with Chromium, with its running heads and feet."""
    source, target = folder / "print.html", folder / "print.pdf"
    source.write_text(page(said, _STYLE if columns else ""), "utf-8")
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu",
         f"--print-to-pdf={target}", str(source)],
        capture_output=True, timeout=120, check=True,
    )  # fmt: skip
    data = target.read_bytes()
    source.unlink()
    target.unlink()
    return data


def word(said: list[Part]) -> bytes:
    """Write the parts as a Word document, with headings of the second level."""
    document, written = importlib.import_module("docx").Document(), io.BytesIO()
    for heading, text in said:
        if heading:
            document.add_heading(text, 2)
        else:
            document.add_paragraph(text)
    document.save(written)
    return written.getvalue()


def book(said: list[Part]) -> bytes:
    """Write the parts as a book of one chapter."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", _CONTAINER)
        archive.writestr("b.opf", _PACKAGE)
        archive.writestr("c1.xhtml", page(said))
    return written.getvalue()


def main() -> None:
    """Make a folder of files with what they say."""
    golds, folder = Path(sys.argv[1]), Path(sys.argv[2])
    every = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for number, gold in enumerate(sorted(golds.glob(f"*{GOLD}"))[::every]):
        columns = number % 2 == 1
        said, name = parts(gold.read_text("utf-8")), gold.name.partition(".")[0][:16]
        said = _fitting(said) if columns else said
        files = {
            ".pdf": printed(said, folder, columns=columns),
            ".docx": word(said),
            ".epub": book(said),
        }
        text = "\n\n".join("# " * heading + line for heading, line in said)
        for suffix, data in files.items():
            (folder / f"{name}{suffix}").write_bytes(data)
            (folder / f"{name}{suffix}{GOLD}").write_text(f"{text}{ALSO}Texts", "utf-8")


if __name__ == "__main__":
    main()
