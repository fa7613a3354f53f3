"""Chinese words that stand for what only another sentence names: 他 of nobody, 该厂, 那张告示."""

from __future__ import annotations

import re

from bidigest.languages.patterns import pattern
from bidigest.languages.word_lists import all_words, words_of
from bidigest.languages.zh.scripts import HAN
from bidigest.languages.zh.segmentation import is_nominal, is_verb, tagged

_LIST = "features/antecedents"
_PRONOUN = pattern(_LIST, "pronoun", of="zh")
_PERSONS = all_words(_LIST, "persons", of="zh")
_BODIES = all_words(_LIST, "bodies", of="zh")
_AUTHORITIES = all_words(_LIST, "authorities", of="zh")
_ANY_TIME = all_words(_LIST, "times", of="zh")
_NAMED = pattern(_LIST, "named", of="zh")
_SAME = re.compile(r"该(?![怎如死])")
_THAT = pattern(_LIST, "that", of="zh")
_OWN = pattern(_LIST, "own", of="zh")
_NAME_TAGS = ("nr", "ns", "nt", "nz", "x", "eng")
_SPELT = frozenset().union(*words_of("zh", "contrasts/transliterating"))
"""Characters that foreign names are mostly written with."""
_NO_NOUN = "dpucxr"
"""First letters of the tags of what is no noun behind 那个."""
_LETTERS = 2
"""Of them in a row that the dictionary has no word for are taken for a name."""
_LOOKED_AT = 8
"""Code points behind a demonstrative among which the noun stands."""
_HAN = re.compile(f"[{HAN}]")


def lacks_antecedent(said: str) -> bool:
    """Tell whether a pronoun or a demonstrative has nothing before it that it may stand for.

    Args:
        said: a statement, folded, without what it quotes.
    """
    if (pronoun := _PRONOUN.search(said)) and not _names(said, pronoun):
        return True
    return any(_is_unnamed(said, found) for kind in (_SAME, _THAT) for found in kind.finditer(said))


def _names(said: str, pronoun: re.Match[str]) -> bool:
    """Tell whether a person, or bodies of persons for 他们, may be named before a pronoun."""
    before = said[: pronoun.start()]
    if _NAMED.search(before) or any(character in _PERSONS for character in before):
        return True
    bodies = pronoun[0].endswith("们") and any(character in _BODIES for character in before)
    return bodies or _has_name(before)


def _has_name(text: str) -> bool:
    """Tell whether a text may hold a name, by the dictionary or by how it is spelt."""
    spelt = 0
    for word, tag in tagged(text):
        spelt = spelt + len(word) if all(character in _SPELT for character in word) else 0
        if (tag.startswith(_NAME_TAGS) and _HAN.match(word)) or spelt >= _LETTERS:
            return True
    return False


def _is_unnamed(said: str, found: re.Match[str]) -> bool:
    """Tell whether what a demonstrative points to has not been named before.

    Args:
        said: the statement.
        found: 该, or 那 with a measure word.
    """
    before, behind = said[: found.start()], said[found.end() : found.end() + _LOOKED_AT]
    words = tagged(behind)
    if not words or _OWN.match(behind):
        return False
    noun, tag = words[0]
    if found[0] == "该" and (_is_should(before) or is_verb(tag)) and noun[:1] not in _BODIES:
        return False
    if found[0] != "该" and (tag[:1] in _NO_NOUN or noun in _ANY_TIME or _is_owned(before)):
        return False
    head = noun[-1:]
    if head in before or _NAMED.search(before):
        return False
    return not _may_be_called(head, before)


def _may_be_called(head: str, before: str) -> bool:
    """Tell whether a text may name by another word what ends in this character: 大学, 该校."""
    if head in _PERSONS:
        return any(each in before for each in _PERSONS) or _has_name(before)
    alike = _BODIES - _AUTHORITIES if head in _BODIES - _AUTHORITIES else frozenset()
    return head in _BODIES and (any(each in before for each in alike) or _has_name(before))


def _is_should(before: str) -> bool:
    """Tell whether 该 behind this means should: 不该, 就该, 应该."""
    words = tagged(before)
    return before.endswith(("应", "活", "本")) or (bool(words) and words[-1][1][:1] in ("d", "v"))


def _is_owned(before: str) -> bool:
    """Tell whether what stands before 那 tells which: 塔尔镇那座桥."""
    words = tagged(before)
    return bool(words) and (is_nominal(words[-1][1]) or words[-1][0] == "的")
