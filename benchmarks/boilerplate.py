"""How much boilerplate is taken for text, and how much text for boilerplate; headings, titles.

    python -m benchmarks.boilerplate            # the open halves
    python -m benchmarks.boilerplate --held-out
    python -m benchmarks.boilerplate --failures # and which lines are wrong

Prints right/all for each list, kind and language of `tests/reading/`. A line of boilerplate is
right if it is furniture and what stands around it is not; a line that says something if it can be
quoted; a heading if it is the title of a section.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator

from tests.reading.line_cases import LANGUAGES, LISTS, Half, LineCase, line_cases, title_cases


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--held-out", action="store_true", help="the other half of the lists")
    parser.add_argument("--failures", action="store_true", help="print the lines that are wrong")
    arguments = parser.parse_args()
    half: Half = "held_out" if arguments.held_out else "open"
    for name in LISTS:
        for language in LANGUAGES:
            _print_list(name, language, list(line_cases(name, language, half)), arguments.failures)
    _print_titles(half, arguments.failures)


def _print_list(name: str, language: str, cases: list[LineCase], failures: bool) -> None:
    results = [(case, case.is_right()) for case in cases]
    print(f"\n{name}, {language}: {_share([right for _, right in results])}")
    for kind, rights in _by_kind(results).items():
        print(f"    {_share(rights):>18}  {kind}")
    if failures:
        print(*_failures(results), sep="\n")


def _by_kind(results: list[tuple[LineCase, bool]]) -> dict[str, list[bool]]:
    kinds: dict[str, list[bool]] = defaultdict(list)
    for case, right in results:
        kinds[case.kind].append(right)
    return kinds


def _failures(results: list[tuple[LineCase, bool]]) -> Iterator[str]:
    return (
        f"    - {case.kind}: {case.line}  [{case.found()}]" for case, right in results if not right
    )


def _print_titles(half: Half, failures: bool) -> None:
    cases = title_cases(half)
    results = [(case, case.read().title == "\n".join(case.expected)) for case in cases]
    print(f"\ntitles: {_share([right for _, right in results])}")
    for case, right in results:
        if failures and not right:
            print(f"    - {case.title}: {case.read().title}")


def _share(rights: list[bool]) -> str:
    return f"{sum(rights)}/{len(rights)} = {sum(rights) / max(1, len(rights)):.0%}"


if __name__ == "__main__":
    main()
