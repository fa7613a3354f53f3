"""Entries of the lists of poles and sets that are regular expressions: seven votes to two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bidigest.languages.any_of import NeededStrings
from bidigest.languages.word_lists import languages, lines_of

Entry = tuple[str, str]
"""What it is about, and which of its poles or members."""


def listed_patterns(name: str, text: str) -> Iterator[tuple[Entry, re.Match[str]]]:
    """Find the entries of a list in a folded text, in the list's order.

    Args:
        name: of the list.
        text: folded.
    """
    needed, patterns = _patterns(name)
    # Few of a hundred may be in one sentence.
    for at in sorted(needed.possible(text)) if patterns else ():
        entry, expression = patterns[at]
        for match in expression.finditer(text):
            yield entry, match


@cache
def _patterns(name: str) -> tuple[NeededStrings, tuple[tuple[Entry, re.Pattern[str]], ...]]:
    """Read the expressions of a list, of all languages, and by their places what each needs."""
    lines = (line for each in languages() for line in lines_of(each, f"contrasts/{name}_patterns"))
    parted = [line.split(" ", 2) for line in lines]
    needed = NeededStrings.of(expression for *_, expression in parted)
    compiled = (((about, pole), re.compile(expression)) for about, pole, expression in parted)
    return needed, tuple(compiled)
