"""Sentences that are headlines: a document's title, and what stands with it above the byline.

A deck or half of a headline says what the text says below, shorter and without its circumstances.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bidigest.corpus import Corpus
from bidigest.model import Document

_MOST = 4
"""Sentences that stand above a byline as headlines; more are a text that is signed at its end."""
_SHARE = 3
"""How many times as many stand below it."""


def headlines(corpus: Corpus) -> frozenset[int]:
    """Find the sentences, by number in the run, that are headlines of their documents.

    Args:
        corpus: all sentences.
    """
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number, (index, _) in enumerate(corpus.sentences):
        found[index].append(number)
    return frozenset(
        number
        for index, numbers in found.items()
        for number in (*_titles(corpus, numbers), *_heads(corpus, corpus.documents[index], numbers))
    )


def _titles(corpus: Corpus, numbers: list[int]) -> Iterator[int]:
    """Yield the sentences that are their document's title: the list of sources has them anyway."""
    for number in numbers:
        index, sentence = corpus.sentences[number]
        document = corpus.documents[index]
        section = document.sections[sentence.section]
        heading = section.heading
        if heading is None or section.title != document.title:
            continue
        if heading.start <= sentence.span.start and sentence.span.end <= heading.end:
            yield number


def _heads(corpus: Corpus, document: Document, numbers: list[int]) -> list[int]:
    """Return the few sentences above a document's first byline, if its text stands below it."""
    signed = min((x.span.start for x in document.boilerplate if x.reason == "byline"), default=0)
    above = [n for n in numbers if corpus.sentences[n][1].span.end <= signed]
    below = len(numbers) - len(above)
    return above if len(above) <= min(_MOST, below / _SHARE) else []
