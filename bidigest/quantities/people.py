"""Numbers that count people, told by what stands around them.

`The death toll rose to 58`, `89 were killed`, 死亡人数增至58.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bidigest.languages.parsed_quantity import ParsedUnit
from bidigest.languages.patterns import either, pattern
from bidigest.languages.word_lists import all_words, in_letters, languages
from bidigest.languages.zh.scripts import HAN

_WIDEST = 48
"""Characters before a number in which its noun is looked for."""
_LIST = "quantities/counted_nouns"
_BARE_END = re.compile(rf"(?![{HAN}\w%％])|{either(_LIST, 'bare before')}")


@dataclass(frozen=True, slots=True)
class _People:
    """How a language calls people, and tells behind or before a number that it counts them."""

    name: str
    behind: re.Pattern[str]
    labelled: re.Pattern[str]
    before: re.Pattern[str]

    @classmethod
    def of(cls, code: str) -> _People:
        """Compile what a language lists."""
        blanks = ("{0,3}", "{1,3}") if code in in_letters() else ("?", "?")
        return cls(
            name="".join(all_words(_LIST, "person", of=code)),
            behind=pattern(_LIST, "people behind", of=code, before=" "),
            labelled=pattern(_LIST, "people labelled", of=code, behind=f"[ *]{blanks[0]}$"),
            before=pattern(_LIST, "people before", of=code, behind=f"[ *]{blanks[1]}$"),
        )


_PEOPLE = tuple(_People.of(code) for code in languages() if all_words(_LIST, "person", of=code))


def read(text: str, start: int, end: int) -> ParsedUnit | None:
    """Find the unit of a number that has none, by the words around it.

    Args:
        text: folded, lower-case text.
        start: code point at which the number begins.
        end: code point after it.
    """
    before = text[max(0, start - _WIDEST) : start]
    for people in _PEOPLE:
        if match := people.behind.match(text, end):
            return ParsedUnit(people.name, 1.0, match.end())
        if people.labelled.search(before):
            return ParsedUnit(people.name, 1.0, end)
    if not _BARE_END.match(text, end):
        return None
    names = (people.name for people in _PEOPLE if people.before.search(before))
    return next((ParsedUnit(name, 1.0, end) for name in names), None)
