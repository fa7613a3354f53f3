"""Where a long sentence may be cut, so that what is left is a clause of its own and still true.

A cut keeps a subject and a predicate, and leaves out neither the condition under which it holds
nor who says it. Where there is no doubt of that only for the whole sentence, the whole stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from bidigest.features.antecedents import lacks_antecedent, unquoted
from bidigest.features.standalone import balanced
from bidigest.languages.en.clauses import MainClause, main_clause
from bidigest.languages.folding import folded
from bidigest.languages.packs import UNKNOWN, pack_of_text
from bidigest.languages.patterns import pattern
from bidigest.languages.word_lists import all_words
from bidigest.languages.zh.clauses import Clause, clauses
from bidigest.model import Language

_MARK = re.compile(r"(?<!\d)[,:]|[,:](?!\d)|[，；;。：！!]|——|—|\s[–-]\s")
_MOST_CLAUSES = 24
"""Cuts are tried at so many clauses from a sentence's start; one with more is a list."""
_TRAILING = " \t\n，,；;：:、—–-"

_ADDED_ENGLISH = pattern("features/clause_cuts", "added", of="en", behind=r"\b")
_NEEDED_ENGLISH = pattern("features/clause_cuts", "needed", of="en", behind=r"\b")
_INSISTS = re.compile(
    rf"[ ,](?:{'|'.join(all_words('features/clauses', 'reporting', of='en'))})[,;]?\s*$"
)
"""The dykes were high, engineers insist; …: what follows may be theirs as well."""
_WAITS_ENGLISH = pattern("features/clause_cuts", "waits", of="en")
_CLEFT = pattern("features/clause_cuts", "cleft", of="en")
_TURNS = re.compile(r"(?:but|yet|until|though|although)\b")
_WHO = re.compile(r"(?:who|that|which)\b")
_PREPOSITION = pattern("features/clause_cuts", "preposition", of="en", behind=r"\b")
_INTRODUCES = re.compile(r":(?!\d)")
_CONDITION = pattern("features/clause_cuts", "condition")
_COORDINATED = pattern("features/clause_cuts", "coordinated", of="en", behind=r"\s+")
_FIRST_ENGLISH = pattern("features/clause_cuts", "first", of="en", behind=r"\b")
_REQUIREMENT = pattern("features/clause_cuts", "requirement")
_NEEDED_CHINESE = pattern("features/clause_cuts", "needed", of="zh")
_GOES_ON = pattern("features/clause_cuts", "goes on", of="zh")
_NO_SUBJECT = pattern("features/clause_cuts", "no subject", of="zh")
_DENIES = pattern("features/clause_cuts", "denies", of="zh")
_WAITS = pattern("features/clause_cuts", "waits", of="zh")
_FIRST_CHINESE = pattern("features/clause_cuts", "first", of="zh", before=r"[^,;。]*")


def bounds(text: str) -> list[int]:
    """Find where a sentence's clauses begin, and its end, in code points of the text.

    No clause begins in brackets, in a quotation or in a number.
    """
    marks = (m.end() for m in _MARK.finditer(text) if balanced(text[: m.end()]))
    first = islice((mark for mark in marks if mark < len(text)), _MOST_CLAUSES)
    return [0, *first, len(text)]


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield the runs of clauses, as start and end in code points, but for the whole sentence."""
    places = bounds(text)
    for i, start in enumerate(places[:-1]):
        for end in places[i + 1 :]:
            if (start, end) != (0, len(text)):
                yield start, end


def may_stand(text: str, start: int, end: int, language: Language = UNKNOWN) -> bool:
    """Tell whether a run of clauses may stand for the sentence.

    Args:
        text: the sentence.
        start: code point at which the run begins.
        end: code point after it.
        language: of the sentence; one that no rules are known of is not cut.
    """
    rules = _RULES.get(pack_of_text(text, language).code)
    if rules is None or not rules(text, start, end):
        return False
    # 81 ships wait, and the port expects to clear them: them is left out.
    cut = text[start:end].strip()
    return not start or not lacks_antecedent(cut, unquoted(cut))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Trim a stretch: without the clause mark at its end and the spaces around it.

    Args:
        text: the sentence.
        start: code point at which the stretch begins.
        end: code point after it.
    """
    stretch = text[start:end]
    last = len(stretch.rstrip(_TRAILING))
    first = len(stretch) - len(stretch.lstrip())
    return start + first, start + max(first, last)


def _english(text: str, start: int, end: int) -> bool:
    # What is cheap to find out comes first: tagging takes longest.
    stretch = text[start:end].strip()
    cut, after = _without_conjunction(folded(stretch)), folded(text[end:]).strip()
    if _FIRST_ENGLISH.match(cut):
        return False
    if after and (_INTRODUCES.search(cut) or _REQUIREMENT.search(cut) or _CONDITION.search(after)):
        return False
    if start and not _left_out_before(text[:start], folded(stretch)):
        return False
    if not _is_clause(main_clause(_without_conjunction(stretch))):
        return False
    return not after or (_last_is_whole(stretch) and _may_follow(after, stretch))


def _last_is_whole(cut: str) -> bool:
    """Tell whether a cut's last part is no fragment, as in: The mirror opened, and its lens."""
    last = _joined_on(cut)
    if last is None:
        return True
    found = main_clause(last)
    return found.verb is not None and found.certain


