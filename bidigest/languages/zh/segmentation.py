"""Words of Chinese, of English, and of what has both, by jieba's dictionary and algorithm.

Where `new_words` is false, only words of the dictionary are found; else also such as their
characters make likely, by a hidden Markov model.
"""

from __future__ import annotations

import rjieba


def segment(text: str, *, new_words: bool = True) -> list[str]:
    """Split a folded text into its words and what stands between them."""
    return list(rjieba.cut(text, new_words))


def tagged(text: str, *, new_words: bool = True) -> list[tuple[str, str]]:
    """Split a folded text into words, each with its part of speech in jieba's letters."""
    return list(rjieba.tag(text, new_words))


def shorter_words(word: str) -> list[str]:
    """List the dictionary words within a word, and the word, by jieba's search mode."""
    return list(rjieba.cut_for_search(word, True))
