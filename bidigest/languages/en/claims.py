"""Finite verbs of English, told by their forms and the words beside them.

Lists of common verbs are right about headlines more often than a tagger, which takes half of the
verbs there for nouns; for verbs that no list has, the tagger is asked.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from bidigest.languages.en.morphology import VerbForms, verb_forms
from bidigest.languages.en.parts_of_speech import FINITE, tagged
from bidigest.languages.word_lists import words_of

_WORD = re.compile(r"[A-Za-z]++(?>(?:[-'’][A-Za-z]++)*)|\d[\d,.]*+%?|[.,;:!?–—(]")
_ASKS = re.compile(r"\?[\s\"”’)*_]*\Z")
_ENDS = re.compile(r"[.!][\s\"”’)*_]*\Z")
_QUANTITY = re.compile(
    r"(?:\d\s?(?:%|percent|per cent)|[$€£¥₹]\s?\d[\d,.]*(?: ?(?:million|billion|trillion|bn|m)\b)?"
    r"|\b\d[\d,.]* (?:million|billion|trillion|thousand)"
    r"(?: (?:euros?|dollars|pounds|yuan|yen|people|tonnes))?)"
    r"(?=\W*\Z|,|\s(?:of|in|on|at|to|from|for|since|by|more|less|per|a|an|each|within|after|than"
    r"|as)\b)"
    r"|\b\d+ (?:of|in|out of) (?:the |every )?\d+"
    r"|\b(?:a|one|two|three)[ -](?:third|quarter|fifth|tenth|half)s?\b"
    r"|\bhalf (?:of|the)\b|\b(?:down|up) (?:to |by )?\d"
    r"|\b[A-Z][a-z]+ \d{1,3}, [A-Z][a-z]+ \d{1,3}\b",
)
_DENIED = re.compile(r"(?:No|Not one|Not a single|None of|Nobody|Nothing)\b(?:\s+\S+){3}")
_PEOPLE = frozenset(
    "people men women children police staff youth media data mice they we nobody two three four "
    "five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety".split()
)
"""Plurals that no s ends."""
_ADVERBS = frozenset("also always never now often once rarely seldom sometimes soon still".split())
"""What may stand between a subject and its verb, beside what ends in -ly."""
_JOINS = frozenset("of and or for by".split())
"""What follows a noun even where a full stop ends the line: price rises of 3 percent."""
_PREPOSITIONS = frozenset("of for in at on with from to between among".split())
_MODIFIERS = frozenset(
    "sports savings arms goods sales systems news lords athletics politics economics physics "
    "earnings communications operations resources services affairs human rights civil".split()
)
"""Plurals that stand before the noun they describe: sports cover, arms control."""
_QUOTED_SUBJECT = re.compile(r"^[\"“‘*_]{1,3}[^“”\"]{2,80}[\"”’*_]{1,3} ([a-z]{2,20}) ")
_LINKS = frozenset("by in at on from for of and or with".split())
_TAKEN = frozenset(
    "a an the this that these those his her its their our my your no all both some more most up "
    "down out off too over back better worse again away to not two three four five six seven eight "
    "nine ten twice free about around nearly almost roughly".split()
)
"""What may follow a verb and does not follow the noun of the same form."""
_RELATIVE = frozenset("WDT WP WRB".split())
_MARKUP = ' *_~#=-•"“”'
_MARKED = re.compile(r"[*_<>{}=\[\]|@#]|h\d\.")
_LONGEST_TAGGED = 200
_ASKING = frozenset("what how why who whose where which".split())
_PRONOUNS = frozenset("i we you they he she it".split())
_ADJECTIVES = frozenset(
    "united limited advanced unprecedented related detailed combined associated mixed needed red "
    "need indeed hundred speed feed seed breed bleed exceed proceed succeed shed bed embed".split()
)


def has_quantity(line: str) -> bool:
    """Tell whether an English line says a quantity of something, or denies one."""
    return bool(_QUANTITY.search(line) or _DENIED.match(line))


def has_predicate(line: str) -> bool:
    """Tell whether an English line has a finite verb outside its subordinate clauses."""
    words = _WORD.findall(line)
    if _ASKS.search(line) or (words and words[0].lower() in _ASKING):
        return False
    title = _QUOTED_SUBJECT.match(line)
    if title and _is_form(title[1]):
        return True
    waiting = chained = False
    for index, word in enumerate(words):
        if _is_such_as(words, index):
            continue
        if word.lower() in _words("subordinators") or _begins_relative(words, index):
            waiting, chained = True, False
        elif not _is_finite(words, index, ended=bool(_ENDS.search(line))):
            chained = False
        elif not waiting and not chained:
            return True
        else:
            # had been approved: one verb.
            waiting, chained = False, True
    return _tagger_finds(line)


def may_have_predicate(line: str) -> bool:
    """Tell whether a word behind the first may be a verb by its form: The film stars two boys."""
    return any(_is_form(word.lower()) for word in _WORD.findall(line)[1:])


def _is_form(word: str) -> bool:
    """Tell whether a word is the third person or the past of a listed verb."""
    return word in _forms().third_person or word in _forms().past


@lru_cache(maxsize=4096)
def _tagger_finds(line: str) -> bool:
    """Ask the tagger for a predicate: for verbs that no list has."""
    said = line.strip(_MARKUP)
    if len(said) > _LONGEST_TAGGED or _MARKED.search(said):
        return False
    found = tagged(said)
    words = [word.text for word in found]
    waiting = False
    for index, word in enumerate(found):
        subordinate = word.tag in _RELATIVE or word.text.lower() in words_of(
            "en", "predicates/subordinators"
        )
        if subordinate or _begins_relative(words, index):
            waiting = True
        elif index and word.tag in FINITE:
            if not waiting:
                return True
            waiting = False
    return False


def _is_such_as(words: list[str], index: int) -> bool:
    """Tell the `as` before examples: Cities such as Milan depend on the Alps."""
    return words[index].lower() == "as" and index > 0 and words[index - 1].lower() == "such"


def _begins_relative(words: list[str], index: int) -> bool:
    """Tell whether a relative clause begins without its pronoun: `four things we tell`."""
    before = words[index - 1].lower() if index else ""
    return (
        words[index].lower() in _PRONOUNS
        and before.isalpha()
        and before not in _words("no_subject")
        and before not in _words("finite")
        and before not in _PRONOUNS
    )


def _is_finite(words: list[str], index: int, *, ended: bool) -> bool:
    word = words[index].lower()
    first = index
    while first and words[first - 1].lower() in _ADVERBS:
        first -= 1
    before = words[first - 1].lower() if first else ""
    if not before or not before[0].isalnum():
        return False
    if word in _words("finite"):
        return True
    if before in _words("no_subject") or before.endswith(("'s", "’s", "ly")):
        return before.endswith("ly") and word in _forms().sure_past
    after = words[index + 1] if index + 1 < len(words) else ""
    if after == "by" and word.endswith("ed") and words[index + 2 : index + 3]:
        # Turnover advanced by 4.2 per cent; fined by a judge may be a participle.
        return words[index + 2][0].isdigit()
    if ended and _is_object(words, first - 1):
        # A ticket for pedestrians rises: what agrees with the verb stands before the preposition.
        before = ""
        head = _plural_before(words, first - 1)
        if head and _is_verb(word, head, after, ended=ended):
            return True
    return _is_verb(word, before, after, ended=ended)


def _is_object(words: list[str], index: int) -> bool:
    """Tell whether a noun is the object of a preposition, with two words between at most."""
    return any(word.lower() in _PREPOSITIONS for word in words[max(1, index - 3) : index])


def _plural_before(words: list[str], index: int) -> str:
    """Return the plural that has the object of a preposition behind it: prices for the derby."""
    at = next(at for at in range(index - 1, -1, -1) if words[at].lower() in _PREPOSITIONS)
    head = words[at - 1].lower() if at else ""
    return head if head.endswith("s") and not head.endswith(("ss", "us", "is")) else ""


def _is_verb(word: str, before: str, after: str, *, ended: bool) -> bool:
    forms = _forms()
    goes_on = bool(after) and after[0].isalnum()
    if word in forms.sure_past:
        return True
    if word in forms.past or (len(word) > 4 and word.endswith("ed") and word not in _ADJECTIVES):
        return goes_on and after.lower() != "by" and (ended or after.lower() not in _LINKS)
    plural = before in _PEOPLE or before.endswith(("men", "children", "people"))
    plural = plural or (before.endswith("s") and not before.endswith(("ss", "us", "is")))
    if word in forms.third_person and not plural:
        noun = word in forms.nouns_too and after.lower() in (_JOINS if ended else _LINKS)
        return goes_on and not noun
    takes_object = goes_on and (after.lower() in _TAKEN or after[0].isdigit())
    if word in forms.base and plural:
        verb = word not in forms.nouns_too or takes_object
        return goes_on and (verb or (ended and before not in _MODIFIERS))
    if word in forms.base and ended and word not in forms.nouns_too:
        # Explanations of its origin depend on how music is defined.
        return True
    # The drug cost twice as much; Norway beat Chile.
    return word in forms.same_past and (takes_object or (goes_on and after[0].isupper()))


@cache
def _forms() -> VerbForms:
    return verb_forms(_words("verbs"), _words("nouns_too"))


def _words(name: str) -> frozenset[str]:
    return words_of("en", f"predicates/{name}")
