"""Names in the words that tell who does something: 总经理林国栋, 玛伦·达尔, Maren Dahl.

A Chinese name is told by where it stands: a surname and one or two characters, or characters that
spell a foreign name, at the stretch's beginning, behind what somebody is, or before a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.names import Name, is_han
from bidigest.contrasts.words import Word
from bidigest.languages.patterns import either, pattern
from bidigest.languages.word_lists import sections_of, words_of
from bidigest.languages.zh.scripts import HAN, is_chinese
from bidigest.model import Span

_DOERS = "contrasts/doers"
_ROLES = "|".join(chain.from_iterable(sections_of("zh", "contrasts/roles").values()))
_ROLE_OR_TITLE = re.compile(f"(?:{_ROLES}|{either(_DOERS, 'title', of='zh')})$")
_TITLE_BEHIND = pattern(_DOERS, "title behind", of="zh")
_LONGEST_ROLE = 8

_SURNAMES = words_of("zh", "boilerplate/surnames")
_LONGEST = 3
"""Characters of a Chinese name, and the fewest that spell a foreign one where nothing says so."""
_BOUND = f"{either(_DOERS, 'behind a name', of='zh')}|[^{HAN}]|$"
_BEFORE_BOUND = re.compile(rf"(?:{'|'.join(sorted(_SURNAMES))})[{HAN}]{{1,2}}(?={_BOUND})")
_SPELLING = "".join(sorted(frozenset().union(*words_of("zh", "contrasts/transliterating"))))
_DOT = re.compile("[·•・‧.]")
_DOTTED = re.compile(rf"[{_SPELLING}]{{1,6}}(?:{_DOT.pattern}[{_SPELLING}]{{1,8}}){{1,3}}")
_BEFORE_TITLE = re.compile(f"[{_SPELLING}]{{2,6}}(?={_TITLE_BEHIND.pattern})")
_SPELT = re.compile(f"[{_SPELLING}]{{2,}}")
_SPELLING_TAGS = ("nr", "nz")
_NOUN = ("n", "ng", "b")
_PERSON = "nr"
_NOT_IN_NAMES = ("p", "c", "r", "u", "d", "f", "v", "k", "y", "q", "m", "t")
_NO_NAME_BEHIND = ("n", "uj", "k")
"""Tags of what stands behind a name that is not who did it himself: 林国栋的律师, 林国栋团队."""
_NAMING = "是由被为系"
"""Behind these a name may stand."""

_WITHIN = re.compile(r" (?:[a-z]\.? |(?:de|van|von|der|al|bin|da|di|du|la|le) ){0,2}")
"""Between two words of a name."""
_OWNS = re.compile(r"['’]s?\b")
_GOVERNING = re.compile(
    r"\b(?:of|in|at|from|for|with|near|to|on|against|under|than|into) (?:the )?$"
)
_FARTHEST = 12
"""Code points before a name in which that may stand."""
_TITLES = pattern(_DOERS, "title", of="en")
_ORGANISATION = pattern(_DOERS, "organisation", of="en", before=r" ?\b", behind=r"\b")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody by name."""

    parts: tuple[str, ...]
    """Folded."""
    span: Span
    group: bool
    """Whether the name says that it is no person's."""


def named(a: Analysis, place: Span) -> tuple[Named, ...]:
    """List who is named in a stretch of a sentence.

    Args:
        a: the sentence.
        place: where it is told who did something.
    """
    return (*_in_letters(a, place), *_in_characters(a, place))


def _in_letters(a: Analysis, place: Span) -> Iterator[Named]:
    run: list[Name] = []
    for name in a.names:
        if place.start <= name.start < place.end and not is_han(name):
            if run and not _WITHIN.fullmatch(a.low, run[-1].end, name.start):
                yield from _of_run(a, run)
                run = []
            run.append(name)
    yield from _of_run(a, run)


def _of_run(a: Analysis, run: Sequence[Name]) -> Iterator[Named]:
    """Yield whom words with a capital name, unless something is his, or he is at something."""
    own = [name.word for name in run if not _TITLES.fullmatch(name.word)]
    if not own:
        return
    words = tuple(word for word in own if not _ORGANISATION.fullmatch(word))
    start, end = run[0].start, run[-1].end
    if opening := _opening(a, start):
        start, own, words = opening.start, [opening.text, *own], (opening.text, *words)
    if not words:
        return
    if _OWNS.match(a.low, end) or _GOVERNING.search(a.low, max(0, start - _FARTHEST), start):
        return
    group = len(words) < len(own) or _ORGANISATION.match(a.low, end) is not None
    yield Named(words, Span(start, end), group)


