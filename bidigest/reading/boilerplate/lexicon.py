"""The lexicon of boilerplate (`languages/*/boilerplate/`): a file a reason, a template a line.

A further language is a further folder; nothing else needs to know of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from bidigest.languages.any_of import NeededStrings, needed
from bidigest.languages.word_lists import REMARK, in_letters, languages, lines_of, names_in
from bidigest.languages.zh.scripts import HAN, fold
from bidigest.reading.boilerplate.templates import (
    REPEATING,
    SLOTS,
    Template,
    template_of,
    to_expression,
)

_WORD_LISTS = frozenset(
    "page_words buttons calls reader_words neutral roles surnames slots".split()
)
_ORDER = (
    "loading navigation tags contact credit byline dateline related links notice instruction page"
).split()
"""The first reason that matches counts."""


@dataclass(frozen=True, slots=True)
class ReasonTemplates:
    """The templates of one reason, of all languages."""

    name: str
    templates: tuple[Template, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The templates of all reasons, in the order in which they are tried."""

    templates: tuple[tuple[str, Template], ...]
    """Each with the name of its reason."""
    needed: NeededStrings = field(repr=False)
    """What each needs of a line in lower case."""

    def possible(self, form: str) -> list[tuple[str, Template]]:
        """List the templates that a line in its normal form may be of, in order."""
        return [self.templates[at] for at in sorted(self.needed.possible(form.casefold()))]


@cache
def words_of(language: str, name: str) -> frozenset[str]:
    """Read one of a language's word lists, folded."""
    lines = lines_of(language, f"boilerplate/{name}")
    return frozenset(word for line in lines for word in fold(line).casefold().split())


@cache
def alphabetic_words(name: str) -> frozenset[str]:
    """Read one word list of all languages that are written in letters."""
    return frozenset().union(*(words_of(each, name) for each in in_letters()))


@cache
def reasons() -> tuple[ReasonTemplates, ...]:
    """Read all reasons with their templates, in the order in which they are tried."""
    slots = {**SLOTS, **_listed()}
    return tuple(
        ReasonTemplates(name, tuple(template_of(line, slots) for line in lines))
        for name, lines in _lines().items()
    )


@cache
def lexicon() -> Lexicon:
    """Read all templates, with what each needs."""
    whole = {**SLOTS, **_listed()}
    bare = dict.fromkeys(whole, ".") | {name: SLOTS[name] for name in REPEATING}
    # What stands in slots is long: it is looked at only where a template has no words of its own.
    told = (
        own if needed(own := to_expression(line, bare)) else to_expression(line, whole)
        for lines in _lines().values()
        for line in lines
    )
    every = tuple((reason.name, each) for reason in reasons() for each in reason.templates)
    return Lexicon(every, NeededStrings.of(each.casefold() for each in told))


@cache
def _lines() -> Mapping[str, Sequence[str]]:
    """Read the lines of each reason, of all languages."""
    found: dict[str, list[str]] = {name: [] for name in _ORDER}
    for language in languages():
        for name in names_in(language, "boilerplate"):
            if name not in _WORD_LISTS:
                found[name] += map(fold, lines_of(language, f"boilerplate/{name}"))
    return found


@cache
def _listed() -> dict[str, str]:
    """Build the slots that word lists fill."""
    agencies = [name.strip() for line in _agencies() for name in line.split(",")]
    roles = sorted(words_of("zh", "roles"), key=lambda role: (-len(role), role))
    role = "|".join(map(re.escape, roles))
    surname = "|".join(sorted(words_of("zh", "surnames"), key=lambda name: (-len(name), name)))
    person = rf"(?:{surname})(?-i:[{HAN}]){{1,2}}"
    return {
        "agency": "(?:" + "|".join(map(re.escape, filter(None, agencies))) + ")",
        "person": rf"{person}(?:[、,/ ]?{person}){{0,5}}",
        "roles": rf"(?:(?:{role}){{1,2}}[:|丨/·]\s?[^。!?:|丨,，]{{1,20}}?[,;|、·/]?\s?){{1,8}}",
    }


def _agencies() -> list[str]:
    text = files("bidigest.reading.boilerplate").joinpath("agencies.txt").read_text("utf-8")
    return [fold(line) for line in text.splitlines() if line and not line.startswith(REMARK)]
