"""One text in two formats: a report as Word file and as PDF is one source, not two that agree."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import PurePosixPath

from bidigest.errors import SourceError
from bidigest.model import Document
from bidigest.text.plain_text import wording

_TEXT = "text/plain"
_NEARLY_ALL = 0.9
"""Of the letters: readers cut sentences in their own ways, and lose a caption."""
_FEWEST_LETTERS = 40
_NUMBER = re.compile(r"\d+")
_REMEDY = "leave one of the two out"


def other_formats(documents: Sequence[Document]) -> dict[str, SourceError]:
    """Choose documents to leave out: those whose text another one has in another format.

    Both have the same name but for the suffix, or the same title, say nearly the same to the
    letter, and name the same numbers: a new version of a report is another source. Of two, the one
    with more sentences is read, else the first by its path.

    Returns:
        The error of each document left out, by its path.
    """
    left_out: dict[str, SourceError] = {}
    pairs = {(one.path, other.path): (one, other) for one, other in _candidates(documents)}
    for one, other in sorted(pairs.values(), key=lambda pair: [_order(each) for each in pair]):
        if one.path not in left_out and other.path not in left_out and _say_the_same(one, other):
            reason = f"is the text of “{one.path}” in another format"
            left_out[other.path] = SourceError(other.path, reason, _REMEDY)
    return left_out


def _order(document: Document) -> tuple[int, str]:
    return -len(document.sentences), document.path


def _candidates(documents: Iterable[Document]) -> Iterator[tuple[Document, Document]]:
    """Yield pairs of two formats with a name or a title in common, each in the order of reading."""
    named: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for document in documents:
        named["name", PurePosixPath(document.path).stem.casefold()].append(document)
        if title := _letters(document.title):
            named["title", title].append(document)
    for alike in named.values():
        for one, other in combinations(sorted(alike, key=_order), 2):
            if _media_type(one) != _media_type(other):
                yield one, other


def _media_type(document: Document) -> str:
    return _TEXT if document.original is None else document.original.media_type


def _say_the_same(one: Document, other: Document) -> bool:
    some, others = _said(one), _said(other)
    if _numbers(some) != _numbers(others):
        return False
    longest = max(sum(map(len, some)), sum(map(len, others)))
    whole = "".join(others)
    common = sum(len(sentence) for sentence in some if sentence in whole)
    return longest >= _FEWEST_LETTERS and common >= _NEARLY_ALL * longest


def _said(document: Document) -> list[str]:
    """Return the letters of its sentences, whichever way they are cut and set."""
    return [_letters(wording(document, sentence.span)) for sentence in document.sentences]


def _numbers(said: Iterable[str]) -> Counter[str]:
    return Counter(number for sentence in said for number in _NUMBER.findall(sentence))


def _letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
