"""Folders of files with what they say beside them, for `benchmarks.formats`.

    python -m benchmarks.format_gold articles CHECKOUT FOLDER [open|held-out]
    python -m benchmarks.format_gold printed CHECKOUT FOLDER [open|held-out]
    python -m benchmarks.format_gold marked MARKS.py FILES.tsv PAGES FOLDER

`articles` takes the pages of a checkout of github.com/scrapinghub/article-extraction-benchmark,
`printed` prints their texts as PDFs with Chromium, `marked` takes pages whose body was marked by
hand. Every second article is held out: what is tuned on the one half is measured on the other.
None of these files belongs in a commit.
"""

from __future__ import annotations

import gzip
import html
import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.formats import ALSO, GOLD
from bidigest.reading.formats.html.parsing import decode_page, parse
from bidigest.reading.formats.lines import one_line

_LONGEST_PRINT = 60
_LINES = frozenset("p div h1 h2 h3 h4 h5 li br tr table section blockquote".split())


def articles(checkout: Path, half: str) -> Iterator[tuple[str, bytes, str]]:
    """Name, page and text of every article of a half."""
    truth = json.loads((checkout / "ground-truth.json").read_text("utf-8"))
    for number, name in enumerate(sorted(truth)):
        if number % 2 == ("open", "held-out").index(half):
            packed = checkout / "html" / f"{name}.html.gz"
            data, body = gzip.decompress(packed.read_bytes()), truth[name]["articleBody"]
            yield name, data, _gold(body, parse(decode_page(data, name), name))


def printed(text: str, folder: Path, name: str) -> tuple[bytes, str]:
    """The text as a PDF, and what it says: a title and paragraphs."""
    lines = [one_line(line) for line in text.split("\n") if one_line(line)]
    gold = [f"# {lines[0]}", *lines[1:]]
    body = f"<h1>{html.escape(lines[0])}</h1>" + "".join(
        f"<p>{html.escape(line)}</p>" for line in lines[1:]
    )
    page = folder / f"{name}.print.html"
    page.write_text(f'<!doctype html><meta charset="utf-8"><body>{body}</body>', "utf-8")
    target = folder / f"{name}.pdf"
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu",
         f"--print-to-pdf={target}", str(page)],
        capture_output=True, timeout=120, check=True,
    )  # fmt: skip
    page.unlink()
    return target.read_bytes(), "\n\n".join(gold)


def marked(marks: Path, table: Path, pages: Path) -> Iterator[tuple[str, bytes, str]]:
    """Pages whose body was marked by hand, by its XPath and that of what in it does not belong."""
    specification = importlib.util.spec_from_file_location("marks", marks)
    assert specification and specification.loader
    module: Any = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    places = dict(line.split("\t")[0:3:2] for line in table.read_text("utf-8").splitlines() if line)
    for name, (body, dropped, _) in module.G.items():
        data = (pages / places[name].strip()).read_bytes()
        root = parse(decode_page(data, name), name)
        found = root.xpath(body)[0]
        for element in found.xpath(dropped) if dropped else ():
            element.drop_tree()
        yield name.removesuffix(".html"), data, _gold(_text(found), root)


def _gold(body: str, root: Any) -> str:
    """The body, and what the page is called: no reader is to be blamed for saying it."""
    titles = [root.findtext(".//title") or "", *(each.text_content() for each in root.iter("h1"))]
    return body + ALSO + "\n".join(map(one_line, titles))


def _text(element: Any) -> str:
    """The element's text, with a line for every block."""
    parts: list[str] = []

    def walk(each: Any) -> None:
        if not isinstance(each.tag, str) or each.tag in ("script", "style"):
            return
        gap = "\n" if each.tag in _LINES else ""
        parts.append(gap + (each.text or ""))
        for child in each:
            walk(child)
            parts.append(child.tail or "")
        parts.append(gap)

    walk(element)
    lines = map(one_line, "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def main() -> None:
    """Make a folder as the first argument says."""
    kind, *rest = sys.argv[1:]
    if kind == "marked":
        folder = Path(rest[3])
        found = marked(Path(rest[0]), Path(rest[1]), Path(rest[2]))
    else:
        folder = Path(rest[1])
        found = articles(Path(rest[0]), rest[2] if len(rest) > 2 else "open")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, data, gold in found:
        suffix = ".html"
        if kind == "printed":
            gold = "\n".join(gold.partition(ALSO)[0].split("\n")[:_LONGEST_PRINT])
            suffix, (data, gold) = ".pdf", printed(gold, folder, name)
        (folder / f"{name}{suffix}").write_bytes(data)
        (folder / f"{name}{suffix}{GOLD}").write_text(gold, "utf-8")


if __name__ == "__main__":
    main()
