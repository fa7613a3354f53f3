"""The patterns in `lexicon/*/cues.txt`: what denies, what is not so yet."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_SECTION = re.compile(r"\[[a-z ]+\]")


@cache
def pattern(section: str) -> re.Pattern[str]:
    """All that a section lists, in both languages; for folded text."""
    english = [_whole(line) for line in _listed("en", section)]
    return re.compile("|".join([*_listed("zh", section), *english]))


def _whole(line: str) -> str:
    """Whole words; before `…` the beginning of one."""
    return rf"\b(?:{line.removesuffix('…')})" + ("" if line.endswith("…") else r"\b")


def _listed(language: str, section: str) -> list[str]:
    path = files("bidigest.contrasts").joinpath(f"lexicon/{language}/cues.txt")
    lines = path.read_text(encoding="utf-8").split(f"[{section}]\n", 1)[1].splitlines()
    end = next((at for at, line in enumerate(lines) if _SECTION.fullmatch(line)), len(lines))
    return [line for line in lines[:end] if line and not line.startswith("#")]
