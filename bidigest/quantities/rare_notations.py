"""Numbers in rarer notations, brought into the usual one; every character keeps its place.

`816 000 t`, `1'250'000` and `12，500元` get commas, the numerals of cheques (伍仟) the common ones,
an amount in accounting brackets a minus sign: `$(212) million` becomes `$` ACCOUNTED `-212 million`.
"""

from __future__ import annotations

import re

ACCOUNTED = "\x01"
"""Stands for the room that the brackets took: the minus sign behind it is the writer's bracket."""

_CURRENCY = r"(?:US\$|[$€£¥₹]|CHF|EUR|USD|GBP|人民币|新台币|港币)"
_UNIT_NEXT = (
    r"(?:[元円人名吨克户家件册辆票例股台套次头只棵字度桶斤份张个位所]|[美欧港日韩]元|英镑|公里|千米|平方|立方|公顷|亩|米"
    r"|千瓦|多[万亿人名家元])"
)
_FUNCTION_WORDS = (
    r"(?:is|are|was|were|has|have|had|and|or|to|of|in|on|at|by|for|from|with|that|as|it|the|an?)"
)
_GROUPS = re.compile(
    r"(?<![\d.,'’])(?<!\d[ ，])[1-9]\d{0,2}(?:"
    # Apostrophes: 1'250'000.
    r"(?:['’]\d{3})++(?![\d'’])"
    # Spaces, as in 816 000 t: something must be counted or measured, or the range go on.
    r"|(?: \d{3})++(?!\d| \d| ?[GMT]B\b)(?:\.\d+)?"
    rf"(?= ?[万亿]?{_UNIT_NEXT}| ?[%°€]| (?!{_FUNCTION_WORDS}(?![A-Za-z]))[A-Za-z]"
    r"|(?: ?[-~至到] ?| (?:and|or|to) )\d{1,3}(?: \d{3})+(?!\d))"
    # Full-width commas: a unit must follow, since the comma ends a clause elsewhere.
    rf"|(?:，\d{{3}})++(?![\d，])(?=(?:\.\d+)?[万亿]?{_UNIT_NEXT}))"
)
_PRICED = re.compile(r"(?<=[$€£¥₹])( ?[1-9]\d{0,2})((?: \d{3})++)(?![\d ]\d)")
_GROUP = re.compile(r"\d[ '’，]\d{3}(?!\d)")
_CLOSED = re.compile(r"\d[)）]")
_MARK = re.compile(r"[ '’，]")
_NOT_GROUPED = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? $|(?:分别|依次|第)[为是有]? ?$"
)
_WIDEST = 12
"""Characters before a number in which a date or a list announces itself."""

_CHEQUE_DIGITS = "壹贰叁参肆伍陆柒捌玖"
_CHEQUE = re.compile(
    # Without the unit behind it, it may be a name: the singer 伍佰.
    rf"(?<![大登着内队])[{_CHEQUE_DIGITS}拾][零{_CHEQUE_DIGITS}拾佰仟万亿]{{1,24}}"
    r"(?=[元圆角整股名人吨]|[欧美港日]元|英镑)"
)
_COMMON = str.maketrans(_CHEQUE_DIGITS + "拾佰仟", "一二三三四五六七八九十百千")

_AMOUNT = r"\d[\d,]*(?:\.\d+)?"
_ACCOUNTS = re.compile(
    r"[(（](?:"
    rf"(?P<before>{_CURRENCY} ?)?(?P<amount>{_AMOUNT})[)）]"
    r"(?= ?(?:million|billion|thousand|[mb]n|percent|per cent|(?:basis|percentage) points?)(?![a-z])"
    r"| ?%| ?[千百]?[万亿](?!能)|元)"
    rf"|(?:(?<=[$€£¥₹].)|(?<=[$€£¥₹] .)|(?<=CHF .))(?P<priced>{_AMOUNT})[)）])"
)
_ACCOUNT = (
    r"(?:loss(?:es)?|income|profit|earnings|ebitda?|cash flows?|assets|per share|eps|"
    r"利润|亏损|收益|损益|损益总额|现金流量?净?额?|净额|净资产)"
)
_ROW = re.compile(
    rf"{_ACCOUNT}(?: ?\(loss(?:es)?\)|总额|净额)?[ \t:：|]{{1,4}}"
    rf"(?P<row>(?:[(（]?{_AMOUNT}[)）]?(?![\w%])[ \t|]*)+)",
    re.IGNORECASE,
)
"""An account, and its amounts: Net loss (1,284) 310.5."""
_BRACKETED = re.compile(r"[(（](\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)[)）]")


def usual(text: str) -> str:
    """Rewrite the numbers of a folded, half-width text in the usual notation; its length stays."""
    found = _CHEQUE.sub(lambda m: m[0].translate(_COMMON), text)
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
    return match[0] if _NOT_GROUPED.search(before) else _MARK.sub(",", match[0])


def _with_minus(match: re.Match[str]) -> str:
    return ACCOUNTED + "-" + (match["before"] or "") + (match["amount"] or match["priced"])
