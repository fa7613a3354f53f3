"""One text in two files: a copy of a report, or its PDF, is no second source that agrees."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import PurePosixPath

from bidigest.errors import SourceError
from bidigest.model import Document, Skipped
from bidigest.text.plain_text import wording

_TEXT = "text/plain"
_NEARLY_ALL = 0.9
"""Of the letters: readers cut sentences in their own ways, and lose a caption."""
_FEWEST_LETTERS = 40
_FEWEST_UNTITLED = 150
"""Characters that reports under two titles do not share by chance: `All gauges read normal.`, of
two days, is said twice."""
_NUMBER = re.compile(r"\d+")
_REMEDY = "it is counted once"


def copies(documents: Sequence[Document]) -> dict[str, Skipped]:
    """Choose documents to leave out: those whose text another one has.

    They are of the same bytes; or their sentences are alike throughout, whatever stands around
    them; or they are of two formats with the same name but for the suffix, or the same title, say
    nearly the same to the letter, and name the same numbers: a new version of a report is another
    source. Of two, the one with more sentences is read, else one with a date, else the one with
    the shorter path.

    Returns:
        What is said of each document left out, by its path.
    """
    left_out: dict[str, Skipped] = {}
    pairs = {(one.path, other.path): (one, other) for one, other in _of_one_text(documents)}
    for one, other in sorted(pairs.values(), key=lambda pair: [_order(each) for each in pair]):
        if one.path not in left_out and other.path not in left_out:
            left_out[other.path] = Skipped.because_of(_error(one, other), copy_of=one.path)
    return left_out


def _error(read: Document, copy: Document) -> SourceError:
    if _media_type(read) == _media_type(copy):
        return SourceError(copy.path, f"has the text of “{read.path}”", _REMEDY)
    return SourceError(copy.path, f"is the text of “{read.path}” in another format", _REMEDY)


def _order(document: Document) -> tuple[int, bool, int, str]:
    return -len(document.sentences), not document.date, len(document.path), document.path


def _of_one_text(documents: Sequence[Document]) -> Iterator[tuple[Document, Document]]:
    """Yield pairs with one text, each in the order of reading."""
    yield from _pairs(documents, lambda document: document.sha256)
    for alike in _groups([each for each in documents if each.sentences], _opening):
        yield from (pair for pair in _pairs(alike, _whole) if _is_no_chance(*pair))
    yield from (pair for pair in _in_two_formats(documents) if _say_the_same(*pair))


def _groups(
    documents: Iterable[Document], key: Callable[[Document], str]
) -> Iterator[list[Document]]:
    """Yield those that have a key in common, in the order of reading."""
    by_key: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        by_key[key(document)].append(document)
    yield from (sorted(alike, key=_order) for alike in by_key.values() if len(alike) > 1)


def _pairs(
    documents: Iterable[Document], key: Callable[[Document], str]
) -> Iterator[tuple[Document, Document]]:
    """Yield each with the first that has its key."""
    for first, *others in _groups(documents, key):
        yield from ((first, other) for other in others)


def _opening(document: Document) -> str:
    return _characters(wording(document, document.sentences[0].span))


def _whole(document: Document) -> str:
    said = (wording(document, sentence.span) for sentence in document.sentences)
    return "".join(map(_characters, said))


def _characters(text: str) -> str:
    """Fold what is written, so that signs, points and percents of figures still count."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _is_no_chance(one: Document, other: Document) -> bool:
    titled = _letters(one.title) == _letters(other.title)
    return len(_whole(one)) >= (_FEWEST_LETTERS if titled else _FEWEST_UNTITLED)


def _in_two_formats(documents: Iterable[Document]) -> Iterator[tuple[Document, Document]]:
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
