"""What a language is to the library: what it must provide, and what it may."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from importlib.resources.abc import Traversable
from typing import Protocol

from bidigest.languages.parsed_quantity import Numeral, ParsedQuantity, ParsedUnit, ReadNumber
from bidigest.model.documents import Language
from bidigest.storage.code_fingerprint import LANGUAGES

_PIECES = re.compile(r"[^\W\d_][\w'’-]*|\d[\d.,]*|.", re.DOTALL)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


class Claims(Protocol):
    """Whether a line makes a claim, told without its language's grammar.

    Asked of headings, bylines and titles, and of what stands before an abbreviation's full stop.
    """

    def has_predicate(self, line: str) -> bool:
        """Tell whether a verb says something of a subject, in a line of any kind."""

    def has_quantity(self, line: str) -> bool:
        """Tell whether a quantity is said of something."""


class Clauses(Protocol):
    """What the clauses of a sentence are, for deciding whether a page can quote it alone."""

    def has_main_clause(self, text: str, *, certain: bool = False) -> bool:
        """Tell whether a clause needs no other; `certain`: beyond doubt."""

    def has_predicate(self, text: str) -> bool:
        """Tell whether it says something, as a sentence does, without the sentence before it."""


class Quantities(Protocol):
    """How quantities are written, beside what lists say of it; text is folded, in lower case."""

    START: str
    """A regular expression: where numbers and phrases in the language's own words begin."""
    POSSIBLE: str
    """The same for text in lower case that is not folded: without any, there is no quantity."""
    PLAIN: str
    """Where numbers in words begin, ranks and ages among them."""

    def number(self, text: str, at: int) -> Numeral | None:
        """Read the number that starts at `at`, if one does, and is not in digits alone."""

    def scaled(self, text: str, number: Numeral, *, money: bool) -> Numeral:
        """Multiply a number in digits by the magnitude behind it: 3 million, 3万2.

        Args:
            text: folded, lower-case text.
            number: in digits.
            money: whether a currency's sign stands before it.
        """

    def continued(self, text: str, number: Numeral) -> Numeral:
        """Take in what else stands behind a number, however it is written: 500-odd, 两个亿."""

    def unit(self, text: str, at: int) -> ParsedUnit | None:
        """Read the unit that starts at `at` and is more than a word of the table: 七成五, cents."""

    def amount(self, text: str, quantity: ParsedQuantity, end: int) -> ParsedQuantity | None:
        """Read the rest of an amount whose second unit is left out: 3块5.

        Args:
            text: folded, lower-case text.
            quantity: the number before; it is changed in place and returned.
            end: code point after the number.
        """

    def counted(self, text: str, quantity: ParsedQuantity, at: int) -> ParsedUnit | None:
        """Find the noun behind a number that counts things, as a unit.

        Args:
            text: folded, lower-case text.
            quantity: the number.
            at: code point behind it.
        """

    def behind_unit(self, text: str, quantity: ParsedQuantity) -> None:
        """Take in what follows a unit: 三年半, three years and a half."""

    def phrase(self, text: str, at: int, read_number: ReadNumber) -> ParsedQuantity | None:
        """Read the phrase that is a quantity as a whole and starts at `at`: two thirds, 减半.

        Args:
            text: folded, lower-case text.
            at: code point at which it begins.
            read_number: reads numbers, however they are written.
        """


def between_spaces(text: str) -> list[str]:
    """Split a text into words, numbers and single other characters, which joined are the text."""
    return _PIECES.findall(text)


def unchanged(word: str) -> str:
    """Return the word: the stem of a language that has none."""
    return word


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """One language.

    It must have a code, a folder, and there `stop_words.txt`. Any other list of `en/` may stand in
    the folder as well (`sentence_ends.txt` with the marks that end sentences, `headings.txt`, …);
    what is not there is empty.
    """

    code: Language
    """ISO 639-1, as `detect` says it."""
    folder: Traversable
    """Where its lists are."""
    writes: re.Pattern[str] = _WORD
    """Matches words, folded, in the language's letters: from the beginning to the end."""
    segment: Callable[[str], list[str]] = between_spaces
    """Folded text to its words and what stands between them, which joined are the text."""
    stem: Callable[[str], str] = unchanged
    """A folded word to what all its forms have in common."""
    claims: Claims | None = None
    """Without: a line is judged by its letters, as Chinese or English."""
    clauses: Clauses | None = None
    """Without: every sentence has a main clause."""
    quantities: Quantities | None = None
    """Without: numbers are read in digits."""


@cache
def brought_by_packages() -> tuple[LanguagePack, ...]:
    """Load the packs, in the order of their codes."""
    found: list[LanguagePack] = [point.load() for point in entry_points(group=LANGUAGES)]
    return tuple(sorted(found, key=lambda pack: pack.code))
