"""Whether two names sound alike: one in letters and one in characters, or both in characters.

Each is taken for the consonants it is heard as, and the two rows are aligned (Needleman and Wunsch
1970). 卡瓦诺 is read ka wa nuo, Kavanaugh has k v n; 川普 and 特朗普 have only a part in common.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from bidigest.languages.word_lists import lines_of
from bidigest.languages.zh.pronunciation import readings
from bidigest.languages.zh.scripts import is_chinese

LEAST = 0.75
"""Likeness from which two names may be one;"""
LEAST_SHORT = 0.9
"""the same of names with fewer than three consonants."""
_SHORT = 3

_DOUBLED = re.compile(r"([b-df-hj-np-tv-xz])\1")
_VOWEL = "-"
_ENDS = ("n", "ng")
_ERHUA = "er"

_COST = 1.0
"""Of one sound for another; below, pairs of sounds that are near each other, by what they cost."""
_NEAR: Mapping[float, str] = {
    0.0: "Nn VW VF hT sS cS rL",
    0.1: "Kq HX SX Sq hS cK cH cX cq gq gK gS jS jy jH jX jq -y",
    0.2: "-W -H qX qS",
    0.3: "Mn WF xS xK y- jK H- W- HK",
    0.4: "VP WH FH FW PF KH gH TX Tq",
    0.6: "LN NL LW",
}
"""Marks are those of `contrasts/sounds.txt`, besides `-`, a vowel, and n, the end of a syllable in
pinyin. Of a pair the first is heard in letters, the second in characters; one without small letters
costs the same the other way round."""
_LEFT_OUT: Mapping[str, float] = {"r": 0.2, "H": 0.3, "W": 0.4, "-": 0.2, "y": 0.3, "N": 0.6}
"""Sounds in letters that characters may leave out: Merkel, 默克尔;"""
_ADDED: Mapping[str, float] = {"n": 0.5, "y": 0.3, "W": 0.3, "-": 0.2, "H": 0.5, "L": 0.6}
"""sounds of characters that letters may lack;"""
_EITHER: Mapping[str, float] = {"-": 0.2, "y": 0.3, "L": 0.4, "n": 0.4}
"""those that one of two names in characters may lack: 卡塔尔, 卡达."""
_ELSE = 0.7


@lru_cache(maxsize=65_536)
def sound_alike(one: str, other: str) -> bool:
    """Tell whether two names, folded, may be one by how they sound; never of two in letters."""
    if one == other or not (one and other and (is_chinese(one[0]) or is_chinese(other[0]))):
        return one == other
    first, second = sorted((one, other), key=lambda name: is_chinese(name[0]))
    ours, theirs = heard(first), heard(second)
    consonants = min(_consonants(ours), _consonants(theirs))
    if not consonants:
        return False
    least = LEAST if consonants >= _SHORT else LEAST_SHORT
    ways = (_EITHER, _EITHER) if is_chinese(first[0]) else (_LEFT_OUT, _ADDED)
    return likeness(ours, theirs, *ways) >= least


def _consonants(sounds: str) -> int:
    return sum(sound not in "-y" for sound in sounds)


def likeness(
    ours: str,
    theirs: str,
    left_out: Mapping[str, float] = _LEFT_OUT,
    added: Mapping[str, float] = _ADDED,
) -> float:
    """Compute how alike two rows of sounds are: 1 of the same, down to below 0.

    Args:
        ours: sounds, a mark each.
        theirs: those of the other name.
        left_out: what it costs that theirs lack one of ours;
        added: and that ours lack one of theirs.
    """
    row = [0.0]
    for sound in theirs:
        row.append(row[-1] + added.get(sound, _ELSE))
    for mine in ours:
        before, row = row, [row[0] + left_out.get(mine, _ELSE)]
        for at, sound in enumerate(theirs, 1):
            changed = before[at - 1] + (0.0 if mine == sound else _costs().get(mine + sound, _COST))
            lacking = before[at] + left_out.get(mine, _ELSE)
            row.append(min(changed, lacking, row[-1] + added.get(sound, _ELSE)))
    return 1 - row[-1] / max(_consonants(ours), _consonants(theirs), 1)


@cache
def _costs() -> Mapping[str, float]:
    near = {pair: cost for cost, pairs in _NEAR.items() for pair in pairs.split()}
    turned = {pair[::-1]: cost for pair, cost in near.items() if pair.isupper()}
    return turned | near


@lru_cache(maxsize=65_536)
def heard(name: str) -> str:
    """Return the sounds of a name, a mark each, as `languages/*/contrasts/sounds.txt` has them."""
    return _of_characters(name) if is_chinese(name[:1]) else _of_letters(name)


def _of_characters(name: str) -> str:
    known = readings()
    return "".join(_of_syllable(known[each]) for each in name if each in known).replace("nN", "N")


def _of_syllable(syllable: str) -> str:
    if syllable == _ERHUA:
        return "L"
    initial = next((each for each in _initials() if syllable.startswith(each)), "")
    ending = "n" if syllable.endswith(_ENDS) else ""
    return _initials().get(initial, _VOWEL) + ending


def _of_letters(name: str) -> str:
    apart = unicodedata.normalize("NFD", name)
    plain = _DOUBLED.sub(r"\1", "".join(each for each in apart if "a" <= each <= "z"))
    found: list[str] = [] if plain[:1] not in ("a", "e", "i", "o", "u") else [_VOWEL]
    at = 0
    while at < len(plain):
        letters = next((each for each in _letters() if plain.startswith(each, at)), "")
        # A y behind a consonant is a vowel, and so is what is not heard (gh).
        if letters and _letters()[letters] != _VOWEL and not (letters == "y" and at):
            silent = letters == "r" and plain[at + 1 : at + 2] not in (*"aeiouy",)
            found.append("r" if silent else _letters()[letters])
        at += len(letters) or 1
    return "".join(found)


@cache
def _letters() -> Mapping[str, str]:
    return _longest_first(lines_of("en", "contrasts/sounds"))


@cache
def _initials() -> Mapping[str, str]:
    return _longest_first(lines_of("zh", "contrasts/sounds"))


def _longest_first(lines: Sequence[str]) -> Mapping[str, str]:
    pairs = [(each, line[0]) for line in lines for each in line[2:].split()]
    return dict(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))
