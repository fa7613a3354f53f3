"""Shares, ratios and multiples that are written without a unit of their own.

三分之二, 过半, two thirds, half of, one in three, 9:1, twice, 翻一番.
"""

from __future__ import annotations

import re
import unicodedata

from bidigest.languages.en.numbers import SMALL
from bidigest.languages.numeral import Numeral, tidy
from bidigest.languages.zh import numbers as chinese_numbers
from bidigest.quantities import numerals
from bidigest.quantities.parsed_quantity import ParsedQuantity
from bidigest.quantities.unit_words import PERCENT, RATIO, TIMES

_NEAR = 60
"""Characters after a number in which the rest of a share is looked for: keeps the time linear."""

_HALF = re.compile(r"(?:一半|(?<![多各])半数)(?![导径])|(?<![不通经超])(?P<most>过半)(?![数百])")
_DOUBLED = re.compile(
    r"翻了?(?P<about>近|约|将近|大约)?(?:(?P<times>[一两二三四五六七八九十\d]{1,2})番|一?倍|番(?![了地茄薯]))"
)
_EACH = re.compile(
    r" ?(?:个|名|位|家|人|户|只|辆|件)?(?:[^\W\d_a-z]|\0){0,8}?(?:[中里内]|当中|之中)?[,，]?(?:就|便|约"
    r"|仅|只)?有 ?"
)
_MEASURE = re.compile(r" ?[个名位家人户只辆件]")
_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_COUNTS = SMALL | {"a": 1, "an": 1}
_FRACTION = re.compile(
    r"(?P<top>a|an|one|two|three|four|five|six|seven|eight|nine)[ -]"
    r"(?P<part>half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?P<many>s?)"
    r"(?![a-z-]|[ -](?:century|million|billion|hour|mile|final|year|time|place|dozen|party|world)"
    r"| of an? (?:hundred|thousand|million|billion|trillion)(?![a-z]))"
)
_OF = re.compile(r" (?:of|the|less|more|fewer|or|and)(?![a-z])")
_HALF_OF = re.compile(r"half(?= (?:of|the|all|its|their|our|those|these)(?![a-z]))")
_HALF_ALONE = re.compile(r"half(?![a-z-])(?! an? )")
_IN = re.compile(r"(?: in (?:every )?| out of (?:every )?|-in-)(?=[a-z\d])")
_NOT_SHARE = re.compile(
    r"[,.%]\d|\d| ?%| (?:years?|months?|weeks?|days?|hours?|minutes?|percent|million|billion"
    r"|thousand)"
)
_RATED = re.compile(r" (star|point)s?(?![a-z])")
_MULTIPLES = {
    "twice": 2, "thrice": 3, "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5,
    "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10, "hundredfold": 100,
    "doubled": 2, "doubling": 2, "tripled": 3, "tripling": 3, "trebled": 3, "trebling": 3, "quadrupled": 4, "quintupled": 5,
    "quadrupling": 4, "quintupling": 5, "double": 2, "triple": 3,
}  # fmt: skip
_MULTIPLE = re.compile(
    rf"(?:{'|'.join(sorted(_MULTIPLES.keys() - {'double', 'triple'}))})(?![a-z-])"
    r"(?! (?:an?|per|daily|weekly|monthly|yearly|over|down)(?![a-z]))"
    r"|(?:double|triple)(?= (?:the|that|its|their|what)(?![a-z]))"
)
_RATIO = re.compile(
    r"(?::| : |(?<=\d) ?比 ?(?=\d)|(?<!\d)比(?!\d)|(?:-to-| to )(?=(?:one"
    r"|1)(?![a-z\d])(?! ?[%.\d])))"
)
_SLASH = re.compile(
    r"(?<![\d/.])([1-9])/([2-9]|1[0-2]|20)(?![\d/]|\.\d)"
    r"(?:(?<=[占约近过足逾超达至到的为有]./.)|(?<=[占约近过足逾超达至到的为有]./..)|(?= ?(?:的|以上|左右|of |the )))"
)
_SIGN_OF = re.compile(rf"[{numerals.FRACTIONS}](?= (?:of|the) )")
_SCORE_AFTER = re.compile(
    r"(?:[、，和]\d+比\d+)*(?:的?比分|[，,]?[^。；，]{0,3}(?:[胜负败平赢]|横扫|直落|连下|力克|领先|落后|击退|逆转|淘汰|绝杀|战成|晋级|夺冠|告负|不敌|拿下|反超))"
)
_SCORE_BEFORE = re.compile(r"(?:比分|战胜|击败|[胜负败平赢输队])[^。；，例率]{0,5}$")


def read(text: str, at: int) -> ParsedQuantity | None:
    """Read the share, ratio or multiple that starts at `at`, if one does."""
    character = text[at]
    if "a" <= character <= "z":
        found = _fraction(text, at) or _half(text, at) or _multiple(text, at)
        return found or _one_in(text, at) or _ratio(text, at)
    if character in "过翻":
        return _chinese_half(text, at) or _doubled(text, at)
    if character.isascii():
        return _ratio(text, at) or _one_in(text, at) or _slash(text, at) or _of_each(text, at)
    if match := _SIGN_OF.match(text, at):
        return _percent(100 * unicodedata.numeric(match[0]), at, match.end())
    return _chinese_half(text, at) or _parts(text, at) or _of_each(text, at) or _ratio(text, at)


def _percent(share: float, start: int, end: int) -> ParsedQuantity:
    """Make a share that speech has rounded."""
    return ParsedQuantity(tidy(share), tidy(share), PERCENT, start, end, approximate=True)


