"""What is counted: the noun behind a measure word (8 个行业) or before its number (房屋2600栋)."""

from __future__ import annotations

import re
from functools import lru_cache

from bidigest.languages.parsed_quantity import ParsedQuantity, ParsedUnit
from bidigest.languages.patterns import either, pattern
from bidigest.languages.zh.scripts import HAN
from bidigest.languages.zh.segmentation import tagged

_LIST = "quantities/counted_nouns"
_MEASURE = re.compile(
    rf" ?(?:(?P<themselves>{either(_LIST, 'themselves')})"
    rf"|(?P<with_a_noun>{either(_LIST, 'with a noun')})(?![\d年月])"
    rf"|(?:{either(_LIST, 'alone')})(?![\d年月]))"
)
_WIDEST = 10
"""Characters after the measure word in which the noun is looked for."""
_PHRASE = re.compile(rf" ?(?P<quoted>[“「『\"《]?)(?P<words>[{HAN}a-z ]{{1,{_WIDEST}}})")
_PASSED = ("a", "b", "z", "eng", "x", "uj", "t", "f", "s", "v")
"""Parts of speech, of jieba's tag set, that may stand between a measure word and its noun."""
_OF_ALL = 14
"""Characters before a number in which all of them are looked for."""
_AMONG = re.compile(rf"[{HAN}]{{1,6}}[中里][有的]?")
_BOUND = pattern(_LIST, "bound")
_OF_PEOPLE = pattern(_LIST, "of people")
_PERSON = pattern(_LIST, "people")

_WORDS_BEFORE = re.compile(rf"(?P<words>[{HAN}]{{2,8}}?)(?:{either(_LIST, 'between')}){{0,3}} ?$")
_CLOSED = re.compile(rf" ?(?:[^\w{HAN} ]|$)")
_MEASURED = pattern(_LIST, "measured")
_TOLD_OF = pattern(_LIST, "told of")


def counted(text: str, quantity: ParsedQuantity, at: int) -> ParsedUnit | None:
    """Find what a number with a Chinese measure word counts, as a unit.

    Args:
        text: folded, lower-case text.
        quantity: the number; the noun may stand before it (房屋2600栋).
        at: code point at which the measure word would begin.

    Returns:
        The noun as unit, or the measure word where that counts by itself; None without either.
    """
    measure = _MEASURE.match(text, at)
    if measure is None or (measure[0].endswith("大") and quantity.high > 10):
        return None
    word = measure[0].strip()
    if measure["themselves"]:
        return ParsedUnit(word, 1.0, measure.end(), measure=True)
    if _is_of_all(text, quantity.start, word):
        return None
    people = _OF_PEOPLE.fullmatch(word) is not None
    bound = _BOUND.match(text, measure.end())
    phrase = _PHRASE.match(text, bound.end() if bound else measure.end())
    noun, length = _noun(phrase["words"]) if phrase else ("", 0)
    noun = noun or (_verb(phrase["words"]) if phrase and not people else "")
    end = measure.end()
    if not noun and not people:
        before = noun_before(text, quantity.start, end)
        if before or measure["with_a_noun"]:
            return ParsedUnit(before, 1.0, end, measure=True) if before else None
    if phrase and noun and not phrase["quoted"] and not bound:
        end = phrase.start("words") + (length or len(noun))
    return ParsedUnit(noun or ("人" if people else word), 1.0, end, measure=True)


def _is_of_all(text: str, start: int, measure: str) -> bool:
    """Tell whether some of those before are counted, as 八节车厢中有四节 does: no noun follows."""
    before = text[max(0, start - _OF_ALL) : start]
    _, found, all_of_them = before.rpartition(measure)
    return bool(found and _AMONG.fullmatch(all_of_them))


@lru_cache(maxsize=4096)
def _noun(phrase: str) -> tuple[str, int]:
    """Find the head noun (the last of the first run of nouns) and how far it reaches."""
    noun, end, at, previous = "", 0, 0, ""
    for word, tag in tagged(phrase):
        at += len(word)
        if _follows(word, tag, noun):
            break
        if tag.startswith("n") or (not noun and _PERSON.search(word)):
            noun, end = word, at
        elif noun or not tag.startswith(_PASSED) or _governs(word, tag, previous):
            break
        previous = tag
    return noun, end


def _follows(word: str, tag: str, noun: str) -> bool:
    """Tell whether a word is what the counted ones do, though tagged as a noun: 选手参赛, 企业上市."""
    if not noun:
        return False
    person = bool(_PERSON.search(noun)) and not _PERSON.search(word)
    return tag == "ns" or (person and tag.startswith("n"))


def _governs(word: str, tag: str, previous: str) -> bool:
    """Tell whether a clause begins (2 个有变化), or the noun came before 的 (52 个组织的访谈)."""
    return (tag == "v" and len(word) == 1) or (tag == "uj" and previous == "v")


def _verb(phrase: str) -> str:
    """Find a verb used as a noun (采购 in `三次采购后`): nothing follows that it could govern."""
    tags = tagged(phrase)
    word, tag = tags[0]
    following = tags[1][1] if len(tags) > 1 else "uj"
    is_noun = tag in ("v", "vn", "j", "l") and len(word) > 1
    return word if is_noun and following.startswith(("uj", "d", "p", "c")) else ""


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


def name_occasions(text: str, quantity: ParsedQuantity) -> None:
    """Name what happened so often: 记录余震310次 counts earthquakes."""
    if quantity.unit == "次":
        noun = noun_before(text, quantity.start, quantity.end, occasions=True)
        quantity.unit = noun or quantity.unit
