"""Words that carry no claim, from the lists beside this file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def function_words(language: str) -> frozenset[str]:
    """The list for `zh` (Simplified) or `en`, lower case."""
    path = files("bidigest.text").joinpath(f"stop_words.{language}.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
