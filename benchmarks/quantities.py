"""How many strings of each kind have their quantities read right, here and by other libraries.

    python -m benchmarks.quantities [--failures]

Reads `tests/quantities/open` and `tests/quantities/held_out` and prints a Markdown table, right of
all for each kind and half. `bidigest` is held to low, high, unit and approximation; `numbers` asks
of it only what can be asked of the others: the same numbers, whatever their unit, bound or
qualifier. Others are left out where they are not installed:

    pip install recognizers-text-suite 'emoji<2' quantulum3 cn2an

`--failures` lists what is read wrong of the open half; of the held-out half never, since rules
made for those strings would measure nothing.
"""

from __future__ import annotations

import math
import re
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bidigest.model import Quantity, Span
from bidigest.quantities.finding import find_quantities
from tests.fixtures import Case, cases

HALVES = ("open", "held_out")
KINDS = ("signs", "thousands", "chinese_shorthand", "english_forms", "no_figure", "ordinary",
         "pounds", "named_numbers", "company_notation")  # fmt: skip
FOLDER = Path(__file__).parent.parent / "tests" / "quantities"

Amount = tuple[float, float, str, bool]
"""Low, high, unit, approximate."""
Numbers = Callable[[str], list[float]]

_HAN = re.compile(r"[\u4e00-\u9fff]")
_EXPECTED = re.compile(
    r"(?P<about>~)?(?P<low>[^ .]+(?:\.\d+)?)(?:\.\.(?P<high>\S+))?(?: (?P<unit>.+))?"
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads quantities, and whether all of a figure is asked of them."""

    name: str
    right: Callable[[Case], bool]


def expected(case: Case) -> list[Amount]:
    """The amounts that a case's lines give, without their words."""
    return [_amount(line.rpartition(" = ")[2]) for line in case.expected]


def _amount(line: str) -> Amount:
    match = _EXPECTED.fullmatch(line)
    if match is None:
        raise ValueError(f"no amount: {line}")
    low = float(match["low"].replace("∞", "inf"))
    high = float(match["high"].replace("∞", "inf")) if match["high"] else low
    return low, high, match["unit"] or "", bool(match["about"])


def _found(text: str) -> tuple[Quantity, ...]:
    return find_quantities(text, Span(0, len(text)))


def _amounts(text: str) -> list[Amount]:
    return [(f.low, f.high, f.unit, f.approximate) for f in _found(text)]


def is_right(case: Case) -> bool:
    """Is every interval, unit and approximation read, in order?"""
    got, wanted = _amounts(case.text), expected(case)
    return len(got) == len(wanted) and all(map(_same, got, wanted))


def _same(one: Amount, other: Amount) -> bool:
    return one[2:] == other[2:] and all(
        math.isclose(a, b, rel_tol=1e-9) for a, b in zip(one[:2], other[:2], strict=True)
    )


def _numbers_only(numbers: Numbers) -> Callable[[Case], bool]:
    """The same finite numbers, in any order: ends of intervals count one by one."""

    def right(case: Case) -> bool:
        wanted = _ends([amount[:2] for amount in expected(case)])
        got = sorted(set(numbers(case.text)))
        return len(got) == len(wanted) and all(
            math.isclose(a, b, rel_tol=1e-6) for a, b in zip(got, wanted, strict=True)
        )

    return right


def _ends(intervals: list[tuple[float, float]]) -> list[float]:
    """Both ends of each; of a bound (0 to 15, 300 to infinity) only the number that is said."""
    ends = {
        end
        for low, high in intervals
        for end in (low, high)
        if math.isfinite(end) and not (low == 0 < high and end == 0)
    }
    return sorted(ends)


def _ours(text: str) -> list[float]:
    return _ends([(f.low, f.high) for f in _found(text)])


def _recognizers() -> Numbers:
    """Microsoft's Recognizers-Text: of what overlaps, the longest reading."""
    culture = import_module("recognizers_text").Culture
    number, unit = (
        import_module("recognizers_number"),
        import_module("recognizers_number_with_unit"),
    )
    asked = (
        number.recognize_number, number.recognize_percentage, unit.recognize_currency,
        unit.recognize_dimension, unit.recognize_temperature, unit.recognize_age,
    )  # fmt: skip

    def numbers(text: str) -> list[float]:
        language = culture.Chinese if _HAN.search(text) else culture.English
        found = [result for recognize in asked for result in recognize(text, language)]
        return list(_longest(found))

    return numbers


def _longest(found: list[Any]) -> Iterator[float]:
    taken: list[Any] = []
    for result in sorted(found, key=lambda r: r.start - r.end):
        if all(result.end < other.start or other.end < result.start for other in taken):
            value = (result.resolution or {}).get("value")
            if value:
                taken.append(result)
                yield float(str(value).rstrip("%"))


def _quantulum() -> Numbers:
    parser = import_module("quantulum3.parser")

    def numbers(text: str) -> list[float]:
        try:
            found = parser.parse(text)
        except Exception:  # It raises KeyError and others on units that it cannot compose.
            return []
        ends = ((q.value - (q.uncertainty or 0), q.value + (q.uncertainty or 0)) for q in found)
        return [end for pair in ends for end in pair]

    return numbers


def _cn2an() -> Numbers:
    """cn2an reads numerals; what it leaves in the text as digits is read as they stand."""
    transform = import_module("cn2an").transform

    def numbers(text: str) -> list[float]:
        told = transform(text.replace(",", ""), "cn2an")
        return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", told)]

    return numbers


_OTHERS: dict[str, tuple[str, Callable[[], Numbers]]] = {
    "Recognizers-Text": ("recognizers_number_with_unit", _recognizers),
    "quantulum3": ("quantulum3", _quantulum),
    "cn2an": ("cn2an", _cn2an),
}


def readers() -> list[Reader]:
    """Ours, whole and by numbers alone, and the others that are installed."""
    others = [
        Reader(name, _numbers_only(make()))
        for name, (package, make) in _OTHERS.items()
        if find_spec(package)
    ]
    return [Reader("bidigest", is_right), Reader("numbers", _numbers_only(_ours)), *others]


def table(judges: list[Reader]) -> Iterator[str]:
    """A row for each kind and half."""
    yield "| kind | half | " + " | ".join(reader.name for reader in judges) + " |"
    yield "|---|---|" + "---:|" * len(judges)
    for kind in KINDS:
        for half in HALVES:
            found = cases(f"quantities/{half}/{kind}.txt")
            scores = (f"{sum(map(r.right, found))}/{len(found)}" for r in judges)
            yield f"| {kind} | {half} | " + " | ".join(scores) + " |"


def failures() -> Iterator[str]:
    """What is read wrong of the open half."""
    for kind in KINDS:
        for case in cases(f"quantities/open/{kind}.txt"):
            if not is_right(case):
                yield f"{kind}: {case.text}"
                yield f"  wanted {expected(case)}"
                yield f"  read   {_amounts(case.text)}"


def main() -> None:
    """Print the table, or the failures."""
    warnings.simplefilter("ignore")
    lines = failures() if "--failures" in sys.argv else table(readers())
    for line in lines:
        print(line)


if __name__ == "__main__":
    main()
