"""Where a Chinese sentence tells who did something.

Before the act, behind 由 or 被, behind 的是 (下令撤离的是) or 出自, or in the stretch before where
the act's own names nobody.
"""

from __future__ import annotations

import re

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.doer_stretches import (
    after_last,
    stretch_from,
    stretch_until,
    stretches_before,
)
from bidigest.languages.patterns import pattern
from bidigest.languages.zh.scripts import HAN
from bidigest.model import Span

_DOERS = "contrasts/doers"
_FOLLOWS = pattern(_DOERS, "behind", of="zh", behind="$")
_CLEFT = pattern(
    _DOERS,
    "cleft",
    of="zh",
    before="[^,;:。!?]{0,24}?",
    behind="(?:[^。;!?]{1,30}?而是)?([^,;:。!?]{1,40})",
)
_IS_WHO = re.compile("[人者]?(?:正|就)?[是为]")
"""Behind an act that is the word for the doer: 创办人是, 凶手是."""
_WHO_DID = re.compile(rf"的([{HAN}][^,;:。!?]{{1,11}})")
"""Who is told behind the act: 牵头的塔卡奇教授."""
_UNDERGONE = re.compile("(?:系|均属|属于|全是|都是|属)$")
_POINTING = pattern(
    _DOERS, "points before", of="zh", behind="(?:正|就|都)?[是为系]([^,;:。!?]{2,40})"
)
_BY = re.compile("(?:由(?!于)|被|遭)([^由被遭]{1,24})$")
_IT_WAS = re.compile("是([^是]{1,24})$")
_SO_ENDING = re.compile("[^,;。!?]{0,4}(?<=的)(?:[,;。!?]|$)")
"""Where 是 before the act tells who it was: 是警察搬开的."""
_SAYS = pattern(_DOERS, "says before", of="zh")
_PRONOUN = pattern(_DOERS, "pronoun", of="zh")
_PREPOSITION = re.compile("(?:在|从|于|向|对|用|趁)[^,]{1,14}$")
_OF_HIS = re.compile("(?<!外聘)的(?!人)")
_WHILE = "时"
_NOUNS = ("n", "r", "j", "eng")
_FARTHEST = 2
"""Stretches before that of the act."""


def chinese_doer(a: Analysis, act: Span) -> Span | None:
    """Find the stretch of a Chinese sentence that tells who did something; None where none does.

    Args:
        a: the sentence.
        act: where it tells what was done.
    """
    own = stretch_until(a.low, act.start)
    told = _behind(a, act, own)
    if told:
        return _head(a, told)
    if _UNDERGONE.search(a.low, own.start, own.end):
        pointed = _POINTING.search(a.low, act.end)
        return Span(*pointed.span(1)) if pointed else None
    by = _BY.search(a.low, own.start, own.end)
    if not by and _SO_ENDING.match(a.low, act.end):
        by = _IT_WAS.search(a.low, own.start, own.end)
    own = Span(*by.span(1)) if by else after_last(_SAYS, a.low, own)
    beside = _PREPOSITION.sub("", a.low[own.start : own.end])
    return _head(a, own) if _names_any(a, own.start, len(beside)) else _before(a, act)


def _behind(a: Analysis, act: Span, own: Span) -> Span | None:
    """Find who is told of behind the act."""
    if _FOLLOWS.search(a.low, act.start, act.end):
        return stretch_from(a.low, act.end)
    cleft = _CLEFT.match(a.low, act.end)
    if cleft is None:
        attribute = _WHO_DID.match(a.low, act.end)
        return Span(*attribute.span(1)) if attribute else None
    # What somebody found is no cleft: 警方发现的是一只罐子.
    subject = _names_any(a, own.start, own.end - own.start)
    return None if subject and not _IS_WHO.match(a.low, act.end) else Span(*cleft.span(1))


def _before(a: Analysis, act: Span) -> Span | None:
    """Find the nearest stretch before that of the act that names anything."""
    for place in stretches_before(a.low, act.start, _FARTHEST):
        if _names_any(a, place.start, place.end - place.start):
            return after_last(_SAYS, a.low, place)
    return None


def _head(a: Analysis, place: Span) -> Span:
    """Return where a stretch names the one himself: behind 李娜的, in 李娜的上司."""
    behind = after_last(_OF_HIS, a.low, place)
    return behind if _names_any(a, behind.start, behind.end - behind.start) else place


def _names_any(a: Analysis, start: int, length: int) -> bool:
    """Tell whether a stretch names anything but by a pronoun: not 随后, 他一手, 巡逻时."""
    inside = (w for w in a.words if start <= w.start and w.end <= start + length)
    return any(
        w.tag.startswith(_NOUNS) and w.text != _WHILE and not _PRONOUN.fullmatch(w.text)
        for w in inside
    )
