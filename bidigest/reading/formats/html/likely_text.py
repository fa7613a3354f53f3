"""Which part of a page is likeliest what it is about, by what was learned of marked pages.

Rules find the text of most pages; of some they find a notice of copyright, or one box of several.
Logistic regression over a few signs of each block, none of them of a site, tells how probably it
belongs to the text; a part is worth what it shows, each block counting for how much likelier it
belongs than not. `benchmarks/fit_main_text.py` learns the weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate, takewhile

import numpy as np
from lxml import etree
from scipy.special import expit

from bidigest.package_data import load_yaml
from bidigest.reading.boilerplate.recognition import reason_of
from bidigest.reading.formats.html.boilerplate import is_hidden
from bidigest.reading.formats.html.element_names import (
    is_named_as_boilerplate,
    is_named_as_dialog,
    is_named_for_comments,
)
from bidigest.reading.formats.html.parsing import Element, text_width
from bidigest.reading.formats.html.text_blocks import TextBlock, text_blocks
from bidigest.sparse.matrices import Floats

SIGNS = (
    "links around", "prose of its kind", "named boilerplate", "prose before", "bare division",
    "lexicon", "in a table", "beside others", "in an article",
)  # fmt: skip
_AROUND = 8
"""Blocks before and behind, over which links are counted."""
_MOST_NAMED, _MOST_BESIDE = 3, 30
_WIDEST_LINE = 160
_NEARLY_ALL = 0.8
"""Share of the page's text: what holds so much is not compared with the rest."""
_LEAST_SHARE, _LEAST_MORE = 0.85, 120.0
"""Another part is taken where what was found is worth less than this share, and less by so much."""
_MANY_TIMES = 2.0
"""What follows the title is only a section of what holds it, where that is worth so much more."""


def likelier(
    found: Sequence[Element], body: Element, first: Element | None = None
) -> list[Element]:
    """Return what was found, unless a part that is not within it is worth much more.

    Args:
        found: the main elements by rules, in order.
        body: the outermost element.
        first: the prose that follows the page's title; what was found with it is believed, since
            other articles and comments may be longer, unless it is one section of a long text.
    """
    if sum(map(text_width, found)) >= _NEARLY_ALL * text_width(body):
        return list(found)
    worth = _worths(body)
    if not worth:
        return list(found)
    best: Element = max(reversed(worth), key=lambda element: worth[element])  # the innermost
    if set(found) & {best, *best.iterancestors()}:
        return list(found)
    held = sum(worth.get(element, 0.0) for element in found)
    if worth[best] - held <= max(_LEAST_MORE, (1 - _LEAST_SHARE) * worth[best]):
        return list(found)
    titled = first is not None and set(found) & {first, *first.iterancestors()}
    if titled and (worth[best] <= _MANY_TIMES * held or not _is_one_text(best, found)):
        return list(found)
    return [_with_all_around(best, body)]


def _is_one_text(element: Element, parts: Sequence[Element]) -> bool:
    """Tell whether an element holds the parts, and neither several titles nor several articles."""
    inside = list(element.iter(etree.Element))
    counts = Counter(each.tag for each in inside)
    return set(inside).issuperset(parts) and max(counts["h1"], counts["article"]) <= 1


def _with_all_around(element: Element, body: Element) -> Element:
    """Return the outermost element that shows no more: rows are not taken without their table."""
    shown = text_width(element)
    around = takewhile(lambda each: each is not body, element.iterancestors())
    return list(takewhile(lambda each: text_width(each) == shown, [element, *around]))[-1]


def _worths(body: Element) -> dict[Element, float]:
    """Sum up for each element how much likelier than not its blocks belong, times their widths."""
    blocks = blocks_of_page(body)
    worth = dict.fromkeys(body.iter(etree.Element), 0.0) if blocks else {}
    for block, odds in zip(blocks, log_odds(blocks, body), strict=True):
        worth[block.element] += (float(expit(odds)) - 0.5) * block.size
    for element in reversed(worth):
        if element is not body:
            worth[element.getparent()] += worth[element]
    return worth


