"""What something is called, by two names in quotation marks: 黑客组织“黑鹭”, 黑客组织“灰猞猁”."""

from __future__ import annotations

import re
from functools import lru_cache

from bidigest.contrasts.analysis import Analysis
from bidigest.model import Span

_CALLED = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{2})[“「『](?P<name>[\u4e00-\u9fff\w·-]{2,8})[”」』]"
    r"(?![\u4e00-\u9fff]{0,2}号)"
)
_OF_GROUPS = ("组织", "团伙", "集团", "帮派", "团体", "武装")
"""Of whom one is behind a deed; ships and books have names as well, and there are many."""


def other_group(a: Analysis, b: Analysis) -> tuple[Span, Span] | None:
    """Find the two names by which sentences call one group, if neither has the other's.

    Args:
        a: a sentence.
        b: another that probably makes the same claim.
    """
    ours, theirs = _called(a.low), _called(b.low)
    if len(ours) != 1 or len(theirs) != 1:
        return None
    ((_, mine, place),), ((_, its, other_place),) = ours, theirs
    if mine == its or mine in b.low or its in a.low or _alike(mine, its):
        return None
    return place, other_place


def _alike(one: str, other: str) -> bool:
    """Tell whether two names have half of their characters in common: 机房之声, 车房之声."""
    shared = len(set(one) & set(other))
    return 2 * shared >= max(len(one), len(other))


@lru_cache(maxsize=16_384)
def _called(low: str) -> tuple[tuple[str, str, Span], ...]:
    """List the groups of a folded sentence: what each is, its name, and where both stand."""
    return tuple(
        (match["what"], match["name"], Span(*match.span()))
        for match in _CALLED.finditer(low)
        if match["what"] in _OF_GROUPS
    )
