"""Line ends within a block that a reader does not see: no blank in Chinese, broken words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bidigest.languages.en.morphology import stem
from bidigest.languages.word_lists import stop_words_in_letters
from bidigest.languages.zh.scripts import HAN
from bidigest.model import Block, Span
from bidigest.text.plain_text import line_ends
from bidigest.text.vocabulary import vocabulary

_WIDE = re.compile(rf"[{HAN}\u3000-\u303f\uff01-\uff60]")
_LETTER = re.compile(r"[^\W\d_]")
_HYPHENS = "-\u2010\u2011"
_SOFT_HYPHEN = "\u00ad"
_DASHES = _HYPHENS + "–"
_LONGEST_WORD = 30
_BEFORE = re.compile(r"[^\W\d_]{1,30}$")
_AFTER = re.compile(r"[^\W\d_]{1,30}")


def unseen_line_ends(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    """Yield what to leave out of the blocks' text, so that only blanks are left of their line ends.

    That is the white space around a line end that stands next to a Chinese character, or after a
    hyphen; with the hyphen, where it only divides a word.
    """
    for block in blocks:
        for line_end in line_ends(text, block.span):
            yield from _unseen(text, line_end)


def _unseen(text: str, line_end: Span) -> Iterator[Span]:
    before, after = text[line_end.start - 1], text[line_end.end : line_end.end + 1]
    if before == _SOFT_HYPHEN or (before in _HYPHENS and _divides(text, line_end)):
        yield Span(line_end.start - 1, line_end.end)
    elif _touches(before, after) or (before in _DASHES and _joins(text, line_end)):
        yield line_end


def _touches(before: str, after: str) -> bool:
    """Tell whether one is Chinese and the other no letter, so that no blank is between them.

    Nor is one between a number and its sign of percentage.
    """
    if before.isdigit() and after in "%％‰":
        return True
    wide = _WIDE.match(before), _WIDE.match(after)
    return all(wide) or (any(wide) and not _LETTER.match(after if wide[0] else before))


def _joins(text: str, line_end: Span) -> bool:
    """Tell whether a hyphen joins over a line end: `well-⏎known`; a spaced dash does not."""
    around = text[line_end.start - 2 : line_end.start - 1] + text[line_end.end : line_end.end + 1]
    return len(around) == 2 and around.isalnum()


def _divides(text: str, line_end: Span) -> bool:
    """Tell whether the hyphen before a line end only divides a word: `govern-⏎ment`."""
    hyphen = line_end.start - 1
    first = _BEFORE.search(text, max(0, hyphen - _LONGEST_WORD), hyphen)
    second = _AFTER.match(text, line_end.end)
    if not first or not second or not second.group()[0].islower():
        return False
    left, right = first.group().lower(), second.group()
    if text[first.start() - 1 : first.start()] in tuple(_HYPHENS):
        return False
    return not (_is_word(left) and _is_word(right)) or _is_word(left + right)


@lru_cache(maxsize=4096)
def _is_word(word: str) -> bool:
    return word in stop_words_in_letters() or vocabulary().knows(stem(word))
