"""Words whose poles exclude each other, and sets of which one is meant: `languages/*/contrasts/`.

A list holds words and phrases of one language. English ones are found by their stems, Chinese ones
(Simplified) by their characters; a single character counts only where it is a word by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from bidigest.contrasts.listed_patterns import listed_patterns
from bidigest.contrasts.words import Word
from bidigest.languages.en.morphology import stem, uninflected
from bidigest.languages.word_lists import all_words, languages, lines_of

_PARTICLES = all_words("contrasts/particles", "particles", of="en")
_JOINING = all_words("contrasts/particles", "joining", of="en")
_FARTHEST = 4
"""Words behind a verb, less one, among which its particle may stand."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a sentence that stand in a list."""

    names: tuple[tuple[str, str], ...]
    """The list's entries they stand for: what it is about, and the pole or member."""
    start: int
    end: int
    clause: int


def mentions(name: str, words: Sequence[Word], text: str) -> tuple[Mention, ...]:
    """Find all mentions of a list's entries in a sentence, the longest at each place, in order.

    None begins in one Chinese word and ends within another (不公 in 不公开).

    Args:
        name: of the list.
        words: the sentence's words.
        text: the sentence, folded.
    """
    found = sorted(
        [*_english(name, words), *_chinese(name, words, text), *_by_pattern(name, words, text)],
        key=lambda m: (m.start, -m.end),
    )
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def _english(name: str, words: Sequence[Word]) -> Iterator[Mention]:
    entries, lengths = entries_of_list(name, "en"), _lengths(name, "en")
    unstemmed, parted = _unstemmed(name), _parted_verbs(name)
    keys = [uninflected(word.text) for word in words]
    for at, key in enumerate(keys):
        if key not in lengths and key not in parted and words[at].text not in unstemmed:
            continue
        exact = unstemmed.get(words[at].text, ())
        for length in dict.fromkeys((*lengths.get(key, ()), *((1,) if exact else ()))):
            known = entries.get(" ".join(keys[at : at + length]), ())
            known += exact if length == 1 else ()
            if known:
                last = words[min(at + length, len(words)) - 1]
                yield Mention(known, words[at].start, last.end, words[at].clause)
                break
        else:
            if key in parted:
                yield from _parted(entries, words, keys, at)


def _parted(
    entries: Mapping[str, tuple[tuple[str, str], ...]],
    words: Sequence[Word],
    keys: Sequence[str],
    at: int,
) -> Iterator[Mention]:
    """Find a verb whose particle stands behind its object: turned the offer down."""
    for place in range(at + 2, min(at + 2 + _FARTHEST, len(words))):
        if words[place].clause != words[at].clause or words[place - 1].text in _JOINING:
            return
        known = entries.get(f"{keys[at]} {keys[place]}") if keys[place] in _PARTICLES else None
        if known:
            yield Mention(known, words[at].start, words[at].end, words[at].clause)
            return


def _chinese(name: str, words: Sequence[Word], text: str) -> Iterator[Mention]:
    entries = entries_of_list(name, "zh")
    for word in words:
        for offset, lengths in _beginnings(name, text[word.start : word.end]):
            start = word.start + offset
            for length in lengths:
                end = start + length
                known = entries.get(text[start:end]) if end <= len(text) else None
                if known and (end <= word.end or not _is_within(end, words)):
                    yield Mention(known, start, end, word.clause)
                    break


def _is_within(at: int, words: Sequence[Word]) -> bool:
    """Tell whether a place is within a word, and neither at its beginning nor at its end."""
    return any(word.start < at < word.end for word in words)


def _by_pattern(name: str, words: Sequence[Word], text: str) -> Iterator[Mention]:
    """Find what more than a row of words tells: seven votes to two."""
    for entry, match in listed_patterns(name, text):
        clause = next((word.clause for word in words if word.end > match.start()), 0)
        yield Mention((entry,), match.start(), match.end(), clause)


