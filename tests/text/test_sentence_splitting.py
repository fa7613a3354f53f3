from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidigest.model import Span
from bidigest.text.sentence_splitting import LONGEST_SENTENCE, split
from tests.fixtures import Case, cases


@pytest.mark.parametrize("case", cases("text/sentence_ends.txt"), ids=lambda case: case.title)
def test_split(case: Case) -> None:
    spans = split(case.text, Span(0, len(case.text)))
    assert tuple(case.text[s.start : s.end] for s in spans) == case.expected


TEXTS = (
    st.text(st.sampled_from('。？！!?….."“”「」（）()[] \n甲乙aB1,，、'), max_size=300) | st.text()
)


@given(TEXTS, st.integers(0, 20), st.integers(0, 20))
def test_sentences_cover_the_block_and_nothing_else(text: str, left: int, right: int) -> None:
    block = Span(min(left, len(text)), max(min(left, len(text)), len(text) - right))
    spans = split(text, block)
    between = [block.start, *(p for s in spans for p in (s.start, s.end)), block.end]
    assert between == sorted(between)
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] for s in spans)
    gaps = zip(between[::2], between[1::2], strict=True)
    assert "".join(text[a:b] for a, b in gaps).strip() == ""


def test_a_run_without_an_end_is_cut_where_a_clause_ends() -> None:
    text = "没有尽头的一句话，" * 1000
    spans = split(text, Span(0, len(text)))
    assert all(s.end - s.start <= LONGEST_SENTENCE for s in spans)
    assert all(text[s.end - 1] == "，" for s in spans)
