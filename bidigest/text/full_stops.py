"""Whether a full stop ends a sentence, or is part of an abbreviation, a number or a name.

In a text that begins its sentences with small letters, as chats do, a capital tells less.
"""

from __future__ import annotations

import re

from bidigest.languages.patterns import either, pattern
from bidigest.languages.word_lists import all_words
from bidigest.languages.zh.scripts import HAN, HAN_CHARACTER
from bidigest.text.abbreviation_context import capital_begins_sentence
from bidigest.text.abbreviations import kind_of_abbreviation, opens_sentence
from bidigest.text.terminators import Terminator

HAN_OR_FULL_WIDTH = re.compile(rf"[{HAN}\u3000-\u303f\uff00-\uffef]")
_MARKS = "\"'“”‘’「」『』([{（【*_`$§#"
_INITIAL = re.compile(r"[A-Z]")
_DOTTED = re.compile(r"[A-Za-z]{1,3}(?:\.(?:[a-z]{1,3}|[A-Z][a-z\d]{0,4}))+")
_LAST_WORD = re.compile(rf"(?![{HAN}])[^\W_](?:(?![{HAN}])[\w.'’&°]){{0,23}}$")
_WORD = re.compile(r"[^\W_][\w'’&]*+(?!\.\w)")
_LETTERS = re.compile(r"[A-Za-z]{2,20}$")
_SMALL_NAME = re.compile(
    r"[a-z]{1,3}[A-Z]"
    r"|[a-z\d-]{3,30}+\.[a-z]{2,10}\b"
    r"|(?:de|van|von|der|den|di|da|du|del|della|bin|ibn|ter|ten) (?:der |den |la )?[A-Z]"
)
"""iPhone, eBay, macOS; harbor.example; de Vries, van der Meer."""
_FILE = re.compile(r"[a-z][a-z0-9]{1,4}(?![A-Za-z0-9 ])")
"""说明.txt"""
_NUMERAL = re.compile(r"[A-Z]?\d|(?:[IVXLC]+|[B-Z])(?![A-Za-z])")
_COUNTED = re.compile(rf"[；，、：][ \t\u3000]?$|[;,:][ \t\u3000]$|[{HAN}][;,:]$")
_ENTRY = re.compile(r"(?:[a-z]|[ivx]{1,4})[.)]\s{1,3}[\"“‘(]?[A-Z]")
_ENTRY_MARK = re.compile(
    rf"[A-Za-z]|[ivx]{{1,4}}|[IVX]{{2,4}}|(?:(?:{either('full_stops', 'numbered')}) )?"
    r"\d{1,3}(?:\.\d{1,3}){0,4}"
)
_PARAGRAPH = re.compile(r"\((?:[a-z]|\d{1,2}|[ivx]{1,4})\)\s[a-z]")
"""Subsec. (c) waives it."""
_SMALL_LETTER = re.compile(r"[a-z]|[ivx]{2,4}")
_BULLETS = " \t•·⁃▪◦*"
_LABELS = all_words("full_stops", "labels")
_HOUR = re.compile(r"\d?[AaPp]\.[Mm]")
_LEADS_IN = pattern("full_stops", "leads in", behind=r"\s[^\s,]{1,10}(?:\s[^\s,]{1,10}){0,3}")
_YEAR = re.compile(r"1\d\d\d|20\d\d|\d{3}\b")
_HOUR_GOES_ON = pattern("full_stops", "hour goes on")
_DIRECTIONS = all_words("full_stops", "directions")
_STREETS = all_words("full_stops", "streets")
_PRONOUNS = all_words("full_stops", "pronouns")
_FORMS_OF_ADDRESS = all_words("full_stops", "forms of address")
_NO_INITIALS = all_words("full_stops", "no initials")
_AGENCY = re.compile(r"\b[Tt]he (?:[A-Z]\.){2,6}[A-Z]$")
_COPULA = pattern("full_stops", "copula", before=r"\b", behind=r"\s+$")
_GOES_ON_CHINESE = "。，、；：！？）】》〉」』”"
_AROUND = 1_000
"""Code points before a sentence in which the text is seen to end its sentences otherwise."""
_GLUED_BEFORE = pattern("full_stops", "glued before", behind=r"$")
_GLUED_AFTER = re.compile(r"(?:[A-Z](?:[a-z]{1,20})?(?:[’'][a-z]{1,2})? [a-z]|(?:Mrs?|Ms|Dr)\. )")


