"""The main clause of an English sentence: whether it has a subject and a finite verb of its own.

A finite verb belongs to the nearest subordinator or question word before it that has none yet;
the first one that is left, with something before it that can be its subject, is the main verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bidigest.languages.en import claims
from bidigest.languages.en.object_pronouns import object_was_named_before
from bidigest.languages.en.parts_of_speech import FINITE, NOUNS, Tagged, tagged
from bidigest.languages.en.subordinate_clauses import (
    DOUBTFUL,
    SubordinateClauses,
    ends_clause,
    opens,
)
from bidigest.languages.folding import unwrapped
from bidigest.languages.patterns import is_finished, pattern
from bidigest.languages.word_lists import all_words

_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "EX", "DT", "VBG", "JJ", "JJS", "$"})
"""What may be a subject or end one: The poor suffer; building it costs; three died."""
_NEAR = 9
"""Words after an empty it within which what it stands for begins."""
_TERSE = 3
"""Words of an imperative that tells nobody anything yet."""
_LONG = 24
"""Words of a sentence that is not doubted for want of a verb: the tagger missed it."""
_IMPERATIVE = frozenset({"VB", "VBP"})
_PLAIN = pattern("features/clauses", "plain", of="en")
_LEADS_IN = pattern("features/standalone", "needs main clause", of="en", behind=r"\b")
_WEATHER = pattern("features/clauses", "weather", of="en")
_PERSONAL = all_words("features/clauses", "personal", of="en")
_REPORTING = all_words("features/clauses", "reporting", of="en")


@dataclass(frozen=True, slots=True)
class MainClause:
    """What was found of a sentence's main clause."""

    verb: int | None
    """Index of its finite verb among the tagged words, if it has one with a subject before it."""
    certain: bool
    """False if the verb may belong to a subordinate clause."""
    words: tuple[Tagged, ...]

    @property
    def reports(self) -> bool:
        """Whether it only reports what somebody says or believes."""
        if self.verb is None:
            return False
        return any(w.text.lower() in _REPORTING for w in self.words[self.verb : self.verb + 4])

    @property
    def subject_points_back(self) -> bool:
        """Whether its subject is a pronoun for what was named before: In May she resigned."""
        before = [w for w in self.words[: self.verb or 0] if w.tag != "RB"]
        if not before or before[-1].text.lower() not in _PERSONAL:
            return False
        return not (_is_empty(self.words, len(before) - 1) or _names_someone(before[:-1]))


def has_main_clause(text: str, *, certain: bool = False) -> bool:
    """Tell whether there is a clause that needs no other; `certain`: beyond doubt."""
    main = main_clause(text)
    return main.verb is not None and (main.certain or not certain)


def has_predicate(text: str) -> bool:
    """Tell whether a sentence has a predicate whose subject need not be looked for before it."""
    if _PLAIN.match(unwrapped(text)):
        return True
    found = main_clause(text)
    if found.subject_points_back:
        return False
    first = 1 if found.words[0].text.lower() in ("never", "always") else 0
    imperative = len(found.words) > _TERSE and found.words[first].tag in _IMPERATIVE
    leads_in = _LEADS_IN.match(unwrapped(text)) is not None
    if found.verb is not None and (found.certain or not leads_in):
        return True
    if imperative or len(found.words) > _LONG:
        return True
    # What the tagger takes for a noun may be a verb by its place: The harvest rose by 12 percent.
    return is_finished(text) and not leads_in and claims.has_predicate(text)


def names_subject(text: str) -> bool:
    """Tell whether a subject stands before a finite verb, and what is done is named too."""
    if object_was_named_before(tagged(text)):
        return False
    if _PLAIN.match(unwrapped(text)) or main_clause(text).verb is not None:
        return True
    return claims.has_predicate(text)


