"""Whether two poles are of two matters, whatever words their sentences have in common."""

from __future__ import annotations

from bidigest.contrasts.actors import of_other_actors, of_other_objects
from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.entities import of_other_names
from bidigest.contrasts.pole_scope import (
    of_complements,
    of_other_counts,
    undone_by_both,
    was_until,
)
from bidigest.contrasts.poles import Pole


def of_two_matters(a: Analysis, one: Pole, b: Analysis, other: Pole) -> bool:
    """Tell whether two poles are of other numbers, posts, shares, times, names, actors or things.

    Args:
        a: a sentence.
        one: a pole of it.
        b: the other sentence.
        other: a pole of that, of the same matter by its word.
    """
    return (
        of_other_counts(a, one, b, other)
        or of_other_posts(a, b, one.about)
        or of_complements(a, one, b, other)
        or undone_by_both(a, one, b, other)
        or was_until(a, one, b, other)
        or was_until(b, other, a, one)
        or of_other_names(a, one.clause, b, other.clause)
        or of_other_actors(a, one, b, other)
        or of_other_objects(a, one, b, other)
    )


def of_other_posts(a: Analysis, b: Analysis, about: str) -> bool:
    """Tell whether two sentences speak of two posts: who stays chairman resigns as chief executive.

    Args:
        a: a sentence.
        b: the other.
        about: what their poles are about.
    """
    if about not in _OF_POSTS:
        return False
    ours, theirs = _posts(a), _posts(b)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _posts(a: Analysis) -> set[str]:
    return {post for post in _POSTS if pattern(post).search(a.low)}


_POSTS = ("chair", "chief executive")
_OF_POSTS = ("going", "hold", "leaving_office", "place")
