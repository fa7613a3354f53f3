"""What scraped pages hold beside what they say: forum talk, titles with their site, quizzes.

Each kind is a list of regular expressions in a language's `features/web_talk.txt`.
"""

from __future__ import annotations

import re

from bidigest.languages.any_of import AnyOf
from bidigest.languages.folding import unwrapped
from bidigest.languages.patterns import either, pattern

_LIST = "features/web_talk"
_ANYWHERE = AnyOf.of(
    either(_LIST, section)
    for section in (
        "page title",
        "forum",
        "forum end",
        "forum record",
        "disclaimer",
        "event notice",
        "teaser",
        "list head",
        "first entry",
        "quiz",
        "step",
        "bibliography",
        "own praise",
        "run together",
    )
)
_AT_START = AnyOf.of(
    (
        either(_LIST, section)
        for section in ("forum start", "field", "no subject", "author", "own day")
    ),
    before="^",
)
_UNFINISHED = tuple(
    pattern(_LIST, section) for section in ("advertisement", "question", "cells", "cut off")
)
_FULL_STOP = re.compile(r"[。．.｡][”’」』）)】》\"'\s]*$")
_COUNTS = pattern(_LIST, "forum counts")


def is_web_talk(text: str) -> bool:
    """Tell whether a line is a scraped page's talk, not what the page says of its subject."""
    bare = unwrapped(text)
    if _ANYWHERE.found_in(bare) or _AT_START.found_in(bare):
        return True
    if len(_COUNTS.findall(bare)) > 1:
        return True
    return not _FULL_STOP.search(text) and any(kind.search(bare) for kind in _UNFINISHED)
