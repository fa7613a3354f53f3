"""The analysis of a sentence for contrasts: words, poles with their signs, sets, names, times."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bidigest.contrasts.certainty import DONE, FACT, certainties, uncertain
from bidigest.contrasts.comparison_marks import ComparisonMarks, comparison_marks
from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.framing import frames, is_unknown_name
from bidigest.contrasts.mentions import Mention, mentions
from bidigest.contrasts.names import Name, is_han, names, spelt_names
from bidigest.contrasts.negation import NegationCue, cues, sign, without_double_denials
from bidigest.contrasts.poles import Pole, clause_span, poles_of
from bidigest.contrasts.times import Time, times
from bidigest.contrasts.words import Word, words
from bidigest.languages.folding import folded
from bidigest.model import Span

_NOTHING: frozenset[str] = frozenset()
_NOWHERE: frozenset[int] = frozenset()
_NONE: Mapping[str, frozenset[str]] = {}


_CLOSING = " \"'”’」』)"
"""What may stand behind a question mark."""


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """What a sentence says in which others may differ: all that comparing very many pairs needs."""

    states: Mapping[str, frozenset[str]]
    """The poles, by what they are about;"""
    members: Mapping[str, frozenset[str]]
    """the members of sets, by what the sets are about;"""
    named: tuple[frozenset[str], frozenset[str]]
    """the names, in Latin letters and in Chinese characters;"""
    spelt: frozenset[str]
    """foreign names, as Chinese characters spell them;"""
    years: frozenset[str]
    parts: frozenset[str]
    said: tuple[str, ...]
    denied: frozenset[str]
    """the terms that are said, and those that are denied;"""
    uncertainty: float
    """the share of clauses that tell of what has not come about."""


@dataclass(frozen=True, slots=True, eq=False)
class Analysis(Traits):
    """A sentence with what contrasts are sought in it; positions are code points from its start.

    Each is equal to itself only, so that what is found of pairs can be kept by them.
    """

    text: str
    low: str
    """Folded, and of the same length."""
    words: tuple[Word, ...]
    cues: tuple[NegationCue, ...]
    poles: tuple[Pole, ...]
    sets: tuple[Mention, ...]
    names: tuple[Name, ...]
    times: tuple[Time, ...]
    uncertain: tuple[Span, ...]
    """Words that tell of plans, expectations and conditions."""
    asking: bool
    """Whether it only asks, or tells what to do."""
    comparing: ComparisonMarks | None
    """What parts the sides of a comparison, if it compares any."""
    certainty: tuple[str, ...]
    """Of each clause."""
    content: tuple[Word, ...]
    """The words that tell what it is about: without cues, poles, times, and what is uncertain."""
    content_with_poles: tuple[Word, ...]
    framing: frozenset[int]
    """Where words start that only say who says it, or which one is meant;"""
    unknown_names: frozenset[int]
    """names that no dictionary translates."""
    _first: dict[str, Span | None] = field(default_factory=dict, repr=False)

    def first(self, kind: str) -> Span | None:
        """Return where the first cue of a kind stands, if there is one.

        It is looked for once, however many sentences this one is held against.

        Args:
            kind: of cues, as `languages/*/contrasts/cues.txt` names it.
        """
        if kind not in self._first:
            found = pattern(kind).search(self.low)
            self._first[kind] = Span(*found.span()) if found else None
        return self._first[kind]

    @property
    def ends_asking(self) -> bool:
        """Whether its last clause asks, so that it says nothing there, whatever stands before."""
        return self.low.rstrip(_CLOSING).endswith("?")

    def is_of_name(self, word: Word) -> bool:
        """Tell whether a word begins a name, or is a piece of a foreign one in characters."""
        named = any(name.start == word.start for name in self.names)
        return named or any(word.text in name for name in self.spelt)

    def is_of(self, text: str, date: str | None) -> bool:
        """Tell whether it is this text's, made without a date, which would change nothing."""
        dated = date is not None and any(time.value[0] in "+-" for time in self.times)
        return self.text == text and not dated

    def clause_at(self, start: int) -> int:
        """Return the number of the clause of the first word that ends behind a place; 0 if none."""
        return next((word.clause for word in self.words if word.end > start), 0)

    def denies_in(self, clause: int) -> bool:
        """Tell whether anything is denied in a clause, given by its number."""
        own = clause_span(self.words, clause)
        return any(own.start <= cue.start < own.end for cue in self.cues)

    def clause_or_whole(self, clause: int) -> Span:
        """Return where a clause stands, given by its number; the sentence, if it has no words."""
        own = clause_span(self.words, clause)
        return own if own.end else Span(0, len(self.text))


