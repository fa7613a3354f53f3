"""What sets two figures apart although clauses like each other give them: another year, another
part of a year, or one that is only expected (预计 5%) where the other has come about.

Nothing is concluded from what only one of the two says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bidigest.model import Span
from bidigest.text.clauses import clause
from bidigest.text.tokens import folded

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
).split("|")
_NAMED = "|".join(_MONTHS)
_YEAR = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?= ?(?:财年|年))"
    r"|\b(?:in|of|for|since|by|during|from|year|fiscal|fy|early|mid|late|end|q[1-4]"
    rf"|{_NAMED}|quarter|half)[ -]?((?:19|20)\d\d)(?!\d|[.,]\d)"
)
_PART = re.compile(
    r"(?:(?<=第)|(?=.季度))(?P<quarter>[一二三四1-4])季度?|\bq(?P<q>[1-4])(?!\d)"
    r"|\b(?P<ordinal>first|second|third|fourth)[ -]quarter\b"
    r"|(?P<half>[上下])半年|\b(?P<halves>first|second)[ -]half\b"
    r"|(?<!\d)(?P<month>1[0-2]|[1-9]) ?月(?!个)"
    # Only beside other words of time: prices may rise.
    rf"|\b(?:in|of|since|until|by|from|early|mid|late|last|next)[ -](?P<named>{_NAMED})\b"
    rf"|\b(?P<dated>{_NAMED})(?= \d)"
    r"|(?P<whole>全年|年度|\b(?:full[ -]year|annual(?:ly)?|yearly)\b)"
    r"|(?P<quarterly>单季|\bquarterly\b)"
)
_EXPECTED = re.compile(
    r"预计|预期|预测|预估|有望|或将|目标|计划|指引|拟(?=[在于将投新建])"
    r"|\b(?:expect|forecast|predict|anticipat)\w*|\b(?:projected|consensus|target(?:s|ed|ing)?"
    r"|aim(?:s|ed|ing)?|plan(?:s|ned|ning)?|guidance|outlook)\b"
)
_KINDS = {
    "quarter": "q", "q": "q", "ordinal": "q", "quarterly": "q", "half": "h", "halves": "h",
    "month": "m", "named": "m", "dated": "m", "whole": "y",
}  # fmt: skip
_NUMBERS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "上": "1", "下": "2",
    "一": "1", "二": "2", "三": "3", "四": "4",
} | {name: str(number) for number, name in enumerate(_MONTHS, start=1)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When a figure held, as far as its sentence tells, and whether it is only expected."""

    years: frozenset[str]
    parts: frozenset[str]
    """Of a year: its quarters (q1 … q4, or q), halves, months, or the whole."""
    expected: bool

    @classmethod
    def of(cls, text: str, figure: Span) -> Circumstances:
        """From the figure's own clause; what that leaves open, from what stands before it."""
        own = clause(text, Span(0, len(text)), figure)
        said, before = folded(text[own.start : own.end]), folded(text[: own.start])
        return cls(
            frozenset(_years(said) or _years(before)[-1:]),
            frozenset(_parts(said) or _parts(before)[-1:]),
            bool(
                _EXPECTED.search(said)
                or _EXPECTED.search(before.replace("；", ";").rpartition(";")[2])
            ),
        )

    def differ(self, other: Circumstances) -> bool:
        """Do the two exclude that both figures are of one thing at one time?"""
        return (
            self.expected != other.expected
            or _apart(self.years, other.years)
            or _apart(self.parts, other.parts)
        )


def _apart(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Are both told, and is none of the one compatible with one of the other?"""
    if not ones or not others:
        return False
    return not any(a == b or (a[0] == b[0] and "q" in (a, b)) for a in ones for b in others)


def _years(text: str) -> list[str]:
    return [match[1] or match[2] for match in _YEAR.finditer(text)]


def _parts(text: str) -> list[str]:
    return [_part(match) for match in _PART.finditer(text)]


def _part(match: re.Match[str]) -> str:
    kind = str(match.lastgroup)
    word = match[kind]
    return _KINDS[kind] + _NUMBERS.get(word, word if word.isdigit() else "")
