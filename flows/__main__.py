"""Run the digest flow here and now, and say where the digest lies: `python -m flows [SOURCES…]`."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from prefect.client.schemas.objects import State
from prefect.settings import PREFECT_API_URL, get_current_settings, temporary_settings

from flows.digest import digest
from flows.services import answers

FIRST = 3
"""How many points are printed."""


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 for a digest, 1 for none; a source left out is no failure."""
    parser = argparse.ArgumentParser(prog="python -m flows", description=__doc__)
    parser.add_argument("sources", nargs="*", default=["seeds"])
    parser.add_argument("--output", "-o", help="by default outputs/NAME of the sources")
    wanted = parser.parse_args(arguments)
    with some_server():
        state = digest(wanted.sources, wanted.output, return_state=True)
        if not state.is_completed():
            print(state.message, file=sys.stderr)
            return 1
        print("\n".join(_summary(state)))
    return 0


@contextmanager
def some_server() -> Iterator[None]:
    """The server of this folder where it answers, else one that Prefect starts for the run.

    A server that the environment names is not replaced: who names one wants that one.
    """
    address = get_current_settings().api.url
    if address is None or PREFECT_API_URL.name in os.environ or answers(f"{address}/health"):
        yield
        return
    with temporary_settings(restore_defaults={PREFECT_API_URL}):
        yield


def _summary(state: State[Any]) -> list[str]:
    folder = Path(state.result())
    points = json.loads((folder / "digest.json").read_text(encoding="utf-8"))["points"]
    first = [point for point in points if point["shown"]][:FIRST]
    lines = [f"  {n}. {' '.join(point['statement'].split())}" for n, point in enumerate(first, 1)]
    pages = [os.path.relpath(folder / page) for page in ("digest.md", "digest.html")]
    return ["", state.message or "", f"The digest: {pages[0]}", f"            {pages[1]}", *lines]


if __name__ == "__main__":
    sys.exit(main())
