"""Lines of a page that speak of the page and not of its subject, by their words and places.

The lexicon of boilerplate knows many by themselves. At the head and the end of a text, where most
of them stand, less is needed: a call to the reader, a telephone number, or others around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from bidigest.reading.boilerplate.reader_address import calls_reader
from bidigest.reading.boilerplate.recognition import heads_links, reason_of
from bidigest.reading.formats.html.text_blocks import SENTENCE_END
from bidigest.reading.formats.lines import width

_MARKS = re.compile(r"^(?:> ?|- |\d{1,3}\. |#{1,6} |\s)+|\*\*|\\(?=[^\w\s])")
_HEADING = re.compile(r"#{1,6} ")
_OF_A_TABLE_OR_CODE = re.compile(r"(?:> )*(?:\||```)")
_FULL_STOP = re.compile(r"[。！？!?…]|[a-z0-9)”\"’']\.(?=\s|$|[”\"'’)])")
_NARROWEST_PROSE = 60
_TELEPHONE = re.compile(
    r"(?<![\d.])(?:0\d{2,3}-\d{6,8}|400-\d{3}-?\d{4}|\d{3,4}-\d{3}-\d{3,4})(?!\d)"
)
_WIDEST_CALL = 160
_LEAST_SHARE = 0.3
"""Of the lines behind the first that is the page's, which are the page's by themselves."""
_MOST_BEHIND = 0.34
"""Of the prose, behind a line that heads other articles."""
_ENDING = frozenset({"byline", "links", "notice"})
_WIDEST_LABEL, _DEEPEST = 60, 9
_OF_A_PICTURE = frozenset({"credit"})
_ANYWHERE = frozenset({"links", "notice", "contact", "navigation", "loading"})


def lines_of_page(blocks: Sequence[str], linked: Sequence[bool]) -> frozenset[int]:
    """Find the blocks that are the page's own, by number.

    Args:
        blocks: the blocks of a main text in Markdown, in order; a table or code is no line.
        linked: whether there is a link in each.
    """
    said = [_MARKS.sub("", block) for block in blocks]
    reasons = [
        None if _OF_A_TABLE_OR_CODE.match(block) else reason_of(text)
        for block, text in zip(blocks, said, strict=True)
    ]
    prose = [n for n, text in enumerate(said) if not reasons[n] and _is_prose(text)]
    if not prose:
        return frozenset()
    short = {n for n, reason in enumerate(reasons) if reason and not _is_sentence(said[n])}
    headings = {n for n, block in enumerate(blocks) if _HEADING.match(block)}
    found = {n for n in range(prose[0]) if n in short - headings}
    found |= {n for n in short - headings if prose[0] < n < prose[-1] and reasons[n] in _ANYWHERE}
    other = _other_articles(blocks, said, prose, linked) or _behind_credits(said, reasons, prose)
    behind = [n for n in range(prose[-1] + 1, len(blocks)) if n not in other]
    closing = [n for n in behind if reasons[n] or _closes(said[n])]
    first = next((n for n in closing if reasons[n] not in _OF_A_PICTURE), len(blocks))
    rest = [n for n in behind if n >= first]
    found |= {*other, *closing, *(rest if len(closing) >= _LEAST_SHARE * len(rest) else ())}
    found = {n for n in found if not _OF_A_TABLE_OR_CODE.match(blocks[n])}
    kept = (n for n in reversed(behind) if n not in found)
    return frozenset(found.union(takewhile(lambda n: _HEADING.match(blocks[n]), kept)))


def _other_articles(
    blocks: Sequence[str], said: Sequence[str], prose: Sequence[int], linked: Sequence[bool]
) -> range:
    """Find the line that heads other articles, and these: what little is said of them has links."""
    headings = {n: len(m[0]) for n, block in enumerate(blocks) if (m := _HEADING.match(block))}
    whole = sum(width(said[n]) for n in prose)
    for start, text in enumerate(said):
        if width(text) > _WIDEST_LABEL or not heads_links(text):
            continue
        level = headings.get(start, _DEEPEST)
        stop = next((n for n, other in headings.items() if n > start and other <= level), len(said))
        behind = [n for n in prose if start < n < stop]
        few = sum(width(said[n]) for n in behind) <= _MOST_BEHIND * whole
        if few and all(linked[n] for n in behind) and (stop == len(said) or start in headings):
            return range(start, stop)
    return range(0)


def _behind_credits(
    said: Sequence[str], reasons: Sequence[str | None], prose: Sequence[int]
) -> range:
    """Find what follows two lines that say who wrote, edited or first printed a text."""
    whole = sum(width(said[n]) for n in prose)
    for n, pair in enumerate(pairwise(reasons)):
        behind = sum(width(said[m]) for m in prose if m > n)
        if set(pair) <= _ENDING and behind <= _MOST_BEHIND * whole:
            return range(n, len(said))
    return range(0)


def _closes(text: str) -> bool:
    """Tell whether behind a text a line is the page's: a call, or a telephone number."""
    if width(text) > _WIDEST_CALL:
        return False
    return calls_reader(text) or bool(_TELEPHONE.search(text))


def _is_prose(text: str) -> bool:
    return width(text) >= _NARROWEST_PROSE and bool(_FULL_STOP.search(text))


def _is_sentence(text: str) -> bool:
    return width(text) >= _NARROWEST_PROSE and bool(SENTENCE_END.search(text))
