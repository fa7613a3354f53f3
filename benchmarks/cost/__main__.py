"""What bidigest costs, row by row, each with its bar and a verdict: `make bench`.

    python -m benchmarks.cost [--rows ratio,growth,…] [--largest 10000] [--rounds 3]
        [--inputs FOLDER] [--evaluation FOLDER] [--beside "other work"] [--docs]

Rows that were measured are kept in results.jsonl beside this file, so that they need not all be
measured in one run, nor on one day; `--docs` writes the page's table out of all that are kept.
`--beside` says what else the machine did: the basis of each row ends with it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks.cost import browser, commands, library, modelled, sharded, workers
from benchmarks.cost.inputs import Inputs
from benchmarks.cost.processes import at, module
from benchmarks.cost.rows import Row, in_order, keep, kept, table
from benchmarks.tables import put

ROOT = Path(__file__).resolve().parents[2]
KEPT, PAGE = Path(__file__).with_name("results.jsonl"), ROOT / "docs" / "performance.md"


def groups(inputs: Inputs, wanted: argparse.Namespace) -> Mapping[str, Callable[[], Iterator[Row]]]:
    """Each group of rows, in the order of the table."""
    largest, rounds = wanted.largest, wanted.rounds
    return {
        "ratio": lambda: library.ratios(inputs, largest, rounds),
        "growth": lambda: library.growth(inputs, largest, rounds),
        "memory": lambda: library.memory(inputs, largest, rounds),
        "model": lambda: modelled.model(inputs),
        "modelgrowth": lambda: modelled.growth(inputs, wanted.largest_modelled),
        "encoding": lambda: modelled.encoding(inputs, rounds),
        "ten": lambda: commands.one_of_ten(inputs),
        "many": lambda: commands.one_of_many(inputs, largest),
        "unchanged": lambda: commands.unchanged(inputs, rounds),
        "first": lambda: commands.first_digest(inputs, rounds),
        "page": lambda: browser.page(inputs, rounds),
        "dask": lambda: workers.dask(inputs),
        "repeats": lambda: library.repeats(inputs, largest, rounds),
        "sharded": lambda: sharded.sharded(inputs, largest),
    }


def main() -> int:
    """Measure what is asked for; exit code 1 if a bar is not reached."""
    wanted = _arguments()
    with tempfile.TemporaryDirectory() as place:
        inputs = Inputs((wanted.inputs or Path(place)).resolve(), wanted.evaluation)
        known = groups(inputs, wanted)
        names = wanted.rows.split(",") if wanted.rows else list(known)
        found: list[Row] = []
        # What is done at installing, so that no row pays for it.
        module("flows.prepare", more=at(inputs.folder))
        for name in names:
            for row in known[name]():
                row = row.measured_beside(wanted.beside)
                print(" | ".join(row.cells()), flush=True)
                found.append(row)
            keep(KEPT, found)
    if wanted.docs:
        put(PAGE, "costs", table(in_order(kept(KEPT), list(known))))
    return 0 if all(row.reached for row in found) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rows", help="groups of rows, separated by commas; by default all")
    parser.add_argument("--largest", type=int, default=10_000, help="1000, 10000 or 100000")
    parser.add_argument("--largest-modelled", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--inputs", type=Path, help="where inputs are kept from run to run")
    parser.add_argument("--evaluation", type=Path, help="pages whose words are used too")
    parser.add_argument("--beside", default="", help="what else the machine does meanwhile")
    parser.add_argument("--docs", action="store_true", help="write the table of the page")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
