"""Whether a sentence says something by itself, or hangs on what was said before."""

from __future__ import annotations

import re
from functools import lru_cache

from bidigest.features.fragments import is_fragment, only_issues
from bidigest.features.metadiscourse import addresses_reader, asks_indirectly, is_metadiscourse
from bidigest.features.web_talk import is_web_talk
from bidigest.languages.folding import unwrapped
from bidigest.languages.packs import UNKNOWN, makes_claim, pack_of_text
from bidigest.languages.patterns import is_finished, pattern
from bidigest.languages.word_lists import all_words
from bidigest.languages.zh.scripts import HAN, HAN_CHARACTER
from bidigest.languages.zh.segmentation import segment
from bidigest.model import Language

_ENGLISH_NAME = {"who": "Ada Lind", "whose": "Ada Lind's"}
_CHINESE_NAME = {"who": "王小明"}

_SHORTEST = 9
"""Width of the shortest claim, in Han characters."""
_SHORTEST_SENTENCE = 5
"""Width of the shortest that a full stop ends: 孕妇慎用。"""
_SHORTEST_HEADLINE = 6
"""Width of the shortest that makes a claim without one: 三名矿工获救"""

_DANGLING = pattern("features/standalone", "dangling")
_DANGLING_WORDS = all_words("features/standalone", "dangling words")
_ANSWER = pattern("features/standalone", "answer")
_SO_AS_TO = pattern("features/standalone", "so as to")
_NEEDS_MAIN_CLAUSE = pattern("features/standalone", "needs main clause", behind=r"(?![a-z])")
_POINTING = pattern("features/standalone", "pointing")
_BACK = pattern("features/standalone", "back")
_ELLIPSIS = pattern("features/standalone", "ellipsis", before=r"\b", behind=r"\W*$")
_SOMEBODY_SAID = pattern("features/standalone", "somebody said")
_ATTRIBUTION = pattern(
    "features/standalone", "attribution", before=r"[^，,。；;：:“”「」]{1,40}", behind=r"[。.]?$"
)
_OWN_WORDS = pattern("features/standalone", "own words")
"""“We will appeal,” the lawyer said."""
_QUESTION = re.compile(r"[?？]")
_HEADLESS = re.compile(r"[,;:.!，；：。！、)）》_]")
_TAIL = re.compile(r"[:：，,、；;—–-]\s*$")
_FULL_STOP = re.compile(r"[。.｡]$")
_SAYS_SO = re.compile(r"[,，:：;；。!！]|\d|[一二三四五六七八九十百千万亿两半]|.是|可以")
"""In a line without a full stop: more than one clause, an amount, or what can be no title's."""
_BROKEN_OFF = re.compile(r"(?:…|\.{3})[\s\"”」』)）]*$")
"""The page had no room for the rest."""
_AMOUNT = re.compile(r"[\d一二三四五六七八九十百千万亿两半][^\d，,。；;]{0,4}$")
_TITLE = pattern("features/standalone", "title", behind=r"$")
# 社会招聘 校园招聘 三维设计; an address on the web.
_MENU = re.compile(
    rf"(?:\w{{0,6}}[{HAN}]\w{{0,9}}\s{{1,3}}){{3}}\w|://|[_|｜-]\s?[{HAN}]{{1,10}}(?:网|新闻|专区|百科|论坛)$|\w\.(?:com|cn|net|org)\b"
)
_CODE = re.compile(r"</?[a-z][a-z-]{0,20}[ />]|[{}]|(?<!:)//|==|\(\)\s?;")
_COUNTS = re.compile(r"\d|[一二三四五六七八九十百千万亿两半]")
_WIDE = re.compile(f"[{HAN}\u3000-\u303f\uff00-\uff60]+")
_PERSONS = {
    "en": (re.compile(r"(?i)\b(?:(?P<whose>her|his)|(?P<who>she|he))\b"), _ENGLISH_NAME),
    "zh": (re.compile(r"(?P<who>[他她](?![们們國国人鄉乡]))"), _CHINESE_NAME),
}
_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("（", "）"), ("(", ")"), ("《", "》"))
_ENCLOSING = re.compile(f'["{re.escape("".join(mark for pair in _PAIRS for mark in pair))}]')


def width(text: str) -> float:
    """Measure how long a text is to read, in Han characters: any other character is half of one."""
    wide = sum(map(len, _WIDE.findall(text)))
    return wide + (len(text) - wide) / 2


@lru_cache(maxsize=256)
def stands_alone(text: str, language: Language = UNKNOWN) -> bool:
    """Tell whether this is a whole statement: no question, nothing hanging at its start or end."""
    return is_whole(text, language) and not points_back(unwrapped(text), text, language)


