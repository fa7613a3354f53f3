"""The patterns in `languages/*/contrasts/cues.txt`: what denies, what is not so yet."""

from __future__ import annotations

import re
from functools import cache

from bidigest.languages.word_lists import in_letters, sections_of


@cache
def pattern(section: str) -> re.Pattern[str]:
    """Compile all that a section lists, in every language, to one pattern; for folded text."""
    words = [_until_its_end(line) for each in in_letters() for line in _listed(each, section)]
    # One look at a word's beginning for all of them: most places of a text are none.
    begun = [rf"\b(?:{'|'.join(words)})"] if words else []
    return re.compile("|".join([*_listed("zh", section), *begun]))


def _until_its_end(line: str) -> str:
    """Make a pattern that ends with a word; within one where `…` stands."""
    return f"(?:{line.removesuffix('…')})" + ("" if line.endswith("…") else r"\b")


def _listed(language: str, section: str) -> tuple[str, ...]:
    return sections_of(language, "contrasts/cues").get(section, ())
