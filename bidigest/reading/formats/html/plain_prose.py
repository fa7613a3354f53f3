"""Preformatted text: prose, as old pages and archives of mail have it, or code."""

from __future__ import annotations

import re

_PROSE_SIGNS = frozenset(",.;:!?'\"()-–—’‘“”，。、；：！？（）「」『』《》…")
_PROSE_LETTERS = 0.98
_LONGEST_SENTENCE = 400
"""Code points; code has as many words and hardly a full stop."""
_FULL_STOP = re.compile(r"[。！？!?]|[a-z]\.(?=\s|$|[”\"'’)])")


def is_plain_prose(text: str) -> bool:
    """Tell whether preformatted text is prose, as old pages and archives of mail have it.

    Its lines are mostly words, with the signs of prose and few others, and it has sentences.
    """
    letters = sum(c.isalnum() or c.isspace() or c in _PROSE_SIGNS for c in text)
    sentences = len(_FULL_STOP.findall(text))
    return letters >= _PROSE_LETTERS * len(text) and sentences * _LONGEST_SENTENCE >= len(text)
