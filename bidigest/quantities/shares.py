"""Shares and ratios that all languages write alike: ½ of, 9:1, 1/3."""

from __future__ import annotations

import re
import unicodedata

from bidigest.languages.parsed_quantity import RATIO, ParsedQuantity, rounded_share, tidy
from bidigest.languages.patterns import either, pattern
from bidigest.quantities import numerals

_LIST = "quantities/ratios"
_NEAR = 60
"""Characters after a number in which the rest of a share is looked for: keeps the time linear."""

_RATIO = re.compile(rf"(?::| : |(?P<worded>{either(_LIST, 'to')}))")
_SCORE_BEHIND = pattern(_LIST, "score behind")
_SCORE_BEFORE = pattern(_LIST, "score before", behind="$")
_SLASH = re.compile(
    r"(?<![\d/.])([1-9])/([2-9]|1[0-2]|20)(?![\d/]|\.\d)"
    rf"(?:(?<=(?:{either(_LIST, 'share before')})./.)|(?<=(?:{either(_LIST, 'share before')})./..)"
    rf"|(?={either(_LIST, 'share behind')}))"
)
_SIGN_OF = re.compile(rf"[{numerals.FRACTIONS}](?= (?:of|the) )")


def read(text: str, at: int) -> ParsedQuantity | None:
    """Read the share or ratio that starts at `at`, if one does."""
    if match := _SIGN_OF.match(text, at):
        return rounded_share(100 * unicodedata.numeric(match[0]), at, match.end())
    return _ratio(text, at) or _slash(text, at)


def _ratio(text: str, at: int) -> ParsedQuantity | None:
    """Read 9:1, 九比一, `nine to one`; its value is the first over the second."""
    first = numerals.read(text, at) if _RATIO.search(text, at, at + _NEAR) else None
    match = _RATIO.match(text, first.end) if first else None
    second = numerals.read(text, match.end()) if match else None
    if first is None or match is None or second is None or max(first.high, second.high) > 999:
        return None
    if match["worded"] and _is_score(text, at, second.end):
        return None
    if second.low <= 0 or text[second.end : second.end + 1] in (":", "%"):
        return None
    value = tidy(first.low / second.low)
    return ParsedQuantity(value, value, RATIO, at, second.end)


def _is_score(text: str, start: int, end: int) -> bool:
    """Tell a score from a ratio: 主队3比2险胜."""
    before = text[max(0, start - 10) : start]
    return bool(_SCORE_BEHIND.match(text, end) or _SCORE_BEFORE.search(before))


def _slash(text: str, at: int) -> ParsedQuantity | None:
    match = _SLASH.match(text, at)
    if match is None or int(match[1]) >= int(match[2]):
        return None
    return rounded_share(100 * int(match[1]) / int(match[2]), at, match.end())
