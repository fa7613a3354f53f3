"""Words that only join a sentence to the one before, and may be left out: However, 因此.

None is taken off in the middle of a word (Some, 但丁), nor where it joins nothing (so far,
不过三年).
"""

from __future__ import annotations

import re

import rjieba

_BEFORE_COMMA = re.compile(
    r"(?:然而|但是|但|不过|因此|所以|因而|从而|于是|于是乎|此外|另外|同时|与此同时|而且|并且|首先|其次|再次|"
    r"最后|最终|总之|综上所述|换言之|换句话说|也就是说|例如|比如|事实上|实际上|其实|当然|显然|尤其是|特别是|"
    r"更重要的是|更严重的是|更严峻的是|更值得关注的是|值得注意的是|值得关注的是|令人震惊的是|令人意外的是|讽刺的是|"
    r"一方面|另一方面|结果|相反|具体而言|具体来说|简而言之|简言之|一般来说|总的来说|更甚者|正因如此|"
    r"顺带一提|顺便说一句|顺便一提|话说回来|话又说回来|老实说|说实话|坦白说|不得不说|"
    r"however|therefore|thus|hence|moreover|furthermore|besides|in addition|additionally|also|"
    r"meanwhile|nevertheless|nonetheless|for example|for instance|first|firstly|second|secondly|"
    r"third|finally|lastly|in fact|indeed|of course|in short|in other words|as a result|"
    r"consequently|in contrast|on the other hand|on the one hand|similarly|likewise|overall|still|"
    r"and|but|so|yet)"
    r"\s*[,，、:：]\s*(?=\S)"
)
_IN_ENGLISH = re.compile(
    r"(?:and|but(?!\s+for\b)"
    r"|so(?=\s+(?:the|a|an|this|these|those|that\s+the|his|her|its|their|our|my|in|on|at|for|by|if|"
    r"when|[^\W\d_]+s?\s+(?:is|are|was|were|has|have|had|will|would|can|could|did|does))\b)"
    r"|yet(?!\s+(?:another|again|to|more|unlike|unnamed|even)\b))"
    r"\s+(?=\S)"
)
_NO_SO = re.compile(
    r"so\s+(?:far|long|much|many|few|little|called|too|as|that|what|did|do|does|is|are|was|were|has)\b"
)
_IN_CHINESE = frozenset("但 但是 然而 因此 因而 于是 于是乎 所以 不过 此外 而且 并且 而".split())
_NO_NUMBER_AFTER = frozenset("不过 此外 而".split())
"""不过三年 is merely three years."""
_LOOKED_AT = 24
"""Code points of a sentence that are segmented to see what follows its connective."""
_SUBJECTS = re.compile(r"(?:n|vn|r|eng|j|l|t|s|ns|nr|nt|nz|m|b|f|i)")


def after_connectives(text: str, start: int, end: int) -> int:
    """Find where the connectives end with which a stretch of folded text begins.

    Args:
        text: the sentence, folded.
        start: code point at which the stretch begins.
        end: code point after it.

    Returns:
        `start` where there are none, or nothing would be left.
    """
    at = start
    while (after := _after_one(text, at, end)) > at:
        at = after
    return at if at < end else start


def _after_one(text: str, start: int, end: int) -> int:
    if match := _BEFORE_COMMA.match(text, start, end):
        return match.end()
    match = _IN_ENGLISH.match(text, start, end)
    if match and not _NO_SO.match(text, start, end):
        return match.end()
    return _after_chinese(text, start, end)


def _after_chinese(text: str, start: int, end: int) -> int:
    """Skip a connective without a comma: only before what may be a subject or its place."""
    words = rjieba.tag(text[start : min(end, start + _LOOKED_AT)], False)
    if len(words) < 2 or words[0][0] not in _IN_CHINESE:
        return start
    connective = words[0][0]
    space = len(words) > 2 and words[1][0].isspace()
    word, tag = words[1 + space]
    if tag == "m" or word[0].isdigit():
        joins = connective not in _NO_NUMBER_AFTER
    elif word == "," or tag == "x":
        joins = False
    elif len(word) == 1 and not word.isascii():
        joins = tag == "p" and connective in ("但是", "然而", "但")
    else:
        modifies = (2 + space) < len(words) and words[2 + space][0] == "的"
        joins = _SUBJECTS.match(tag) is not None or modifies
    return start + len(connective) + (len(words[1][0]) if space else 0) if joins else start
