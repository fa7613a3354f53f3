"""Readers of files compared: `python -m benchmarks.formats FOLDER [LABEL --docs]`.

With a label, which says what the files are, `--docs` keeps the figures
(`benchmarks.format_results`) and writes the table of `docs/formats.md` anew.

The folder holds files, each with what it says beside it: `page.html` and `page.html.gold.md`, where
a heading begins with `#`. `python -m benchmarks.format_gold` makes such folders. Other readers are
measured where they are installed: `pip install bidigest[bench-formats]`.

kept     share of the characters of the gold's sentences that the reading has
whole    share of the gold's sentences that are sentences of the reading
foreign  share of the reading's sentences that the gold does not have
headings share of the gold's headings that are headings of the reading
paragraphs
         share of the gold's longer lines that are a line of the reading: what goes on over lines,
         columns and pages is one
"""

from __future__ import annotations

import importlib
import io
import re
import sys
import time
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from benchmarks.format_results import Result, write

GOLD = ".gold.md"
ALSO = "\n<!-- also -->\n"
"""What follows in a gold may be read and need not be, as a page's title."""
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)
_HEADING = re.compile(r"^#{1,6} (.*)$", re.M)
_NUMBER = re.compile(r"^(?:> )*\s*\d{1,3}\. ", re.M)
"""Of an item of a list: the reader counts them, the page has no figure there."""
_SENTENCES = re.compile(r"(?<=[。！？!?])|(?<=\.)\s")
_SHORTEST, _SHORTEST_PARAGRAPH = 4, 60

_COLUMNS = ("kept", "whole", "foreign", "headings", "paragr.", "seconds")

Read = Callable[[bytes, str], str]


@dataclass(frozen=True, slots=True)
class Score:
    """How one reading of a file compares with what the file says."""

    kept: float
    whole: float
    foreign: float
    headings: float | None
    """None where the file has none."""
    paragraphs: float | None
    """None where no line is long."""
    seconds: float


def score(text: str, gold: str, seconds: float = 0.0) -> Score:
    """Compare a reading, as text or Markdown, with the gold."""
    required = gold.partition(ALSO)[0]
    said, wanted = _NUMBER.sub("", _FRONT_MATTER.sub("", text)), list(_sentences(required))
    everything, known = letters(said), letters(gold)
    sentences = list(_sentences(said))
    found = set(sentences)
    headings = {letters(each) for each in _HEADING.findall(required)}
    read = {letters(each) for each in _HEADING.findall(said)}
    lines = {letters(line) for line in said.split("\n")}
    paragraphs = [line for line in map(letters, required.split("\n")) if _is_long(line)]
    return Score(
        kept=_share(sum(len(s) for s in wanted if s in everything), sum(map(len, wanted))),
        whole=_share(sum(s in found for s in wanted), len(wanted)),
        foreign=_share(sum(s not in known for s in sentences), len(sentences)),
        headings=_share(len(headings & read), len(headings)) if headings else None,
        paragraphs=fmean(line in lines for line in paragraphs) if paragraphs else None,
        seconds=seconds,
    )


