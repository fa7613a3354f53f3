"""Numbers whose noun stands before them, or is what happened to those counted.

`The death toll rose to 58`, `89 were killed`, 死亡人数增至58; 房屋2600栋, 余震310次.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bidigest.languages.zh.scripts import HAN
from bidigest.languages.zh.segmentation import tagged
from bidigest.quantities.units import Unit

PERSON, PERSON_IN_CHINESE = "person", "人"

_WIDEST = 48
"""Characters before a number in which its noun is looked for."""
_SUFFERED = (
    "killed dead died perished drowned injured hurt wounded hospitalised hospitalized missing "
    "trapped displaced arrested detained infected evacuated rescued homeless"
)
_AFTER = re.compile(
    r" (?:(?:were|are|was|is|have been|had been|remain|remained) )?"
    r"(?:(?:still|also|now|reported|confirmed|feared|left|seriously|slightly|badly) )?"
    rf"(?:{'|'.join(_SUFFERED.split())})(?![a-z-])"
)
_BEFORE = re.compile(
    r"(?<![a-z])(?:toll|attendance|crowd|population|headcount|workforce|deaths|fatalities"
    r"|casualties|number of (?:people|the )?[a-z ]{0,20})(?: [a-z]+){0,6}?"
    r" (?:to|of|at|was|were|is|are|now|reached|passed|topped|hit|exceeded|nears|neared)"
    r"(?: (?:about|around|some|nearly|almost|at least|more than|over|only|just))?[ *]{1,3}$"
)
_LABEL = re.compile(
    rf"(?:^|[\n.;,(*•-] {{0,3}})(?:deaths|casualties|attendance|population"
    rf"|{'|'.join(_SUFFERED.split())}):[ *]{{0,3}}$"
)
_BEFORE_IN_CHINESE = re.compile(
    r"(?:人[数口](?:总数)?[^，。；：！？,.;:!?\d\s]{0,8}"
    r"(?:[至到达为是约过破共近逾]|多达|不到|不足)|(?:死亡|遇难|罹难|失踪|受伤|伤亡|人[数口])[：:]) ?$"
)
_BARE_END = re.compile(rf"(?![{HAN}\w%％])|(?= ?(?:其中|[，。；、]))")

_WORDS_BEFORE = re.compile(
    rf"(?P<words>[{HAN}]{{2,8}}?)(?:已|共计?|总计|合计|累计|达到?|超过?|突破|增至|升至|增加到|大?约|近|逾|有"
    r"|为|[：:]){0,3} ?$"
)
_CLOSED = re.compile(rf" ?(?:[^\w{HAN} ]|$)")
_MEASURES = frozenset("量额率数值度比价")
"""Ends of what is measured: 产量45万辆 counts no outputs."""
_TOLD_OF = re.compile(r"(?:发生|记录|出现|录得|监测|测得|测到|举办|举行|实施|发动|爆发)[了到过]?$")


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
    if tag not in (("n", "nr") if occasions else ("n",)) or len(noun) < 2 or noun[-1] in _MEASURES:
        return ""
    before = "".join(word for word, _ in tags[:-1])
    return noun if not occasions or _TOLD_OF.search(before) else ""