@lru_cache(maxsize=65_536)
def _beginnings(name: str, word: str) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Find where in a word Chinese entries begin, with their lengths; they may end behind it.

    A single character is none within a longer word.
    """
    found = ((at, _lengths_at(name, word, at)) for at in range(len(word)))
    return tuple((at, lengths) for at, lengths in found if lengths)


def _lengths_at(name: str, word: str, at: int) -> tuple[int, ...]:
    rest, entries, openings = word[at:], entries_of_list(name, "zh"), _openings(name)
    least = 1 if len(word) == 1 else 2
    return tuple(
        length
        for length in _lengths(name, "zh").get(rest[0], ())
        if length >= least
        and (rest[:length] in entries if length <= len(rest) else (rest, length) in openings)
    )


@cache
def _openings(name: str) -> frozenset[tuple[str, int]]:
    """List how Chinese entries begin, each with how long the entry is."""
    return frozenset(
        (entry[:length], len(entry))
        for entry in entries_of_list(name, "zh")
        for length in range(1, len(entry))
    )


@cache
def _unstemmed(name: str) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return the English entries of a list that count only as they are written, with `!`."""
    entries = entries_of_list(name, "en")
    return {key.removesuffix("!"): names for key, names in entries.items() if key.endswith("!")}


@cache
def _parted_verbs(name: str) -> frozenset[str]:
    """Return the verbs of a list that have a particle."""
    pairs = (key.split(" ") for key in entries_of_list(name, "en"))
    return frozenset(each[0] for each in pairs if each[-1] in _PARTICLES)


@cache
def _lengths(name: str, language: str) -> dict[str, tuple[int, ...]]:
    """Map the first word or character of entries to how long they are, the longest first."""
    found: dict[str, set[int]] = {}
    for key in entries_of_list(name, language):
        parts: Sequence[str] = key.split() if language == "en" else key
        found.setdefault(parts[0], set()).add(len(parts))
    return {first: tuple(sorted(each, reverse=True)) for first, each in found.items()}


@cache
def entries_of_list(name: str, language: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """Read the entries of one list, by their words."""
    entries: dict[str, dict[tuple[str, str], None]] = {}
    for about, member, phrase in _parsed(lines_of(language, f"contrasts/{name}")):
        entries.setdefault(_key(phrase, language), {})[about, member] = None
    return {key: tuple(names) for key, names in entries.items()}


@cache
def entries_by_stem(name: str) -> Mapping[str, frozenset[tuple[str, str]]]:
    """Map the stems of a list's English words, and its Chinese words, to what they are about."""
    found: dict[str, set[tuple[str, str]]] = {}
    for language in languages():
        for about, member, phrase in _parsed(lines_of(language, f"contrasts/{name}")):
            word = phrase.removesuffix("!").lower()
            key = word if language == "zh" else stem(word)
            found.setdefault(key, set()).add((about, member))
    return {key: frozenset(each) for key, each in found.items()}


def _key(phrase: str, language: str) -> str:
    if language == "zh" or phrase.endswith("!"):
        return phrase
    return " ".join(map(uninflected, phrase.lower().split()))


def _parsed(lines: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Yield what each entry is about, its pole or member, and its words."""
    for line in lines:
        about, colon, members = line.partition(": ")
        if colon:
            for number, member in enumerate(members.split(" / ")):
                yield from ((about, str(number), phrase) for phrase in _entries(member))
        else:
            about, pole, rest = line.split(" ", 2)
            yield from ((about, pole, phrase) for phrase in _entries(rest))


def _entries(text: str) -> Iterator[str]:
    """Split entries at spaces; `_` stands for the spaces within one, `~` for `is` and the like."""
    for entry in text.split():
        said = entry.replace("_", " ")
        if entry.startswith(_SAID_OF):
            yield from (f"{verb} {said[1:]}" for verb in sorted(_BEFORE_SAID))
            yield f"{said[1:]} enough"
        else:
            yield said


_SAID_OF = "~"
"""Before an adjective that counts only where something is said to be so: not a wide road."""
_BEFORE_SAID = all_words("contrasts/particles", "said of", of="en")


@cache
def with_neutral_pole() -> frozenset[str]:
    """List the matters with a third pole, neither of the two (prices that stay as they are)."""
    return frozenset(
        about
        for language in languages()
        for name in ("poles", "states")
        for names in entries_of_list(name, language).values()
        for about, pole in names
        if pole == "="
    )
