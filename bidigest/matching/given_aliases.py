"""Names that a text gives in two ways, one in brackets beside the other: 卡瓦诺（Kavanaugh）.

Initials are told as by Schwartz and Hearst ("A simple algorithm for identifying abbreviation
definitions in biomedical text", 2003), a name in letters by its sound or by what its words mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bidigest.contrasts.transliteration import heard, likeness
from bidigest.languages.en.morphology import stem
from bidigest.languages.folding import folded
from bidigest.languages.patterns import either
from bidigest.languages.word_lists import stop_words
from bidigest.languages.zh.scripts import HAN, HAN_CHARACTER, fold
from bidigest.languages.zh.segmentation import tagged
from bidigest.text.vocabulary import vocabulary

_CHARACTERS = f"[{HAN}][{HAN}·]{{1,23}}"
_LETTERS = r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f.’' -]{1,47}"
_HEREINAFTER = rf"(?:(?:{either('names', 'named hereinafter')})[ :：]?)?"
_QUOTED = rf"[\"“”「『]?(?P<other>{_CHARACTERS}|{_LETTERS})[\"“”」』]?"
_BESIDE = re.compile(
    rf"(?P<name>{_CHARACTERS}|{_LETTERS}) ?[（(](?P<said>{_HEREINAFTER}){_QUOTED}[)）]"
)
_INITIALS = re.compile(r"[A-Z][A-Z&]{1,6}s?")

_LONGEST = 8
"""Characters that spell one word of a foreign name, at most;"""
_SHORTEST = 2
"""and at least."""
_SHORTEST_WORD = 3
"""Letters of a word that is no unit."""
_LEAST_LIKE = 0.7
"""Likeness in sound from which characters before the bracket spell the name in it."""
_LEAST_INITIALS = 0.5
"""Share of initials that the meanings of words must give."""
_NAMING = ("n", "v", "m", "b", "j", "a", "l")
"""Parts of speech, by jieba's letters, of which names of bodies and terms are made."""


@dataclass(frozen=True, slots=True)
class GivenAlias:
    """What a source wrote, and what it says that it may be called as well; both folded."""

    name: str
    other: str


def given_aliases(text: str) -> Iterator[GivenAlias]:
    """Yield the names that a text gives in two ways.

    Args:
        text: without markup.
    """
    if "(" not in text and "（" not in text:
        return
    text = fold(text)
    for match in _BESIDE.finditer(text):
        found = _named(match["name"], match["other"], hereinafter=bool(match["said"]))
        if found and not _may_be_a_remark(text, match):
            yield GivenAlias(found, folded(match["other"]).strip(" .-"))


def _named(before: str, other: str, *, hereinafter: bool) -> str:
    """Find the name at the end of what stands before a bracket; empty where there is none.

    Args:
        before: what stands there.
        other: what the bracket holds.
        hereinafter: whether it says that this is a shorter name.
    """
    if HAN_CHARACTER.match(before):
        if HAN_CHARACTER.match(other):
            return _body(folded(before)) if hereinafter else ""
        return _in_characters(folded(before), other)
    if HAN_CHARACTER.match(other):
        return _capitalized(before)
    return _long_form(before, other) if _INITIALS.fullmatch(other) else ""


def _in_characters(before: str, other: str) -> str:
    """Find the characters before a bracket that are a name in letters: by letters, sound, sense."""
    if _INITIALS.fullmatch(other):
        return _of_initials(before, other)
    return _of_sounds(before, folded(other)) or _of_meanings(before, other)


def _body(before: str) -> str:
    """Take the words at the end of which a name may be made: 海滨市轨道交通集团有限公司."""
    pieces = _naming(before)
    return "".join(pieces) if len(pieces) > 1 else ""


def _naming(before: str) -> list[str]:
    """List the words of which a name may be made, up to the last one of a folded text."""
    found: list[str] = []
    for word, tag in reversed(tagged(before)):
        if not tag.startswith(_NAMING):
            break
        found.insert(0, word)
    return found


def _of_initials(before: str, other: str) -> str:
    """Find the Chinese words whose meanings begin with these letters: 大语言模型 of LLM."""
    pieces, letters = _naming(before), other.lower().rstrip("s")
    for start in range(len(pieces)):
        meant = [_first_letters(piece) for piece in pieces[start:]]
        if letters[0] in meant[0] and _share(letters, meant) >= _LEAST_INITIALS:
            return "".join(pieces[start:])
    return ""


def _first_letters(word: str) -> str:
    return "".join(sorted({each[0] for each in vocabulary().stems(word)}))


def _share(letters: str, meant: Sequence[str]) -> float:
    """Tell what share of letters the words give; each of the words must give one."""
    if not all(any(letter in each for letter in letters) for each in meant if each):
        return 0.0
    return sum(any(letter in each for each in meant) for letter in letters) / len(letters)


def _of_sounds(before: str, other: str) -> str:
    """Find the characters that spell a name in letters, word by word: 哈丽雅特·洛."""
    words, spelt = other.split(), before.split("·")
    if len(spelt) > len(words):
        spelt = spelt[-len(words) :]
    if len(spelt) != len(words) or len(other) < _SHORTEST_WORD:
        return ""
    ends = range(_SHORTEST, min(_LONGEST, len(spelt[0])) + 1)
    sounds = heard(words[0])
    alike = [(likeness(sounds, heard(spelt[0][-size:])), -size) for size in ends]
    best, size = max(alike, default=(0.0, 0))
    return "·".join([spelt[0][size:], *spelt[1:]]) if best >= _LEAST_LIKE else ""


def _of_meanings(before: str, other: str) -> str:
    """Find the words that mean what the bracket says in English: 生成式人工智能."""
    words = folded(other).split()
    wanted = {stem(word) for word in words if len(word) >= _SHORTEST_WORD}
    pieces = [word for word, _ in tagged(before)]
    for start in range(len(pieces) - 1, max(-1, len(pieces) - 1 - len(wanted)), -1):
        meant = {each for piece in pieces[start:] for each in vocabulary().stems(piece)}
        if wanted and wanted <= meant:
            return "".join(pieces[start:])
    return ""


def _may_be_a_remark(text: str, match: re.Match[str]) -> bool:
    """Tell whether characters behind letters in Chinese text are no name by sound or meaning."""
    if HAN_CHARACTER.match(match["name"]) or not HAN_CHARACTER.match(match["other"]):
        return False
    chinese = any(map(HAN_CHARACTER.search, (text[: match.start()], text[match.end() :])))
    return chinese and not _in_characters(folded(match["other"]), match["name"])


def _capitalized(before: str) -> str:
    """Take the words with capitals at the end: Elena Marsh."""
    words = before.split()
    start = len(words)
    while start and words[start - 1][0].isupper():
        start -= 1
    return folded(" ".join(words[start:]))


def _long_form(before: str, initials: str) -> str:
    """Find the words whose first letters initials are, small words aside (Schwartz, Hearst)."""
    words = before.replace("-", " ").split()
    letters = [letter for letter in initials.rstrip("s").lower() if letter.isalpha()]
    at = len(words)
    for letter in reversed(letters):
        at -= 1
        while at >= 0 and words[at].lower() in stop_words("en") and words[at][0].lower() != letter:
            at -= 1
        if at < 0 or words[at][0].lower() != letter:
            return ""
    return folded(" ".join(words[at:]))
