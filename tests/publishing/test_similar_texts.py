"""Nearly the same texts are found without comparing each with each."""

from hypothesis import given
from hypothesis import strategies as st

from bidigest.publishing.similar_texts import _bigrams, _dice, similar

TEXTS = st.lists(st.text("abc", min_size=1, max_size=20), max_size=8)


@given(TEXTS, TEXTS, st.sampled_from([0.3, 0.5, 0.6, 0.8, 1.0]))
def test_all_that_are_so_alike_are_found(ones: list[str], others: list[str], least: float) -> None:
    expected = {
        (_dice(_bigrams(one), _bigrams(other)), i, j)
        for i, one in enumerate(ones)
        for j, other in enumerate(others)
        if _dice(_bigrams(one), _bigrams(other)) >= least
    }
    found = list(similar(dict(enumerate(ones)), dict(enumerate(others)), least))
    assert set(found) == expected
    assert len(found) == len(expected)
