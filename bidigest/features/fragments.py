"""Lines of a page that tell nobody what is so: rows of tables, signatures, notes of what is wanted.

They are evidence that a source has a figure, but no words to say a point in.
"""

from __future__ import annotations

import re

from bidigest.languages.en.parts_of_speech import tagged as tagged_english
from bidigest.languages.folding import folded, unwrapped
from bidigest.languages.patterns import is_finished, pattern
from bidigest.languages.word_lists import all_words
from bidigest.languages.zh.scripts import HAN, has_chinese
from bidigest.languages.zh.segmentation import tagged as tagged_chinese

_AMOUNT = (
    r"(?>[-−+~≈约約]?(?:(?:us|hk|nt|a|c)?[$€£¥₤])?\s?\d[\d.,:]*(?:\s?[%‰％])?"
    r"(?:\s?(?:bn|mn|m|k|bps|pp|million|billion|thousand|trillion|[千萬百十]*[万萬亿億]"
    r"(?:美?元|人|吨|噸|平方米|公里|次|名|个|個|亿|億|万|萬)?"
    r"|(?:美?元|人|吨|噸|平方米|公里|次|名|个|個)))?)"
)
# Two amounts side by side, with nothing said between them, end a row: Timber 41 t 38 t 7%.
_ROW = re.compile(
    rf"\A(?:[^\d，。；;!！?？]{{1,60}}\s|[^，。；;!！?？]{{1,60}}[{HAN}a-z]\s){_AMOUNT}(?:\s{{1,4}}{_AMOUNT}){{1,12}}$"
)
_ONLY_NUMBERS = re.compile(r"[\d\s~～.,:;%/()+-]{12,400}")
_CELLS = re.compile(r"^\s*\||(?<=\S)\s\|\s(?=\S)|\t")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?{_MONTH}(?:\s\d{{1,2}}(?:st|nd|rd|th)?)?,?\s(?:1[89]|20)\d\d"
    r"|(?:1[89]|20)\d\d[-/.年]\s?\d{1,2}[-/.月]\s?(?:\d{1,2}日?)?"
)
# Who, and when: no verb stands before the comma of a name.
_SIGNED = re.compile(
    rf"(?P<name>[^\d.!?。！？，；;:：]{{3,60}}?)(?:,\s|\s+)(?:{_DATE})(?:,?\s\d\d?[:.]\d\d)?$"
)
_JOINS = all_words("features/fragments", "joins")
_NEEDED = re.compile(
    r"[^\d.!?,;:]{3,60}\sfor\s(?:up to |about |some |over |around )?\d[\d.,]*\s\w+$"
)
"""Blankets for 400 families: are they there, or are they wanted?"""
_ISSUED = pattern("features/fragments", "issued")
_DIGIT = re.compile(r"\d")
_SAYING_ENGLISH = ("VB", "MD")
_SAYING_CHINESE = ("v", "a", "d")
"""Tags of verbs, of adjectives, which need no verb in Chinese, and of what stands before either."""


def is_cells(quote: str) -> bool:
    """Tell whether a quotation is cells of a table, side by side."""
    return _CELLS.search(quote) is not None


def is_fragment(text: str) -> bool:
    """Tell whether this is a row without heads, or names only who and when, or what for."""
    return is_row(text) or is_signature(text) or _NEEDED.match(unwrapped(text)) is not None


def is_row(text: str) -> bool:
    """Tell whether amounts stand side by side with nothing said between them."""
    bare = unwrapped(text)
    return _ROW.match(bare) is not None or _ONLY_NUMBERS.fullmatch(bare) is not None


def is_signature(text: str) -> bool:
    """Tell whether a line names only who, or where, and when: Seaburg Choir, 4 March 2025."""
    found = _SIGNED.match(text.strip().casefold())
    if not found:
        return False
    name = text.strip()[: found.end("name")]
    if re.search(f"[{HAN}]", name):
        return " " in text.strip() and not re.search(r"[了过過于於在]", name)
    return all(word in _JOINS or word[:1].isupper() for word in name.split())


def only_issues(text: str) -> bool:
    """Tell whether a sentence only says that figures or a report are out, not what is in them."""
    return _ISSUED.match(unwrapped(text)) is not None


def names_only(text: str) -> bool:
    """Tell whether a line has neither a verb nor a number, and no mark ends it.

    It names what somebody may say much of, and says nothing of it: Harbour Lines bankruptcy.
    """
    if is_finished(text) or _DIGIT.search(text):
        return False
    if has_chinese(text):
        return not any(tag.startswith(_SAYING_CHINESE) for _, tag in tagged_chinese(folded(text)))
    return not any(word.tag.startswith(_SAYING_ENGLISH) for word in tagged_english(text))
