"""What the pages say, for reading; and the lists of statements, right of all by kind.

    python -m benchmarks.statements my-subjects/one my-subjects/two   # every shown statement
    python -m benchmarks.statements --lists                           # both halves of the lists
    python -m benchmarks.statements --docs docs/statements.md         # their table on that page

A statement is judged by reading alone: does it say something that can be true or false, and is
it clear of whom or what, without the sentences around it? At most 2 % may fail.
"""

from __future__ import annotations

import argparse
import datetime
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from bidigest import Digest, Options, build, read_bytes
from bidigest.features.clarity import is_clear
from bidigest.features.statements import COMFORTABLE, statement_of
from bidigest.text.word_boundaries import inside_word
from tests.fixtures import Case, cases

BEGINS, ENDS = "<!-- lists: python -m benchmarks.statements --docs -->", "<!-- /lists -->"
CHINESE_IS_LONG_FROM = 50
"""As in `tests/features/test_lists.py`: the list's Chinese sentences are short of 75."""


def digest_of(folder: Path, most: int) -> Digest:
    """The folder's digest."""
    options = Options(points=most, date=datetime.date(2026, 1, 31))
    return build([folder.name], options, root=folder.parent)


def cut_inside_words(digest: Digest) -> Iterator[str]:
    """The statements of all sentences, shown or not, that begin or end inside a word."""
    for document in digest.documents:
        for sentence in document.sentences:
            statement, start = statement_of(document, sentence), sentence.span.start
            ends = [at for span in statement.spans for at in (span.start, span.end)]
            quote = document.quote(sentence.span)
            if ends and any(inside_word(quote, at - start) for at in (ends[0], ends[-1])):
                yield statement.text


def is_right(name: str, case: Case) -> bool:
    """Is the statement of a case what its list has? A cut may always be left undone."""
    document = read_bytes(case.text.encode(), "a.txt")
    if not document.sentences:
        return case.expected == ("no",)
    narrow = name == "cuts" and case.title.startswith("zh")
    most = CHINESE_IS_LONG_FROM if narrow else COMFORTABLE
    statement = statement_of(document, document.sentences[0], most=most)
    if name == "clear":
        return is_clear(case.text, case.title[:2]) == (case.expected == ("clear",))
    if name == "lacking":
        return (statement.alone and statement.clear) == (case.expected == ("clear",))
    if name in ("alone", "scraps", "declarative", "web", "plain", "varied", "kinds"):
        return statement.alone == (case.expected == ("yes",))
    kept = (case.text,) if name == "cuts" else ()
    return statement.text in (*kept, *case.expected)


LISTS = (
    "leading",
    "cuts",
    "alone",
    "scraps",
    "declarative",
    "web",
    "plain",
    "varied",
    "kinds",
    "clear",
    "lacking",
)
SPLIT = ("plain", "web", "varied", "kinds", "clear", "lacking")
"""Lists whose right answers are counted by what is wanted."""
HALVES = ("open", "held_out")
Counts = dict[str, list[int]]
"""Of each kind right and all of the open half, right and all of the held-out half."""


def counts_of(name: str) -> Counts:
    """Count right/all of every kind of a list, and of each language together."""
    counts: Counts = defaultdict(lambda: [0, 0, 0, 0])
    for half, file in enumerate(HALVES):
        for case in cases(f"features/{name}.{file}.txt"):
            right = is_right(name, case)
            said = f" · {case.expected[0]}" if name in SPLIT else ""
            together = "all" if name == "scraps" else f"{case.title[:2]} · all{said}"
            for kind in (case.title.rsplit(" · ", 1)[0], together):
                counts[kind][2 * half] += right
                counts[kind][2 * half + 1] += 1
    return counts


def print_lists() -> None:
    """Right/all of every kind, in the half that rules were tuned on and in the other."""
    for name in LISTS:
        print(f"\n{name}\n{'kind':40} {'open':>9} {'held out':>9}")
        for kind, of in sorted(counts_of(name).items()):
            print(f"{kind:40} {of[0]:4}/{of[1]:<4} {of[2]:4}/{of[3]:<4}")


def write_page(page: Path) -> None:
    """Write the table of the lists into a page, between its two marks."""
    rows = ["| list | of | open half | held-out half |", "|---|---|---:|---:|"]
    for name in LISTS:
        for kind, of in sorted(counts_of(name).items()):
            if " all" in f" {kind}":
                last = kind.split(" · ")[-1]
                told = {"yes": "shown", "no": "hidden", "all": "right"}.get(last, last)
                language = {"en": "English", "zh": "Chinese"}.get(kind[:2], "both")
                rows.append(
                    f"| `{name}` | {language}, {told} | {of[0]}/{of[1]} | {of[2]}/{of[3]} |"
                )
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGINS)
    after = rest.partition(ENDS)[2]
    table = "\n".join(rows)
    page.write_text(f"{before}{BEGINS}\n\n{table}\n\n{ENDS}{after}", encoding="utf-8")


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, help="a subject's sources each")
    parser.add_argument("--points", type=int, default=20, help="points a page at most")
    parser.add_argument("--lists", action="store_true", help="right/all per kind of the lists")
    parser.add_argument("--docs", type=Path, metavar="PAGE", help="write their table to the page")
    asked = parser.parse_args()
    if asked.docs:
        write_page(asked.docs)
    if asked.lists:
        print_lists()
    number = cut = 0
    for folder in asked.folders:
        print(f"\n{folder}")
        digest = digest_of(folder.resolve(), asked.points)
        for statement in (point.statement for point in digest.points if point.shown):
            number += 1
            print(f"{number:4} {' '.join(statement.split())}")
        for statement in cut_inside_words(digest):
            cut += 1
            print(f"CUT INSIDE A WORD {statement}")
    if asked.folders:
        print(f"\n{number} shown; cut inside a word, of all sentences: {cut}")


if __name__ == "__main__":
    main()