def _chinese_half(text: str, at: int) -> ParsedQuantity | None:
    if text.startswith("百分百", at):
        return ParsedQuantity(100.0, 100.0, PERCENT, at, at + 3)
    match = _HALF.match(text, at)
    if match is None:
        return None
    found = _percent(50.0, at, match.end())
    if match["most"]:
        found.high, found.approximate = 100.0, False
    return found


def _doubled(text: str, at: int) -> ParsedQuantity | None:
    match = _DOUBLED.match(text, at)
    if match is None:
        return None
    times = numerals.read(match["times"], 0) if match["times"] else None
    if match["times"] and (times is None or times.high > 20):
        return None
    multiple = 2.0 ** (times.low if times else 1)
    return ParsedQuantity(
        multiple, multiple, TIMES, at, match.end(), approximate=bool(match["about"])
    )


def _parts(text: str, at: int) -> ParsedQuantity | None:
    """Read 三分之二; a hundredth, thousandth or ten-thousandth is not rounded."""
    whole = numerals.read(text, at) if text.find("分之", at, at + _NEAR) >= 0 else None
    if text.startswith("百分之", at):
        return None
    if whole is None or not text.startswith("分之", whole.end) or whole.low <= 0:
        return None
    part = chinese_numbers.read(text, whole.end + 2) or numerals.read(text, whole.end + 2)
    if part is None:
        return None
    low, high = (tidy(100 * end / whole.low) for end in (part.low, part.high))
    loose = part.approximate or whole.low < 100
    return ParsedQuantity(low, high, PERCENT, at, part.end, approximate=loose)


def _of_each(text: str, at: int) -> ParsedQuantity | None:
    """Read 每 3 家中有 1 家."""
    start = at - 2 if text[max(at - 2, 0) : at] == "每 " else at - 1
    if start < 0 or text[start] != "每":
        return None
    whole = numerals.read(text, at)
    between = _EACH.match(text, whole.end) if whole else None
    part = numerals.read(text, between.end()) if between else None
    measure = _MEASURE.match(text, part.end) if part else None
    if whole is None or part is None or measure is None or not 0 < part.low <= whole.low:
        return None
    return _percent(100 * part.low / whole.low, start, measure.end())


def _fraction(text: str, at: int) -> ParsedQuantity | None:
    match = _FRACTION.match(text, at)
    if match is None or (_COUNTS[match["top"]] == 1) == bool(match["many"]):
        return None
    # "a third attempt" counts off; "a third of" is a share.
    if (
        match["top"] == "a"
        and match["part"] != "quarter"
        and not _OF.match(text, match.end())
        and not text.endswith("by ", 0, at)
    ):
        found = _percent(100 / _PARTS[match["part"]], at, match.end())
        found.certain = False
        return found
    return _percent(100 * _COUNTS[match["top"]] / _PARTS[match["part"]], at, match.end())


def _half(text: str, at: int) -> ParsedQuantity | None:
    if text[max(0, at - 7) : at].endswith(("first ", "second ", "other ", "latter ", "last ")):
        return None
    if match := _HALF_OF.match(text, at):
        return _percent(50.0, at, match.end())
    if match := _HALF_ALONE.match(text, at):
        found = _percent(50.0, at, match.end())
        found.certain = False
        return found
    return None


def _multiple(text: str, at: int) -> ParsedQuantity | None:
    match = _MULTIPLE.match(text, at)
    if match is None:
        return None
    times = float(_MULTIPLES[match[0]])
    return ParsedQuantity(times, times, TIMES, at, match.end())


def _one_in(text: str, at: int) -> ParsedQuantity | None:
    """Read `one in three`, `8 out of 10`; but 4.5 out of 5 stars are 4.5 stars."""
    part = numerals.read(text, at) if _IN.search(text, at, at + _NEAR) else None
    match = _IN.match(text, part.end) if part else None
    whole = numerals.read(text, match.end()) if match else None
    if part is None or match is None or whole is None:
        return None
    if (rated := _RATED.match(text, whole.end)) and "out" in match[0]:
        return ParsedQuantity(part.low, part.high, rated[1], at, rated.end())
    if not _is_share(part, whole) or _NOT_SHARE.match(text, whole.end):
        return None
    return _percent(100 * part.low / whole.low, at, whole.end)


def _is_share(part: Numeral, whole: Numeral) -> bool:
    most = 10_000_000 if part.low == 1 else 1_000
    return 0 < part.low < whole.low <= most and part.low == int(part.low) and not whole.approximate


def _ratio(text: str, at: int) -> ParsedQuantity | None:
    """Read 9:1, 九比一, `nine to one`; its value is the first over the second."""
    first = numerals.read(text, at) if _RATIO.search(text, at, at + _NEAR) else None
    match = _RATIO.match(text, first.end) if first else None
    second = numerals.read(text, match.end()) if match else None
    if first is None or match is None or second is None or max(first.high, second.high) > 999:
        return None
    if "比" in match[0] and _is_score(text, at, second.end):
        return None
    if second.low <= 0 or text[second.end : second.end + 1] in (":", "%"):
        return None
    value = tidy(first.low / second.low)
    return ParsedQuantity(value, value, RATIO, at, second.end)


def _is_score(text: str, start: int, end: int) -> bool:
    """Tell a score from a ratio: 主队3比2险胜."""
    before = text[max(0, start - 10) : start]
    return bool(_SCORE_AFTER.match(text, end) or _SCORE_BEFORE.search(before))


def _slash(text: str, at: int) -> ParsedQuantity | None:
    match = _SLASH.match(text, at)
    if match is None or int(match[1]) >= int(match[2]):
        return None
    return _percent(100 * int(match[1]) / int(match[2]), at, match.end())
