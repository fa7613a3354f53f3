r"""The regular expressions that the languages list, joined: for folded text, of any language.

A text mixes languages within a line, so all that is registered is looked for at once. A line of a
list is one or several alternatives; `\p{Han}` stands for the Han characters within a class, and
`\p{months}` for the alternatives of the section `months` of the same list. The marks that end a
sentence are listed so, too.
"""

from __future__ import annotations

import re
from functools import cache

from bidigest.languages.word_lists import all_words, languages, sections_of
from bidigest.languages.zh.scripts import HAN

NOTHING = "(?!)"
"""Matches nowhere."""
_REFERENCE = re.compile(r"\\p\{([A-Za-z ]{1,40})\}")


@cache
def pattern(
    name: str,
    section: str,
    *,
    of: str | None = None,
    before: str = "",
    behind: str = "",
    flags: int = 0,
) -> re.Pattern[str]:
    """Compile what a section of a list holds, of one or all languages, between two expressions.

    Args:
        name: of the list.
        section: of it, as its line in brackets names it.
        of: code of a language; None for all.
        before: expression that stands before.
        behind: expression that stands behind.
        flags: of `re`.
    """
    inner = either(name, section, of=of)
    return re.compile(f"{before}(?:{inner}){behind}" if before or behind else inner, flags)


def either(name: str, section: str, *, of: str | None = None) -> str:
    """Return the alternatives of a section of a list; without any, `(?!)`.

    Args:
        name: of the list.
        section: of it.
        of: code of a language; None for all.
    """
    asked = languages() if of is None else (of,)
    found = (_alternatives(each, name, section) for each in asked)
    return "|".join(filter(None, found)) or NOTHING


def _alternatives(language: str, name: str, section: str) -> str:
    def stands_for(reference: re.Match[str]) -> str:
        if reference[1] == "Han":
            return HAN
        return f"(?:{_alternatives(language, name, reference[1])})"

    lines = sections_of(language, name).get(section, ())
    return _REFERENCE.sub(stands_for, "|".join(lines))


MARKS = "".join(sorted(all_words("sentence_ends", "marks")))
"""Each of these, beside the full stop of English, may end a sentence."""

_FINISHED = re.compile(rf"[．.{MARKS}][”’」』）)】》\"'\s]*$")


def is_finished(text: str) -> bool:
    """Tell whether the sentence ends as a sentence ends, with a mark of its own."""
    return _FINISHED.search(text) is not None