def analyse(text: str, date: str | None = None) -> Analysis:
    """Analyse a sentence, given without markup, for contrasts.

    Args:
        text: the sentence.
        date: of its source (ISO 8601), if known, by which `last year` is told.
    """
    return _analyse(text, int(date[:4]) if date and date[:4].isdigit() else None)


@lru_cache(maxsize=16_384)
def _analyse(text: str, year: int | None) -> Analysis:
    low = _position_by_position(text)
    once = without_double_denials(low)
    found = words(once)
    denied = cues(found, once)
    clauses = 1 + max((word.clause for word in found), default=0)
    sure = certainties(low, [clause_span(found, clause) for clause in range(clauses)])
    poles = poles_of(found, denied, once)
    sets, named, told = mentions("sets", found, low), names(text, low, found), times(low, year)
    heads = frozenset(name.start for name in named)
    unsure = uncertain(low)
    return Analysis(
        text=text,
        low=low,
        words=found,
        cues=denied,
        poles=poles,
        sets=sets,
        names=named,
        times=told,
        uncertain=unsure,
        asking=bool(pattern("asking").search(low)),
        comparing=comparison_marks(low, denied),
        certainty=sure,
        content=_content(found, [*denied, *(p for p in poles if p.weighed), *told, *unsure]),
        content_with_poles=_content(
            found, [*(cue for cue in denied if not cue.turning), *told, *unsure]
        ),
        framing=frozenset(word.start for word in found if frames(word, low)) or _NOWHERE,
        unknown_names=frozenset(word.start for word in found if is_unknown_name(word, heads))
        or _NOWHERE,
        states=_gathered((pole.about, pole.states) for pole in poles if pole.weighed),
        members=_gathered((about, {member}) for m in sets for about, member in m.names),
        named=(_words(named, False), _words(named, True)),
        spelt=_set(spelt_names(found, low)),
        years=_set(time.value for time in told if time.kind == "year"),
        parts=_set(time.value for time in told if time.kind != "year"),
        said=_terms(found, denied, 1),
        denied=_set(_terms(found, denied, -1)),
        uncertainty=sum(each not in (FACT, DONE) for each in sure) / len(sure),
    )


def _position_by_position(text: str) -> str:
    """Fold a text in as many code points: one that would become two (İ) stays as it is."""
    low = folded(text)
    if len(low) == len(text):
        return low
    return "".join(each if len(each) == 1 else c for c in text for each in [folded(c)])


def _content(
    words: Sequence[Word], apart: Sequence[NegationCue | Pole | Time | Span]
) -> tuple[Word, ...]:
    places = {at for each in apart for at in range(each.start, each.end)}
    return tuple(
        [w for w in words if w.term and places.isdisjoint(range(w.start, w.end))]
        if places
        else [w for w in words if w.term]
    )


def _set(values: Iterable[str]) -> frozenset[str]:
    """Make a set; the empty ones, which are most, are one."""
    return frozenset(values) or _NOTHING


def _gathered(pairs: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, frozenset[str]]:
    """Gather what is said of each matter."""
    found: dict[str, frozenset[str]] = {}
    for about, states in pairs:
        found[about] = found.get(about, _NOTHING) | frozenset(states)
    return found or _NONE


def _words(named: Sequence[Name], han: bool) -> frozenset[str]:
    return _set(name.word for name in named if is_han(name) == han)


def _terms(words: Sequence[Word], denied: Sequence[NegationCue], wanted: int) -> tuple[str, ...]:
    """List the terms that are said (1) or denied (-1), each once."""
    if not denied:
        return tuple(dict.fromkeys(w.term for w in words if w.term)) if wanted > 0 else ()
    own = (w.term for w in words if w.term and sign(denied, w.start, w.end) == wanted)
    return tuple(dict.fromkeys(own))
