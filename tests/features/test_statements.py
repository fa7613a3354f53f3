from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidigest import read_bytes
from bidigest.features.clarity import hangs
from bidigest.features.fragments import names_only
from bidigest.features.metadiscourse import (
    addresses_reader,
    asks,
    claims_nothing,
    is_metadiscourse,
)
from bidigest.features.standalone import stands_with_person
from bidigest.features.statements import (
    COMFORTABLE,
    clauses_alone,
    stands_alone,
    statement_of,
    width,
)
from bidigest.text.plain_text import joined
from tests.fixtures import Case, cases


@pytest.mark.parametrize("case", cases("features/alone.txt"), ids=lambda case: case.title)
def test_stands_alone(case: Case) -> None:
    assert stands_alone(case.text) == (case.expected == ("yes",))


@pytest.mark.parametrize("case", cases("features/person.txt"), ids=lambda case: case.title)
def test_stands_with_the_name_of_a_person(case: Case) -> None:
    assert stands_with_person(case.text) == (case.expected == ("yes",))


@pytest.mark.parametrize("case", cases("features/state.txt"), ids=lambda case: case.title)
def test_state(case: Case) -> None:
    document = read_bytes(case.text.encode(), "a.txt")
    assert statement_of(document, document.sentences[0]).text == case.expected[0]


def test_a_long_sentence_is_cut_where_a_clause_begins_and_ends() -> None:
    clause = "地铁网络的建设费用由三级政府共同承担，"
    sentence = "市议会在漫长的讨论之后公布了一份报告，" + clause * 8 + "工程将在五年内完成。"
    document = read_bytes(sentence.encode(), "a.txt")
    statement = statement_of(document, document.sentences[0])
    assert statement.width <= COMFORTABLE
    assert statement.text in sentence
    assert statement.text.startswith(("市议会", "地铁网络", "工程"))


@pytest.mark.parametrize("case", cases("features/clauses.txt"), ids=lambda case: case.title)
def test_clauses_that_may_stand_for_their_sentence(case: Case) -> None:
    document = read_bytes(case.text.encode(), "a.txt")
    found = tuple(each.text for each in clauses_alone(document, document.sentences[0]))
    assert (found or ("none",)) == case.expected


TEXT = st.text(
    st.sampled_from("然而,，。；但这其它AI甲乙丙丁数据“”（）* \n:："), min_size=1, max_size=200
) | st.lists(
    st.sampled_from(
        'and but so which who the mayor said sold bridges , ; : — – ( ) " 3.5 公司 采购 了 的 疫苗 ， ； ：'.split()
    ),
    max_size=60,
).map(" ".join)
"""Of marks and letters, and of words and marks."""


@given(TEXT)
def test_a_statement_is_made_of_its_sentence_and_nothing_else(text: str) -> None:
    document = read_bytes(("开头一句话。" + text).encode(), "a.txt")
    for sentence in document.sentences:
        statement = statement_of(document, sentence)
        ends = [p for span in statement.spans for p in (span.start, span.end)]
        assert ends == sorted(ends)
        assert sentence.span.start <= ends[0] and ends[-1] <= sentence.span.end
        assert joined(document, statement.spans) == statement.text


def test_marks_alone_behind_a_cut_are_no_clause() -> None:
    text = "疏散通道的宽度应当符合规范的要求，前后两排座位的高差不宜太大，走道的坡度也不宜太大" * 3
    document = read_bytes(f"{text}。?".encode(), "a.txt")
    assert statement_of(document, document.sentences[0]).text


def test_width_counts_two_latin_letters_as_one_character() -> None:
    assert width("企业") == 2
    assert width("abcd") == 2


@pytest.mark.parametrize("case", cases("features/claims.txt"), ids=lambda case: case.title)
def test_who_makes_a_claim(case: Case) -> None:
    found = "asks" if asks(case.text) else "announces" if is_metadiscourse(case.text) else "yes"
    assert (found,) == case.expected


@pytest.mark.parametrize("case", cases("features/hanging.txt"), ids=lambda case: case.title)
def test_what_hangs_on_another_sentence(case: Case) -> None:
    assert hangs(case.text) == (case.expected == ("hangs",))


@pytest.mark.parametrize("case", cases("features/talk.txt"), ids=lambda case: case.title)
def test_what_is_only_talk(case: Case) -> None:
    assert addresses_reader(case.text) == (case.expected == ("talk",))


@pytest.mark.parametrize("case", cases("features/empty.txt"), ids=lambda case: case.title)
def test_what_surely_claims_nothing(case: Case) -> None:
    found = "asks" if claims_nothing(case.text) else "names" if names_only(case.text) else "claims"
    assert (found,) == case.expected
