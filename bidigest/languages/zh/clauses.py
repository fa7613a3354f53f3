"""Predicates of Chinese clauses, by jieba's parts of speech.

A verb is a clause's predicate unless a 的 makes a modifier of it, as in 公司采购的疫苗. What the
dictionary has for a noun is a verb where 了, 着 or 过 follows it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bidigest.languages.folding import folded
from bidigest.languages.patterns import pattern
from bidigest.languages.word_lists import all_words
from bidigest.languages.zh.noun_phrases import is_noun_phrase, within_noun_phrase
from bidigest.languages.zh.segmentation import (
    ASPECT,
    VERBS_TOO,
    is_nominal,
    is_verb,
    may_be_subject,
    tagged,
)

_MANY = 3
"""Clauses of a sentence that is not doubted either."""
_CLAUSE = re.compile(r"[,;:。.!?—…]+")
_TIMES = re.compile(r"(?:(?<![小及暂同当平临准按定随实顿计工课届])时|时候|之后|之前|的话|以来)$")
_NAMES = re.compile(r"n(?!g)|j$|eng")
_BRACKETED = re.compile(r"(?<=.)[(（][^()（）]{1,80}[)）]")
_APPOSED = pattern("features/clauses", "apposed", of="zh")
_LACKS = re.compile(r"无[^,]{1,5}")
"""主犯李某,无业."""
_MODAL = all_words("features/clauses", "modal", of="zh")
_GOES_ON = pattern("features/clauses", "goes on", of="zh")
_SUBORDINATE = pattern("features/clauses", "subordinate", of="zh")
_CIRCUMSTANCE = pattern("features/clauses", "circumstance", of="zh")
_MEASURES = all_words("features/clauses", "measures", of="zh")
_COPULAS = all_words("features/clauses", "copulas", of="zh")
_PREPOSITION = pattern("features/clauses", "preposition", of="zh")
_LEADS_IN = re.compile("[后前时中外间里下来]$")
"""念完小学和初中后,他进入技校."""
_EXISTS = pattern("features/clauses", "exists", of="zh")
_DISPOSES = all_words("features/clauses", "disposes", of="zh")
_GERUND = pattern("features/clauses", "gerund", of="zh")
_REPORTING = pattern("features/clauses", "reporting", of="zh", behind=r"[,:]?$")


@dataclass(frozen=True, slots=True)
class Clause:
    """What lies between two clause marks."""

    text: str
    """Folded."""
    predicate: bool
    """Whether there may be a verb that no 的 makes a modifier of."""
    whole: bool
    """Whether it certainly has a subject and a predicate, and needs no main clause."""
    subordinate: bool
    """Whether it is a condition, a reason or a time."""

    @property
    def reports(self) -> bool:
        """Whether it ends with who says what follows."""
        return _REPORTING.search(self.text) is not None

    @property
    def topic(self) -> bool:
        """Whether it is only what something is said of: 对于租房家庭来说."""
        return _PREPOSITION.match(self.text) is not None


def has_main_clause(text: str, *, certain: bool = False) -> bool:
    """Tell whether there is a clause that needs no other.

    Args:
        text: a sentence or a stretch of one.
        certain: whether one does not count that only goes on with the clause before: 因为…, 更是….
    """
    parts = _parts(text)
    if len(parts) > _MANY:
        return True
    if parts and parts[-1].startswith("只有") and _clause(parts[-1]).predicate:
        return True
    return any(
        c.predicate and not c.subordinate and not (certain and _GOES_ON.match(c.text))
        for c in map(_clause, parts)
    )


def has_predicate(text: str) -> bool:
    """Tell whether a sentence has a predicate of its own: not 枢纽(含大桥), 源码——也就是核心."""
    bare = _APPOSED.sub("", _BRACKETED.sub("", text)) or text
    parts = _parts(bare)
    named = len(parts) == 1 and is_noun_phrase(tagged(parts[0]))
    return has_main_clause(bare) and not named


def names_subject(text: str) -> bool:
    """Tell whether a clause has a subject, and none before it is what nobody does.

    完善体系,确保安全 has none, though 安全 is a noun; 长期熬夜会损害听力 has what is done for one.
    """
    found = clauses(text)
    if not found or _is_nobodys(found[0]):
        return False
    word, tag = tagged(found[0].text)[0]
    if _NAMES.match(tag) and found[0].text != word:
        return True
    return any(clause.whole or _GERUND.search(clause.text) for clause in found)


def _is_nobodys(clause: Clause) -> bool:
    """Tell whether a clause begins with a verb of which nobody is the subject: 将光标移到末尾."""
    words = tagged(clause.text)
    word, tag = words[0]
    if clause.subordinate or _GERUND.search(clause.text) or _LEADS_IN.search(clause.text):
        return False
    if word in _DISPOSES:
        return True
    attribute = len(words) > 1 and words[1][0] == "的"
    return tag == "v" and not (attribute or _EXISTS.match(word))


def is_more_than_title(text: str) -> bool:
    """Tell whether a line has what few titles have: an adverb, an aspect, a second clause."""
    found = clauses(text)
    if len(found) != 1:
        return bool(found)
    words = tagged(found[0].text)
    return any(
        tag in ("d", "p", *ASPECT)
        or word in _MODAL
        or word in _COPULAS
        or word in ("是", "有", "为")
        for word, tag in words[1:]
    )


@lru_cache(maxsize=256)
def clauses(text: str) -> tuple[Clause, ...]:
    """Split a sentence, or a stretch of one, into its clauses, in order."""
    return tuple(map(_clause, _parts(text)))


def _parts(text: str) -> list[str]:
    """Split a sentence, folded, at its clause marks."""
    parts = (part.strip(" \t\n\"'“”「」()") for part in _CLAUSE.split(folded(text)))
    return list(filter(None, parts))


@lru_cache(maxsize=256)
def _clause(text: str) -> Clause:
    words = tagged(text)
    predicates = [at for at in range(len(words)) if _may_be_predicate(words, at)]
    certain = next((at for at in predicates if _is_predicate(words, at)), None)
    subject = certain is not None and _has_subject(words[:certain])
    leads_in = _SUBORDINATE.match(text) is not None or _TIMES.search(text) is not None
    leads_in = leads_in or _CIRCUMSTANCE.fullmatch(text) is not None
    predicate = bool(predicates) or _LACKS.fullmatch(text) is not None
    return Clause(text, predicate, subject and not leads_in, leads_in)


def _has_subject(before: Sequence[tuple[str, str]]) -> bool:
    """Tell whether a noun stands before the verb; 想做出 begins with a verb and has no subject."""
    if before and is_verb(before[0][1]) and all(word != "的" for word, _ in before):
        return False
    return any(is_nominal(tag) for _, tag in before)


def _may_be_predicate(words: Sequence[tuple[str, str]], at: int) -> bool:
    """Tell whether a word may be a predicate: a verb that no 的 makes a modifier of, or its like.

    That is 在 between two nouns, 是 and 有, and 将 or 不 before what the dictionary has for a noun;
    and a quantity at the end: 净重1680克.
    """
    word, tag = words[at]
    if word in ("是", "有") or (word in ("在", "为") and at and may_be_subject(words[at - 1][1])):
        return True
    if at == len(words) - 1 and (tag in ("m", "q") or (word in _MEASURES and at > 1)):
        counted = words[at - 1][0] != "的" and (tag in ("m", "q") or words[at - 1][1] == "m")
        return counted and any(may_be_subject(other) for _, other in words[:at])
    if word == "全部" and 0 < at < len(words) - 1 and may_be_subject(words[at - 1][1]):
        return _next_de(words, at) is None
    if word in _COPULAS and at and is_nominal(words[at - 1][1]):
        return True
    if word in _MODAL and tag[:1] in "dvcp" and not _modifies(words, at):
        return True
    if not _is_verbal(words, at) or within_noun_phrase(words, at):
        return False
    modifies = _next_de(words, at)
    if modifies is None:
        return at == 0 or words[at - 1][0] != "的" or at < len(words) - 1
    if modifies == at + 1:
        return modifies == len(words) - 1
    # 首次提出印支运动的概念 has its subject in the clause before.
    adverb = at > 0 and (words[at - 1][1] in ("d", "ad") or words[at - 1][0] in _MODAL)
    leads_in = (words[0][1] == "m" and at > 1) or _PREPOSITION.match(words[0][0]) is not None
    return (adverb and not leads_in) or not _modifies(words, at)


def _modifies(words: Sequence[tuple[str, str]], at: int) -> bool:
    """Tell whether a 的 makes a modifier of a predicate that has no subject before it."""
    modifies = _next_de(words, at)
    if modifies is None:
        return False
    subject = any(may_be_subject(tag) for _, tag in words[:at])
    return modifies == at + 1 or not subject or _PREPOSITION.match(words[0][0]) is not None


def _is_predicate(words: Sequence[tuple[str, str]], at: int) -> bool:
    """Tell whether a verb's subject stands right before it, or no 的 follows the verb."""
    modifies = _next_de(words, at)
    if modifies is None or modifies == len(words) - 1:
        return True
    if any(word == "、" for word, _ in words[:modifies]):
        return False
    before = [tag for word, tag in words[:at] if word not in _MODAL and tag[:1] not in "dp"]
    return bool(before) and may_be_subject(before[-1])


def _is_verbal(words: Sequence[tuple[str, str]], at: int) -> bool:
    word, tag = words[at]
    if word in _MODAL or (tag in ("i", "l") and len(word) < 4):
        return False
    if tag == "a" and at + 1 < len(words) and words[at + 1][1].startswith("n"):
        # 大银行: of its noun; but 至今不通天然气.
        return at > 0 and words[at - 1][1] == "d"
    if word in VERBS_TOO and at and words[at - 1][0] != "的":
        return True
    aspect = at + 1 < len(words) and words[at + 1][1] in ASPECT
    return is_verb(tag) or aspect


def _next_de(words: Sequence[tuple[str, str]], at: int) -> int | None:
    for after in range(at + 1, len(words)):
        if words[after][0] == "的":
            return after
    return None
