"""Where the entries of a list are found in Chinese, whose words segmentation cuts anyhow."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bidigest.contrasts.listed_patterns import listed_patterns
from bidigest.contrasts.mentions import mentions
from bidigest.contrasts.words import words
from bidigest.languages.folding import folded
from bidigest.languages.word_lists import languages, lines_of

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


def test_of_the_entries_that_are_expressions_none_is_lost_that_is_found() -> None:
    """Those that cannot be in a sentence are not tried."""
    text = folded(Path(__file__).with_name("contrasts.txt").read_text(encoding="utf-8"))
    entries = [line for each in languages() for line in lines_of(each, "contrasts/states_patterns")]
    expressions = [re.compile(entry.split(" ", 2)[2]) for entry in entries]
    found = 0
    for line in text.splitlines():
        expected = [match.span() for each in expressions for match in each.finditer(line)]
        assert [match.span() for _, match in listed_patterns("states", line)] == expected
        found += len(expected)
    assert found > 20
