"""Where the entries of a list are found in Chinese, whose words segmentation cuts anyhow."""

from __future__ import annotations

import pytest

from bidigest.contrasts.mentions import mentions
from bidigest.contrasts.words import words
from bidigest.languages.folding import folded

FOUND = {
    "他太天真": [],
    "天真的人": [],
    "不公开审理": ["公开"],
    "谁在夜里误伤": [],
}
"""A character counts only where it is a word, wherever the sentence ends."""


@pytest.mark.parametrize("sentence", FOUND)
def test_entries_are_found_where_they_are_words(sentence: str) -> None:
    low = folded(sentence)
    found = [low[m.start : m.end] for m in mentions("poles", words(low), low)]
    assert found == FOUND[sentence]
