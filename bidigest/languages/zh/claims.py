"""Predicates of Chinese, told by jieba's parts of speech and a few words."""

from __future__ import annotations

import re

from bidigest.languages.word_lists import words_of
from bidigest.languages.zh.scripts import fold
from bidigest.languages.zh.segmentation import tagged

_DIGITS = "〇零一二三四五六七八九十百千万亿两半几数\\d"
_QUANTITY = re.compile(
    rf"[{_DIGITS}.,]{{1,14}}+(?:[%％成倍]|个?百分点|分之[{_DIGITS}]{{1,10}}+)"
    rf"|百分之[{_DIGITS}]"
    rf"|(?<=..)(?<!第)[{_DIGITS}.,]{{1,14}}"
    r"(?:多|余)?(?:[万亿]?(?:美元|欧元|港元|日元|英镑|元|块)|个(?:月|小时|星期)|[周天人次名例起件家座艘辆台吨米度岁条户]"
    r"|[万亿]|公里|公斤|公顷|分钟|小时|平方米|摄氏度|人次)\s?\Z"
)
_SEPARATORS = re.compile(r"[\s,，:：;；、。！!|｜/／—–-]+")
_COORDINATED = re.compile(r"^[^\s，。]{1,8}(?:与|和|及|以及|、)[^\s，。]{1,8}$")
_SUBJECTS = ("n", "r", "t", "m", "q", "x", "eng", "j", "s", "f", "vn", "b")
_QUOTES = str.maketrans("", "", "“”‘’\"'「」『』*_`")


def has_quantity(line: str) -> bool:
    """Tell whether a quantity is said of something, in one of the parts of a Chinese line."""
    folded = fold(line).translate(_QUOTES)
    if _asks(folded):
        return False
    parts = [part for part in _SEPARATORS.split(folded) if _QUANTITY.search(part)]
    return any(not _is_nominal(part, _tagged(part)) for part in parts)


def has_predicate(line: str) -> bool:
    """Tell whether a part of a Chinese line has a predicate: a title in two parts may in either."""
    folded = fold(line).translate(_QUOTES)
    if _asks(folded):
        return False
    return any(_says(part) for part in _SEPARATORS.split(folded) if len(part) > 2)


def _asks(line: str) -> bool:
    return any(word in _words("questions") for word, _ in _tagged(line))


def _tagged(part: str) -> list[tuple[str, str]]:
    return [(word, tag) for word, tag in tagged(part) if tag != "w"]


def _says(part: str) -> bool:
    tagged = _tagged(part)
    if _COORDINATED.match(part):
        return False
    if _is_nominal(part, tagged):
        return False
    return _has_marker(tagged) or _has_verb(tagged)


def _is_nominal(part: str, tagged: list[tuple[str, str]]) -> bool:
    """Tell whether a part ends in a noun of titles, or in one that a clause with 的 describes."""
    if part.endswith("的") or any(part.endswith(noun) for noun in _words("title_nouns")):
        return True
    last = max((i for i, (word, _) in enumerate(tagged) if word == "的"), default=-1)
    return last >= 0 and _is_noun_phrase(tagged[last + 1 :])


def _is_noun_phrase(tagged: list[tuple[str, str]]) -> bool:
    """Tell whether these are a few words without a verb, but perhaps the last, and no quantity."""
    words = {word for word, _ in tagged}
    if not tagged or len(tagged) > 3 or words & _words("markers"):
        return False
    inner = [tag for _, tag in tagged[1:-1]]
    return tagged[-1][1][0] not in "mqu" and not any(tag in ("v", "d", "p") for tag in inner)


def _has_marker(tagged: list[tuple[str, str]]) -> bool:
    """Tell whether an adverb or auxiliary stands between two others, or one ends the line."""
    markers = _words("markers")
    return any(
        word in markers and (index > 0 or word in ("没有", "不", "无人"))
        for index, (word, _) in enumerate(tagged)
        if index + 1 < len(tagged) or word == "了"
    )


def _is_adverb(tag: str, following: str) -> bool:
    verb = following.startswith("v")
    return (tag == "d" and (verb or following == "a")) or (tag in ("a", "ad") and following == "v")


def _has_verb(tagged: list[tuple[str, str]]) -> bool:
    """Tell whether a verb stands behind its subject or a time, or an adjective behind a noun."""
    for index, (word, tag) in enumerate(tagged):
        if index == 0 or not tagged[index - 1][1].startswith(_SUBJECTS):
            continue
        ends = index + 1 == len(tagged)
        if not ends and _is_adverb(tag, tagged[index + 1][1]):
            return True
        if tag in ("a", "z") and ends and len(word) > 1:
            return True
        if not tag.startswith("v") or tag == "vn":
            continue
        if not ends and len(tagged) > 2:
            return True
        if ends and (tagged[0][1] == "t" or len(tagged) > 2):
            return True
    return False


def _words(name: str) -> frozenset[str]:
    return words_of("zh", f"predicates/{name}")
