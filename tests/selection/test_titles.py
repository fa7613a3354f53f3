"""The title of a digest: of the sources' titles the one that tells a reader what happened."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bidigest.model import Conflict, Document, Point, Quantity, Reading, Span
from bidigest.selection.digest_title import digest_title
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
    assert digest_title(documents, list(points(documents, rows)), language) == wanted


RESCUED = [
    "All 64 passengers of the cable car are rescued.",
    "Passengers are brought down by night.",
]


@pytest.mark.parametrize(
    ("disputed", "wanted"),
    [
        ([], "All 64 passengers of the cable car are rescued"),
        (["64", "71"], "Cable car stops above the valley"),
        (["4", "7"], "All 64 passengers of the cable car are rescued"),
    ],
    ids=["nothing", "its figure", "another figure"],
)
def test_a_title_takes_no_side_in_a_dispute(disputed: list[str], wanted: str) -> None:
    titles = ("All 64 passengers of the cable car are rescued", "Cable car stops above the valley")
    said = [*RESCUED, f"It held {' or '.join(disputed) or 'many'}."]
    documents = [source(number, [title, *said]) for number, title in enumerate(titles)]
    told = list(points(documents, [[title, *RESCUED] for title in titles]))
    readings = [cited_figure(documents, n, said) for n, said in enumerate(disputed, 1)]
    conflicts = [Conflict("P1", tuple(readings))] if readings else []
    assert digest_title(documents, told, "en", conflicts) == wanted


def test_a_title_says_nothing_that_another_source_denies() -> None:
    titles = ("Banks reject the delay asked for by the dairy", "Three years of the dairy's books")
    said = ("Banks rejected the delay on Monday.", "The banks agreed to the delay on Monday.")
    documents = [source(n, [title, said[n], *RESCUED]) for n, title in enumerate(titles)]
    told = list(points(documents, [[title, *RESCUED] for title in titles]))
    readings = tuple(cite(documents, n, sentence) for n, sentence in enumerate(said, 1))
    sides = tuple(Reading(c.source, c.span, c.quote, None) for c in readings)
    dispute = Conflict("P1", sides, "opposites")
    assert digest_title(documents, told, "en") == titles[0]
    assert digest_title(documents, told, "en", [dispute]) == titles[1]


def test_only_the_best_titles_are_held_against_what_is_disputed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []

    def takes_a_side(_: object, number: int, __: object) -> bool:
        asked.append(number)
        return number == 0

    monkeypatch.setattr("bidigest.selection.digest_title.takes_a_side", takes_a_side)
    titles = (
        "All 64 passengers of the cable car are rescued",
        *["Cable car stops above the valley"] * 4,
    )
    documents = [source(number, [title, *RESCUED]) for number, title in enumerate(titles)]
    told = list(points(documents, [[title, *RESCUED] for title in titles]))
    assert digest_title(documents, told, "en") == titles[1]
    assert asked == [0, 1]


def cited_figure(documents: list[Document], number: int, said: str) -> Reading:
    document = documents[number - 1]
    start = document.text.index(said, document.text.index("It held"))
    span = Span(start, start + len(said))
    value = float(said)
    return Reading(f"S{number}", span, said, Quantity(value, value, "people", False, span))


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
