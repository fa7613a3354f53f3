"""Lines around and between the sentences of an article that are none of it, by their places.

Bylines and credits stand before its first sentence, names and links to other articles behind its
last one; a mark of an advertisement stands in several places.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile

from bidigest.reading.boilerplate.reader_address import calls_reader
from bidigest.reading.formats.html.boilerplate import is_boilerplate
from bidigest.reading.formats.html.parsing import Element
from bidigest.reading.formats.html.text_blocks import TextBlock, text_blocks
from bidigest.reading.formats.lines import one_line, width

_EMPHASIS = frozenset("em i small".split())
_STRONG = frozenset("b strong".split())
_LABEL = re.compile(r"^(?!https?:)[\[(【（「]?[^.。!?！？:：]{2,40}[:：>»|]\s*")
_BRACKETED = re.compile(r"^[(（\[【].*[)）\]】]$")
_EXCLAIMED, _CLAUSES = re.compile("[!！]"), re.compile("[。！？!?，,；;【】]")
_PROFILE = re.compile(
    r"^mailto:|^(?:https?:)?//(?:[\w-]{1,20}\.)?"
    r"(?:twitter|x|facebook|instagram|linkedin|youtube|t|weibo)\.(?:com|me)/",
    re.I,
)
_LEAST_PROSE = 240
"""Width of prose: a shorter page is read as it is."""
_WIDEST_REMARK = 400
_WIDEST_NOTE = 200
_NARROWEST_TITLE = 12
_PARTLY, _MOSTLY, _NEARLY_ALL = 0.3, 0.6, 0.8
_OFTEN = 3
_SECTIONS = 2
"""Headings of a level before the first sentence, from which the lines beneath are the text's."""
_MOST_ALIKE = 4
_COLON = re.compile("[:：]")
_MOST_CUT = 0.25
"""Of words that are no link, as a share of the prose: more would be a page misunderstood."""


def around_and_between(elements: Sequence[Element], main_width: int) -> frozenset[Element]:
    """Find the blocks of a main text that are none of it by their places.

    Args:
        elements: the main elements, in order.
        main_width: width of their text.
    """
    skipped = partial(is_boilerplate, main_width=main_width)
    blocks = [block for element in elements for block in text_blocks(element, skipped)]
    prose = [block for block in blocks if block.is_prose]
    if sum(block.size for block in prose) < _LEAST_PROSE:
        return frozenset()
    found = [*_behind(blocks), *_between(blocks)]
    if next(elements[0].getroottree().iter("h1"), None) is not None:
        found += _before(blocks)  # without a title of its own, the first of them may be one
    cut = sum(b.size - b.linked for b in dict.fromkeys(found) if not _promotes(b))
    if cut > _MOST_CUT * sum(block.size for block in prose):
        return frozenset()
    return frozenset(block.element for block in found)


def _before(blocks: Sequence[TextBlock]) -> Iterator[TextBlock]:
    """Yield names, dates and credits before the first sentence, and before what has sections."""
    before = list(takewhile(lambda block: not block.is_prose or _promotes(block), blocks))
    headings = Counter(block.element.tag for block in before if block.is_heading)
    for block in takewhile(lambda block: headings[block.element.tag] < _SECTIONS, before):
        kept = block.is_heading or block.listed
        says_nothing = block.says_nothing and not block.is_all(_STRONG)
        if (not kept and (says_nothing or block.is_linked(_MOSTLY))) or _promotes(block):
            yield block


def _behind(blocks: Sequence[TextBlock]) -> Iterator[TextBlock]:
    """Yield what stands behind the last sentence, from the end, up to what says something."""
    for block in reversed(blocks):
        ends = _leads_elsewhere(block) or _is_remark(block) or _promotes(block)
        if not ends and (block.listed or not (block.is_heading or _is_name(block))):
            return
        yield block


def _promotes(block: TextBlock) -> bool:
    """Recognise a few sentences of which one with a link asks for something: `Vote here!`."""
    if block.size > _WIDEST_REMARK or not block.linked or not _EXCLAIMED.search(block.text):
        return False
    links = [one_line(link.text_content()) for link in block.element.iter("a")]
    return any(
        calls_reader(clause) and any(link and link in clause for link in links)
        for clause in _CLAUSES.split(block.text)
    )


def _is_name(block: TextBlock) -> bool:
    """Recognise a few words without a figure, as who took the pictures."""
    return block.says_nothing and not any(c.isdigit() for c in block.text)


def _leads_elsewhere(block: TextBlock) -> bool:
    """Recognise what is linked; of a list also with a few words before or behind the link."""
    if block.listed:
        return block.linked > _PARTLY * block.size and block.text[-1] not in ".。"
    return block.is_linked(_MOSTLY)


def _is_remark(block: TextBlock) -> bool:
    """Recognise who wrote, and where to follow them."""
    if block.size > _WIDEST_REMARK or block.listed:
        return False
    return (
        bool(_BRACKETED.match(block.text))
        or (block.size <= _WIDEST_NOTE and block.is_all(_EMPHASIS))
        or any(_PROFILE.search(link.get("href") or "") for link in block.element.iter("a"))
    )


def _between(blocks: Sequence[TextBlock]) -> Iterator[TextBlock]:
    """Yield links, with or without a label, and lines that are said again and again."""
    facts = _labels_of_facts(blocks)
    said = Counter(b.text for b in blocks if _is_mark(b) and _before_colon(b) not in facts)
    labels = Counter(filter(None, map(_label, blocks)))
    for block in blocks:
        named = 0 < labels[_label(block)] <= _MOST_ALIKE
        if block.listed or block.is_heading:
            continue
        again = said[block.text] >= _OFTEN
        if again or named or block.is_linked(_NEARLY_ALL):
            yield block


def _is_mark(block: TextBlock) -> bool:
    """Recognise what may stand in several places, as `Advertisement`."""
    *labels, value = _COLON.split(block.text)
    if _BRACKETED.match(block.text) or (labels and any(map(str.isdigit, value))):
        return False  # a price in a list of them is told again
    return block.says_nothing and not block.text[0].islower()


def _labels_of_facts(blocks: Sequence[TextBlock]) -> set[str]:
    """Find what stands before a colon with different words behind it: `Asked by: A`, `: B`."""
    values: dict[str, set[str]] = defaultdict(set)
    for block in blocks:
        if label := _before_colon(block):
            values[label].add(block.text)
    return {label for label, texts in values.items() if len(texts) > 1}


def _before_colon(block: TextBlock) -> str:
    label, _, value = block.text.replace("：", ":").partition(":")
    return label if value else ""


def _label(block: TextBlock) -> str:
    """Return what stands before a link, `Read more:`, where all behind it is linked; else ``."""
    label = _LABEL.match(block.text)
    rest = width(block.text[label.end() :]) if label else 0
    if label and block.linked > 0.9 * rest > _NARROWEST_TITLE and block.text[-1] not in ".。":
        return label[0]
    return ""
