"""No statement begins or ends inside a word, whatever the language."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidigest import read_bytes
from bidigest.features.statements import statement_of
from bidigest.model import Document, Sentence
from bidigest.text.word_boundaries import inside_word
from tests.fixtures import cases

SEEDS = sorted((Path(__file__).parent.parent.parent / "seeds").glob("*.txt"))
BEGINNINGS = (
    "So Some Sony But Butter But, And Andrew Yet Yeti However, Also, Still Stillwater First "
    "Но Новый Et Etwa Y Ya 그러나 그러나는 しかし しかしながら "
    "因此 因此事 于是 于是之 所以 所以然 但 但丁 但是 而 而今 而且 不过 不過 并 並且 然而 此外 此外， 但， 因此，"
).split()
REST = (
    "the council refused the permit | 12.3 million people live there | so-called reforms failed | "
    "don't wait | 3,000 ships left | le conseil a refusé | der Rat hat abgelehnt | совет отказал | "
    "위원회가 거부했다 | 委員會が拒否した | 议会在最后一刻否决了预算案 | 議會否決了預算案 | 三年时间翻了一番 | "
    "NASA推迟了发射 | 的手稿在展出 | 受罚的官员共有七人 | **议会**否决了预算 | [议会](https://a.b/c-d)否决了预算"
).split(" | ")


def cut_inside(document: Document, sentence: Sentence) -> bool:
    """Does the sentence's statement begin or end in the middle of a word of the sentence?"""
    statement = statement_of(document, sentence)
    if not statement.spans:
        return False
    quote, start = document.quote(sentence.span), sentence.span.start
    ends = statement.spans[0].start - start, statement.spans[-1].end - start
    return any(inside_word(quote, at) for at in ends)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence with beginnings that look like connectives, and clauses to cut it at."""
    space = draw(st.sampled_from(("", " ")))
    clauses = draw(st.lists(st.sampled_from(REST), min_size=1, max_size=8))
    mark = draw(st.sampled_from((", ", "，", "; ", "；", "——", " – ", ": ")))
    beginnings = draw(st.lists(st.sampled_from(BEGINNINGS), max_size=3))
    return space.join([*beginnings, mark.join(clauses)]) + draw(st.sampled_from((".", "。", "")))


@given(sentences())
def test_of_made_up_sentences(text: str) -> None:
    document = read_bytes(text.encode(), "a.txt")
    assert not [s for s in document.sentences if cut_inside(document, s)]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_of_the_seeds(path: Path) -> None:
    document = read_bytes(path.read_bytes(), path.name)
    assert not [s for s in document.sentences if cut_inside(document, s)]


@pytest.mark.parametrize(
    "name", ["leading.open", "leading.held_out", "cuts.open", "cuts.held_out", "alone.held_out"]
)
def test_of_the_lists(name: str) -> None:
    text = "\n\n".join(case.text for case in cases(f"features/{name}.txt"))
    document = read_bytes(text.encode(), "a.txt")
    assert not [s for s in document.sentences if cut_inside(document, s)]
