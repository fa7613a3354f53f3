"""Run the digest flow here and now, and say where the digest lies: `python -m flows [SOURCES…]`.

A subject's file, as `seeds/bidigest.yaml`, stands for its sources and all that it says.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from prefect.settings import PREFECT_API_URL, get_current_settings, temporary_settings

from bidigest.errors import DigestError
from bidigest.limits import collect_seldom
from bidigest.publishing.edition_changes import difference_from_last_text
from bidigest.subjects.subject_file import SUFFIXES, read_subject
from flows import temporary_server
from flows.deployments import environment, parameters
from flows.project import run_root
from flows.services import ServiceError, Services, answers

if TYPE_CHECKING:
    from prefect.client.schemas.objects import State

FIRST = 3
"""How many points are printed."""

MOST_NEWS = 8
"""How many lines of what is new are."""


def main(arguments: list[str] | None = None) -> int:
    """Run the flow; return exit code 0 for a digest, 1 for none."""
    parser = argparse.ArgumentParser(prog="python -m flows", description=__doc__)
    parser.add_argument("sources", nargs="*", default=["seeds"])
    parser.add_argument("--output", "-o", help="by default outputs/NAME of the sources")
    wanted = parser.parse_args(arguments)
    collect_seldom()
    try:
        given = _parameters(wanted.sources, wanted.output)
    except DigestError as error:
        print(error, file=sys.stderr)
        return 2
    try:
        with some_server(given):
            code, lines = _run(given)
            # Before the server stops: that takes seconds, in which one may read.
            print("\n".join(lines), flush=True, file=sys.stderr if code else sys.stdout)
    except ServiceError as error:
        print(error, file=sys.stderr)
        return 1
    return code


def _run(given: dict[str, Any]) -> tuple[int, list[str]]:
    """Run the flow; return the exit code and what is to be said of it."""
    from flows.digest import digest

    state = digest(**given, return_state=True)
    if not state.is_completed():
        failure = state.result(raise_on_failure=False)
        return 1, [str(failure if isinstance(failure, DigestError) else state.message)]
    return 0, _summary(state)


def _parameters(sources: list[str], output: str | None) -> dict[str, Any]:
    """Collect the flow's parameters; a subject also sets its deployment's environment."""
    if len(sources) != 1 or Path(sources[0]).suffix.lower() not in SUFFIXES:
        return {"sources": sources, "output": output}
    file = read_subject(Path(sources[0]))
    os.environ.update(environment(file, Path.cwd()))
    if hasattr(time, "tzset"):  # Windows has none
        time.tzset()
    given = parameters(file)
    return given if output is None else {**given, "output": os.path.relpath(output, run_root())}


@contextmanager
def some_server(given: Mapping[str, Any]) -> Iterator[None]:
    """Use the server of this folder where it answers, else one that Prefect starts for the run.

    A server that the environment names is not replaced: who names one wants that one.

    Args:
        given: the flow's parameters, of which the sources are encoded while a server starts.
    """
    address = get_current_settings().api.url
    if address is None or PREFECT_API_URL.name in os.environ or answers(f"{address}/health"):
        yield
        return
    print(f"no server answers at {address}; starting one for this run", flush=True)
    with Services({**os.environ, **temporary_server.WITHOUT}) as services:
        own = temporary_server.start(services)
        _load_dictionaries()  # takes seconds, in which the server starts
        from flows.encoding_ahead import encoding_ahead

        with encoding_ahead(given):
            import flows.digest  # noqa: F401

            print("waiting for the server", flush=True)
            temporary_server.wait_for(services, own)
        with temporary_settings({PREFECT_API_URL: own}), temporary_server.no_links_to_it():
            yield
            temporary_server.hand_over()


def _load_dictionaries() -> None:
    """Load the dictionaries, which are compiled the first time after installing."""
    print("loading dictionaries, compiled the first time", flush=True)
    import bidigest

    bidigest.similarity("The ferry stopped.", "渡轮停航。")
    bidigest.summarize(bidigest.read_bytes("渡轮停航。\n\nThe ferry stopped.\n".encode(), "a.md"))


def _summary(state: "State[Any]") -> list[str]:
    """Tell what the digest says first, what is new in it, and last where it lies."""
    folder = Path(state.result())
    points = json.loads((folder / "digest.json").read_text(encoding="utf-8"))["points"]
    first = [point for point in points if point["shown"]][:FIRST]
    lines = [f"  {n}. {' '.join(point['statement'].split())}" for n, point in enumerate(first, 1)]
    told = state.message or ""
    news = [] if told.startswith("nothing new") else difference_from_last_text(folder).splitlines()
    more = [f"  … {len(news) - MOST_NEWS} more"] if len(news) > MOST_NEWS else []
    pages = [os.path.relpath(folder / page) for page in ("digest.md", "digest.html")]
    places = [f"The digest: {pages[0]}", f"            {pages[1]}"]
    return ["", told, *lines, *news[:MOST_NEWS], *more, *places]


if __name__ == "__main__":
    sys.exit(main())
