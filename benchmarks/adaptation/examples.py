"""Sentences that make one claim, beside others that do not, from families and from stories.

`gold/families` has claims by themselves, each with opposites and near misses
(`benchmarks.claim_families`; the files held out there are held out here). `gold/stories` has
invented stories, each of some ten claims in three to seven wordings of different outlets, in
English and both Chinese scripts. The claims of one story are hard to keep apart: tolls at two
times, two statements of one speaker, stages of an affair, plan and deed, one quantity of two
groups. A long sentence that makes two claims stands under both. Three hands wrote them, a letter
each, for this; nothing is copied.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from benchmarks.claim_families import files

STORIES = Path(__file__).parents[1] / "gold" / "stories"


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence, and the numbers of its claims among those of its group."""

    text: str
    claims: frozenset[int]
    """Of an opposite or a near miss, none: no other sentence is known to make its claim."""


Group = tuple[Wording, ...]
"""The sentences of one family or of one story."""


def families(*, held_out: bool) -> list[Group]:
    """Return the families of one half, in order of their files."""
    return [_family(line) for path in files(held_out) for line in _lines(path)]


def stories() -> list[Group]:
    """Return all stories, in order of their files."""
    return [_story(line) for path in sorted(STORIES.glob("*.jsonl")) for line in _lines(path)]


def _lines(path: Path) -> Iterator[str]:
    return (line for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def _family(line: str) -> Group:
    told = json.loads(line)
    same = [Wording(each[1], frozenset({0})) for each in told["same"]]
    others = chain(told["opposite"], told["other"])
    return (*same, *(Wording(each[1], frozenset()) for each in others))


def _story(line: str) -> Group:
    made: dict[str, set[int]] = {}
    for number, claim in enumerate(json.loads(line)["claims"]):
        for _, text in claim["wordings"]:
            made.setdefault(text, set()).add(number)
    return tuple(Wording(text, frozenset(claims)) for text, claims in made.items())
