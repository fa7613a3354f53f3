"""What `make serve` says once all runs: of each subject when it runs, how to run it, its page."""

import os
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from urllib.parse import quote
from zoneinfo import ZoneInfo

from cronsim import CronSim

from bidigest.publishing.output_folder import LATEST
from bidigest.subjects.subject_file import SubjectFile
from flows.deployments import deployment_name, time_zone
from flows.pages import PAGE

USUAL_PORT = 4200
"""Where the project's settings expect Prefect's server."""


def announcement(
    files: Sequence[SubjectFile], now: datetime, *, host: str, port: int, inbox: Path
) -> Iterator[str]:
    """Yield the lines.

    Args:
        files: the subjects.
        now: the moment, with its time zone.
        host: of the server and the pages.
        port: of the server; the pages are at the next one.
        inbox: folder that is watched.
    """
    prefect = _prefect(host, port)
    pages = f"http://{host}:{port + 1}"
    for file in files:
        title = f", “{file.subject.title}”" if file.subject.title else ""
        yield f"{deployment_name(file)}{title} ({_shown(file.path)})"
        yield f"  runs  {_next_run(file, now)}"
        yield f"  now   {prefect} deployment run digest/{deployment_name(file)} --watch"
        yield f"  page  {_page(file, pages)}"
        yield ""
    yield f"Any sources: {prefect} deployment run digest/on-demand --param 'sources=[\"FOLDER\"]'"
    folder = _shown(inbox / "NAME")
    yield f"Dropped files: put them into {folder}, of any NAME; the digest will be in outputs/NAME"
    yield f"Prefect's UI: http://{host}:{port}"


def _next_run(file: SubjectFile, now: datetime) -> str:
    if file.subject.schedule is None:
        return "only when asked: there is no schedule in its file"
    zone = time_zone(file)
    due = next(CronSim(file.subject.schedule, now.astimezone(ZoneInfo(zone))))
    return f"next on {due:%A, %d %B %Y at %H:%M}, time of {zone}"


def _page(file: SubjectFile, pages: str) -> str:
    page = Path(os.path.realpath(file.output)) / LATEST / PAGE
    after = "" if page.is_file() else " (after the first run)"
    return f"{pages}{quote(page.as_posix())}{after}"


def _prefect(host: str, port: int) -> str:
    """Write the program as one types it in this folder."""
    server = "" if port == USUAL_PORT else f"PREFECT_API_URL=http://{host}:{port}/api "
    return f"{server}{_shown(Path(sys.executable).with_name('prefect'))}"


def _shown(path: Path) -> str:
    """Write a path as seen from this folder, where it lies in it or beside it."""
    relative = os.path.relpath(path)
    return relative if not relative.startswith(f"..{os.sep}..") else str(path.absolute())
