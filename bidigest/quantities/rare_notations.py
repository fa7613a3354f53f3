"""Numbers in rarer notations, brought into the usual one; every character keeps its place.

`816 000 t`, `1'250'000` and `12，500元` get commas, the numerals of cheques (伍仟) the common ones,
an amount in accounting brackets a minus sign: `$(212) million` becomes `$` ACCOUNTED `-212 million`.
"""

from __future__ import annotations

import re

from bidigest.languages.patterns import either, pattern
from bidigest.languages.zh.quantities.numerals import common_numerals

ACCOUNTED = "\x01"
"""Stands for the room that the brackets took: the minus sign behind it is the writer's bracket."""

_LIST = "quantities/notations"
_CURRENCY = rf"(?:US\$|[$€£¥₹]|CHF|EUR|USD|GBP|{either(_LIST, 'currency')})"
_UNIT_NEXT = rf"(?:{either(_LIST, 'scale')})?(?:{either(_LIST, 'unit')})"
_GROUPS = re.compile(
    r"(?<![\d.,'’])(?<!\d[ ，])[1-9]\d{0,2}(?:"
    # Apostrophes: 1'250'000.
    r"(?>(?:['’]\d{3})+)(?![\d'’])"
    # Spaces, as in 816 000 t: something must be counted or measured, or the range go on.
    r"|(?>(?: \d{3})+)(?!\d| \d| ?[GMT]B\b)(?:\.\d+)?"
    rf"(?= ?{_UNIT_NEXT}| ?[%°€]| (?!(?:{either(_LIST, 'function words')})(?![A-Za-z]))[A-Za-z]"
    rf"|(?: ?[-~] ?|{either(_LIST, 'to')})\d{{1,3}}(?: \d{{3}})+(?!\d))"
    # Full-width commas: a unit must follow, since the comma ends a clause elsewhere.
    rf"|(?>(?:，\d{{3}})+)(?![\d，])(?=(?:\.\d+)?{_UNIT_NEXT}))"
)
_PRICED = re.compile(r"(?<=[$€£¥₹])( ?[1-9]\d{0,2})((?>(?: \d{3})+))(?![\d ]\d)")
_GROUP = re.compile(r"\d[ '’，]\d{3}(?!\d)")
_CLOSED = re.compile(r"\d[)）]")
_MARK = re.compile(r"[ '’，]")
_LISTED = pattern(_LIST, "listed", behind=" ?$")
_WIDEST = 12
"""Characters before a number in which a date or a list announces itself."""

_AMOUNT = r"\d[\d,]*(?:\.\d+)?"
_ACCOUNTS = re.compile(
    r"[(（](?:"
    rf"(?P<before>{_CURRENCY} ?)?(?P<amount>{_AMOUNT})[)）]"
    rf"(?= ?%|{either(_LIST, 'bracketed')})"
    rf"|(?:(?<=[$€£¥₹].)|(?<=[$€£¥₹] .)|(?<=CHF .))(?P<priced>{_AMOUNT})[)）])"
)
_ROW = re.compile(
    rf"(?:{either(_LIST, 'account')})(?:{either(_LIST, 'account behind')})?[ \t:：|]{{1,4}}"
    rf"(?P<row>(?:[(（]?{_AMOUNT}[)）]?(?![\w%])[ \t|]*)+)",
    re.IGNORECASE,
)
"""An account, and its amounts: Net loss (1,284) 310.5."""
_BRACKETED = re.compile(r"[(（](\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)[)）]")


def usual(text: str) -> str:
    """Rewrite the numbers of a folded, half-width text in the usual notation; its length stays."""
    found = common_numerals(text)
    if _GROUP.search(found):
        found = _GROUPS.sub(_with_commas, found)
        found = _PRICED.sub(lambda m: m[1] + m[2].replace(" ", ","), found)
    if not _CLOSED.search(found):
        return found
    return _ROW.sub(_with_losses, _ACCOUNTS.sub(_with_minus, found))


def _with_losses(match: re.Match[str]) -> str:
    row = _BRACKETED.sub(lambda amount: ACCOUNTED + "-" + amount[1], match["row"])
    return match[0].removesuffix(match["row"]) + row


def _with_commas(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - _WIDEST) : match.start()]
    return match[0] if _LISTED.search(before) else _MARK.sub(",", match[0])


def _with_minus(match: re.Match[str]) -> str:
    return ACCOUNTED + "-" + (match["before"] or "") + (match["amount"] or match["priced"])