def is_full_stop(terminator: Terminator) -> bool:
    """Tell whether the sentence ends at this full stop."""
    before, following = terminator.before, terminator.following
    if before and HAN_OR_FULL_WIDTH.match(before[-1]):
        ends = len(terminator.mark) != 2 and not _FILE.match(terminator.text, terminator.after)
        return ends and not _is_within_name(terminator)
    word = _last_word(before)
    if not terminator.apart:
        return len(terminator.mark) == 1 and _ends_without_space(terminator, word)
    if not following:
        return True
    if _PARAGRAPH.match(following) and before.isalpha():
        return False
    if _begins_entry(terminator, word):
        return False
    if following[0].islower() and not _SMALL_NAME.match(following):
        return _ends_before_small(terminator, word)
    if _is_list_number(terminator, word):
        return False
    return not word or not _goes_on(word, terminator)


def _is_within_name(terminator: Terminator) -> bool:
    """Tell whether a point parts a name in Chinese (奥托.布兰德), as 。 ends the sentences."""
    text, after = terminator.text, terminator.after
    if terminator.mark != "." or not HAN_CHARACTER.match(text, after):
        return False
    return "。" in text[max(0, terminator.start - _AROUND) : terminator.limit]


def _begins_entry(terminator: Terminator, word: str) -> bool:
    """Tell whether what stands before the stop is the mark of a list's entry."""
    if _is_entry(terminator) and _SMALL_LETTER.fullmatch(word):
        return True
    return _ENTRY_MARK.fullmatch(terminator.before.strip(_BULLETS)) is not None


def _ends_before_small(terminator: Terminator, word: str) -> bool:
    """Tell whether a stop ends a sentence though a small letter follows."""
    if _is_entry(terminator) and _ENTRY.match(terminator.following):
        return True
    plain = _is_plain(word, terminator)
    return plain and begins_small(terminator.text, terminator.start, terminator.after)


def _last_word(before: str) -> str:
    """Return the Latin word or number that the full stop directly follows; empty without one."""
    match = _LAST_WORD.search(before)
    return match.group() if match else ""


def _ends_without_space(terminator: Terminator, word: str) -> bool:
    """Tell whether a stop without a space ends: `word.下一句` does; `3.个`, `v2.Next` do not."""
    text, after = terminator.text, terminator.after
    if text[after] in _GOES_ON_CHINESE:
        return False
    if HAN_OR_FULL_WIDTH.match(text, after):
        letters = _LETTERS.search(word)
        return letters is not None and kind_of_abbreviation(letters.group()) in (None, "number")
    spoken = " " in terminator.before.strip()
    return spoken and bool(_GLUED_BEFORE.search(word) and _GLUED_AFTER.match(text, after))


def _is_plain(word: str, terminator: Terminator) -> bool:
    """Tell whether a single full stop stands behind a word that is no abbreviation."""
    plain = len(word) > 2 and word.isalpha() and kind_of_abbreviation(word) is None
    return plain and len(terminator.mark) == 1


def _is_entry(terminator: Terminator) -> bool:
    """Tell whether the sentence begins with the letter of a list entry: `a.`, as a list has it."""
    return bool(_ENTRY.match(terminator.text, terminator.start, terminator.limit))


