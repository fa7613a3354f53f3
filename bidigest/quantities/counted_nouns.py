"""What is counted: the noun after `8 个`, `52` or `three`."""

from __future__ import annotations

import re
from functools import lru_cache

from bidigest.languages.parsed_quantity import Unit
from bidigest.languages.patterns import either, pattern
from bidigest.languages.word_lists import all_lines, all_words
from bidigest.languages.zh.scripts import HAN
from bidigest.languages.zh.segmentation import tagged
from bidigest.quantities import preceding_nouns

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
_BOUND = pattern(_LIST, "bound")
_OF_PEOPLE = pattern(_LIST, "of people")
_PERSON = pattern(_LIST, "people")

_WORD = re.compile(r"[ -]([a-z][a-z'’]*)")
_FARTHEST = 3
_STOP_WORDS, _NO_PLURALS = all_words(_LIST, "stop words"), all_words(_LIST, "no plurals")
_IRREGULAR = dict(line.split(": ") for line in all_lines(_LIST, "irregular plurals"))


def read_chinese(text: str, start: int, at: int, most: float) -> Unit | None:
    """Find what a number with a Chinese measure word counts, as a unit.

    Args:
        text: folded, lower-case text.
        start: code point at which the number begins; the noun may stand before it (房屋2600栋).
        at: code point at which the measure word would begin.
        most: the number's upper end.

    Returns:
        The noun as unit, or the measure word where that counts by itself; None without either.
    """
    measure = _MEASURE.match(text, at)
    if measure is None or (measure[0].endswith("大") and most > 10):
        return None
    word = measure[0].strip()
    if measure["themselves"]:
        return Unit(word, 1.0, measure.end())
    people = _OF_PEOPLE.fullmatch(word) is not None
    bound = _BOUND.match(text, measure.end())
    phrase = _PHRASE.match(text, bound.end() if bound else measure.end())
    noun, length = _noun(phrase["words"]) if phrase else ("", 0)
    noun = noun or (_verb(phrase["words"]) if phrase and not people else "")
    end = measure.end()
    if not noun and not people:
        before = preceding_nouns.noun_before(text, start, end)
        if before or measure["with_a_noun"]:
            return Unit(before, 1.0, end) if before else None
    if phrase and noun and not phrase["quoted"] and not bound:
        end = phrase.start("words") + (length or len(noun))
    return Unit(noun or ("人" if people else word), 1.0, end)


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


def read_english(text: str, at: int) -> Unit | None:
    """Find what an English number counts: the first plural among the next words, as a singular."""
    end = at
    for _ in range(_FARTHEST):
        match = _WORD.match(text, end)
        if match is None or match[1] in _STOP_WORDS:
            return None
        if singular := _singular(match[1]):
            return Unit(singular, 1.0, match.end())
        if end == at and text[end] == "-":
            # Two-bedroom flats, 200-page reports: it is not the flats that are two.
            return None
        end = match.end()
    return None


def _singular(word: str) -> str | None:
    """Form the singular of a plural; None where the word is none."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word in _NO_PLURALS:
        return None
    if word.endswith(("ss", "us", "is", "'s", "’s", "ous")):
        return None
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return word[:-2]
    return word[:-1]
