"""Whether two sentences, otherwise alike, are about different persons, groups, places or things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.mentions import Mention
from bidigest.contrasts.names import Name, is_han, one_name
from bidigest.contrasts.overlap import overlap
from bidigest.model import Span

LEAST_OVERLAP = 0.3
"""Mean share of two clauses' other words in common below which they are of different matters."""

LEAST_BESIDE_NAMES = 0.5
_WORDS_BESIDE_NAMES = 2.0
"""The same, and how many words, beside names: these are often of no matter to what is said."""

Places = tuple[Span, Span]


def of_sets(a: Analysis, b: Analysis) -> Places | None:
    """Find two members of one set (men, women), each of which only one of the sentences names."""
    ours = {name for mention in a.sets for name in mention.names}
    theirs = {name for mention in b.sets for name in mention.names}
    for one, other in _exclusive(a.sets, b.sets, ours, theirs):
        common = overlap(a, one.clause, b, other.clause, (one, other), poles=True)
        if common.mean >= LEAST_OVERLAP:
            return Span.of(one), Span.of(other)
    return None


def of_sets_in(a: Analysis, in_a: int, b: Analysis, in_b: int) -> bool:
    """Tell whether two clauses name two members of one set, each of which only one of them names.

    Args:
        a: a sentence.
        in_a: number of its clause.
        b: the other sentence.
        in_b: number of its clause.
    """
    ones = [mention for mention in a.sets if mention.clause == in_a]
    others = [mention for mention in b.sets if mention.clause == in_b]
    ours = {name for mention in ones for name in mention.names}
    theirs = {name for mention in others for name in mention.names}
    return next(_exclusive(ones, others, ours, theirs), None) is not None


def _exclusive(
    ones: Sequence[Mention],
    others: Sequence[Mention],
    ours: set[tuple[str, str]],
    theirs: set[tuple[str, str]],
) -> Iterator[tuple[Mention, Mention]]:
    for one in ones:
        for other in others:
            mine, yours = dict(one.names), dict(other.names)
            if any(
                mine[about] != yours[about]
                and (about, mine[about]) not in theirs
                and (about, yours[about]) not in ours
                for about in mine.keys() & yours.keys()
            ):
                yield one, other


def of_names(a: Analysis, b: Analysis) -> Places | None:
    """Find names where both sentences give names in one script, and none of the other's."""
    for han in (False, True):
        ones, others = _in_script(a, han), _in_script(b, han)
        if ones and others and not _known(ones, b) and not _known(others, a):
            return _alike(a, ones, b, others)
    return None


def none_in_common(a: Analysis, b: Analysis) -> bool:
    """Tell whether both sentences give names in one script, and none of them is the other's.

    Who says it does not count.
    """
    return any(
        bool(ones and others) and not _known(ones, b) and not _known(others, a)
        for han in (False, True)
        for ones, others in [(_spoken_of(a, han), _spoken_of(b, han))]
    )


def none_in_common_in(a: Analysis, in_a: int, b: Analysis, in_b: int) -> bool:
    """Tell whether two clauses give names in one script, none of which the other clause gives.

    Who gives the other's name in another clause tells of both.

    Args:
        a: a sentence.
        in_a: number of its clause.
        b: the other sentence.
        in_b: number of its clause.
    """
    return any(
        bool(ones and others) and not any(one_name(*pair) for pair in product(ones, others))
        for han in (False, True)
        for ones, others in [(_named_in(a, han, in_a), _named_in(b, han, in_b))]
    )


@lru_cache(maxsize=4_096)
def _named_in(a: Analysis, han: bool, clause: int) -> tuple[str, ...]:
    """List the names in a script that a clause gives of those who do not speak themselves."""
    return tuple(name.word for name in _spoken_of(a, han) if a.clause_at(name.start) == clause)


def _spoken_of(a: Analysis, han: bool) -> list[Name]:
    """List the names in a script of those who do not speak themselves: Gaskin said."""
    found = _in_script(a, han)
    if not found:
        return found
    at = {word.start: number for number, word in enumerate(a.words)}
    speaking = [number for number, word in enumerate(a.words) if word.start in a.framing]
    return [
        name
        for name in found
        if name.start not in at or not any(abs(at[name.start] - n) == 1 for n in speaking)
    ]


def of_other_names(a: Analysis, in_a: int, b: Analysis, in_b: int) -> bool:
    """Tell whether two clauses name somebody in two scripts, and none of them sounds alike.

    Args:
        a: a sentence.
        in_a: number of its clause.
        b: the other sentence.
        in_b: number of its clause.
    """
    if bool(a.spelt) == bool(b.spelt):
        return False
    if b.spelt:
        a, in_a, b, in_b = b, in_b, a, in_a
    spelt = [name for name in sorted(a.spelt) if _in_clause(a, a.low.find(name), in_a)]
    latin = [name.word for name in b.names if _in_clause(b, name.start, in_b)]
    named = any(is_han(name) for name in b.names) or any(not is_han(name) for name in a.names)
    heard = any(one_name(one, other) for one in spelt for other in latin)
    return bool(spelt and latin) and not named and not heard


def _in_clause(a: Analysis, start: int, clause: int) -> bool:
    return next((word.clause for word in a.words if word.end > start), -1) == clause


def _alike(a: Analysis, ones: Sequence[Name], b: Analysis, others: Sequence[Name]) -> Places | None:
    """Find the first two names whose clauses, but for them, are alike."""
    for one in ones:
        for other in others:
            common = overlap(
                a, a.clause_at(one.start), b, b.clause_at(other.start), (one, other), poles=True
            )
            if common.mean >= LEAST_BESIDE_NAMES and common.words >= _WORDS_BESIDE_NAMES:
                return Span.of(one), Span.of(other)
    return None


def _in_script(a: Analysis, han: bool) -> list[Name]:
    return [name for name in a.names if is_han(name) == han]


def _known(names: Sequence[Name], other: Analysis) -> bool:
    return any(
        name.word in other.low or any(one_name(name.word, spelt) for spelt in sorted(other.spelt))
        for name in names
    )
