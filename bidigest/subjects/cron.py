"""Whether cron understands a schedule; what runs it says so too late, and not where."""

from __future__ import annotations

import re

_DAYS = {name: number for number, name in enumerate("sun mon tue wed thu fri sat".split())}
_MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
_FIELDS: tuple[tuple[str, int, int, dict[str, int]], ...] = (
    ("minute", 0, 59, {}),
    ("hour", 0, 23, {}),
    ("day of the month", 1, 31, {}),
    ("month", 1, 12, _MONTHS),
    ("day of the week", 0, 7, _DAYS),
)
_PART = re.compile(r"(?:\*|(?P<low>\w+)(?:-(?P<high>\w+))?)(?:/(?P<step>\d+))?")


def cron_problem(expression: str) -> str | None:
    """Say what is wrong with a schedule of five fields, as `0 7 * * 1-5`; None where nothing is."""
    values = expression.split()
    if len(values) != len(_FIELDS):
        names = ", ".join(name for name, *_ in _FIELDS)
        return f"a schedule has five fields ({names}), as 0 7 * * 1-5"
    for value, (name, least, most, words) in zip(values, _FIELDS, strict=True):
        if not all(_is_part(part, least, most, words) for part in value.split(",")):
            return f"{value} is no {name}; give * or numbers from {least} to {most}"
    return None


def _is_part(part: str, least: int, most: int, words: dict[str, int]) -> bool:
    match = _PART.fullmatch(part)
    if match is None or match["step"] in ("", "0"):
        return False
    ends = [_number(end, words) for end in (match["low"], match["high"]) if end is not None]
    return all(end is not None and least <= end <= most for end in ends) and (
        len(ends) < 2 or (ends[0] or 0) <= (ends[1] or 0)
    )


def _number(text: str, words: dict[str, int]) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else words.get(text.lower())
