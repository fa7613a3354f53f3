"""Words that say who said something: behind a quotation, and clauses that only report."""

from __future__ import annotations

import re

from bidigest.languages.folding import folded
from bidigest.languages.patterns import pattern
from bidigest.languages.word_lists import all_words
from bidigest.languages.zh.scripts import HAN_CHARACTER, fold
from bidigest.text.abbreviations import kind_of_abbreviation, opens_sentence

_FARTHEST = 7
"""Words from the quotation's end in which an English verb of saying stands."""

_SAYING = all_words("attribution", "saying")
_SAYING_AFTER = pattern(
    "attribution", "saying after", before=r"[^，。！？!?…；;：:、“”「」『』]{0,24}?"
)
_ACTOR = pattern("attribution", "actor")
_BETWEEN = re.compile(r"[^，。！？!?…；;：:“”「」『』]{1,16}[，,][“「『\"]")
"""“对！”她点头，“就是他。”"""
_SPEAKING = pattern("attribution", "speaking", behind=r"$")


def is_attributed(following: str) -> bool:
    """Tell whether what follows a quotation only says who said it, up to the sentence's end.

    Args:
        following: the text right after the closing mark.
    """
    if HAN_CHARACTER.match(following):
        return bool(_BETWEEN.match(following) or _SAYING_AFTER.match(fold(following)))
    return _is_attributed_in_letters(following.split()[:_FARTHEST])


def is_acted_out(following: str) -> bool:
    """Tell whether what follows a cry or a question says what its speaker did: “谁？”他站起来."""
    return _ACTOR.match(fold(following)) is not None


def _is_attributed_in_letters(words: list[str]) -> bool:
    first = words[0].rstrip(".,") if words else ""
    if not first[:1].isupper() or opens_sentence(first):
        return False
    for word in words[1:]:
        if word.rstrip(".,:!?") in _SAYING:
            return True
        if word[-1] in "!?" or (word[-1] == "." and not _is_of_name(word[:-1])):
            return False
    return False


def _is_of_name(word: str) -> bool:
    return len(word) == 1 or kind_of_abbreviation(word) is not None


def introduces(before: str) -> bool:
    """Tell whether what stands before a quotation leads up to it, so that it may end the sentence.

    Chinese sets a mark there or a verb of saying; a quotation that follows another word is a
    part of its sentence: 墙上写着“……”几个字.
    """
    bare = before.rstrip()
    return not HAN_CHARACTER.match(bare[-1:]) or bool(_SPEAKING.search(fold(bare)))


_REPORTING = pattern("attribution", "reporting clause")
_LONGEST = 80
"""Code points of a clause that only reports."""


def only_reports(clause: str) -> bool:
    """Tell whether a clause only says who says it: `the board said in a statement`, 市长表示."""
    return len(clause) <= _LONGEST and _REPORTING.fullmatch(folded(clause).strip()) is not None
