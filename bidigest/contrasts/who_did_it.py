"""Who did it: two sentences tell of one act by two, told by their names or by what they are.

What is found, written, ordered or moved in both is one thing, as the sentences probably make one
claim. Two names are of two only if they sound unlike in whatever script; by what they are, a
fisherman and a scientist, others are told who are not both named.
"""

from __future__ import annotations

from functools import cache
from itertools import product

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.deeds import EITHER, ROLES, Deed, deeds
from bidigest.contrasts.other_names import surely_others
from bidigest.languages.word_lists import sections_of
from bidigest.model import Span

_ANY = frozenset({"company", "machine"})
"""What somebody may be besides something else that tells more: an outside firm."""


def other_actors(a: Analysis, b: Analysis) -> tuple[Span, Span] | None:
    """Find the words by which two sentences tell that somebody else did it; None where none do.

    Args:
        a: a sentence.
        b: another that probably makes the same claim.
    """
    if a.asking or b.asking or a.ends_asking or b.ends_asking:
        return None
    pairs = product(deeds(a), deeds(b))
    return next(((one.words, other.words) for one, other in pairs if _by_others(one, other)), None)


def _by_others(one: Deed, other: Deed) -> bool:
    """Tell whether two deeds are one act of people who are not the same."""
    if one.act != other.act:
        return False
    if one.named and other.named:
        return all(surely_others(*pair) for pair in product(one.named, other.named))
    if not (one.roles and other.roles and one.roles.isdisjoint(other.roles)):
        return False
    ours, theirs = (each.roles - _ANY or each.roles for each in (one, other))
    return not any(frozenset(pair) in _may_be_one() for pair in product(ours, theirs))


@cache
def _may_be_one() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(line.split()) for line in sections_of("en", ROLES)[EITHER])
