"""The patterns in `languages/*/contrasts/cues.txt`: what denies, what is not so yet."""

from __future__ import annotations

import re
from functools import cache

from bidigest.languages.word_lists import in_letters, sections_of


@cache
def pattern(section: str) -> re.Pattern[str]:
    """Compile all that a section lists, in every language, to one pattern; for folded text."""
    words = [_whole(line) for each in in_letters() for line in _listed(each, section)]
    return re.compile("|".join([*_listed("zh", section), *words]))


def _whole(line: str) -> str:
    """Make a pattern of whole words; of the beginning of one before `…`."""
    return rf"\b(?:{line.removesuffix('…')})" + ("" if line.endswith("…") else r"\b")


def _listed(language: str, section: str) -> tuple[str, ...]:
    return sections_of(language, "contrasts/cues").get(section, ())