def is_whole(text: str, language: Language = UNKNOWN) -> bool:
    """Tell whether this is a whole sentence, though it may lean on the one before it."""
    bare = unwrapped(text)
    shortest = _SHORTEST_SENTENCE if _FULL_STOP.search(text) else _SHORTEST
    if width(bare) < shortest and not _is_headline(bare, text, language):
        return False
    if _QUESTION.search(bare) or _TAIL.search(bare):
        return False
    if _HEADLESS.match(bare) or _CODE.search(bare) or _BROKEN_OFF.search(text):
        return False
    if _ATTRIBUTION.match(bare):
        return False
    return balanced(text)


def stands_with_person(text: str, language: Language = UNKNOWN) -> bool:
    """Tell whether a sentence lacks nothing but somebody's name: She died on Monday.

    On a page about one person it says what it says; elsewhere it is better than nothing if several
    sources say it.
    """
    given = _PERSONS.get(pack_of_text(text, language).code)
    if given is None:
        return False
    named = given[0].sub(lambda found: given[1][found.lastgroup or ""], text, count=1)
    return named != text and stands_alone(named, language) and says_something(named, language)


def _is_headline(bare: str, text: str, language: Language) -> bool:
    """Tell whether a short line says something as headlines do: 三名矿工获救."""
    return width(bare) >= _SHORTEST_HEADLINE and makes_claim(text, language)


def points_back(bare: str, text: str, language: Language = UNKNOWN) -> bool:
    """Tell whether a sentence refers to the one before it.

    Args:
        bare: the text as `folding.unwrapped` returns it.
        text: the text as written.
        language: of the sentence.
    """
    if _OWN_WORDS.match(text):
        return False
    if _DANGLING.match(bare) or _POINTING.match(bare) or _SO_AS_TO.match(bare):
        return True
    if _ANSWER.match(bare) or _SOMEBODY_SAID.search(text) or _ELLIPSIS.search(bare):
        return True
    if _first_word(bare) in _DANGLING_WORDS:
        return True
    if not _NEEDS_MAIN_CLAUSE.match(bare):
        return False
    return not _has_main_clause(text, language, certain=True)


def says_something(text: str, language: Language = UNKNOWN) -> bool:
    """Tell whether a statement has a predicate of its own, and is neither talk nor announcement."""
    return not refers_back(text) and tells(text, language)


def refers_back(text: str) -> bool:
    """Tell whether what leads in, or who says it, was named before: With this, …; "…", he said."""
    return bool(_SOMEBODY_SAID.search(text) or _BACK.match(unwrapped(text)))


def _is_talk(text: str) -> bool:
    """Tell whether a sentence speaks of the text, to its reader, or of whatever else is no news."""
    return (
        is_metadiscourse(text)
        or addresses_reader(text)
        or asks_indirectly(text)
        or only_issues(text)
        or is_web_talk(text)
    )


def tells(text: str, language: Language = UNKNOWN) -> bool:
    """Tell whether a sentence has a predicate and is no talk, whatever it refers to."""
    if _is_talk(text):
        return False
    if is_finished(text):
        return _has_predicate(text, language)
    bare = unwrapped(text)
    if is_fragment(text) or _MENU.search(text) or _TITLE.search(bare):
        return False
    if HAN_CHARACTER.search(bare) and not _SAYS_SO.search(bare) and not makes_claim(text, language):
        # 最小生成树算法及应用: a title, though one of its words may be a verb elsewhere.
        return False
    if not _COUNTS.search(bare):
        return _has_predicate(text, language)
    # An entry of a list, a slide: Cracks in 14 of 60 piles, 维修费用四千万元.
    counts = _AMOUNT.search(bare) is not None if HAN_CHARACTER.search(bare) else True
    return counts or _has_predicate(text, language)


def balanced(text: str) -> bool:
    """Tell whether every bracket and quotation mark that opens is closed."""
    if not _ENCLOSING.search(text):
        return True
    if text.count('"') % 2:
        return False
    return all(text.count(open_) == text.count(close) for open_, close in _PAIRS)


def _first_word(bare: str) -> str:
    return next(iter(segment(bare[:12], new_words=False)), "") if HAN_CHARACTER.match(bare) else ""


def _has_main_clause(text: str, language: Language, *, certain: bool = False) -> bool:
    clauses = pack_of_text(text, language).clauses
    return clauses is None or clauses.has_main_clause(text, certain=certain)


def _has_predicate(text: str, language: Language) -> bool:
    clauses = pack_of_text(text, language).clauses
    return clauses is None or clauses.has_predicate(text)
