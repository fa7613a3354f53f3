"""What the readings of a conflict say: what they count, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bidigest.languages.en.morphology import stem
from bidigest.languages.parsed_quantity import PERCENT, RATIO, TIMES
from bidigest.languages.unit_words import PEOPLE
from bidigest.languages.zh.scripts import is_chinese
from bidigest.model import Conflict, Reading
from bidigest.quantities.units import is_count
from bidigest.rendering import script_conversion
from bidigest.rendering.page_messages import Messages

_MONEY = re.compile(r"[A-Z]{3}(?:/\w+)?")
_NAMED = {
    PERCENT: "unit.percent",
    RATIO: "unit.ratio",
    TIMES: "unit.times",
    **dict.fromkeys(sorted(PEOPLE), "unit.people"),
}


def counted(conflict: Conflict, say: Messages) -> str:
    """Say what the readings' figures count, each once, and which words the readings share.

    What is counted is named in the reader's language if a source names it so; measures (km) not at
    all, for each figure is shown with its own. Words beside each other are told as one.
    """
    units = dict.fromkeys(r.figure.unit for r in conflict.readings if r.figure and r.figure.unit)
    things = _things([unit for unit in units if not _is_symbol(unit) and is_count(unit)], say)
    named = [unit for unit in units if _is_symbol(unit) or unit in things]
    counting = {stem(unit.casefold()) for unit in units}
    about = [w for w in conflict.about if stem(w.casefold()) not in counting and len(w) > 1]
    told = {
        "conflict.counted": list(dict.fromkeys(_unit(unit, say) for unit in named)),
        "conflict.about": _phrases(about, conflict.readings[0].quote),
    }
    return " · ".join(say(key, what=say.list(each)) for key, each in told.items() if each)


def _things(units: Sequence[str], say: Messages) -> list[str]:
    """Choose what a reader is told of the words for what is counted.

    Those in the reader's language, else one noun of the other: a measure word (户) tells nothing to
    who does not read it. Nor does 例 beside 病例 tell more.
    """
    chinese = say.language.startswith("zh")
    own = [unit for unit in units if is_chinese(unit) == chinese]
    told = own or [unit for unit in units if len(unit) > 1 or chinese][:1]
    return [u for u in told if not any(u != each and each.endswith(u) for each in told)]


def _phrases(words: Sequence[str], quote: str) -> list[str]:
    """Join words of a quotation, in its order, between which nothing or a blank stands.

    A name and what happens to it are two: `Odile`, `rises`.
    """
    phrases: list[str] = []
    end = 0
    for word in words:
        start = quote.find(word, end)
        between = quote[end:start] if start >= end > 0 else "…"
        if phrases and between in ("", " ") and _one_phrase(phrases[-1], word, quote):
            phrases[-1] += between + word
        else:
            phrases.append(word)
        end = start + len(word) if start >= 0 else end
    return phrases


def _one_phrase(phrase: str, word: str, quote: str) -> bool:
    """Tell whether both are names, or neither; what begins a quotation may be either."""
    return phrase[0].isupper() == word[0].isupper() or quote.startswith(phrase)


def _is_symbol(unit: str) -> bool:
    return unit in _NAMED or _MONEY.fullmatch(unit) is not None


def _unit(unit: str, say: Messages) -> str:
    if unit in _NAMED:
        return say(_NAMED[unit])
    if _MONEY.fullmatch(unit):
        return say("unit.money", unit=unit)
    # Chinese units are known by their simplified names.
    told = script_conversion.shown(unit, "zh", "Hans", say.language) if is_chinese(unit) else unit
    return say("unit.thing", unit=told)


def emphasized(reading: Reading) -> tuple[tuple[str, str | None], ...]:
    """Split a quotation into parts, each with the element that it stands in; joined they are it."""
    end = len(reading.quote)
    spans = {
        "em": reading.words,
        "strong": reading.figure.span if reading.figure else None,
    }
    within = {
        kind: range(max(0, span.start - reading.span.start), span.end - reading.span.start)
        for kind, span in spans.items()
        if span is not None
    }
    cuts = {cut for each in within.values() for cut in (each.start, each.stop) if 0 < cut < end}
    places = sorted({0, end, *cuts})
    return tuple(
        (reading.quote[start:stop], _kind(start, within)) for start, stop in pairwise(places)
    )


def _kind(position: int, within: dict[str, range]) -> str | None:
    return next((kind for kind in ("strong", "em") if position in within.get(kind, ())), None)
