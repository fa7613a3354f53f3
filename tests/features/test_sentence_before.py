"""A sentence that leans on those before it is quoted with them, and no other is."""

from __future__ import annotations

import pytest

from bidigest import read_bytes
from bidigest.features.sentence_before import LONGEST, with_those_before
from bidigest.features.statements import statement_of
from bidigest.model import Document, Statement
from tests.fixtures import Case, cases

NOT_YET = {
    # The first sentence has 这, of what it goes on to name.
    "zh · 指代 · 3",
    # 镇上 is read as what somebody is not named for.
    "zh · 自足 · 9",
    # 香港 is taken for what 上市 is said of.
    "zh · 两句 · 2",
}
"""Cases of the open half that are not right."""


def quoted(document: Document) -> Statement | None:
    """The last sentence with those before it, if it needs them."""
    return with_those_before(
        document, document.sentences, statement_of(document, document.sentences[0])
    )


@pytest.mark.parametrize("case", cases("features/before.open.txt"), ids=lambda case: case.title)
def test_what_leans_is_quoted_with_what_it_leans_on(case: Case) -> None:
    found = quoted(read_bytes(case.text.encode(), "a.txt"))
    right = (found is not None) == (case.expected == ("both",))
    assert right != (case.title in NOT_YET)


@pytest.mark.parametrize("case", cases("features/chains.open.txt"), ids=lambda case: case.title)
def test_what_leans_on_what_leans_is_quoted_with_both(case: Case) -> None:
    found = quoted(read_bytes(case.text.encode(), "a.txt"))
    right = (found is not None) == (case.expected == ("three",))
    assert right != (case.title in NOT_YET)


def test_both_are_quoted_as_they_stand() -> None:
    text = "此外，青石镇位于**云河**上游。这里的居民\n多以种茶为生。"
    document = read_bytes(text.encode(), "a.md")
    found = quoted(document)
    assert found is not None
    assert found.alone and found.width <= LONGEST
    assert found.text == "青石镇位于云河上游。这里的居民多以种茶为生。"
    assert "".join(document.quote(span) for span in found.spans) == found.text
