"""Whether any of very many expressions is found in a text: those that cannot be are not tried.

Each alternative of a list needs certain characters: (?:火前|帖子)留名 needs 留名, and a text
without it need not be searched. So a sentence's characters tell which of some hundred alternatives
are compiled, and tried, at all.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from bidigest.languages.word_lists import lines_of

_TOKEN = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|P<\w{1,40}>))?|"
    r"(?:[*+?]|\{\d{1,9}(?:,\d{0,9})?\})\??|.",
    re.DOTALL,
)
_OPTIONAL = re.compile(r"[*?]|\{0")
_LOOKS_AROUND = ("(?=", "(?!", "(?<=", "(?<!")
_NOTHING: frozenset[str] = frozenset()
"""Of what may be found in a text whatever its characters are."""

Needed = frozenset[str]
"""Strings of which a text that matches has one at least; where there are none, nothing is known."""


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Alternatives, with what they need."""

    always: tuple[str, ...]
    """Those that need nothing that is known."""
    needing: Mapping[str, Sequence[tuple[str, str]]] = field(repr=False)
    """The others, each with a string that it needs, by the rarest character of that."""

    @classmethod
    def of(cls, expressions: Iterable[str], *, before: str = "") -> AnyOf:
        """Collect the alternatives of expressions without flags; none refers to a group outside it.

        Args:
            expressions: such as `a|b`.
            before: stands before each alternative.
        """
        found = [each for expression in expressions for each in split(expression)]
        needing: dict[str, list[tuple[str, str]]] = {}
        always: list[str] = []
        for each in found:
            strings = needed(each)
            for string in sorted(strings):
                rarest = min(string, key=_share)
                needing.setdefault(rarest, []).append((string, f"{before}(?:{each})"))
            always += [] if strings else [f"{before}(?:{each})"]
        return cls(tuple(always), needing)

    def alternatives(self) -> list[str]:
        """List all alternatives, those first that need nothing that is known."""
        needing = (alternative for each in self.needing.values() for _, alternative in each)
        return list(dict.fromkeys((*self.always, *needing)))

    def found_in(self, text: str) -> bool:
        """Tell whether any of the alternatives is found in a text."""
        known = self.needing
        return any(
            _compiled(alternative).search(text)
            for character in set(text)
            if character in known
            for string, alternative in known[character]
            if string in text
        ) or any(_compiled(alternative).search(text) for alternative in self.always)


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


_RARE, _FREQUENT = 0.001, 0.02
"""About how often a character stands at a place of a text."""


def _frequency(strings: Needed) -> float:
    return sum(math.prod(map(_share, each)) for each in strings)


def _share(character: str) -> float:
    return _FREQUENT if character in _frequent() else _RARE


@cache
def _frequent() -> frozenset[str]:
    letters = "abcdefghijklmnopqrstuvwxyz0123456789 ,.:，。：、"
    return frozenset(letters).union(*lines_of("zh", "frequent_characters"))
