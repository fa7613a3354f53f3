"""Sentences that a source has edited: other figures and days, as they were and as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from bidigest.contrasts.times import times
from bidigest.languages.folding import folded
from bidigest.model import Span
from bidigest.publishing.similar_texts import similar
from bidigest.quantities.finding import find_quantities

_SAME_SENTENCE = 0.6
"""Share of character bigrams (Dice) from which a sentence is the earlier one, edited."""
_FEW_BETWEEN = 2
"""Words that two differences may have between them and be told as one."""
_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]+|\d+(?:[.,]\d+)*|[^\w\s]|[\u3400-\u9fff_]")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_BEHIND = re.compile(r"(?>(?:[ ,]{0,2}\d++(?>(?:st|nd|rd|th)?)|[年月日号號])*)")
_IN_FRONT = re.compile(r"\d{1,2} $")
"""What belongs to a month or a year beside it: the day, the year."""

Differences = list[tuple[int, int, int, int]]
"""Words before, from and to, and words now, from and to."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A sentence of a source that tells another figure or day than it did."""

    earlier: str
    """The sentence as it was."""
    sentence: str
    before: str
    """The words that told it."""
    now: str
    """The words that tell it."""


def edits(earlier: Sequence[str], later: Sequence[str]) -> Iterator[Edit]:
    """Pair sentences that only an earlier text has with those that only the later one has.

    Yields:
        Those that tell another figure, year, month or day, in the order of the later text.
    """
    gone, come = dict.fromkeys(earlier), dict.fromkeys(later)
    left = {text: text for text in gone if text not in come}
    added = {text: text for text in come if text not in gone}
    pairs: dict[str, str] = {}
    taken = set[str]()
    for _, now, before in sorted(similar(added, left, _SAME_SENTENCE), reverse=True):
        if now not in pairs and before not in taken:
            pairs[now] = before
            taken.add(before)
    for now in added:
        if now in pairs and (words := told_otherwise(pairs[now], now)):
            yield Edit(pairs[now], now, *words)


def told_otherwise(before: str, now: str) -> tuple[str, str] | None:
    """Return the words of each by which they tell different figures or days, if they do."""
    was, is_now = _Words.of(before), _Words.of(now)
    matcher = SequenceMatcher(None, was.folded, is_now.folded, autojunk=False)
    differences = [(a, b, c, d) for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal"]
    told = [
        (was.said(a, b), is_now.said(c, d))
        for a, b, c, d in map(_with_one_before, _near_ones_joined(differences))
        if was.tells(a, b) or is_now.tells(c, d)
    ]
    if not told:
        return None
    olds, news = zip(*told, strict=True)
    return " / ".join(olds), " / ".join(news)


@dataclass(frozen=True, slots=True)
class _Words:
    """A sentence's words, a figure or a day being one."""

    text: str
    spans: Sequence[Span]
    telling: frozenset[Span]

    @classmethod
    def of(cls, text: str) -> _Words:
        figures = (quantity.span for quantity in find_quantities(text, Span(0, len(text))))
        telling = _apart(sorted([*figures, *_days(text)]))
        words = (Span(*match.span()) for match in _WORD.finditer(text))
        others = [w for w in words if not any(w.start < t.end and t.start < w.end for t in telling)]
        digits = (word for word in others if text[word.start].isdigit())
        return cls(text, sorted([*telling, *others]), frozenset((*telling, *digits)))

    @property
    def folded(self) -> list[str]:
        """The words, as they are compared."""
        said = (self.text[span.start : span.end].casefold().split() for span in self.spans)
        return [_THOUSANDS.sub("", " ".join(words)) for words in said]

    def tells(self, first: int, end: int) -> bool:
        """Tell whether one of these words is a figure or a day."""
        return not self.telling.isdisjoint(self.spans[first:end])

    def said(self, first: int, end: int) -> str:
        """Return these words as written."""
        some = self.spans[first:end]
        return self.text[some[0].start : some[-1].end] if some else ""


def _days(text: str) -> Iterator[Span]:
    for time in times(folded(text)):
        in_front = _IN_FRONT.search(text, max(0, time.start - 3), time.start)
        behind = _BEHIND.match(text, time.end)
        yield Span(
            in_front.start() if in_front else time.start, behind.end() if behind else time.end
        )


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Join those that overlap."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _near_ones_joined(differences: Differences) -> Differences:
    joined: Differences = []
    for a, b, c, d in differences:
        if joined and a - joined[-1][1] <= _FEW_BETWEEN:
            joined[-1] = (joined[-1][0], b, joined[-1][2], d)
        else:
            joined.append((a, b, c, d))
    return joined


def _with_one_before(difference: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """Take in the word before, where one of the two says nothing instead."""
    a, b, c, d = difference
    nothing = (a == b or c == d) and a > 0 and c > 0
    return (a - 1, b, c - 1, d) if nothing else difference