def blocks_of_page(body: Element) -> list[TextBlock]:
    """List the blocks that a page shows, in order, but for comments."""
    return list(text_blocks(body, lambda each: is_hidden(each) or is_named_for_comments(each)))


def log_odds(blocks: Sequence[TextBlock], body: Element) -> Sequence[float]:
    """Compute for each block the logarithm of how much likelier than not it is of the text."""
    weights = _weights()
    odds: Floats = evidence(blocks, body) @ weights[1:] + weights[0]
    return [float(each) for each in odds]


def evidence(blocks: Sequence[TextBlock], body: Element) -> Floats:
    """Gather the signs of a page's blocks: float64, (n_blocks, n_signs), each from 0 to 1.

    Args:
        blocks: of the whole page, in order.
        body: the outermost element.
    """
    prose = [float(block.size) if block.is_prose else 0.0 for block in blocks]
    whole = sum(prose) or 1.0
    before = [0.0, *accumulate(prose)][: len(blocks)]
    kinds = [_kind(block.element) for block in blocks]
    said: Counter[tuple[object, ...]] = Counter()
    for kind, size in zip(kinds, prose, strict=True):
        said[kind] += int(size)
    beside = Counter(_holder(block.element) for block in blocks)
    places = _places(body)
    signs = [
        [
            said[kind] / whole,
            min(places[block.element][0], _MOST_NAMED) / _MOST_NAMED,
            earlier / whole,
            float(block.element.tag == "div"),
            float(block.size < _WIDEST_LINE and reason_of(block.text) is not None),
            places[block.element][1],
            min(beside[_holder(block.element)], _MOST_BESIDE) / _MOST_BESIDE,
            places[block.element][2],
        ]
        for block, kind, earlier in zip(blocks, kinds, before, strict=True)
    ]
    rest = np.array(signs, dtype=np.float64).reshape(len(blocks), len(SIGNS) - 1)
    return np.column_stack([_links_around(blocks), rest])


def _links_around(blocks: Sequence[TextBlock]) -> Floats:
    """Compute for each block what share of the text around it is linked: float64, (n_blocks,)."""
    sums = [
        np.concatenate([[0.0], np.cumsum([float(size) for size in sizes])])
        for sizes in ([block.linked for block in blocks], [block.size for block in blocks])
    ]
    numbers = np.arange(len(blocks))
    first, last = np.maximum(numbers - _AROUND, 0), np.minimum(numbers + _AROUND + 1, len(blocks))
    linked, size = (total[last] - total[first] for total in sums)
    share: Floats = np.minimum(linked / np.maximum(size, 1.0), 1.0)
    return share


def _kind(element: Element) -> tuple[object, ...]:
    """Return what elements of one template have in common: tags and classes, and the holder's."""
    parent = element.getparent()
    holder = () if parent is None else (parent.tag, parent.get("class"))
    return (element.tag, element.get("class"), *holder)


def _holder(element: Element) -> Element | None:
    """Return the element two steps around."""
    parent = element.getparent()
    return None if parent is None else parent.getparent()


def _places(body: Element) -> Mapping[Element, tuple[int, float, float]]:
    """Tell of each element how many around it are named boilerplate, and of tables and articles."""
    found = {body: (0, 0.0, 0.0)}
    for element in body.iterdescendants(etree.Element):
        named, table, article = found[element.getparent()]
        found[element] = (
            named + _is_named(element),
            max(table, float(element.tag == "table")),
            max(article, float(element.tag == "article")),
        )
    return found


def _is_named(element: Element) -> bool:
    return is_named_as_boilerplate(element) or is_named_as_dialog(element)


@cache
def _weights() -> Floats:
    """Read the constant, and a weight for each sign: float64, (n_signs + 1,)."""
    loaded = load_yaml("bidigest.reading.formats.html", "likely_text_weights.yaml")
    named = [loaded["signs"][name] for name in SIGNS]
    return np.array([loaded["constant"], *named], dtype=np.float64)
