"""Words of Chinese, of English, and of what has both, by jieba's dictionary and algorithm."""

from __future__ import annotations

import rjieba


def segment(text: str) -> list[str]:
    """Split a folded text into its words and what stands between them."""
    return list(rjieba.cut(text, True))
