"""Other summarizers over the same text: what their time is, and what they would choose.

    python -m benchmarks.rivals NAME FOLDER

Prints JSON: processor seconds to pick ten sentences from all sources of the folder as one text,
and those of `jieba.lcut` over it, in one process. They are installed with the extra `bench`.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

PICKED = 10


def sumy_summarizer(
    name: str,
    sentences: Callable[[list[Any]], list[str]],
    tokens: Callable[[str], list[str]],
) -> Callable[[list[Any]], list[str]]:
    """Wrap sumy's TextRank, LexRank or LSA over given sentences and words, best sentence first.

    Raises ImportError where sumy is not installed.
    """
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    summarizer = _ranked(name)()
    words = _Words(tokens)

    def summarize(documents: list[Any]) -> list[str]:
        found = sentences(documents)
        paragraph = Paragraph([Sentence(sentence, words) for sentence in found])
        model = ObjectDocumentModel([paragraph])
        return [str(sentence) for sentence in summarizer(model, len(found))]

    return summarize


class _Words:
    """A tokenizer as sumy wants it."""

    def __init__(self, tokens: Callable[[str], list[str]]) -> None:
        self._tokens = tokens

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(self._tokens(sentence))


def _ranked(name: str) -> Any:
    """Find sumy's summarizer of that name, made to answer in the order of its ratings."""

    def best(sentences: Sequence[Any], _count: int, rating: Any) -> tuple[Any, ...]:
        rate = rating.__getitem__ if isinstance(rating, dict) else rating
        rated = [(rate(sentence), -order) for order, sentence in enumerate(sentences)]
        return tuple(sentences[-order] for _, order in sorted(rated, reverse=True))

    return type("Ranked", (_sumy(name),), {"_get_best_sentences": staticmethod(best)})


def _sumy(name: str) -> Any:
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.lsa import LsaSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer

    return {"TextRank": TextRankSummarizer, "LexRank": LexRankSummarizer, "LSA": LsaSummarizer}[
        name
    ]


def _with_sumy(name: str, text: str) -> None:
    from sumy.nlp.tokenizers import Tokenizer
    from sumy.parsers.plaintext import PlaintextParser

    parsed = PlaintextParser.from_string(text, Tokenizer("chinese"))
    _sumy(name)()(parsed.document, PICKED)


def _with_snownlp(text: str) -> None:
    from snownlp import SnowNLP

    SnowNLP(text).summary(PICKED)


def _with_fast_textrank(text: str) -> None:
    from FastTextRank.FastTextRank4Sentence import FastTextRank4Sentence

    FastTextRank4Sentence().summarize(text, PICKED)


RIVALS: dict[str, Callable[[str], None]] = {
    "sumy TextRank": lambda text: _with_sumy("TextRank", text),
    "sumy LexRank": lambda text: _with_sumy("LexRank", text),
    "sumy LSA": lambda text: _with_sumy("LSA", text),
    "snownlp": _with_snownlp,
    "FastTextRank": _with_fast_textrank,
}


def main() -> None:
    name, folder = sys.argv[1], Path(sys.argv[2])
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())
             if path.suffix in (".md", ".txt") and path.stem != "README"]  # fmt: skip
    RIVALS[name]("".join(f"今天有第{i}句话要说，说的是天气和{i}件事情。\n" for i in range(20)))
    started = time.process_time()
    RIVALS[name]("\n".join(texts))
    seconds = time.process_time() - started
    from benchmarks.stages import floor

    print(json.dumps({"total": seconds, "floor": floor(texts)}))


if __name__ == "__main__":
    main()