def _joined_on(cut: str) -> str | None:
    """Return what the cut's last mark, and the conjunction or the dash after it, join to it."""
    body = cut.strip().rstrip(_TRAILING)
    begin = bounds(body)[-2]
    last = body[begin:].strip()
    if _COORDINATED.match(last.lower()):
        return _without_conjunction(last)
    return last if begin and body[:begin].rstrip()[-1:] in "—–-;" else None


def _without_conjunction(text: str) -> str:
    match = _COORDINATED.match(text.lower())
    return text[match.end() :] if match else text


def _is_clause(found: MainClause) -> bool:
    """Tell whether there is certainly a main verb, after the comma of whatever leads in."""
    if found.verb is None or not found.certain or found.subject_points_back:
        return False
    leads_in = found.words[0].tag in ("IN", "TO", "VBN", "WRB", "WP", "WDT")
    return not leads_in or any(word.text == "," for word in found.words[: found.verb])


def _left_out_before(before: str, cut: str) -> bool:
    """Tell whether the text before may go: a clause of its own, in whose scope the cut is not."""
    mark = before.rstrip()[-1:]
    if mark != ";" and not (mark == "," and _COORDINATED.match(cut)):
        return False
    if _INSISTS.search(before.lower()):
        return False
    found = main_clause(before)
    return found.verb is not None and found.certain and not found.reports and ":" not in before


def _may_follow(after: str, cut: str) -> bool:
    """Tell whether what follows the cut may be left out."""
    if _is_half(after, cut.lower().rstrip(_TRAILING)):
        return False
    if cut[-1:] in ";—–-":
        return True
    if _NEEDED_ENGLISH.match(after) or (_PREPOSITION.match(after) and _ends_apposition(cut)):
        return False
    if _COORDINATED.match(after):
        found = main_clause(_without_conjunction(after))
        return found.verb is not None or found.words[0].tag in ("VBD", "VBZ", "VBP")
    if _ADDED_ENGLISH.match(after):
        return True
    # It stored them, and promised more: of the same subject, unless a clause stands between.
    return "," not in cut[:-1] and main_clause(after).words[0].tag in ("VBD", "VBN")


def _is_half(after: str, cut: str) -> bool:
    """Tell whether what follows says what came of it, or what it was that somebody did."""
    turned = _TURNS.match(after) and _WAITS_ENGLISH.search(cut)
    return bool(turned or (_WHO.match(after) and _CLEFT.search(cut)))


def _ends_apposition(cut: str) -> bool:
    """Tell whether the verb goes on behind it: sentenced Hanssen, its head, to seven years."""
    body = cut.strip().rstrip(_TRAILING)
    begin = bounds(body)[-2]
    return body[:begin].rstrip()[-1:] == "," and main_clause(body[begin:]).verb is None


def _chinese(text: str, start: int, end: int) -> bool:
    if _FIRST_CHINESE.match(folded(text)):
        return False
    cut, after = clauses(text[start:end]), folded(text[end:]).strip()
    if not cut or cut[-1].text.endswith("的"):
        return False
    if after and (not cut[-1].predicate or _FIRST_CHINESE.match(cut[-1].text)):
        return False
    following = clauses(after)
    if following and (_WAITS.search(cut[-1].text) or _turns(cut[-1].text, after)):
        return False
    if following and (_INTRODUCES.search(folded(text[start:end])) or following[0].reports):
        return False
    if start and not _apart(text, start, cut[0]):
        return False
    if not _says(cut) or cut[-1].reports:
        return False
    return not after or not (
        _NEEDED_CHINESE.match(after)
        or _CONDITION.search(after)
        or _REQUIREMENT.search(folded(text[start:end]))
    )


def _turns(last: str, after: str) -> bool:
    """Tell whether what follows says what it is instead: 不在于技术, 而在于组织."""
    return after.startswith("而") and _DENIES.search(last) is not None


def _says(cut: tuple[Clause, ...]) -> bool:
    """Tell whether a cut begins with a whole clause, or with what leads into one."""
    first = next((at for at in range(len(cut)) if not _leads_in(cut, at)), None)
    return first is not None and cut[first].whole and not cut[-1].subordinate


def _leads_in(cut: tuple[Clause, ...], at: int) -> bool:
    """Tell whether a clause leads into the next: 如果甲, and 而乙 after it."""
    clause = cut[at]
    if clause.subordinate or (clause.topic and not clause.predicate):
        return True
    goes_on = _GOES_ON.match(clause.text) is not None
    return goes_on and at > 0 and cut[at - 1].subordinate


def _apart(text: str, start: int, first: Clause) -> bool:
    """Tell whether the text before may go: whole clauses, in whose scope the cut is not."""
    before = clauses(text[:start])
    mark = folded(text[:start]).rstrip()[-1:]
    if not before or mark not in (";", ",") or not first.whole or _NO_SUBJECT.match(first.text):
        return False
    if any(clause.reports or clause.subordinate for clause in before) or ":" in folded(
        text[:start]
    ):
        return False
    return before[-1].whole or mark == ";"


_RULES = {"en": _english, "zh": _chinese}
