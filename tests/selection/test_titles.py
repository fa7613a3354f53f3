"""The title of a digest: of the sources' titles the one that tells a reader what happened."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bidigest.model import Document, Point
from bidigest.selection.titles import title_of
from bidigest.text.language_detection import detect
from tests.digests import cite, document, point

HERE = Path(__file__).parent


def cases() -> Iterator[tuple[str, str]]:
    for name in ("titles.open.txt", "titles.held_out.txt"):
        text = (HERE / name).read_text(encoding="utf-8")
        for case in re.split(r"(?m)^== ", text)[1:]:
            yield case.partition("\n")[::2]


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in cases()])
def test_the_title_wanted_is_chosen(case: str) -> None:
    language, *lines = case.strip().splitlines()
    rows = [[cell.strip() for cell in line[1:].split("|")] for line in lines]
    documents = [source(number, row) for number, row in enumerate(rows)]
    wanted = next(row[0] for line, row in zip(lines, rows, strict=True) if line.startswith("*"))
    assert title_of(documents, list(points(documents, rows)), language) == wanted


def source(number: int, row: list[str]) -> Document:
    title, *said = row
    found = detect("".join(said))
    name = title if title.startswith("07") else f"{number}"
    text = "\n".join(filter(None, said)) + "\n"
    return document(f"{name}.md", text, found.language, found.script, title)


def points(documents: list[Document], rows: list[list[str]]) -> Iterator[Point]:
    for column in range(1, max(map(len, rows))):
        said = {n: row[column] for n, row in enumerate(rows) if column < len(row) and row[column]}
        cited = [cite(documents, n + 1, sentence) for n, sentence in said.items()]
        yield point(column, cited)
