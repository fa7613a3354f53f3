"""The patterns in `languages/*/contrasts/cues.txt`: what denies, what is not so yet."""

from __future__ import annotations

import re
from functools import cache

from bidigest.languages.word_lists import sections_of


@cache
def pattern(section: str) -> re.Pattern[str]:
    """Compile all that a section lists, in both languages, to one pattern; for folded text."""
    english = [_whole(line) for line in _listed("en", section)]
    return re.compile("|".join([*_listed("zh", section), *english]))


def _whole(line: str) -> str:
    """Make a pattern of whole words; of the beginning of one before `…`."""
    return rf"\b(?:{line.removesuffix('…')})" + ("" if line.endswith("…") else r"\b")


def _listed(language: str, section: str) -> tuple[str, ...]:
    return sections_of(language, "contrasts/cues").get(section, ())
