"""Chinese numerals, in folded text: 三百二十, 三四百亿, 数千万, 十几, 一百多."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from bidigest.languages.parsed_quantity import Numeral, tidy

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_ZEROS = "零〇"
_PLACES = {"亿": 100_000_000, "万": 10_000, "千": 1_000, "百": 100, "十": 10}
_LONGEST = 24
"""Characters beyond which a run of numerals is no number anybody writes."""

RUN = re.compile(r"[零〇一二两三四五六七八九十百千万亿]++")
_HEAD = re.compile(r"(?:好几|数|几)(?=[十百千万亿]|个亿)")
_POINT = re.compile(r"点([零〇一二三四五六七八九]{1,4}+)(?![十百千点钟分])")
MORE = re.compile(r"(?: ?多(?!样|数|少|么)| ?余(?![额下地款生量])|来(?![自源临到说看电访了讲年]))")
_LARGER = re.compile(r"[万亿]{1,2}+")
_PAIR = re.compile(r"一二|[一两二]三|三四|三五|四五|五六|六七|七八|八九|一两")
"""Two numerals that together bound a number: 三四百亿 is from 300 to 400 亿."""
_ONE = (
    "一(?![些种種致旦步样樣方切直下定般份篇项項系體体家位名条條场場次起件款套句本张張支]"
    "|[个個](?![半月小百多星世钟鐘季基亿億来來]))"
)
"""一 as a number, neither an article nor part of a word."""
START = (
    rf"{_ONE}|[二两三四五六七八九十百千万亿半]|[数几](?=[十百千万亿]|个亿)"
    rf"|好几(?=[十百千万亿]|个亿)|过半|零(?=点[一二三四五六七八九])|翻(?=[了一两二三四五番倍0-9])"
)
"""What a number may begin with, in folded text."""
POSSIBLE = (
    r"[二两兩三四五六七八九百千万萬亿億翻]|十(?!分)|[得獲获打拿扣加減减給给評评满滿了]十分"
    rf"|半(?![导導径徑])|腰[斩斬]|[对對]折|[個个]把|零[点點]|[数數]以|[壹貳贰叁參陆陸伍柒捌玖拾佰仟]|{_ONE}"
)
"""What a text without any of has no number: in either script, before it is folded."""
PLAIN = "(?<![一零〇二两三四五六七八九十百千万亿])(?!十分)[零〇二两三四五六七八九十百千万亿]"
"""What a number may begin with, ranks and ages among them; 一 alone is an article."""

_CHEQUE_DIGITS = "壹贰叁参肆伍陆柒捌玖"
_CHEQUE = re.compile(
    # Without the unit behind it, it may be a name: the singer 伍佰.
    rf"(?<![大登着内队])[{_CHEQUE_DIGITS}拾][零{_CHEQUE_DIGITS}拾佰仟万亿]{{1,24}}"
    r"(?=[元圆角整股名人吨]|[欧美港日]元|英镑)"
)
_COMMON = str.maketrans(_CHEQUE_DIGITS + "拾佰仟", "一二三三四五六七八九十百千")


def common_numerals(text: str) -> str:
    """Write the numerals of cheques (伍仟元) as common ones; the length of the text stays."""
    return _CHEQUE.sub(lambda match: match[0].translate(_COMMON), text)


def read(text: str, at: int) -> Numeral | None:
    """Read the Chinese numeral that starts at `at`; None where the characters there are none."""
    if text.startswith("半", at):
        return Numeral(0.5, 0.5, at + 1, "han", step=0.5)
    head = _HEAD.match(text, at)
    if head and text.startswith("个亿", head.end()):
        return Numeral(1, 10, head.end(), "han", approximate=True)
    run = RUN.match(text, head.end() if head else at)
    if run is None or len(run[0]) > _LONGEST:
        return None
    if head:
        return _several(run)
    found = _paired(run) or _plain(text, run)
    return found and _with_more(text, found, run[0])


def _several(run: re.Match[str]) -> Numeral | None:
    """Read 数百 and 几百, which lie somewhere from one to ten times a hundred."""
    found = value(run[0])
    if found is None or run[0][0] in DIGITS:
        return None
    size = found[0]
    return Numeral(size, size * 10, run.end(), "han", approximate=True, step=size, grouped=True)


def _paired(run: re.Match[str]) -> Numeral | None:
    """Read two neighbouring digits as a range: 三四百, 十七八, 三五."""
    pairs = list(_PAIR.finditer(run[0]))
    if len(pairs) != 1:
        return None
    at = pairs[0].start()
    low = value(run[0][: at + 1] + run[0][at + 2 :])
    high = value(run[0][:at] + run[0][at + 1 :])
    if low is None or high is None or low[0] >= high[0]:
        return None
    return Numeral(low[0], high[0], run.end(), "han", step=low[1], scale=_scale(run[0]))


def _plain(text: str, run: re.Match[str]) -> Numeral | None:
    found = value(run[0])
    if found is None:
        return None
    bare = run[0][0] not in DIGITS and run[0][0] != "十"
    if run[0][-1] in "零一二三四五六七八九十" and (point := _POINT.match(text, run.end())):
        return _decimal(text, found[0], point)
    step, scale = found[1], _scale(run[0])
    return Numeral(found[0], found[0], run.end(), "han", step=step, bare=bare, scale=scale)


def _scale(run: str) -> float:
    """Compute the magnitude of the 万 and 亿 at the end of a run."""
    magnitudes = run[len(run.rstrip("万亿")) :]
    size = value(magnitudes) if magnitudes else None
    return size[0] if size else 1.0


def _decimal(text: str, whole: float, point: re.Match[str]) -> Numeral:
    digits = "".join(str(DIGITS[c]) for c in point[1])
    amount = float(f"{int(whole)}.{digits}")
    step = 10.0 ** -len(digits)
    found = Numeral(amount, amount, point.end(), "han", step=step, grouped=True)
    return larger(text, found)


def _with_more(text: str, found: Numeral, run: str) -> Numeral:
    """Read 多, 余, 来 or 几 after the number: up to one more of its last place."""
    if run[-1] in DIGITS:
        return found
    if run[-1] == "十" and text.startswith("几", found.end):
        low, high = found.low + 1, found.high + 9
        several = Numeral(low, high, found.end + 1, "han", approximate=True, grouped=True)
        return larger(text, several)
    return with_more(text, found)


def with_more(text: str, found: Numeral) -> Numeral:
    """Widen a number by the 多 or 余 behind it, up to one more of its last place: `三百余万`."""
    more = MORE.match(text, found.end)
    if more is None:
        return found
    high = found.high + found.step
    # 百余 says as much as 一百余.
    widened = replace(found, high=high, end=more.end(), approximate=True, grouped=True, bare=False)
    return larger(text, widened)


def larger(text: str, found: Numeral) -> Numeral:
    """Multiply a number by the 万 or 亿 that follows it, if one does."""
    scale = _LARGER.match(text, found.end)
    size = value(scale[0]) if scale else None
    return found.times(size[0]).until(scale.end()) if scale and size else found


def day_of_month(written: str) -> str:
    """Write the number of a day in digits: 二十三, 廿三 and 23 are 23."""
    if written.isdecimal():
        return written.lstrip("0")
    found = value(written.replace("廿", "二十"))
    return str(int(found[0])) if found else ""


@lru_cache(maxsize=4096)
def value(run: str) -> tuple[float, float] | None:
    """Compute what a run of Chinese numerals amounts to, and the place value of its last digit.

    Returns:
        None where the characters are no number.
    """
    for place, size in _PLACES.items():
        head, found, rest = run.rpartition(place)
        if found:
            return _composed(head, size, rest)
    return (float(DIGITS[run]), 1.0) if len(run) == 1 else None


def _composed(head: str, size: int, rest: str) -> tuple[float, float] | None:
    """Compute a count of a place plus the rest: 三 百 二十."""
    count = value(head) if head else (1.0, 1.0)
    if count is None or count[0] == 0 or (size < 10_000 and count[0] >= 10):
        return None
    if not rest:
        return tidy(count[0] * size), count[1] * size
    added = _rest(rest, size)
    return added and (tidy(count[0] * size + added[0]), added[1])


def _rest(rest: str, size: int) -> tuple[float, float] | None:
    """Compute what follows a place; a lone digit counts the next place down, as in 三万五."""
    if rest in DIGITS and rest not in _ZEROS and size >= 100:
        return DIGITS[rest] * size / 10, size / 10
    bare = rest.lstrip(_ZEROS)
    found = value(bare) if bare and (bare[0] in DIGITS or bare[0] == "十") else None
    return found if found and found[0] < size else None
