"""The word lists beside this file, one folder a language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words_of(language: str, name: str) -> frozenset[str]:
    """The words of one list, in lower case."""
    path = files("bidigest.text.predicates").joinpath(language, f"{name}.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
