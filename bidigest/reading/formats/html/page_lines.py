"""Lines of a page that speak of the page and not of its subject, by their words and places.

The lexicon of boilerplate knows many by themselves. At the head and the end of a text, where most
of them stand, less is needed: a call to the reader, a telephone number, or others around it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate, islice, takewhile

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
_MOST_TRIES = 20
_MOST_ALIKE = 4
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
    prose = _prose(said, reasons)
    if not prose:
        return frozenset()
    short = {n for n, reason in enumerate(reasons) if reason and not _is_sentence(said[n])}
    headings = {n for n, block in enumerate(blocks) if _HEADING.match(block)}
    found = {n for n in range(prose[0]) if n in short - headings}
    found |= _between(reasons, [n for n in sorted(short - headings) if prose[0] < n < prose[-1]])
    late = _late(said, prose)
    other = _other_articles(blocks, said, late, {n: linked[n] for n in prose})
    other = other or _behind_credits(reasons, late)
    behind = [n for n in range(prose[-1] + 1, len(blocks)) if n not in other]
    found |= {*other, *_closing(said, reasons, behind)}
    found = {n for n in found if not _OF_A_TABLE_OR_CODE.match(blocks[n])}
    kept = (n for n in reversed(behind) if n not in found)
    return frozenset(found.union(takewhile(lambda n: _HEADING.match(blocks[n]), kept)))


def _prose(said: Sequence[str], reasons: Sequence[str | None]) -> list[int]:
    """Find the blocks of sentences; an exclamation at the end is none of them."""
    prose = [n for n, text in enumerate(said) if not reasons[n] and _is_prose(text)]
    while len(prose) > 1 and _exclaims(said[prose[-1]]):
        prose.pop()
    return prose


def _closing(
    said: Sequence[str], reasons: Sequence[str | None], behind: Sequence[int]
) -> list[int]:
    """Find the lines behind the prose that are the page's, and what little stands between them."""
    closing = [n for n in behind if reasons[n] or _closes(said[n])]
    first = next((n for n in closing if reasons[n] not in _OF_A_PICTURE), len(said))
    rest = [n for n in behind if n >= first]
    return [*closing, *(rest if len(closing) >= _LEAST_SHARE * len(rest) else ())]


def _between(reasons: Sequence[str | None], lines: Sequence[int]) -> set[int]:
    """Find lines between the sentences that are the page's wherever they stand.

    Many telephone numbers are what a list tells.
    """
    numbers = Counter(reasons[n] for n in lines)
    often = {"contact"} if numbers["contact"] > _MOST_ALIKE else set()
    return {n for n in lines if reasons[n] in _ANYWHERE - often}


def _late(said: Sequence[str], prose: Sequence[int]) -> range:
    """Find the blocks behind which little of the prose stands."""
    most = _MOST_BEHIND * sum(width(said[n]) for n in prose)
    behind = accumulate(width(said[n]) for n in reversed(prose))
    ends = (n for n, size in zip(reversed(prose), behind, strict=True) if size > most)
    return range(next(ends), len(said))


def _other_articles(
    blocks: Sequence[str], said: Sequence[str], late: range, linked: Mapping[int, bool]
) -> range:
    """Find the line that heads other articles, and these: what little is said of them has links.

    Args:
        blocks: in Markdown.
        said: what each says.
        late: those behind which there is little prose.
        linked: whether there is a link in each block of prose.
    """
    levels = {n: len(match[0]) for n in late if (match := _HEADING.match(blocks[n]))}
    heads = (n for n in late if width(said[n]) <= _WIDEST_LABEL and heads_links(said[n]))
    for start in islice(heads, _MOST_TRIES):
        level = levels.get(start, _DEEPEST)
        stop = next((n for n, other in levels.items() if n > start and other <= level), len(said))
        teasers = all(linked.get(n, True) for n in range(start + 1, stop))
        if teasers and (stop == len(said) or start in levels):
            return range(start, stop)
    return range(0)


def _behind_credits(reasons: Sequence[str | None], late: range) -> range:
    """Find what follows two lines that say who wrote, edited or first printed a text."""
    pairs = ((n, {reasons[n], reasons[n + 1]}) for n in late[:-1])
    return next((range(n, late.stop) for n, pair in pairs if pair <= _ENDING), range(0))


def _exclaims(text: str) -> bool:
    """Tell whether a sentence is a call to the reader, and loud."""
    return text[-1] in "!！" and width(text) <= _WIDEST_CALL and calls_reader(text)


def _closes(text: str) -> bool:
    """Tell whether behind a text a line is the page's: a call, or a telephone number."""
    if width(text) > _WIDEST_CALL:
        return False
    return calls_reader(text) or bool(_TELEPHONE.search(text))


def _is_prose(text: str) -> bool:
    return width(text) >= _NARROWEST_PROSE and bool(_FULL_STOP.search(text))


def _is_sentence(text: str) -> bool:
    return width(text) >= _NARROWEST_PROSE and bool(SENTENCE_END.search(text))
