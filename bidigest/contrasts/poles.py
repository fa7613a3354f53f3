"""Poles: what a sentence says of something that is one way or the other, with its sign."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.mentions import Mention, mentions, with_neutral_pole
from bidigest.contrasts.negation import NegationCue, sign
from bidigest.contrasts.words import Word
from bidigest.languages.zh.scripts import is_chinese
from bidigest.model import Span

_NEAR = 5
"""Words behind an English verb among which its object stands."""
_KEPT = frozenset(("going", "hold", "place", "verdict"))
"""What is said of a ban the other way round than of what it bans."""
_OF_A_WAY = ("alone",)
"""What tells how a verb is done, so that it is denied with it: never let it act alone."""
_LEVEL = "level"
_PERCENT = 12
"""Code points behind a clause's last word in which a share may stand: rose 4 %."""


@dataclass(frozen=True, slots=True)
class Pole:
    """What a sentence says of something that is one way or the other."""

    about: str
    states: frozenset[str]
    """The poles that it may be at: of prices that do not rise, - and =."""
    start: int
    end: int
    clause: int
    turned: bool
    """Whether it is within the scope of an odd number of cues."""
    weighed: bool
    """Whether it is evidence of pairs, too: of the list of poles, not of that of states."""


def poles_of(words: Sequence[Word], denied: Sequence[NegationCue], text: str) -> tuple[Pole, ...]:
    """Find the poles of a folded sentence, in order.

    Args:
        words: of the sentence.
        denied: its cues.
        text: the sentence, folded.
    """
    mentioned = {name: mentions(name, words, text) for name in ("poles", "states")}
    if not any(mentioned.values()):
        return ()
    none = [match.span() for match in pattern("no poles").finditer(text)]
    found = [
        pole
        for name, each in mentioned.items()
        for mention in each
        if not any(start <= mention.start and mention.end <= end for start, end in none)
        for pole in _poles_of(mention, words, denied, text, name == "poles")
    ]
    found = [pole for pole in found if not any(_is_part_of(pole, each) for each in found)]
    return tuple(sorted(found, key=lambda pole: (pole.start, pole.end)))


def _is_part_of(pole: Pole, other: Pole) -> bool:
    """Tell whether a pole stands in longer words of the same: enough, and not large enough.

    So it does in all that tells of a vote: who was for it says nothing of what became of it.
    """
    within = other.start <= pole.start and pole.end <= other.end
    longer = other.end - other.start > pole.end - pole.start
    return within and longer and other.about in (pole.about, _UNITY)


def _poles_of(
    mention: Mention,
    words: Sequence[Word],
    denied: Sequence[NegationCue],
    text: str,
    weighed: bool,
) -> Iterator[Pole]:
    denying = [
        cue
        for cue in denied
        if _denies_a_turn(cue, denied, mention) or not _of_another_verb(cue, mention, words, text)
    ]
    denying += _of_nothing(denied, mention, text)
    for pole in _poles(mention, denying, _of_a_ban(mention, words, text), weighed):
        if pole.about != _LEVEL or pole.states == {"="} or _of_a_measure(mention, words, text):
            yield pole


def _of_a_measure(mention: Mention, words: Sequence[Word], text: str) -> bool:
    """Tell whether it is a quantity that rises or falls, and no climber; Chinese has own words."""
    own = clause_span(words, mention.clause)
    chinese = is_chinese(text[mention.start])
    return chinese or bool(pattern("measured").search(text, own.start, own.end + _PERCENT))


def _denies_a_turn(cue: NegationCue, denied: Sequence[NegationCue], mention: Mention) -> bool:
    """Tell whether what it denies would turn round the mention: who does not rule out a delay."""
    turns = (each for each in denied if each.turning and cue.end <= each.start < cue.reach)
    return not cue.turning and any(each.end <= mention.start < each.reach for each in turns)


def _of_another_verb(cue: NegationCue, mention: Mention, words: Sequence[Word], text: str) -> bool:
    """Tell whether an English verb is denied before: what does not affect playing stops no play.

    Nor does it turn round that all are of one mind, what they reject or stop.
    """
    if any(about in _OF_A_WAY for about, _ in mention.names):
        return False
    if cue.turning and any(about == _UNITY for about, _ in mention.names):
        return True
    of_a_verb = not cue.turning and pattern("denies a verb").fullmatch(text, cue.start, cue.end)
    if not of_a_verb or _TO.search(text, cue.end, mention.start):
        return False
    between = (w for w in words if cue.end <= w.start and w.end <= mention.start)
    return any(word.term and not pattern("carries a noun").fullmatch(word.text) for word in between)


def _of_nothing(denied: Sequence[NegationCue], mention: Mention, text: str) -> list[NegationCue]:
    """Put cues before a verb that stand behind it: who received no warning did not receive one."""
    return [
        replace(cue, start=mention.start - 1, end=mention.start, reach=mention.end)
        for cue in denied
        if cue.start == mention.end + 1 and pattern("of nobody").fullmatch(text, cue.start, cue.end)
    ]


_UNITY = "unity"
_TO = re.compile(r"\bto $")


def _of_a_ban(mention: Mention, words: Sequence[Word], text: str) -> bool:
    """Tell whether what is kept or ended (the first thing named behind it) is a ban."""
    after = [w for w in words if w.start >= mention.end and w.clause == mention.clause]
    near = after[:_NEAR] if not is_chinese(text[mention.start]) else after
    end = near[-1].end if near else mention.end
    return bool(pattern("bans").search(text, mention.end, end))


def _poles(
    mention: Mention, denied: Sequence[NegationCue], of_a_ban: bool, weighed: bool
) -> list[Pole]:
    """Make a pole for each thing that the words may be about."""
    said = sign([c for c in denied if not _within(c, mention)], mention.start, mention.end)
    return [
        Pole(
            about,
            states=_states(about, pole, (said < 0) != (of_a_ban and about in _KEPT)),
            start=mention.start,
            end=mention.end,
            clause=mention.clause,
            turned=said < 0,
            weighed=weighed,
        )
        for about, pole in mention.names
    ]


def _within(cue: NegationCue, mention: Mention) -> bool:
    """Tell whether the cue is a part of the mention itself (未达, not guilty, 上诉失败)."""
    behind = cue.start == cue.end and cue.reach < mention.end
    return behind or (mention.start <= cue.start and cue.end <= mention.end)


def _states(about: str, pole: str, turned: bool) -> frozenset[str]:
    ends = {"+", "-", "="} if about in with_neutral_pole() else {"+", "-"}
    return frozenset(ends - {pole} if turned else {pole})


def any_opposite(ones: Sequence[Pole], others: Sequence[Pole]) -> bool:
    """Tell whether a pole of the one excludes a pole of the other on the same matter."""
    return any(
        one.about == other.about and one.states.isdisjoint(other.states)
        for one in ones
        for other in others
    )


def clause_span(words: Sequence[Word], clause: int) -> Span:
    """Return where a clause of a sentence stands, given by its number.

    Args:
        words: of the sentence.
        clause: its number.
    """
    own = [word for word in words if word.clause == clause]
    return Span(own[0].start, own[-1].end) if own else Span(0, 0)
