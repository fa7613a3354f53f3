"""Forms of English words: stems by Porter2 (in C by Snowball's authors), forms of listed verbs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cache

from Stemmer import Stemmer


@dataclass(frozen=True, slots=True)
class VerbForms:
    """Forms of the listed verbs, lower case; `sure_past` are those that nothing else has."""

    third_person: frozenset[str]
    past: frozenset[str]
    sure_past: frozenset[str]
    base: frozenset[str]
    same_past: frozenset[str]
    """cut, cost, beat: their past is their base."""
    nouns_too: frozenset[str]


def verb_forms(verbs: Iterable[str], nouns: Set[str]) -> VerbForms:
    """Make the forms of verbs.

    Args:
        verbs: each with its irregular forms behind slashes, `go/went/gone`.
        nouns: words that are nouns, too.
    """
    third, past, sure, base = set[str](), set[str](), set[str](), set[str]()
    same = set[str]()
    for entry in sorted(verbs):
        verb, *irregular = entry.split("/")
        base.add(verb)
        same |= {verb} & set(irregular[:1])
        third.add(_third_person(verb))
        past |= set(irregular or [_regular_past(verb)])
        # Of `withdrew` and `fell` nothing but a past tense can be made.
        sure |= set(irregular[:1]) - {verb, *irregular[1:]} - {"found", "felt", "saw", "lay"}
    nouns_too = frozenset(nouns) | {_third_person(verb) for verb in nouns}
    return VerbForms(
        frozenset(third),
        frozenset(past - base),
        frozenset(sure),
        frozenset(base),
        frozenset(same),
        nouns_too,
    )


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _regular_past(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else "ed")


@cache
def stem(word: str) -> str:
    """Stem an English word in lower case by the Snowball (Porter2) stemmer."""
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Stemmer:
    return Stemmer("english")


_ENDINGS = (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"),
            ("shes", "sh"), ("s", ""), ("ing", ""), ("ed", ""))  # fmt: skip
_DOUBLING = ("ing", "ed")
_DOUBLED = re.compile(r"([bdgklmnprtvz])\1$")
_UNINFLECTED = re.compile(r"(?:ss|us|is|(?<!gr)eed)$")
_VOWEL = re.compile(r"[aeiouy]")
_SHORT = 2


@cache
def uninflected(word: str) -> str:
    """Return a word without the endings that only inflect it, as the key by which it is looked up.

    A stem would do too much: authorities and authorize, national and nationalize have one.
    """
    said = word.replace("’", "'")
    if _UNINFLECTED.search(said):
        return said
    if said.endswith("greed"):
        return said.removesuffix("ed")
    for ending, rest in _ENDINGS:
        base = said.removesuffix(ending)
        if base != said and len(base) > 1 and _VOWEL.search(base):
            said = _single(base) if ending in _DOUBLING else base + rest
            break
    else:
        said = _single(said)
    return said.removesuffix("e") if len(said) > _SHORT else said


def _single(base: str) -> str:
    """Take the second letter off that an ending doubles: banned, controlled; not called."""
    if base.endswith("ll") and len(_VOWEL.findall(base)) == 1:
        return base
    return _DOUBLED.sub(r"\1", base)
