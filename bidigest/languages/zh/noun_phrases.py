"""Chinese noun phrases: clauses that only name something, and verbs that only modify a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bidigest.languages.zh.segmentation import ASPECT, VERBS_TOO, is_verb

_ONE = re.compile(r"一(?!些)[^\d]$")
_CONCERNING = frozenset({"对", "对于", "关于", "有关"})
_PREDICATIVE = frozenset({"是", "有", "为", "要", "会", "能", "应", "需", "在"})


def is_noun_phrase(words: Sequence[tuple[str, str]]) -> bool:
    """Tell whether a clause only names something: 对瞒报行为的处理, 老旧桥梁的成因及加固.

    Args:
        words: of the clause, each with its part of speech.
    """
    of = next((at for at in range(len(words) - 1, 0, -1) if words[at][0] == "的"), 0)
    named, head = words[:of], words[of + 1 :]
    if not (named and head) or any(word in VERBS_TOO for word, _ in head):
        return False
    if any(tag in ("d", "r", *ASPECT) or word in _PREDICATIVE for word, tag in named):
        return False
    if named[0][0] not in _CONCERNING and any(is_verb(tag) for _, tag in named):
        return False
    return _is_head(head)


def _is_head(words: Sequence[tuple[str, str]]) -> bool:
    """Tell whether words are what a 的 belongs to, and no more: 处理, 成因及加固, 重要口岸."""
    tag, before = words[-1][1], words[:-1]
    if is_verb(tag):
        return not before or before[-1][1] == "c"
    return tag[0] == "n" and all(each[0] in "nabc" or each == "vn" for _, each in before)


def within_noun_phrase(words: Sequence[tuple[str, str]], at: int) -> bool:
    """Tell whether a verb is none by its place: 最惨的一场败仗, …的获奖报道, 从纽扣到发动机.

    Args:
        words: of a clause, each with its part of speech.
        at: index of the verb.
    """
    before, after = words[:at], [tag for _, tag in words[at + 1 :] if tag != "x"]
    if words[at][0] == "到" and any(word in ("从", "由", "自") for word, _ in before):
        return True
    of = next((n for n in range(at - 1, -1, -1) if words[n][0] == "的"), None)
    if of is None or any(is_verb(tag) and tag != "a" for _, tag in words[:of]):
        return False
    if of == at - 1:
        return bool(after) and all(tag[0] == "n" for tag in after)
    counted = words[of + 1 : at]
    return not after and len(counted) == 1 and _ONE.match(counted[0][0]) is not None