@lru_cache(maxsize=256)
def main_clause(text: str) -> MainClause:
    """Find the first main clause of a sentence or of a stretch of one."""
    words, clauses, subject = tagged(text), SubordinateClauses(), False
    for at, word in enumerate(words):
        if kind := opens(words, at):
            clauses.open(kind)
        elif word.tag in FINITE or (clauses.waiting and ends_clause(words, at)):
            if clauses.waiting:
                clauses.close()
            elif clauses.just_closed and _is_coordinated(words, at):
                continue
            elif subject and not _only_participle(words, at):
                return MainClause(at, not _after_comma(words, at), words)
        elif word.tag in _NOMINAL:
            subject = True
        elif word.tag in (",", ":", ".") and word.text in ",;:—–":
            clauses.pause()
    return MainClause(_perhaps(words), False, words)


def _is_coordinated(words: Sequence[Tagged], at: int) -> bool:
    """Tell whether a verb shares the subject of the one before: was hit and has not recovered."""
    before = at - 1
    while before >= 0 and words[before].tag in ("RB", "RBR"):
        before -= 1
    return before >= 0 and words[before].tag == "CC"


def _only_participle(words: Sequence[Tagged], at: int) -> bool:
    """Tell whether nobody does anything: Written in 1932 and published after the war."""
    return words[0].tag == "VBN" and all(word.text != "," for word in words[:at])


def _after_comma(words: Sequence[Tagged], at: int) -> bool:
    """Tell whether a word may be a participle behind a comma: The holders, beaten only once."""
    return words[at - 1].text == ","


def _perhaps(words: Sequence[Tagged]) -> int | None:
    """Find a finite verb that a doubtful subordinator may not govern, or what may be one."""
    certain = sum(opens(words, at) == "certain" for at in range(len(words)))
    finite = [at for at in range(1, len(words)) if words[at].tag in FINITE]
    if len(finite) > certain and not _only_participle(words, finite[certain]):
        return finite[certain]
    return next((at for at in range(1, len(words)) if _may_be_finite(words, at)), None)


def _may_be_finite(words: Sequence[Tagged], at: int) -> bool:
    """Tell whether a word may be a finite verb that was tagged as another form or a noun.

    A present or past form after what may be its subject, or before what may be its object.
    """
    word, before, after = words[at], _next(words, at, -1), _next(words, at, 1)
    if word.tag in ("VB", "VBN"):
        absolute = any(other.text.lower() == "with" for other in words[max(0, at - 4) : at])
        return (before.tag in NOUNS and not absolute) or before.text == ","
    if word.tag not in ("NN", "NNS") or not word.text.islower():
        return False
    if before.tag not in NOUNS and not (before.text == "," and word.tag == "NNS"):
        return False
    if after.tag == "TO" or after.tag == "CD":
        return before.tag != "CD"
    return after.tag in ("DT", "PDT", "PRP$") or after.text == "that"


def _next(words: Sequence[Tagged], at: int, step: int) -> Tagged:
    """Find the next word, or the one before, that is no adverb."""
    at += step
    while 0 <= at < len(words) and words[at].tag in ("RB", "RBR"):
        at += step
    return words[at] if 0 <= at < len(words) else Tagged("", "", at)


def _is_empty(words: Sequence[Tagged], at: int) -> bool:
    """Tell whether an `it` stands for what comes later: it costs $46,000 to prevent a stay."""
    if words[at].text.lower() != "it":
        return False
    if opens(words, 0):
        # If the drug fails, it will be withdrawn.
        return True
    near = words[at : at + _NEAR]
    if any(_WEATHER.match(word.text) for word in near):
        return True
    return any(word.tag == "TO" or word.text.lower() == "that" for word in near)


def _names_someone(words: Sequence[Tagged]) -> bool:
    """Tell whether a name stands before that no preposition governs: Since Novak was hurt, she."""
    for at, word in enumerate(words):
        if word.tag in ("NNP", "NNPS"):
            first = at
            while first > 0 and words[first - 1].tag in ("NNP", "NNPS", "DT", "JJ", "NN"):
                first -= 1
            if first == 0 or words[first - 1].tag not in ("IN", "TO"):
                return True
            if (
                words[first - 1].text.lower() in DOUBTFUL
                and words[first - 1].text.lower() != "like"
            ):
                return True
        if word.tag in ("NN", "NNS") and at + 1 < len(words) and words[at + 1].tag in FINITE:
            # Somebody does something before: The mayor said that she …
            return True
    return False
