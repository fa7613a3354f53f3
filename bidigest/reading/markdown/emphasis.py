"""Pairing the runs of `*`, `_` and `~` that set emphasis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bidigest.model import Span

_LONGEST_RUN = 3


@dataclass(slots=True)
class DelimiterRun:
    """A run of one such character; what is paired is taken off it."""

    start: int
    end: int


def paired_delimiters(text: str, runs: Sequence[DelimiterRun], block: Span) -> list[Span]:
    """Pair the runs that open or close emphasis; linear in their number.

    Args:
        text: of the document.
        runs: of the block, in order.
        block: where they stand.
    """
    found: list[Span] = []
    open_: dict[str, list[DelimiterRun]] = {"*": [], "_": [], "~": []}
    for run in runs:
        character = text[run.start]
        if run.end - run.start > _LONGEST_RUN or (character == "~" and run.end - run.start != 2):
            continue
        before, after = _neighbours(text, run, block)
        if _inside_word(character, before, after):
            continue
        if not before.isspace():
            found += _close(run, open_[character])
        if run.start < run.end and not after.isspace():
            open_[character].append(run)
    return found


def _neighbours(text: str, run: DelimiterRun, block: Span) -> tuple[str, str]:
    before = text[run.start - 1] if run.start > block.start else " "
    after = text[run.end] if run.end < block.end else " "
    return before, after


def _inside_word(character: str, before: str, after: str) -> bool:
    """Tell whether a mark is no emphasis: `snake_case`, `2*3`, `单价*数量` in a formula."""
    if before.isdigit() and after.isalnum():
        return True
    latin = before.isascii() and after.isascii()
    return latin and character != "~" and before.isalnum() and after.isalnum()


def _close(run: DelimiterRun, openers: list[DelimiterRun]) -> list[Span]:
    found = []
    while openers and run.start < run.end:
        opener = openers[-1]
        length = min(opener.end - opener.start, run.end - run.start)
        found.append(Span(opener.end - length, opener.end))
        found.append(Span(run.start, run.start + length))
        opener.end -= length
        run.start += length
        if opener.start == opener.end:
            openers.pop()
    return found
