"""English number words, in lower-case text: twenty-five, two and a half million, dozens."""

from __future__ import annotations

import re
from dataclasses import replace

from bidigest.languages.parsed_quantity import Numeral, tidy

_ONE_TO_NINETEEN = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TWENTY_TO_NINETY = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: i + 1 for i, word in enumerate(_ONE_TO_NINETEEN.split())} | {
    w: 20 + 10 * i for i, w in enumerate(_TWENTY_TO_NINETY.split())
}
_SCALES = {
    "dozen": 12.0,
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
}
_LONGEST = 10
_WORD = re.compile(r"(?:(?<=hundred) and |(?<=thousand) and |[ -])?([a-z]{2,9}+)(?![a-z])")
_SCALE = "|".join(_SCALES)
_VAGUE = re.compile(
    rf"(?:(?P<some>several|a few|few|many) (?P<scale>{_SCALE})"
    r"|(?P<scores>scores)(?= of )"
    rf"|(?:(?P<first>tens|dozens|hundreds|thousands|millions|billions|trillions))"
    rf"(?: of (?P<second>thousands|millions|billions|trillions))?)(?![a-z])"
)
_ARTICLE = re.compile(rf"(?P<half>half )?an? (?P<scale>{_SCALE})(?![a-z])(?P<more> and a half)?")
_COUPLE = re.compile(
    rf"a couple(?: of(?: (?P<scale>{_SCALE})(?![a-z]))?| (?P<plain>{_SCALE})(?![a-z]))"
)
_PART_OF = re.compile(
    rf"(?P<top>an?|one|three)[ -](?P<part>quarter|third)s? of an? (?P<scale>{_SCALE})(?![a-z])"
)
_HALF = re.compile(r"half an? (?=hour|year|month|century|decade|mile|kilomet|percent)")
_AND_A_HALF = re.compile(
    rf"[ -]and[ -](?P<part>a[ -]half|a[ -]quarter|three[ -]quarters?|a[ -]third)"
    rf"(?: (?P<scale>{_SCALE})(?![a-z]))?"
)
_PARTS = {"half": 0.5, "quarter": 0.25, "quarters": 0.75, "third": 1 / 3}
_BEFORE_SCORES = re.compile(
    r"(?:^|[^a-z ] ?|(?<![a-z])(?:and|but|as|while|where|when|left|after|for|by|to|among|on|are"
    r"|were|(?:kill|wound|injur|displac|trap+|arrest|detain|destroy|leav)(?:ed|ing|s)?) )$"
)
_WORDS = "|".join((
    *SMALL, "half", "several", "few", "many", "twice", "thrice", "tens",
    "dozens", "hundreds", "thousands", "millions", "billions", "trillions",
    "twofold", "threefold", "fourfold", "fivefold", "sixfold", "sevenfold", "eightfold", "ninefold",
    "tenfold", "hundredfold", "double", "doubled", "doubling", "triple", "tripled", "tripling",
    "trebled", "trebling", "quadrupled", "quadrupling", "quintupled", "quintupling",
))  # fmt: skip
_ARTICLED = (
    "an? (?:half|third|quarter|fifth|tenth|few|dozen|hundred|thousand|million|billion|trillion)"
)
START = f"{_WORDS}|{_ARTICLED}"
"""Words that a number may begin with."""
PLAIN = rf"(?<![a-z])(?=[efnst])(?:{'|'.join(word for word in SMALL if word != 'one')})(?![a-z])"
"""The same of plain numbers, ranks and ages among them; one alone is a pronoun."""


def read(text: str, at: int) -> Numeral | None:
    """Read the number in English words that starts at `at`, as long as it makes one number."""
    if vague := _VAGUE.match(text, at):
        return None if vague["scores"] and not _tells_of_many(text, at) else _vague(vague)
    if couple := _COUPLE.match(text, at):
        size = 2 * _SCALES.get(couple["scale"] or couple["plain"], 1.0)
        return Numeral(size, size, couple.end(), "words", approximate=True, step=size)
    if part := _PART_OF.match(text, at):
        size = tidy(
            (3 if part["top"] == "three" else 1) * _PARTS[part["part"]] * _SCALES[part["scale"]]
        )
        return Numeral(size, size, part.end(), "words", step=size, grouped=True)
    if article := _ARTICLE.match(text, at):
        if not (article["half"] or article["more"]):
            found = _counted(text, article.start("scale"), 1.0)
            return found and replace(found, grouped=True)
        size = _SCALES[article["scale"]] * (0.5 if article["half"] else 1.5)
        return Numeral(size, size, article.end(), "words", step=size, grouped=True)
    if half := _HALF.match(text, at):
        return Numeral(0.5, 0.5, half.end() - 1, "words", step=0.5)
    found = _counted(text, at)
    return found and _with_half(text, found)


def _tells_of_many(text: str, at: int) -> bool:
    """Tell scores of people from those of a test: a sentence begins or a verb stands before."""
    return bool(_BEFORE_SCORES.search(text[max(0, at - 14) : at]))


def _vague(match: re.Match[str]) -> Numeral:
    """Read `several hundred` or `tens of billions`: from one to ten times the magnitude."""
    if match["scores"]:
        size = 20.0
    elif match["some"]:
        size = _SCALES[match["scale"]]
    else:
        first = match["first"].removesuffix("s")
        second = (match["second"] or "").removesuffix("s")
        size = (10.0 if first == "ten" else _SCALES[first]) * _SCALES.get(second, 1.0)
    return Numeral(size, size * 10, match.end(), "words", approximate=True, step=size, grouped=True)


def _counted(text: str, at: int, current: float = 0.0) -> Numeral | None:
    """Read the longest run of words that is one number; `current` is what was said already."""
    total = step = 0.0
    end = at
    for _ in range(_LONGEST):
        match = _WORD.match(text, end)
        if match is None or (end == at and match.start(1) != at):
            break
        word = match[1]
        if word in SMALL and _fits(current, SMALL[word]):
            current, step = current + SMALL[word], 1
        elif word in _SCALES and current:
            size = step = _SCALES[word]
            current, total = (
                (current * size, total) if size <= 100 else (0.0, total + current * size)
            )
        else:
            break
        end = match.end()
    if end == at:
        return None
    amount, scale = total + current, step if step > 1 else 1.0
    return Numeral(amount, amount, end, "words", step=step, scale=scale, grouped=amount >= 1_000)


def _fits(current: float, word: int) -> bool:
    """Tell whether a number word may follow: five after twenty, anything after a hundred."""
    rest = current % 100
    return rest == 0 or (rest >= 20 and rest % 10 == 0 and word < 10)


def _with_half(text: str, found: Numeral) -> Numeral:
    half = _AND_A_HALF.match(text, found.end)
    if half is None:
        return found
    size = _SCALES.get(half["scale"] or "", 1.0)
    part = 0.75 if half["part"].startswith("three") else _PARTS[re.split("[ -]", half["part"])[1]]
    amount = tidy((found.low + part) * size)
    return Numeral(amount, amount, half.end(), "words", step=tidy(part * size), grouped=size > 1)
