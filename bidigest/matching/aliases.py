"""What is written under one name counts under the other, too: aliases over a whole collection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bidigest.languages.folding import bare
from bidigest.languages.zh.scripts import has_chinese
from bidigest.matching.given_aliases import GivenAlias, given_aliases
from bidigest.text.tokens import terms

_DOT = "·"
_KEY = 2
"""Characters of a name by which it is looked up."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A name, and the terms by which others call what it names."""

    name: str
    """Folded, without punctuation and spaces."""
    terms: tuple[str, ...]


def with_aliases(
    texts: Iterable[str], letters: Sequence[str], words: Sequence[tuple[str, ...]]
) -> list[tuple[str, ...]]:
    """Add to the terms of sentences those by which others call what they name.

    A name that is written in one way only in all sources gains nothing: it would count twice.

    Args:
        texts: of n_sentences sentences, without markup.
        letters: theirs, folded, without punctuation and spaces.
        words: their terms.

    Returns:
        The terms of each sentence, with those of aliases at the end.
    """
    given = sorted({each for text in texts for each in given_aliases(text)}, key=_order)
    if not given:
        return list(words)
    named = _by_key(alias for each in given for alias in _aliases(each))
    found = [tuple(dict.fromkeys(_called(each, named))) for each in letters]
    native = {term for own, more in zip(words, found, strict=True) for term in {*own} - {*more}}
    return [
        own + tuple(term for term in more if term in native and term not in own)
        for own, more in zip(words, found, strict=True)
    ]


def _order(given: GivenAlias) -> tuple[str, str]:
    return given.name, given.other


def _aliases(given: GivenAlias) -> Iterator[Alias]:
    """Yield the forms to look for: characters beside letters, else what is written in full.

    Of a person each name alone, too: 埃琳娜·马什, 马什.
    """
    turned = has_chinese(given.other) and not has_chinese(given.name)
    name, other = (given.other, given.name) if turned else (given.name, given.other)
    yield Alias(bare(name), terms(other))
    parts, words = name.split(_DOT), other.split()
    if 1 < len(parts) == len(words):
        yield from (Alias(part, terms(word)) for part, word in zip(parts, words, strict=True))


def _by_key(aliases: Iterable[Alias]) -> Mapping[str, Sequence[Alias]]:
    found: dict[str, list[Alias]] = {}
    for alias in aliases:
        if len(alias.name) >= _KEY:
            found.setdefault(alias.name[:_KEY], []).append(alias)
    return found


def _called(letters: str, named: Mapping[str, Sequence[Alias]]) -> Iterator[str]:
    """Yield the terms of all names in a sentence, given by its letters."""
    for at in range(len(letters) - 1):
        for alias in named.get(letters[at : at + _KEY], ()):
            if letters.startswith(alias.name, at):
                yield from alias.terms
