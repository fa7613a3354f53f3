"""Dates that contradict each other although no word says that the thing comes about only once.

Where one source is known to date something otherwise than another, whoever surely makes the same
claim with the other's date contradicts it as well: on 5 November the dam burst; on the 3rd it did,
says the second; and a third only writes that waste flowed out on 3 November.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bidigest.contradictions.ablation import OPPOSITES, pairs_alike_without
from bidigest.contradictions.opposites import analysed
from bidigest.contradictions.sentence_pairs import Contrasts, Numbers, numbers_of, partners_of
from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.contrast import Contrast
from bidigest.contrasts.event_dates import dated_clause
from bidigest.contrasts.times import Time
from bidigest.corpus import Corpus
from bidigest.model import Span

_SURE = 0.9
"""Probability of making one claim, but for opposites, from which the third makes the same one."""


def implied_dates(corpus: Corpus, contrasts: Contrasts) -> Contrasts:
    """Find the pairs that contradict each other in a date because another pair does.

    Args:
        corpus: all sentences.
        contrasts: of pairs of sentences, those that are known.

    Returns:
        What is not among them.
    """
    dated = {pair: each for pair, each in contrasts.items() if each.kind == "date"}
    partners = _partners(corpus) if dated else {}
    return dict(
        found
        for pair, each in sorted(dated.items())
        for one, other, told in _either_way(pair, each)
        for found in _implied(corpus, one, other, told, partners.get(one, ()))
        if found[0] not in contrasts
    )


def _partners(corpus: Corpus) -> Mapping[int, Sequence[int]]:
    """Collect with which sentences of other sources each surely makes one claim."""
    return partners_of(sorted(pair for pair, _ in pairs_alike_without(corpus, OPPOSITES, _SURE)))


def _either_way(pair: Numbers, found: Contrast) -> Iterator[tuple[int, int, tuple[Span, Span]]]:
    one, other = pair
    yield one, other, (found.first, found.second)
    yield other, one, (found.second, found.first)


def _implied(
    corpus: Corpus, one: int, other: int, told: tuple[Span, Span], partners: Sequence[int]
) -> Iterator[tuple[Numbers, Contrast]]:
    """Yield who contradicts one sentence in its date, as it has that of the other.

    Args:
        corpus: all sentences.
        one: a sentence.
        other: who contradicts it.
        told: where each says when.
        partners: who surely makes the same claim as the first.
    """
    ours, theirs = (
        _days(analysed(corpus, number), span)
        for number, span in zip((one, other), told, strict=True)
    )
    if len(ours) != 1 or len(theirs) != 1:
        return
    for third in partners:
        said = analysed(corpus, third)
        days = _days(said, Span(0, len(said.low)))
        like = [time for time in days if _of_one_day(time, theirs[0])]
        if third != other and like and not any(_of_one_day(time, ours[0]) for time in days):
            pair, span = numbers_of(one, third), dated_clause(said, like[0])
            spans = (told[0], span) if one < third else (span, told[0])
            yield pair, Contrast("date", *spans)


def _days(a: Analysis, within: Span) -> list[Time]:
    """List the days that are named within a span."""
    return [t for t in a.times if t.day and within.start <= t.start and t.end <= within.end]


def _of_one_day(one: Time, other: Time) -> bool:
    return (one.value, one.day) == (other.value, other.day)
