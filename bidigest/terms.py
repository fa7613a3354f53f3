"""Words of a text for comparing: folded, stemmed, without those that carry no claim."""

from __future__ import annotations

import re
from functools import cache

import rjieba

from bidigest.language import HAN, fold
from bidigest.vocabulary import STOP_WORDS, stem

_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(r"[^\W\d_][\w'’\-]*")
_APART = re.compile(r"\W+")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}

FUNCTION_WORDS = frozenset(
    "的 了 是 在 和 与 及 或 而 并 且 也 都 就 还 又 但 却 则 以 于 之 其 所 被 把 将 让 使 对 为 由 从 到 向 "
    "等 着 过 地 得 这 那 这些 那些 这个 那个 这种 这样 此 该 本 各 每 某 一 一个 一些 一种 有 没有 无 不 未 "
    "我 你 他 她 它 我们 你们 他们 它们 自己 什么 怎么 如何 为何 为什么 哪个 哪些 谁 吗 呢 吧 啊 "
    "能 能够 可 可以 会 要 须 需 需要 必须 应 应该 应当 可能 已 已经 正 正在 曾 "
    "很 更 最 非常 十分 越来越 更加 较 比较 仅 只 只是 不仅 仅仅 甚至 尤其 特别 "
    "因为 因此 所以 由于 从而 于是 然而 不过 虽然 尽管 即使 如果 若 假如 只有 只要 除非 无论 不管 "
    "首先 其次 再次 最后 最终 第一 第二 第三 此外 另外 同时 与此同时 总之 综上所述 换言之 例如 比如 譬如 如 "
    "唯有如此 只有这样 正如 事实上 实际上 其实 当然 显然 值得 值得注意 更重要 真正 "
    "通过 进行 实现 成为 作为 根据 按照 关于 对于 随着 以及 以便 以免 之间 之后 之前 其中 当中 上 下 中 里 内 "
    "许多 很多 不少 大多数 多数 所有 全部 部分 包括 以下 以上 显示 指出 表明 认为".split()
)
"""Chinese words that hold a sentence together or introduce it, Simplified."""


def folded(text: str) -> str:
    """Simplified, half-width, lower case: position by position where that is possible."""
    return fold(text).translate(_FULL_WIDTH).lower()


def terms(text: str) -> tuple[str, ...]:
    """Content words in order: Chinese words (jieba's dictionary), stems of Latin words."""
    found = []
    for word in rjieba.cut(folded(text), True):
        if _HAN.search(word):
            if word not in FUNCTION_WORDS:
                found.append(word)
        elif _LATIN.fullmatch(word) and word not in STOP_WORDS:
            found.append(stem(word))
    return tuple(found)


def is_chinese(term: str) -> bool:
    """Is this term a Chinese word rather than a stem?"""
    return bool(_HAN.match(term))


def bigrams(text: str) -> frozenset[str]:
    """Pairs of neighbouring characters, folded, without punctuation and spaces."""
    bare = _APART.sub("", folded(text))
    return frozenset(bare[i : i + 2] for i in range(len(bare) - 1))


@cache
def parts(word: str) -> tuple[str, ...]:
    """The shorter dictionary words in a Chinese word, by jieba's search mode."""
    return tuple(part for part in rjieba.cut_for_search(word, True) if part != word)
