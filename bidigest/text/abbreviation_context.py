"""Whether a capital behind an abbreviation begins a sentence, by what stands on both sides.

`in the U.K. Farmers complained` are two sentences, `the U.K. Treasury cut its forecast` is one.
As Punkt does (Kiss & Strunk, Computational Linguistics 2006), the document is asked how it writes
the word elsewhere; where that does not tell, whether both sides have a predicate of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bidigest.languages.en import claims
from bidigest.languages.en.clauses import main_clause
from bidigest.languages.en.parts_of_speech import Tagged
from bidigest.languages.word_lists import all_words
from bidigest.text.terminators import Terminator

_FAR = 20_000
"""Code points on either side in which other places of a word are sought."""
_LONGEST = 300
"""Code points of a sentence that are tagged."""
_SPACE = re.compile(r"\s+")
_LETTERS = re.compile(r"\w+")
_SMALL_WORD = re.compile(r"[^\W\d_]\S{0,40}+ [a-z]")
_END = re.compile(r"[.?!…](?=[\s\"”’)]|$)|\n\n")
_FINITE = frozenset("VBD VBZ VBP MD".split())
_COMMON = frozenset("NNS DT PRP PRP$ EX RB IN CC WRB WP PDT".split())
"""What is no part of a name."""
_CLAUSE_OPENERS = all_words("features/clauses", "subordinators", of="en") | all_words(
    "features/clauses", "doubtful", of="en"
)
_NOMINAL = frozenset("DT NN NNS NNP NNPS JJ CD POS .".split())
_OFFICES = all_words("sentence_openers", "offices")
_ENDS_LISTS = all_words("sentence_openers", "ends lists")


def capital_begins_sentence(terminator: Terminator) -> bool:
    """Tell whether a sentence begins behind an abbreviation, with no common opener of sentences."""
    text, limit = terminator.text, terminator.limit
    space = _SPACE.match(text, terminator.after, limit)
    after = space.end() if space else terminator.after
    first = _LETTERS.match(text, after, limit)
    if first is None:
        return False
    end = _END.search(text, after, min(limit, after + _LONGEST))
    behind = text[after : end.start() if end else min(limit, after + _LONGEST)]
    # What is cheap to find out comes first: a list of firms has no word in small letters.
    if first.group().lower() in _OFFICES or not _SMALL_WORD.search(behind):
        return False
    following = main_clause(behind)
    common = following.words[0].tag in _COMMON
    whole = following.verb is not None and following.certain
    if not whole and not (common and (following.verb or _goes_on_small(following.words))):
        return False
    before = text[max(terminator.start, terminator.span.start - _LONGEST) : terminator.span.start]
    if not (_is_said(before, common=common) or _last(before) in _ENDS_LISTS):
        return False
    said = main_clause(before)
    if (common and not said.reports) or not whole:
        return not said.reports
    small, inside = _written(text, after, first.group())
    return (small and not inside) or not (said.reports or _is_open(said.words))


def _goes_on_small(words: Sequence[Tagged]) -> bool:
    """Tell whether a word in small letters, and no preposition, follows the first."""
    return len(words) > 1 and words[1].text.islower() and words[1].tag not in ("IN", "CC", "TO")


def _is_said(before: str, *, common: bool) -> bool:
    """Tell whether the text has a predicate, so that it may be a whole sentence.

    Args:
        before: the text.
        common: whether what follows begins no name, so that a form of a verb is enough.
    """
    found = main_clause(before)
    if found.verb is not None or (bool(found.words) and found.words[0].tag == "VB"):
        return True
    return claims.has_predicate(before) or (common and claims.may_have_predicate(before))


def _last(before: str) -> str:
    words = before.split()
    return words[-1].lower() if words else ""


def _written(text: str, at: int, word: str) -> tuple[bool, bool]:
    """Tell whether the document has a word in small letters, and with a capital amid a sentence."""
    around = text[max(0, at - _FAR) : at + _FAR]
    found = around.find(f" {word} ")
    while found >= 0 and not (around[found - 1].islower() or around[found - 1] in ",;"):
        found = around.find(f" {word} ", found + 1)
    return f" {word.lower()} " in around, found >= 0


def _is_open(words: Sequence[Tagged]) -> bool:
    """Tell whether a clause has begun behind the last verb, or may have: fell after the U.S."""
    last = max((at for at, word in enumerate(words) if word.tag in _FINITE), default=0)
    for at in range(last + 1, len(words) - 2):
        if words[at].tag in ("WDT", "WP", "WRB", ":"):
            return True
        if words[at].tag in ("IN", "RB") and words[at].text.lower() in _CLAUSE_OPENERS:
            return True
        if words[at].tag in ("CC", ",") and _is_noun_phrase(words[at + 1 :]):
            return True
    return False


def _is_noun_phrase(words: Sequence[Tagged]) -> bool:
    """Tell whether only a subject stands here: and the U.S.; not a state behind its town."""
    return len(words) > 1 and all(word.tag in _NOMINAL for word in words)
