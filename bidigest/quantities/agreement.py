"""Tell whether two figures can both be right.

Intervals are closed. A figure that is approximate is good to half of its last place that is not
zero: 约 66 from 65.5 to 66.5, 约 70 from 65 to 75; a last 5 is taken as rounded to fives, so that
约 95 reaches from 92.5 to 97.5; never more than a tenth of the value. Spoken fractions (two thirds)
may be off by a twentieth. A figure given to fewer digits than the other stands for all that rounds
to it: 67 % and 66.7 %, 1.2 million and 1,234,567. A fall is told by its sign or by its word: -3 %
agrees with 下降3%. Units of time, length, area, weight and energy are converted where the factor is exact.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from bidigest.languages.parsed_quantity import PERCENT, RATIO
from bidigest.model import Quantity

MOST = 0.1
"""Share of its value by which an approximate figure may be off at most."""
FRACTION = 0.05
"""The same for a fraction without a last place, such as two thirds."""
COARSE = 0.25
"""Years by which an approximate number of years may be off beside months or weeks; and weeks, as
two of them may be 13 days.
"""
_ROUND = ("decade", "century")
"""Units that are hardly ever meant exactly: two decades may be 21 years."""
VAGUE = 3.0
"""High over low beyond which an approximate figure (数百, dozens of) contradicts nothing."""

_BASES = {
    "quarter": ("month", 3.0), "year": ("month", 12.0), "decade": ("month", 120.0),
    "century": ("month", 1200.0), "minute": ("second", 60.0), "hour": ("second", 3600.0),
    "day": ("second", 86400.0), "week": ("second", 604800.0), "ms": ("second", 0.001),
    "km": ("m", 1000.0), "cm": ("m", 0.01), "mm": ("m", 0.001), "tonne": ("kg", 1000.0),
    "g": ("kg", 0.001), "mg": ("kg", 1e-6), "jin": ("kg", 0.5), "ml": ("litre", 0.001),
    "km²": ("m²", 1e6), "hectare": ("m²", 1e4), "MWh": ("kWh", 1e3), "GWh": ("kWh", 1e6),
    "TWh": ("kWh", 1e9), "MW": ("kW", 1e3), "GW": ("kW", 1e6),
    "basis point": ("percentage point", 0.01), "inch": ("m", 0.0254), "foot": ("m", 0.3048),
    "mile": ("m", 1609.344), "acre": ("m²", 4046.8564224), "pound": ("kg", 0.45359237),
}  # fmt: skip
_CUSTOMARY = ("inch", "foot", "mile", "acre", "pound")
"""Who tells one of these in metres writes a round number again: 2,000 feet are 600 metres."""
_NOISE = 1e-9


class _Amount(NamedTuple):
    """What a figure says, wherever it stands."""

    low: float
    high: float
    unit: str
    approximate: bool


_Said = tuple[float, float, str, bool]
"""The same before anything is asked of it: very many are only looked up."""


def _amount(figure: Quantity) -> _Said:
    """Take the amount of a figure without its span."""
    return figure.low, figure.high, figure.unit, figure.approximate


def agree(a: Quantity, b: Quantity) -> bool:
    """Tell whether two figures can name one value.

    They do where their units are the same and some value lies in both intervals; a ratio (9:1)
    agrees with the share it amounts to (90 %).
    """
    if not _alike(a.unit, b.unit):
        return False
    a, b = aligned(a, b)
    return _agree(_amount(a), _amount(b))


def contradict(a: Quantity, b: Quantity) -> bool:
    """Tell whether no value lies in both figures, of the same unit and both definite.

    Never of figures without a unit, nor of one so vague (数百) that nothing contradicts it.
    """
    if _alike(a.unit, b.unit) != "comparable" or not a.unit or _vague(a) or _vague(b):
        return False
    a, b = aligned(a, b)
    return not _agree(_amount(a), _amount(b))


def in_base_units(figure: Quantity) -> tuple[float, float]:
    """Return the ends of a figure in the unit to which those of its kind are converted."""
    factor = _factor(figure.unit)
    return figure.low * factor, figure.high * factor


def aligned(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """Bring a fall told by its sign and one told by its word to the same form: -3 %, 下降3%.

    Returns:
        Both figures, the one below zero as the size of its fall; unchanged in any other case.
    """
    if b.decrease and _is_below_zero(a):
        return _opposite(a), b
    if a.decrease and _is_below_zero(b):
        return a, _opposite(b)
    return a, b


def _is_below_zero(figure: Quantity) -> bool:
    return figure.low < 0 >= figure.high


def _opposite(figure: Quantity) -> Quantity:
    return replace(figure, low=-figure.high, high=-figure.low)


@lru_cache(maxsize=1024)
def kind(unit: str) -> str:
    """Name the group of units whose figures may agree with or contradict figures of this unit."""
    prefix = unit.partition("/")[0]
    return PERCENT if prefix == RATIO else _base(prefix)


@lru_cache(maxsize=65_536)
def _agree(one: _Said, other: _Said) -> bool:
    """Tell whether two amounts whose units can be compared share a value."""
    a, b = _Amount(*one), _Amount(*other)
    if {a.unit, b.unit} == {RATIO, PERCENT}:
        ratio, share = (a, b) if a.unit == RATIO else (b, a)
        return any(_overlap(side, share) for side in _sides(ratio))
    # A price with and without its period ($5 million a year) count as one.
    return _overlap(a, b)


@lru_cache(maxsize=4096)
def _alike(a: str, b: str) -> str:
    """Tell how two units compare: `comparable`, `share` (a ratio beside a percentage) or empty."""
    if {a, b} == {RATIO, PERCENT}:
        return "share"
    one, other = a.partition("/"), b.partition("/")
    same = one[0] == other[0] and not (one[2] and other[2])
    return "comparable" if same or _base(a) == _base(b) else ""


def _base(unit: str) -> str:
    return _BASES.get(unit, (unit, 1.0))[0]


def _factor(unit: str) -> float:
    return _BASES.get(unit, (unit, 1.0))[1]


def _sides(ratio: _Amount) -> tuple[_Amount, _Amount]:
    """Compute the two shares of a split: 9:1 is 90 % and 10 %."""
    share = 100 * ratio.low / (1 + ratio.low)
    return _Amount(share, share, PERCENT, True), _Amount(100 - share, 100 - share, PERCENT, True)


def _overlap(a: _Amount, b: _Amount) -> bool:
    """Tell whether some value is in both, each as loose as its own unit: 约两年 is rounded to years."""
    of_a, of_b = _factor(a.unit), _factor(b.unit)
    low_a, high_a = _loosened(a, of_a, of_b)
    low_b, high_b = _loosened(b, of_b, of_a)
    if low_a <= high_b and low_b <= high_a:
        return True
    near = (a.high, b.low) if high_a < low_b else (a.low, b.high)
    converted = (a.unit in _CUSTOMARY) != (b.unit in _CUSTOMARY)
    rounding = _converting if converted else _rounding
    return abs(near[0] * of_a - near[1] * of_b) <= rounding(near, (of_a, of_b))


def _converting(ends: tuple[float, float], factors: tuple[float, float]) -> float:
    """Compute by how much two may differ, each of which is rounded to its last place."""
    return sum(_slack(end) * factor for end, factor in zip(ends, factors, strict=True))


def _loosened(amount: _Amount, factor: float, finer: float) -> tuple[float, float]:
    """Return the ends; nearly two years, or two decades, are loose by a quarter of their unit."""
    slack = _slack if amount.approximate else _noise
    low, high = amount.low - slack(amount.low), amount.high + slack(amount.high)
    coarse = amount.unit in _ROUND or (amount.approximate and amount.unit == "year")
    if (coarse or amount.unit == "week") and finer < factor:
        low, high = min(low, amount.low - COARSE), max(high, amount.high + COARSE)
    return low * factor, high * factor


def _noise(end: float) -> float:
    return 0.0 if math.isinf(end) else abs(end) * _NOISE


@lru_cache(maxsize=4096)
def _slack(end: float) -> float:
    """Compute by how much an approximate end may be off."""
    place, size = _place(end), abs(end)
    if math.isinf(end) or size == 0:
        return 0.0
    if place < size * _NOISE:
        return size * FRACTION
    half = place * (2.5 if round(size / place) % 10 == 5 else 0.5)
    return min(half, size * MOST) * (1 + _NOISE)


def _rounding(ends: tuple[float, float], factors: tuple[float, float]) -> float:
    """Compute half of the coarser number's last place, if the one is a rounding of the other."""
    (finer, _), (place, own_place) = sorted(
        (_place(end) * factor, _place(end)) for end, factor in zip(ends, factors, strict=True)
    )
    if math.isclose(finer, place) or own_place == 10:
        return 0.0
    # 70 is not 67 rounded, nor 300 million 340 million, nor two years 18 months: two digits must
    # be given, but for 67 beside 66.7.
    if own_place > 1 or factors[0] != factors[1]:
        smaller = min(abs(end) * factor for end, factor in zip(ends, factors, strict=True))
        if smaller < 10 * place:
            return 0.0
    return place / 2 * (1 + _NOISE)


@lru_cache(maxsize=4096)
def _place(value: float) -> float:
    """Find the place value of the last digit that is not zero: 100 of 300, 0.1 of 66.7."""
    if math.isinf(value) or value == 0:
        return 1.0
    digits, _, exponent = f"{abs(value):.11e}".partition("e")
    return float(10.0 ** (int(exponent) - len(digits.replace(".", "").rstrip("0")) + 1))


def _vague(figure: Quantity) -> bool:
    return figure.approximate and figure.high > VAGUE * figure.low