def _is_list_number(terminator: Terminator, word: str) -> bool:
    """Tell whether a number counts list entries in one line: `空格; 3. 指定基点`, `2.) Wait`."""
    if len(word) > 2 or not word.isdigit():
        return False
    closed = terminator.text[terminator.span.end : terminator.after] == ")"
    return closed or bool(_COUNTED.search(terminator.before.removesuffix(word)))


def _goes_on(word: str, terminator: Terminator) -> bool:
    """Tell whether the sentence goes on after this word's stop, before a capital or a number."""
    before, following = terminator.before, terminator.following
    if _HOUR.fullmatch(word):
        return bool(_HOUR_GOES_ON.match(following)) or _only_leads_in(before, following)
    if word == "c":
        return _YEAR.match(following) is not None
    kind = kind_of_abbreviation(word)
    if kind is None and _INITIAL.fullmatch(word):
        kind = _kind_of_letter(before)
    elif kind is None and _DOTTED.fullmatch(word):
        kind = "may end"
    if kind is None:
        return False
    if kind == "joining":
        if not _COPULA.search(before.removesuffix(word)):
            return True
        kind = "may end"
    if _begins_sentence(word, kind, following):
        return False
    judged = kind == "may end" and _may_be_judged(word, before, following)
    return not (judged and capital_begins_sentence(terminator))


def _only_leads_in(before: str, following: str) -> bool:
    """Tell whether nothing was said yet, before a name: By 4 a.m. Voss was back."""
    leads_in = _LEADS_IN.fullmatch(before) is not None
    return leads_in and following[0].isupper() and _LEADS_IN.match(following) is None


def _may_be_judged(word: str, before: str, following: str) -> bool:
    """Tell whether what stands around may decide: not behind the initials of a name."""
    if not following[0].isupper() or len(word) == 1:
        return False
    initials = "." in word and word.replace(".", "").isupper()
    return not initials or word in _NO_INITIALS or _AGENCY.search(before) is not None


def _kind_of_letter(before: str) -> str | None:
    lead = before[:-1].split()
    return None if lead and lead[-1].lower() in _LABELS else "may end"


def _begins_sentence(word: str, kind: str, following: str) -> bool:
    bare = following.lstrip(_MARKS)
    match = _WORD.match(bare)
    if not match or bare[0].isdigit() or following[0] in "([（":
        return False
    first, rest = match.group(), bare[match.end() :]
    if kind == "title":
        return word in _STREETS and first.lower() in _PRONOUNS
    if first in _DIRECTIONS:
        return False
    if first in _FORMS_OF_ADDRESS:
        return True
    if rest.startswith(".") and len(first) < 5:
        # An initial or one more abbreviation: `Reg. No. 5`, `by A. A. Milne`.
        return kind == "number" and kind_of_abbreviation(first) not in ("number", "may end")
    if kind == "number":
        return not _NUMERAL.match(bare)
    return opens_sentence(first)


_FAR = 800
"""Code points on either side that tell how somebody writes."""
_SMALL = re.compile(r"(?<![.\w])[a-z][a-z'’]{2,20}(?<!etc)(?<!approx)[.!?]{1,3} [a-z]")
_CAPITAL = re.compile(r"[a-z\d)]{2}[.!?]{1,3}[\"”’)]? [\"“‘(]?[A-Z]")
_SMALL_I = re.compile(r"(?<![\w.])i(?:['’](?:m|ve|ll|d)| (?:am|was|have|had|do|did|will|think)) ")
_MANY = 3


def begins_small(text: str, start: int, at: int) -> bool:
    """Tell whether the text around a place begins most of its sentences small.

    Args:
        text: of the document.
        start: code point at which the sentence before the place begins.
        at: the place, in code points.
    """
    around = text[max(0, at - _FAR) : at + _FAR]
    small, capital = len(_SMALL.findall(around)), len(_CAPITAL.findall(around))
    begun_small = text[start].islower() or _SMALL_I.search(around) is not None
    return small >= capital if begun_small else small >= _MANY and small > 2 * capital
