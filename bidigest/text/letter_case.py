"""Whether a text begins its sentences with small letters, as chats and hasty mails do."""

from __future__ import annotations

import re

_FAR = 800
"""Code points on either side that tell how somebody writes."""
_SMALL = re.compile(r"(?<![.\w])[a-z][a-z'’]{2,20}(?<!etc)(?<!approx)[.!?]{1,3} [a-z]")
_CAPITAL = re.compile(r"[a-z\d)]{2}[.!?]{1,3}[\"”’)]? [\"“‘(]?[A-Z]")
_SMALL_I = re.compile(r"(?<![\w.])i(?:['’](?:m|ve|ll|d)| (?:am|was|have|had|do|did|will|think)) ")
_MANY = 3


def begins_small(text: str, start: int, at: int) -> bool:
    """Tell whether the text around a place begins most of its sentences small.

    Args:
        text: of the document.
        start: code point at which the sentence before the place begins.
        at: the place, in code points.
    """
    around = text[max(0, at - _FAR) : at + _FAR]
    small, capital = len(_SMALL.findall(around)), len(_CAPITAL.findall(around))
    begun_small = text[start].islower() or _SMALL_I.search(around) is not None
    return small >= capital if begun_small else small >= _MANY and small > 2 * capital
