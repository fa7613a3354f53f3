"""Certainty: whether something has come about, is going to, may, should, or would if something."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bidigest.contrasts.cue_patterns import pattern
from bidigest.model import Span

FACT = "fact"
DONE = "done"
REQUIRED = "required"
EXPECTED = "expected"
POSSIBLE = "possible"
FUTURE = "future"
CONDITIONAL = "conditional"
_IN_A_CLAUSE = (EXPECTED, POSSIBLE, REQUIRED, FUTURE)
"""What tells of a clause, that which decides first."""


def certainties(sentence: str, clauses: Sequence[Span]) -> tuple[str, ...]:
    """Tell how certain each clause of a folded sentence is.

    A condition holds for the whole sentence, and what is required for all that follows, up to a
    semicolon or a `but`. It is `done` or `fact` where nothing says otherwise.
    """
    if pattern(CONDITIONAL).search(sentence):
        return (CONDITIONAL,) * len(clauses)
    return tuple(_certainty(sentence, clause) for clause in clauses)


def _certainty(sentence: str, clause: Span) -> str:
    own = sentence[clause.start : clause.end]
    until = sentence[last_turn(sentence, clause.start) : clause.end]
    told = (
        kind for kind in _IN_A_CLAUSE if pattern(kind).search(until if kind == REQUIRED else own)
    )
    kind = next(told, "")
    if kind in (EXPECTED, FUTURE) and _joined_to_what_is_done(own, kind):
        return FACT
    return kind or (DONE if pattern(DONE).search(own) else FACT)


def last_turn(sentence: str, place: int) -> int:
    """Return where a sentence last goes on to something else before a place: at `;`, `, but`.

    Args:
        sentence: folded.
        place: in it.
    """
    return max((end for end in _turns(sentence) if end <= place), default=0)


@lru_cache(maxsize=64)
def _turns(sentence: str) -> tuple[int, ...]:
    """List where a folded sentence goes on to something else; once for all of its clauses."""
    return tuple(turn.end() for turn in pattern("turn").finditer(sentence))


def _joined_to_what_is_done(clause: str, kind: str) -> bool:
    """Tell whether something done stands before what is to come: has begun and will end in May."""
    to_come = pattern(kind).search(clause)
    done = pattern(DONE).search(clause)
    if not (to_come and done) or done.end() > to_come.start():
        return False
    return bool(pattern("joins verbs").search(clause, done.end(), to_come.start()))


def uncertain(text: str) -> tuple[Span, ...]:
    """Find the words that tell of uncertainty, in order."""
    matches = (
        match for kind in (CONDITIONAL, *_IN_A_CLAUSE) for match in pattern(kind).finditer(text)
    )
    return tuple(sorted(Span(match.start(), match.end()) for match in matches))


def apart(one: str, other: str) -> bool:
    """Tell whether, by these certainties, one has come about and the other is still to come."""
    return DONE in (one, other) and not {FUTURE, EXPECTED, POSSIBLE, CONDITIONAL}.isdisjoint(
        (one, other)
    )


def only_thought(kind: str) -> bool:
    """Tell whether something only may be, should be, or would be under a condition."""
    return kind in (POSSIBLE, REQUIRED, CONDITIONAL)
