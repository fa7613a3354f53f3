"""Whether any of very many expressions is found in a text: those that cannot be are not tried.

Each alternative of a list needs certain characters: (?:火前|帖子)留名 needs 留名, and a text
without it need not be searched. So a sentence's characters tell which of some hundred alternatives
are compiled, and tried, at all.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from string import ascii_letters

from bidigest.languages.word_lists import lines_of

_TOKEN = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|P<\w{1,40}>|-?[aimsux]{1,6}:))?|"
    r"(?:[*+?]|\{\d{1,9}(?:,\d{0,9})?\})\??|.",
    re.DOTALL,
)
_OPTIONAL = re.compile(r"[*?]|\{0")
_LOOKS_AROUND = ("(?=", "(?!", "(?<=", "(?<!")
_LETTERS = frozenset(ascii_letters)
_NOTHING: frozenset[str] = frozenset()
"""Of what may be found in a text whatever its characters are."""

Needed = frozenset[str]
"""Strings of which a text that matches has one at least; where there are none, nothing is known."""


@dataclass(frozen=True, slots=True)
class NeededStrings:
    """Which of many expressions may be found in a text, by the strings that each of them needs."""

    always: tuple[int, ...]
    """Places of those that need nothing that is known."""
    needing: Mapping[str, Sequence[tuple[str, int]]] = field(repr=False)
    """Places of the others, each with a string that it needs, by the rarest character of that; by
    the rarest two if it has letters, which stand in every text."""

    @classmethod
    def of(cls, expressions: Iterable[str]) -> NeededStrings:
        """Find what each of some expressions needs."""
        needing: dict[str, list[tuple[str, int]]] = {}
        always: list[int] = []
        for place, each in enumerate(expressions):
            strings = needed(each)
            for string in sorted(strings):
                pieces = string if _LETTERS.isdisjoint(string) else _pieces(string)
                rarest = min(pieces or string, key=_piece_share)
                needing.setdefault(rarest, []).append((string, place))
            always += [] if strings else [place]
        return cls(tuple(always), needing)

    def possible(self, text: str) -> set[int]:
        """Return the places of the expressions that may be found in a text."""
        known = self.needing
        pieces = set(text)
        if not _LETTERS.isdisjoint(pieces):
            pieces.update(_pieces(text))
        met = [known[each] for each in pieces if each in known]
        return {*self.always, *(at for each in met for string, at in each if string in text)}


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Alternatives of which any is looked for."""

    alternatives: tuple[str, ...]
    needed: NeededStrings

    @classmethod
    def of(cls, expressions: Iterable[str], *, before: str = "") -> AnyOf:
        """Collect the alternatives of expressions without flags; none refers to a group outside it.

        Args:
            expressions: such as `a|b`.
            before: stands before each alternative.
        """
        found = [each for expression in expressions for each in split(expression)]
        return cls(tuple(f"{before}(?:{each})" for each in found), NeededStrings.of(found))

    def found_in(self, text: str) -> bool:
        """Tell whether any of the alternatives is found in a text."""
        possible = self.needed.possible(text)
        return any(_compiled(self.alternatives[at]).search(text) for at in possible)


@cache
def _compiled(alternative: str) -> re.Pattern[str]:
    return re.compile(alternative)


def split(expression: str) -> list[str]:
    """Split an expression into its alternatives, which are not those of a group."""
    depth, found = 0, [""]
    for token in _TOKEN.findall(expression):
        depth += token.startswith("(") - (token == ")")
        if token == "|" and depth == 0:
            found.append("")
        else:
            found[-1] += token
    return found


def needed(alternative: str) -> Needed:
    """Return strings of which each text has one in which an expression is found.

    The rarest such set, if there are several; an empty one if none is needed.
    """
    return _of_alternatives(iter(_TOKEN.findall(alternative)))


def _of_alternatives(tokens: Iterator[str]) -> Needed:
    """Read to the end of a group: what is needed is what any of its alternatives needs."""
    found: list[list[Needed]] = [[]]
    said = ""
    for token in tokens:
        literal = _literal(token)
        if not literal and said:
            whole = said[:-1] if _is_optional(token) else said
            found[-1].append(frozenset((whole,)) if whole else _NOTHING)
        elif _is_optional(token) and found[-1]:
            found[-1][-1] = _NOTHING
        said = said + literal if literal else ""
        if token == ")":
            break
        if token == "|":
            found.append([])
        elif not literal and not _is_quantifier(token):
            found[-1].append(_of_token(token, tokens))
    if said:
        found[-1].append(frozenset((said,)))
    each = [min(filter(None, needs), key=_frequency, default=_NOTHING) for needs in found]
    return frozenset().union(*each) if all(each) else _NOTHING


def _literal(token: str) -> str:
    """Return the character that a token stands for; empty if it may be another one, or none."""
    if len(token) == 1:
        return "" if token in ".^$()|*+?" else token
    return token[1] if token[0] == "\\" and not token[1].isalnum() else ""


def _is_quantifier(token: str) -> bool:
    return token[0] in "*+?" or (token[0] == "{" and len(token) > 1)


def _is_optional(token: str) -> bool:
    return _is_quantifier(token) and _OPTIONAL.match(token) is not None


def _of_token(token: str, tokens: Iterator[str]) -> Needed:
    """Return what a group or a class needs; nothing is known of what stands for a place."""
    if token.startswith("("):
        inner = _of_alternatives(tokens)
        return _NOTHING if token in _LOOKS_AROUND else inner
    listed = token[1:-1] if token.startswith("[") else "^"
    return _NOTHING if listed.startswith("^") or set(listed) & set("\\-") else frozenset(listed)


def _pieces(text: str) -> list[str]:
    """List each two characters of a text that stand beside each other."""
    return list(map(operator.add, text, text[1:]))


def _frequency(strings: Needed) -> float:
    return sum(map(_piece_share, strings))


def _piece_share(piece: str) -> float:
    return math.prod(map(_share, piece))


def _share(character: str) -> float:
    """Tell about how often a character stands at a place of a text."""
    return _frequent().get(character, 0.001)


@cache
def _frequent() -> Mapping[str, float]:
    letters = " etaoinshrdlcumwfgypbvkjxqz"
    often = dict.fromkeys("".join(lines_of("zh", "frequent_characters")), 0.02)
    marks = dict.fromkeys("0123456789,.:，。：、", 0.05)
    return often | marks | {each: 0.2 / (place + 1) for place, each in enumerate(letters)}
