"""Marks that end a sentence: those of all languages."""

from __future__ import annotations

import re

from bidigest.languages.word_lists import all_words

MARKS = "".join(sorted(all_words("sentence_ends", "marks")))
"""Each of these, beside the full stop of English, may end a sentence."""

_FINISHED = re.compile(rf"[．.{MARKS}][”’」』）)】》\"'\s]*$")


def is_finished(text: str) -> bool:
    """Tell whether the sentence ends as a sentence ends, with a mark of its own."""
    return _FINISHED.search(text) is not None
