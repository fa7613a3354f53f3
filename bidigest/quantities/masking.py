"""Numerals that are no figures, blanked out before figures are looked for.

Which they are, each language lists (`quantities/no_quantities`); what all write alike stands here.
Everything keeps its length, so that positions in the plain text are positions in the source.
"""

from __future__ import annotations

import re

from bidigest.languages.patterns import either, pattern
from bidigest.languages.word_lists import all_lines, all_words
from bidigest.languages.zh.scripts import HAN, fold
from bidigest.quantities import rare_notations

GAP = "\0"
"""Stands in for every character of what is no figure."""

_LIST = "quantities/no_quantities"
_ALIKE = str.maketrans(
    "０１２３４５６７８９％﹪＄￥＋－～〜：．–−‐‑\u00a0\u2009\u202f\u3000",
    "0123456789%%$¥+-~~:.----    ",
)
_YEAR = r"(?:1\d|20|21)\d\d"
_TO = rf"(?:[-~—]|{either(_LIST, 'to')})"
_NO_RATIO = "".join(f"(?<!{words})" for words in all_lines(_LIST, "ratio before"))

_ADDRESS = re.compile(
    r"(?:(?:https?|ftp)://|www\.)[!-~]+|(?<![\w.@-])[A-Za-z0-9_.-]{1,64}@[A-Za-z0-9.-]{1,255}"
)
_NAMES = pattern(_LIST, "names")
_WORDS = pattern(_LIST, "words")
_DIGITS_IN_NAMES = pattern(_LIST, "digits in names")
_COUNTRIES = all_words(_LIST, "countries")
_WITHIN = pattern(_LIST, "within")
_NEAR = 40
"""Code points before a country in which the preposition is looked for."""
_DIGITS = re.compile(
    rf"(?=[0-9])(?:{either(_LIST, 'digits')}"
    rf"|(?<!\d){_YEAR} ?(?:/|{_TO}) ?(?:{_YEAR}|\d\d)(?!\d)(?:[-/]\d{{1,2}})?(?! ?[^\x00-\x7f年])"
    r"|(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?!\d)"
    # A time of day, but not 师生比为1:18.
    rf"|(?<![\d:]){_NO_RATIO}"
    rf"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:])(?: ?{_TO} ?\d{{1,2}}:\d\d)?"
    r"|(?<![\d.])\d{1,4}(?>(?:\.\d{1,4}){2,})|(?<!\d)\d{2,4}(?:-\d{3,8}){2}(?!\d)"
    r"|(?<!\d)\d{2,5} ?[x×] ?\d{2,5}(?![\d^⁻⁰¹²³⁴-⁹])"
    r"|(?<![\d.,$€£¥])\d[GKDPAHSTV](?![A-Za-z\d])|(?<!\d)(?:24|7)[/×](?:7|24)(?!\d))"
    r"|(?=[+(（\[§#№])(?:\+\d{2,4}(?:-\d{3,8}){2}(?!\d)|(?:\+\d{1,3}[ -])?\(\d{3}\) ?\d{3}-\d{4}"
    r"|\[\d{1,3}(?:[,-] ?\d{1,3})*\]|[(（] ?\d{1,2} ?[)）]|[§#№] ?\d++(?>(?:\.\d++)*))"
    rf"|(?:{either(_LIST, 'marked')})"
)
_LIST_NUMBER = re.compile(
    r"(?m)(?:^|(?<=#))[\s>*•#·–-]{0,12}"
    rf"(?:\d{{1,2}}(?:\.\d{{1,2}})+ (?=[A-Z\"“《]|(?!{either(_LIST, 'counted in lists')})[{HAN}])"
    r"|\d{1,2}[)）、．]|\d{1,2}\.(?!\d)"
    rf"|[(（]?(?:{either(_LIST, 'list number')})[)）、．](?!\d))"
)
_DIGIT = re.compile(r"[0-9]")
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


def mask_numerals(text: str) -> str:
    """Prepare text for finding figures: folded, half-width, lower case, other numerals blanked out.

    Its length stays the same, so that positions are those of the source.
    """
    found = _NAMES.sub(_blank, fold(text).translate(_ALIKE))
    if "://" in found or "@" in found or "www." in found:
        found = _ADDRESS.sub(_blank, found)
    found = rare_notations.usual(found)
    found = _WORDS.sub(_blank, _LIST_NUMBER.sub(_blank, found))
    if _DIGIT.search(found):
        found = _DIGITS.sub(_blank, _DIGITS_IN_NAMES.sub(_blank_name, found))
    lower = found.lower()
    return lower if len(lower) == len(found) else found.translate(_LOWER)


def _blank_name(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    if match[0].partition(" ")[0] in _COUNTRIES and _WITHIN.search(before):
        # In Canada 200 firms …
        return match[0]
    return _blank(match)


def _blank(match: re.Match[str]) -> str:
    return GAP * len(match[0])
