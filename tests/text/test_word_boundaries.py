from __future__ import annotations

import pytest

from bidigest.text.word_boundaries import inside_word, within_word

INSIDE = [
    "So|me hospitals closed.", "Bu|tter", "so|-called", "so-|called", "don|'t", "don’|t",
    "12.|3 million", "12|.3 million", "10,|000", "na|ïve", "e|\u0301t\u00e9", "Но|вый год",
    "그러|나는", "但|丁的手稿在展出。", "而|今全市已有三百座", "AI|s",
]  # fmt: skip
BETWEEN = [
    "|Some", "Some|", "So| the", "So |the", "the end.|The next", "因此|公司决定关闭两座工厂", "但|议会否决了预算",
    "使用|AI技术", "AI|技术", "然而，|事故", "a,|b", "word|—word", "done|.", "(|so)", "2019|–2023",
]  # fmt: skip


@pytest.mark.parametrize("marked", INSIDE)
def test_inside_a_word(marked: str) -> None:
    assert inside_word(marked.replace("|", ""), marked.index("|"))


@pytest.mark.parametrize("marked", BETWEEN)
def test_between_words(marked: str) -> None:
    assert not inside_word(marked.replace("|", ""), marked.index("|"))


def test_two_characters_of_a_word() -> None:
    assert within_word("om")
    assert not any(map(within_word, ["o ", "o", "", "但丁", "A技", ".T"]))
