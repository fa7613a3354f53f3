"""The lexicon of boilerplate (`languages/*/boilerplate/`): a file a reason, a template a line.

A further language is a further folder; nothing else needs to know of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bidigest.languages.word_lists import REMARK, in_letters, languages, lines_of, names_in
from bidigest.languages.zh.scripts import HAN, fold
from bidigest.reading.boilerplate.templates import SLOTS, Template, template_of, to_expression

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
    any_of_them: re.Pattern[str]
    """An empty group behind each template tells which of them it was."""
    templates: tuple[Template, ...]


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
    found: dict[str, list[str]] = {name: [] for name in _ORDER}
    for language in languages():
        for name in names_in(language, "boilerplate"):
            if name not in _WORD_LISTS:
                found[name] += map(fold, lines_of(language, f"boilerplate/{name}"))
    return tuple(
        ReasonTemplates(
            name, _either(templates, slots), tuple(template_of(t, slots) for t in templates)
        )
        for name, templates in found.items()
    )


def _either(templates: list[str], slots: dict[str, str]) -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?:{to_expression(t, slots)})()" for t in templates), re.IGNORECASE
    )


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
