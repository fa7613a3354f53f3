"""The lexicon of boilerplate: one folder a language, one file a reason, one template a line.

A further language is a further folder; nothing else needs to know of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from bidigest.reading.boilerplate.templates import SLOTS, Template, compiled, to_expression
from bidigest.text.language import HAN, fold

_WORD_LISTS = frozenset("page_words buttons calls reader_words neutral roles surnames".split())
_ORDER = (
    "loading navigation tags contact credit byline dateline related links notice instruction page"
).split()
"""The first reason that matches counts."""


@dataclass(frozen=True, slots=True)
class Reason:
    """The templates of one reason, of all languages."""

    name: str
    any_of_them: re.Pattern[str]
    templates: tuple[Template, ...]


def _folder() -> Traversable:
    return files("bidigest.reading.boilerplate")


def _languages() -> list[Traversable]:
    folders = [f for f in _folder().iterdir() if f.is_dir() and not f.name.startswith("_")]
    return sorted(folders, key=lambda folder: folder.name)


def _lines(file: Traversable) -> Iterator[str]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("# "):
            yield fold(line)


@cache
def words_of(language: str, name: str) -> frozenset[str]:
    """One of a language's word lists, folded."""
    path = _folder().joinpath(language, f"{name}.txt")
    return frozenset(word for line in _lines(path) for word in line.casefold().split())


@cache
def alphabetic_words(name: str) -> frozenset[str]:
    """One word list of all languages that are written in letters."""
    folders = [folder for folder in _languages() if folder.name != "zh"]
    found = [words_of(f.name, name) for f in folders if f.joinpath(f"{name}.txt").is_file()]
    return frozenset().union(*found)


@cache
def reasons() -> tuple[Reason, ...]:
    """All reasons with their templates, in the order in which they are tried."""
    slots = {**SLOTS, **_listed()}
    found: dict[str, list[str]] = {name: [] for name in _ORDER}
    for folder in _languages():
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            name = file.name.removesuffix(".txt")
            if name not in _WORD_LISTS:
                found[name] += _lines(file)
    return tuple(
        Reason(name, _either(templates, slots), tuple(compiled(t, slots) for t in templates))
        for name, templates in found.items()
    )


def _either(templates: list[str], slots: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(to_expression(t, slots) for t in templates), re.IGNORECASE)


def _listed() -> dict[str, str]:
    """The slots that word lists fill."""
    agencies = [
        name.strip() for line in _lines(_folder() / "agencies.txt") for name in line.split(",")
    ]
    roles = sorted(words_of("zh", "roles"), key=lambda role: (-len(role), role))
    role = "|".join(map(re.escape, roles))
    surname = "|".join(sorted(words_of("zh", "surnames"), key=lambda name: (-len(name), name)))
    return {
        "agency": "(?:" + "|".join(map(re.escape, filter(None, agencies))) + ")",
        "person": rf"(?:{surname})[{HAN}]{{1,2}}(?:[、,/ ]?(?:{surname})[{HAN}]{{1,2}}){{0,5}}",
        "roles": rf"(?:(?:{role}){{1,2}}[:|丨/·]\s?[^。!?:|丨,，]{{1,20}}?[,;|、·/]?\s?){{1,8}}",
    }