def _opening(a: Analysis, start: int) -> Word | None:
    """Return the word that opens a sentence right before a name: it has a capital in any case."""
    first = a.words[0] if a.words else None
    opens = first is not None and first.start == 0 and first.end + 1 == start
    return first if first and opens and first.term and not _TITLES.fullmatch(first.text) else None


def _in_characters(a: Analysis, place: Span) -> Iterator[Named]:
    taken = [*_dotted(a, place), *_before_titles(a, place)]
    for at, word in enumerate(a.words):
        if place.start <= word.start and word.end <= place.end and is_chinese(word.text):
            end = _name_end(a, at, place)
            if end and not _is_owner(a, end, place.end):
                taken.append(Span(word.start, end))
    until = place.start
    for span in sorted(taken, key=lambda span: (span.start, -span.end)):
        if span.start >= until:
            until = span.end
            yield Named(tuple(_DOT.split(a.low[span.start : span.end])), span, False)


def _dotted(a: Analysis, place: Span) -> Iterator[Span]:
    """Yield where names with a point stand, behind the word for what he is: not 士佩特拉·隆德."""
    for match in _DOTTED.finditer(a.low, place.start, place.end):
        start = match.start()
        for word in a.words:
            if word.start <= start < word.end and not word.tag.startswith(_SPELLING_TAGS):
                start = word.end if word.tag in _NOUN or word.start < start else start
        if not _is_owner(a, match.end(), place.end):
            yield Span(start, match.end())


def _before_titles(a: Analysis, place: Span) -> Iterator[Span]:
    for match in _BEFORE_TITLE.finditer(a.low, place.start, place.end):
        yield Span(*match.span())


def _name_end(a: Analysis, at: int, place: Span) -> int:
    """Return where a name ends that begins at a word, given by its number; 0 where none does."""
    word = a.words[at]
    before = a.low[max(place.start, word.start - _LONGEST_ROLE) : word.start]
    titled = bool(_ROLE_OR_TITLE.search(before) or _TITLE_BEHIND.match(a.low, word.end))
    beside = not before or not is_chinese(before[-1]) or before[-1] in _NAMING
    if not (beside or titled):
        return 0
    if end := _native_end(a.words, at, place.end, titled):
        return end
    if titled and (plain := _BEFORE_BOUND.match(a.low, word.start, place.end)):
        return plain.end()
    if beside and (end := _spelt_end(a, word.start, place.end)):
        return end
    spelt = word.tag.startswith(_SPELLING_TAGS) and _SPELT.fullmatch(word.text)
    return word.end if spelt else 0


def _native_end(words: Sequence[Word], at: int, until: int, titled: bool) -> int:
    """Return where a Chinese name ends that begins at a word; 0 where none does.

    Args:
        words: of the sentence.
        at: number of the word.
        until: where the stretch ends.
        titled: whether it is told there what somebody is, so that it must be a name.
    """
    first = words[at]
    end, person = first.end, first.tag.startswith(_PERSON)
    if first.text[0] not in _SURNAMES or not (titled or person):
        return 0
    for word in words[at + 1 :]:
        longest = min(until, first.start + _LONGEST)
        if word.start != end or word.end > longest or word.tag.startswith(_NOT_IN_NAMES):
            break
        end = word.end
    known = end == first.end and not person
    return 0 if known or not 2 <= end - first.start <= _LONGEST else end


def _spelt_end(a: Analysis, start: int, until: int) -> int:
    """Return where a foreign name ends that characters spell from a place on; else 0."""
    ends = (start + len(name) for name in a.spelt if a.low.startswith(name, start))
    return max((end for end in ends if start + _LONGEST <= end <= until), default=0)


def _is_owner(a: Analysis, end: int, until: int) -> bool:
    """Tell whether what stands behind a name is not himself; a title is."""
    behind = next((word for word in a.words if word.start >= end), None)
    if behind is None or behind.start != end or end >= until or _TITLE_BEHIND.match(a.low, end):
        return False
    return behind.tag.startswith(_NO_NAME_BEHIND)
