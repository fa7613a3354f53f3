"""Lines that speak to the reader about the page, told by how much of them is in its usual words."""

from __future__ import annotations

import re
from functools import cache

from bidigest.languages.packs import has_predicate, has_quantity
from bidigest.languages.word_lists import stop_words_in_letters
from bidigest.languages.zh.scripts import HAN, HAN_CHARACTER
from bidigest.reading.boilerplate.lexicon import alphabetic_words, words_of
from bidigest.reading.boilerplate.line_forms import normal_form

_LETTERS = re.compile(r"[a-z]+(?:['-][a-z]+)*")
_CHINESE = re.compile(rf"[{HAN}]+|[a-z]+")
_QUOTED = re.compile(r"[\"「『《【][^\"」』》】]{1,16}[\"」』》】]")
"""The name of an account or of a button is nobody's word."""
_COUNT = re.compile(r"@\w{2,30}|\d[\d.,]*[kwm]?\b")
_ENOUGH, _ENOUGH_BEHIND_CALL, _ENOUGH_IN_PROSE = 0.75, 0.6, 0.85
"""Share of the page's words in a line that calls for something; where it begins with the call."""
_ENOUGH_AT_AN_END = 0.35
"""Before and behind a text, where most of such lines stand."""
_NEVER = 2.0
_MOST_WORDS, _MOST_CHARACTERS = 30, 80
_LONGEST_WORD = 10
_LONGEST_CALL = 30


def speaks_to_reader(line: str) -> bool:
    """Tell whether this line, in the form for comparing, is made of the words of pages."""
    form = _without_names(line)
    share, enough, buttons = (_chinese if HAN_CHARACTER.search(form) else _alphabetic)(form)
    if buttons or share == 1 >= enough:
        return not _is_numbered(line, form)
    return share >= enough and not has_quantity(line)


def calls_reader(line: str) -> bool:
    """Tell whether this line asks the reader for something, and mostly in the words of pages.

    Less of these is enough than for a line between others: for where such lines stand.
    """
    form = _without_names(normal_form(line))
    share = (_chinese if HAN_CHARACTER.search(form) else _alphabetic)(form)[0]
    return share >= _ENOUGH_AT_AN_END and begins_with_call(form)


def begins_with_call(line: str) -> bool:
    """Tell whether the first word asks for something: `Subscribe`, 下载."""
    form = _without_names(normal_form(line))
    if HAN_CHARACTER.search(form):
        told = _told(form[:_LONGEST_CALL])
        return bool(told) and told[0] in words_of("zh", "calls")
    words = [word for word in _LETTERS.findall(form[:_LONGEST_CALL]) if word != "please"]
    return bool(words) and words[0] in alphabetic_words("calls")


def _without_names(form: str) -> str:
    return _COUNT.sub(" ", _QUOTED.sub("", form.casefold()))


def _alphabetic(form: str) -> tuple[float, float, bool]:
    """Compute the share of pages' words, the least that is enough, and if all are of buttons."""
    words = [word for word in _LETTERS.findall(form) if word != "please"]
    if len(words) > _MOST_WORDS:
        return 0.0, _NEVER, False
    buttons, addressed = alphabetic_words("buttons"), alphabetic_words("reader_words")
    content = [w for w in words if w in buttons or w not in stop_words_in_letters() | addressed]
    if not content:
        return 0.0, _NEVER, False
    own = buttons | alphabetic_words("page_words")
    called = words[0] in alphabetic_words("calls")
    rest = content[1:] if called and len(content) > 1 and content[0] == words[0] else content
    share = sum(word in own for word in rest) / len(rest)
    enough = _least(called, any(word in addressed for word in words), has_predicate(form))
    if not any(word in buttons for word in content):
        enough = _NEVER
    return share, enough, all(word in buttons for word in content)


def _least(called: bool, addressed: bool, says: bool) -> float:
    """Choose the share that is enough; the more where the line says something, as prose does."""
    if not (called or addressed):
        return _NEVER
    return _ENOUGH_IN_PROSE if says else _ENOUGH_BEHIND_CALL if called else _ENOUGH


def _is_numbered(line: str, form: str) -> bool:
    """Tell `Article 5`, one of several, from `5 comments`, which are five."""
    words = _LETTERS.findall(form)
    return len(words) == 1 and any(map(str.isdigit, line)) and not words[0].endswith("s")


def _chinese(form: str) -> tuple[float, float, bool]:
    """Compute the same by characters; those of words that carry nothing do not count."""
    if len(form) > _MOST_CHARACTERS:
        return 0.0, _NEVER, False
    told = _told(form)
    own = [word for word in told if word in _chinese_words()]
    share = sum(map(len, own)) / max(1, sum(map(len, told)))
    calls, buttons = words_of("zh", "calls"), words_of("zh", "buttons")
    begins = bool(told) and told[0] in calls
    called = begins or any(word in calls for word in own)
    enough = _ENOUGH_BEHIND_CALL if begins else _ENOUGH if called else _NEVER
    return share, enough, bool(told) and all(word in buttons for word in told)


def _told(form: str) -> list[str]:
    """Find the words of a form, without those that say nothing by themselves."""
    found = (word for run in _CHINESE.findall(form) for word in _words(run))
    return [word for word in found if word not in words_of("zh", "neutral")]


def _words(run: str) -> list[str]:
    """Find the page's words in a run, each time the longest; between them single characters."""
    words, lengths = _chinese_words(), _lengths()
    found, position = list[str](), 0
    while position < len(run):
        possible = lengths.get(run[position], ())
        length = next((n for n in possible if run[position : position + n] in words), 1)
        found.append(run[position : position + length])
        position += length
    return found


@cache
def _chinese_words() -> frozenset[str]:
    lists = ("page_words", "calls", "buttons", "neutral")
    return frozenset().union(*(words_of("zh", name) for name in lists))


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Map the first character of words to how long they are, the longest first."""
    found: dict[str, set[int]] = {}
    for word in _chinese_words():
        if 1 < len(word) <= _LONGEST_WORD:
            found.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(each, reverse=True)) for first, each in found.items()}
