"""How many hard-wrapped texts are read as the sentences and figures that they hold.

    python -m benchmarks.hard_wrapped            # right/all of the open half
    python -m benchmarks.hard_wrapped --held-out
    python -m benchmarks.hard_wrapped --failures # and what is read instead

The lists are in `tests/reading/hard_wrapped/`. A text is right if its sentences read as they
should, but for white space, and hold the figures that they hold where each stands on one line.
"""

from __future__ import annotations

import argparse

from bidigest.model import Document, Quantity, Span
from bidigest.quantities.finding import find_quantities
from bidigest.reading import read_bytes
from bidigest.text.plain_text import wording
from tests.fixtures import Case, cases

MAY_BE_LEFT_OUT = "~ "
"""Before a line that may be a heading or furniture, but belongs to no other line."""


def list_of(half: str) -> list[Case]:
    """The cases of a half: `open` or `held_out`."""
    return cases(f"reading/hard_wrapped/{half}.txt")


def read(case: Case) -> Document:
    """The case's text as a file."""
    return read_bytes(case.text.encode(), "case.txt")


def sentences(document: Document) -> list[str]:
    """What the document's sentences say, each on one line."""
    return [" ".join(wording(document, s.span).split()) for s in document.sentences]


def is_right(case: Case) -> bool:
    """Is each sentence one, with its figures, and joined to no other line?"""
    document = read(case)
    optional = {e[2:] for e in case.expected if e.startswith(MAY_BE_LEFT_OUT)}
    expected = [e for e in case.expected if not e.startswith(MAY_BE_LEFT_OUT)]
    found = [said for said in sentences(document) if said not in optional]
    return found == expected and _figures(document) >= _figures_of_lines(expected)


Value = tuple[float, float, str, bool]


def _figures(document: Document) -> set[Value]:
    return {_value(figure) for sentence in document.sentences for figure in sentence.figures}


def _figures_of_lines(lines: list[str]) -> set[Value]:
    return {
        _value(figure) for line in lines for figure in find_quantities(line, Span(0, len(line)))
    }


def _value(figure: Quantity) -> Value:
    return figure.low, figure.high, figure.unit, figure.approximate


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--held-out", action="store_true", help="the other half of the list")
    parser.add_argument("--failures", action="store_true", help="print what is read instead")
    arguments = parser.parse_args()
    listed = list_of("held_out" if arguments.held_out else "open")
    wrong = [case for case in listed if not is_right(case)]
    print(f"{len(listed) - len(wrong)}/{len(listed)}")
    for case in wrong if arguments.failures else ():
        print(f"\n{case.title}", *sentences(read(case)), sep="\n    ")
        print("   ", sorted(_figures(read(case))))


if __name__ == "__main__":
    main()
