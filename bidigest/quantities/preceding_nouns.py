"""Numbers whose noun stands before them, or is what happened to those counted.

`The death toll rose to 58`, `89 were killed`, 死亡人数增至58; 房屋2600栋, 余震310次.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bidigest.languages.parsed_quantity import Unit
from bidigest.languages.patterns import either, pattern
from bidigest.languages.zh.scripts import HAN
from bidigest.languages.zh.segmentation import tagged

PERSON, PERSON_IN_CHINESE = "person", "人"

_WIDEST = 48
"""Characters before a number in which its noun is looked for."""
_LIST = "quantities/counted_nouns"
_AFTER = pattern(_LIST, "people behind", of="en", before=" ")
_LABEL = pattern(_LIST, "people labelled", of="en", behind="[ *]{0,3}$")
_BEFORE = pattern(_LIST, "people before", of="en", behind="[ *]{1,3}$")
_BEFORE_IN_CHINESE = pattern(_LIST, "people before", of="zh", behind=" ?$")
_BARE_END = re.compile(rf"(?![{HAN}\w%％])|{either(_LIST, 'bare before')}")

_WORDS_BEFORE = re.compile(rf"(?P<words>[{HAN}]{{2,8}}?)(?:{either(_LIST, 'between')}){{0,3}} ?$")
_CLOSED = re.compile(rf" ?(?:[^\w{HAN} ]|$)")
_MEASURED = pattern(_LIST, "measured")
_TOLD_OF = pattern(_LIST, "told of")


def read(text: str, start: int, end: int) -> Unit | None:
    """Find the unit of a number that has none, by the words around it.

    Args:
        text: folded, lower-case text.
        start: code point at which the number begins.
        end: code point after it.
    """
    if match := _AFTER.match(text, end):
        return Unit(PERSON, 1.0, match.end())
    before = text[max(0, start - _WIDEST) : start]
    if _LABEL.search(before):
        return Unit(PERSON, 1.0, end)
    if not _BARE_END.match(text, end):
        return None
    if _BEFORE.search(before):
        return Unit(PERSON, 1.0, end)
    return Unit(PERSON_IN_CHINESE, 1.0, end) if _BEFORE_IN_CHINESE.search(before) else None


def noun_before(text: str, start: int, end: int, *, occasions: bool = False) -> str:
    """Find the noun that stands before its number and measure word: 房屋 of 房屋2600栋.

    Args:
        text: folded, lower-case text.
        start: code point at which the number begins.
        end: code point after the measure word.
        occasions: whether the measure word is 次, which counts how often something happened; its
            noun must be an event that is told of, not what somebody does.

    Returns:
        An empty text where there is none.
    """
    if not _CLOSED.match(text, end):
        return ""
    match = _WORDS_BEFORE.search(text[max(0, start - 14) : start])
    return _last_noun(match["words"], occasions) if match else ""


@lru_cache(maxsize=4096)
def _last_noun(words: str, occasions: bool) -> str:
    tags = tagged(words)
    noun, tag = tags[-1]
    if (
        tag not in (("n", "nr") if occasions else ("n",))
        or len(noun) < 2
        or _MEASURED.match(noun[-1])
    ):
        return ""
    before = "".join(word for word, _ in tags[:-1])
    return noun if not occasions or _TOLD_OF.search(before) else ""
