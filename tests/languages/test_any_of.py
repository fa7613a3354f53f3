"""What an expression needs is in each text in which it is found; so nothing is lost by asking first."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidigest.languages.any_of import AnyOf, needed, split

NEEDED = {
    "a(?:bc|d)e?f": {"f"},
    "(?:火前|帖子)留名": {"留名"},
    "留{0,2}言板": {"言板"},
    "留言板?": {"留言"},
    "x+yz|q": {"yz", "q"},
    "[一二]三?": {"一", "二"},
    "[一-三]+": set(),
    "(?<=前)排": {"排"},
    r"\.com\b": {".com"},
    "(?:甲|)乙": {"乙"},
    "(?:甲|)": set(),
    "(?!甲)": set(),
    "(?-i:甲)乙?": {"甲"},
}


@pytest.mark.parametrize("expression", NEEDED)
def test_what_an_expression_needs(expression: str) -> None:
    assert needed(expression) == NEEDED[expression]


def test_alternatives_of_a_group_are_not_parted() -> None:
    assert split(r"a(?:b|c)|[|]|\||d") == ["a(?:b|c)", "[|]", r"\|", "d"]


PIECES = ["甲", "乙", "a", ".", "[甲乙]", "[^a]", "(?:甲|乙a)", "(?:a|)", "(?=乙)", r"\.", "|"]
QUANTIFIERS = ["", "", "?", "*", "+", "{0,2}", "{1,2}", "??"]


@given(
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(QUANTIFIERS)), max_size=6),
    st.text("甲乙a.", max_size=8),
)
def test_finds_what_the_expression_finds(pieces: list[tuple[str, str]], text: str) -> None:
    expression = "".join(
        piece if piece == "|" or piece.startswith("(?=") else piece + quantifier
        for piece, quantifier in pieces
    )
    assert AnyOf.of([expression]).found_in(text) == bool(re.search(expression, text))
    assert AnyOf.of([expression], before="^").found_in(text) == bool(re.match(expression, text))
