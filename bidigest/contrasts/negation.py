"""Negation: the cues of a sentence that deny something, and how far each of them reaches.

What is denied twice is said: 不得不, "did not fail to". A verb that turns round what follows it
(deny, fail to, stop; 否认, 未能, 停止) counts as a cue, but reaches less far than a plain one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.words import DENYING_PREFIX, Word, follows_denying_prefix
from bidigest.languages.zh.scripts import has_chinese

_NEAR = 4
"""Words that a turning verb reaches to, in English; in Chinese they are about as many."""
_OPENING = 4
"""Code points, as of a conjunction, that may stand before what opens a clause."""
_LONGEST = 10
"""Code points of the words that open a clause."""
OF_CLAIMS = ("den", "doubt", "否认")
"""How verbs begin that turn round all that is claimed behind them."""
_CLOSING = re.compile("[”」』》]")
_OPENING_QUOTE = re.compile("[“「『《]")
_NEAR_A_VERB = 7
"""Words that the denial of a verb reaches to in English."""


@dataclass(frozen=True, slots=True)
class NegationCue:
    """Words that deny what follows them."""

    start: int
    end: int
    reach: int
    """Where their scope ends."""
    turning: bool
    """Whether it is a verb that has a sense of its own."""


def cues(words: Sequence[Word], text: str) -> tuple[NegationCue, ...]:
    """Find the negation cues of a folded sentence without double denials, in order."""
    found = list(_refuted(words, text))
    text = pattern("harmless").sub(_blank, text)
    found += [
        *_found(pattern("denying"), words, text, False),
        *_found(pattern("turning"), words, text, True),
    ]
    found += _before(words, text)
    found += _prefixes(words, text)
    found.sort(key=lambda cue: (cue.start, -cue.end))
    kept: list[NegationCue] = []
    for cue in found:
        if not kept or cue.start >= kept[-1].end:
            kept.append(cue)
    return tuple(kept)


def without_double_denials(text: str) -> str:
    """Blank out what denies twice."""
    return pattern("double").sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _found(
    expression: re.Pattern[str], words: Sequence[Word], text: str, turning: bool
) -> Iterator[NegationCue]:
    for match in expression.finditer(text):
        clause = next((word.clause for word in words if word.end > match.start()), -1)
        after = [w for w in words if w.start >= match.end() and w.clause == clause]
        opens = _opens(match.start(), [w for w in words if w.clause == clause], text)
        within = after[: _reached(match[0], turning)]
        reach = _end(match, within, text, opens) if within else match.end()
        yield NegationCue(match.start(), match.end(), reach, turning)


def _opens(start: int, clause: Sequence[Word], text: str) -> bool:
    """Tell whether nothing stands in a clause before a place, but what opens it (that nobody …)."""
    opened = pattern("opens a clause").search(text, max(0, start - _LONGEST), start)
    return bool(opened) or not any(word.end < start - _OPENING for word in clause)


def _reached(cue: str, turning: bool) -> int | None:
    """Tell how many words a cue reaches to at most; None if to the end of its clause."""
    if turning:
        return None if cue.startswith(OF_CLAIMS) else _NEAR
    return None if has_chinese(cue) or pattern("of nobody").fullmatch(cue) else _NEAR_A_VERB


def _end(cue: re.Match[str], within: Sequence[Word], text: str, opens: bool) -> int:
    """Find where the scope of a cue ends among the words that it may reach to.

    What a verb does not do does not tell of what stands behind a preposition; nor is it turned
    round to what end one is stopped. Nobody, where it `opens` the clause, denies all of that but
    what came before or at the time.
    """
    reach = _within_quotes(cue, within[-1].end, text)
    turning = cue.re is pattern("turning")
    of_all = opens and pattern("of nobody").fullmatch(cue[0])
    if cue[0].startswith(OF_CLAIMS) or has_chinese(cue[0]):
        kinds = ("within a noun phrase", "needless")
        phrases = (pattern(kind).match(text, cue.start(), reach) for kind in kinds)
        phrase = next(filter(None, phrases), None)
        for kind in ("done then", "claims end") if turning else ():
            if then := pattern(kind).search(text, cue.end(), reach):
                return then.start()
        return phrase.end() if phrase else _end_of_a_way(cue, within, text) or reach
    kind, after = ("purpose", cue.end()) if turning else ("scope ends", within[0].end)
    kind = "scope of nobody ends" if of_all else kind
    ends = pattern(kind).search(text, after, reach)
    return ends.start() + 1 if ends else reach


def _end_of_a_way(cue: re.Match[str], within: Sequence[Word], text: str) -> int | None:
    """Find where it ends that a cue denies only who did it, or how: 不是被洪水冲垮的."""
    way = pattern("of a way").match(text, cue.start())
    return way and next((word.end for word in within if word.start >= way.end()), None)


def _within_quotes(cue: re.Match[str], reach: int, text: str) -> int:
    """Find where the quotation ends that a cue stands in: 「概不退款」条款无效."""
    closed = _CLOSING.search(text, cue.end(), reach)
    opened = closed and _OPENING_QUOTE.search(text, cue.end(), closed.start())
    return closed.start() if closed and not opened else reach


def _before(words: Sequence[Word], text: str) -> Iterator[NegationCue]:
    """Yield cues that stand behind what they deny (回报为零), put where its clause begins."""
    for match in pattern("denied before").finditer(text):
        own = next((word.clause for word in words if word.end > match.start()), -1)
        start = next((w.start for w in words if w.clause == own), match.start())
        yield NegationCue(start, start, match.start(), False)


def _refuted(words: Sequence[Word], text: str) -> Iterator[NegationCue]:
    """Yield cues that call the clause before them false, put where that begins."""
    for match in pattern("refuted before").finditer(text):
        before = [word for word in words if word.end <= match.start()]
        if before:
            start = next(w.start for w in before if w.clause == before[-1].clause)
            yield NegationCue(start, start, match.start(), False)


def _prefixes(words: Sequence[Word], text: str) -> Iterator[NegationCue]:
    for word in words if DENYING_PREFIX in text else ():
        if follows_denying_prefix(text, word):
            yield NegationCue(word.start - 2, word.start, word.end, False)


def sign(cues: Sequence[NegationCue], start: int, end: int) -> int:
    """Return -1 where an odd number of cues denies what stands there, else 1.

    Args:
        cues: those of the sentence.
        start: code point at which it stands.
        end: code point after it.
    """
    return -1 if sum(c.end <= start < c.reach for c in cues) % 2 and end else 1
