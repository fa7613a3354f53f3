"""Tell Prefect when a source arrives: `python -m flows.watch inbox`.

A file dropped into `inbox/<name>/` makes one `source.arrived` event for that folder, once the
file has stopped growing. Files are compared with what was there at the last look, also over a
restart; while no server answers, what has arrived is kept and told later.
"""

import argparse
import json
import signal
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import httpx
from prefect.client.orchestration import get_client
from prefect.events.schemas.events import Event, Resource
from prefect.settings import get_current_settings

EVENT = "source.arrived"
_UNFINISHED = (".part", ".tmp", ".crdownload", ".swp", "~")

Look = Mapping[str, tuple[int, int]]
"""Each file's time of change in nanoseconds and size in bytes, by its path."""


def look(folder: Path) -> Look:
    """List all finished files below a folder; what vanishes meanwhile is left out."""
    seen: dict[str, tuple[int, int]] = {}
    for path in sorted(folder.rglob("*")):
        if path.name.startswith(".") or path.name.endswith(_UNFINISHED):
            continue
        try:
            status = path.stat()
        except OSError:
            continue
        if path.is_file():
            seen[path.as_posix()] = (status.st_mtime_ns, status.st_size)
    return seen


def arrived(known: Look, before: Look, now: Look) -> list[str]:
    """List files that are new or changed since `known`, and no longer growing since `before`.

    Args:
        known: what has been told.
        before: the last look.
        now: this one.
    """
    return [path for path in now if now[path] == before.get(path) and now[path] != known.get(path)]


def event(folder: str, files: list[str]) -> Event:
    """Make the event for one folder; its digest goes to `outputs/` under the folder's name."""
    name = Path(folder).name
    return Event(
        event=EVENT,
        resource=Resource(
            {"prefect.resource.id": f"bidigest.folder.{folder}", "prefect.resource.name": name}
        ),
        payload={"folder": folder, "output": f"outputs/{name}", "files": files},
    )


def tell(files: list[str]) -> bool:
    """Send one event a folder; False if no server took them."""
    folders = sorted({Path(file).parent.as_posix() for file in files})
    events = [
        event(folder, [file for file in files if Path(file).parent.as_posix() == folder])
        for folder in folders
    ]
    try:
        with get_client(sync_client=True) as client:
            body = [each.model_dump(mode="json") for each in events]
            client.request("POST", "/events", json=body).raise_for_status()
    except httpx.HTTPError as error:
        print(f"events not sent, will try again: {error}", file=sys.stderr)
        return False
    for folder in folders:
        print(f"{EVENT}: {folder}", flush=True)
    return True


def watch(folder: Path, memory: Path, every: float, stop: threading.Event) -> None:
    """Look again and again until told to stop, remembering what was told.

    Args:
        folder: that is watched.
        memory: file in which it is remembered.
        every: seconds between two looks.
        stop: set when it is to end.
    """
    known = recall(memory)
    before: Look = {}
    while not stop.wait(every):
        now = look(folder)
        files = arrived(known, before, now)
        if files and tell(files):
            known = {**known, **{path: now[path] for path in files}}
            remember(memory, known)
        before = now


def recall(memory: Path) -> Look:
    """Return what was told before; nothing at the first start, or where it is damaged."""
    try:
        kept = json.loads(memory.read_text(encoding="utf-8"))
        return {path: (changed, size) for path, (changed, size) in kept.items()}
    except (FileNotFoundError, ValueError, TypeError, AttributeError):
        return {}


def remember(memory: Path, known: Look) -> None:
    """Replace the memory as a whole, so that a kill leaves the old or the new one."""
    memory.parent.mkdir(parents=True, exist_ok=True)
    draft = memory.with_suffix(".tmp")
    draft.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
    draft.replace(memory)


def main(arguments: list[str] | None = None) -> int:
    """Watch until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m flows.watch", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("inbox"))
    parser.add_argument("--every", type=float, default=2.0, help="seconds between two looks")
    wanted = parser.parse_args(arguments)
    wanted.folder.mkdir(parents=True, exist_ok=True)
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    memory = get_current_settings().home / f"watched-{wanted.folder.name}.json"
    watch(wanted.folder, memory, wanted.every, stop)
    return 0


if __name__ == "__main__":
    sys.exit(main())
