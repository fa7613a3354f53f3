"""The lists of a language: text files in its folder, read once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Protocol

from bidigest.storage.code_fingerprint import LANGUAGES

REMARK = "#"
"""What a line begins with that is no entry."""

_HEADER = re.compile(r"\[([a-z][a-z ]*)\](?: |$)")
"""What follows it on its line is a remark."""


class _Listed(Protocol):
    """A pack, as far as its lists are concerned."""

    code: str
    folder: Traversable


def languages() -> tuple[str, ...]:
    """List the codes of all languages that there is a folder of, in order."""
    return tuple(sorted(_folders()))


@cache
def _folders() -> dict[str, Traversable]:
    # Not by the packs, which are made of these lists: each folder here with the one list it needs.
    beside = sorted(files("bidigest.languages").iterdir(), key=lambda entry: entry.name)
    own = {each.name: each for each in beside if each.joinpath("stop_words.txt").is_file()}
    brought: list[_Listed] = [point.load() for point in entry_points(group=LANGUAGES)]
    return own | {pack.code: pack.folder for pack in brought}


def stop_words(language: str) -> frozenset[str]:
    """Read the words of a language that carry no claim, lower case; of `zh` in Simplified."""
    return words_of(language, "stop_words")


def in_letters() -> tuple[str, ...]:
    """List the codes of the languages that are written in letters, so that spaces part words."""
    return tuple(each for each in languages() if each != "zh")


@cache
def stop_words_in_letters() -> frozenset[str]:
    """Join the stop words of all languages that are written in letters."""
    return frozenset().union(*map(stop_words, in_letters()))


@cache
def words_of(language: str, name: str) -> frozenset[str]:
    """Read the words of one list, as they stand there."""
    return frozenset(word for line in lines_of(language, name) for word in line.split())


@cache
def lines_of(language: str, name: str) -> tuple[str, ...]:
    """Read one list (`stop_words`, `predicates/verbs`), without remarks and empty lines."""
    path = _folders()[language].joinpath(f"{name}.txt")
    if not path.is_file():
        return ()
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith(REMARK))


@cache
def sections_of(language: str, name: str) -> dict[str, tuple[str, ...]]:
    """Read the lines of a list below each line in brackets; below none, under the empty name."""
    found: dict[str, list[str]] = {"": []}
    section = ""
    for line in lines_of(language, name):
        if (header := _HEADER.match(line)) is not None:
            section = header[1]
        else:
            found.setdefault(section, []).append(line)
    return {name: tuple(lines) for name, lines in found.items()}


@cache
def sections_named(name: str, beginning: str) -> tuple[str, ...]:
    """List the sections of a list, in any language, whose names begin so, sorted.

    Args:
        name: of the list.
        beginning: of the sections' names.
    """
    found = {section for each in languages() for section in sections_of(each, name)}
    return tuple(sorted(section for section in found if section.startswith(beginning)))


@cache
def all_lines(name: str, section: str) -> tuple[str, ...]:
    """Read the lines of a section of a list in all languages, in the order of their codes.

    Args:
        name: of the list.
        section: of it.
    """
    return tuple(line for each in languages() for line in sections_of(each, name).get(section, ()))


@cache
def all_words(name: str, section: str, *, of: str | None = None) -> frozenset[str]:
    """Read the words of a section of a list.

    Args:
        name: of the list.
        section: of it.
        of: code of a language; None for all.
    """
    lines = all_lines(name, section) if of is None else sections_of(of, name).get(section, ())
    return frozenset(word for line in lines for word in line.split())


def names_in(language: str, folder: str) -> tuple[str, ...]:
    """Name all lists in a folder of a language, in order."""
    place = _folders()[language].joinpath(folder)
    entries = place.iterdir() if place.is_dir() else iter(())
    return tuple(sorted(_lists(entries)))


def _lists(entries: Iterator[Traversable]) -> Iterator[str]:
    for entry in entries:
        if entry.name.endswith(".txt"):
            yield entry.name.removesuffix(".txt")