def _sentences(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        for sentence in _SENTENCES.split(line):
            said = letters(sentence)
            if len(said) >= _SHORTEST:
                yield said


def letters(text: str) -> str:
    """Keep letters and digits only: what no reader writes otherwise."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def _is_long(letters: str) -> bool:
    return len(letters) >= _SHORTEST_PARAGRAPH


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 1.0


def ours(data: bytes, name: str) -> str:
    """The rendition that bidigest reads."""
    from bidigest.reading.formats.registry import render

    rendered = render(data, name)
    return rendered[0].text if rendered else data.decode("utf-8", "replace")


def sentences(data: bytes, name: str) -> str:
    """What bidigest takes for sentences and headings of it, without what it knows for furniture."""
    from bidigest.reading import read_bytes
    from bidigest.text.plain_text import wording

    document = read_bytes(data, name)
    headings = (f"# {section.title}" for section in document.sections)
    return "\n".join([*headings, *(wording(document, s.span) for s in document.sentences)])


def trafilatura(data: bytes, _: str) -> str:
    return importlib.import_module("trafilatura").extract(data, output_format="markdown") or ""


def readability(data: bytes, name: str) -> str:
    import lxml.html

    from bidigest.reading.formats.html.parsing import decode_page

    document = importlib.import_module("readability").Document(decode_page(data, name))
    root = lxml.html.fromstring(document.summary())
    for element in root.iter("p", "div", "li", "br", "h1", "h2", "h3", "h4", "tr"):
        element.tail = "\n" + (element.tail or "")
    return f"{document.title()}\n{root.text_content()}"


def markitdown(data: bytes, name: str) -> str:
    module = importlib.import_module("markitdown")
    converter = module.MarkItDown()
    suffix = Path(name).suffix
    return str(converter.convert_stream(io.BytesIO(data), file_extension=suffix).text_content)


def pypdf(data: bytes, _: str) -> str:
    pages = importlib.import_module("pypdf").PdfReader(io.BytesIO(data)).pages
    return "\n".join(page.extract_text() for page in pages)


def pdfminer(data: bytes, _: str) -> str:
    return str(importlib.import_module("pdfminer.high_level").extract_text(io.BytesIO(data)))


READERS: dict[str, tuple[tuple[str, ...], Sequence[tuple[str, Read]]]] = {
    "html": ((".html", ".htm"), [("trafilatura", trafilatura), ("readability", readability)]),
    "pdf": ((".pdf",), [("pypdf", pypdf), ("pdfminer", pdfminer)]),
    "docx": ((".docx",), []),
    "pptx": ((".pptx",), []),
    "epub": ((".epub",), []),
}
"""By format: suffixes, and who reads it beside those who read everything."""
EVERYTHING: Sequence[tuple[str, Read]] = [
    ("bidigest", ours),
    ("  sentences", sentences),
    ("markitdown", markitdown),
]


def measured(folder: Path) -> dict[str, dict[str, list[Score]]]:
    """By format and reader, the scores of all files of the folder that have a gold."""
    found: dict[str, dict[str, list[Score]]] = defaultdict(lambda: defaultdict(list))
    for kind, (suffixes, special) in READERS.items():
        for file in sorted(path for path in folder.rglob("*") if path.suffix in suffixes):
            gold = file.with_name(file.name + GOLD)
            if gold.is_file():
                for name, read in [*EVERYTHING, *special]:
                    if _installed(name):
                        found[kind][name].append(_measured(read, file, gold))
    return found


def _measured(read: Read, file: Path, gold: Path) -> Score:
    text, begun = "", time.perf_counter()
    with suppress(Exception):  # what a reader cannot read it does not keep
        text = read(file.read_bytes(), file.name)
    return score(text, gold.read_text("utf-8"), time.perf_counter() - begun)


def _installed(name: str) -> bool:
    if name in ("bidigest", "  sentences"):
        return True
    try:
        importlib.import_module(name)
    except ImportError:
        return False
    return True


def result(files: str, kind: str, reader: str, scores: Sequence[Score]) -> Result:
    """Average what a reader made of the files; headings over those that have any."""
    headings = [each.headings for each in scores if each.headings is not None]
    paragraphs = [each.paragraphs for each in scores if each.paragraphs is not None]
    return Result(
        files=files,
        kind=kind,
        reader=reader.strip(),
        kept=round(fmean(each.kept for each in scores), 3),
        whole=round(fmean(each.whole for each in scores), 3),
        foreign=round(fmean(each.foreign for each in scores), 3),
        headings=round(fmean(headings), 3) if headings else None,
        paragraphs=round(fmean(paragraphs), 3) if paragraphs else None,
    )


def _row(mean: Result, name: str, scores: Sequence[Score]) -> str:
    shown = " ".join(f"{share:8.3f}" for share in (mean.kept, mean.whole, mean.foreign))
    parts = (mean.headings, mean.paragraphs)
    some = " ".join(f"{'–':>8}" if part is None else f"{part:8.3f}" for part in parts)
    seconds = fmean(each.seconds for each in scores)
    return f"{mean.kind:6} {name:12} {len(scores):5} {shown} {some} {seconds:8.2f}"


def main(folder: str, label: str = "", *options: str) -> None:
    """Print a row for each format and reader; with `--docs`, keep what they say."""
    columns = " ".join(f"{name:>8}" for name in _COLUMNS)
    print(f"{'':19} files {columns}")
    means = []
    for kind, readers in measured(Path(folder)).items():
        for name, scores in readers.items():
            mean = result(label, kind, name, scores)
            print(_row(mean, name, scores))
            if any(each.kept for each in scores):  # it reads such files as it is installed
                means.append(mean)
    if label and "--docs" in options:
        write(means)


if __name__ == "__main__":
    main(*sys.argv[1:])
