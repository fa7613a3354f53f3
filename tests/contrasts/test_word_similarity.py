"""Terms that are alike are found by a key that they share, whatever they are."""

from hypothesis import example, given
from hypothesis import strategies as st

from bidigest.contrasts.word_similarity import alike, alike_keys

KNOWN = (
    "房价 价格 上涨 上升 增长 下跌 员工 雇员 雇用 多林 多林会 女性 男性 城 城市 某某 "
    "里根 雷根 卡瓦诺 悉尼 reagan kavanaugh sydney "
    "employ employe price hous rise increas fall women ban city cut"
).split()

TERMS = st.sampled_from(KNOWN) | st.text("多林会价格市房上a雇员", min_size=1, max_size=4)


@given(TERMS, TERMS)
@example("多林", "多林会")
@example("卡瓦诺", "kavanaugh")
@example("雇员", "employ")
@example("上涨", "rise")
@example("城", "城")
def test_terms_that_are_alike_share_a_key(one: str, other: str) -> None:
    assert not alike(one, other) or not alike_keys(one).isdisjoint(alike_keys(other))


def test_terms_of_two_languages_that_have_nothing_in_common_share_none() -> None:
    assert alike_keys("房价").isdisjoint(alike_keys("women"))


def test_what_is_counted_without_a_word_sounds_like_nothing() -> None:
    assert not alike("", "雷根")
