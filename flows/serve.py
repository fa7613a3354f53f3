"""Prefect's server, worker and deployments, and the pages: `python -m flows.serve [SUBJECT…]`.

A subject is a `bidigest.yaml`; by default those in this folder and in the folders in it.
Each is waited for until it is healthy; Ctrl-C, or the end of any of them, stops all.
"""

import argparse
import contextlib
import os
import signal
import socket
import sys
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import httpx

from bidigest.errors import DigestError
from flows.announcement import announcement
from flows.deploy import prepare
from flows.deployments import subjects as found
from flows.pages import PAGES
from flows.project import folder
from flows.services import ServiceError, Services, answers

POOL = "bidigest"
HOST = "127.0.0.1"
PREFECT = [sys.executable, "-m", "prefect"]


def environment(port: int, pages: int) -> dict[str, str]:
    """Collect what the children share: this server, its database, and where pages are seen."""
    home = Path(os.environ.get("PREFECT_HOME", ".prefect"))
    return {
        **os.environ,
        "PREFECT_API_URL": f"http://{HOST}:{port}/api",
        "PREFECT_HOME": str(home.absolute()),
        PAGES: f"http://{HOST}:{pages}",
    }


def port_is_free(port: int) -> bool:
    """Tell whether nobody listens at a port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def start(services: Services, api: str, port: int, inbox: Path, subjects: Sequence[Path]) -> None:
    """Start everything in the order in which one needs the other.

    Args:
        services: those that are started here are added.
        api: address of the server's API.
        port: of the server.
        inbox: folder that is watched.
        subjects: files or folders of subjects; by default those of the project.
    """
    server = [*PREFECT, "server", "start", "--host", HOST, "--port", str(port)]
    services.start("server", server, grace=20, quiet=True)  # of its banner
    services.wait_until(lambda: answers(f"{api}/health"), "the server", 180)
    if not answers(f"{api}/work_pools/{POOL}"):
        pool = [*PREFECT, "work-pool", "create", POOL, "--type", "process"]
        services.run("creating the work pool", pool)
    services.run("deploying", [sys.executable, "-m", "flows.deploy", *map(str, subjects)])
    worker = [*PREFECT, "worker", "start", "--pool", POOL, "--limit", str(os.cpu_count() or 2)]
    services.start("worker", worker, grace=60)
    services.wait_until(lambda: _worker_online(api), "the worker", 90)
    services.start("watcher", [sys.executable, "-m", "flows.watch", str(inbox)], grace=5)
    outputs = [folder() / "outputs", *(file.output for file in found(subjects, folder()))]
    pages = [sys.executable, "-m", "flows.pages", "--port", str(port + 1), *map(str, outputs)]
    services.start("pages", pages, grace=5)


def _worker_online(api: str) -> bool:
    try:
        reply = httpx.post(f"{api}/work_pools/{POOL}/workers/filter", json={}, timeout=5)
    except httpx.HTTPError:
        return False
    return reply.is_success and any(each["status"] == "ONLINE" for each in reply.json())


def serve(port: int, inbox: Path, subjects: Sequence[Path]) -> None:
    """Run until interrupted; a subject that makes no sense ends it before anything is started.

    Args:
        port: of the server; the pages are at the next one.
        inbox: folder that is watched.
        subjects: files or folders of subjects; by default those of the project.

    Raises:
        ServiceError: something fails or ends by itself.
        DigestError: a subject makes no sense.
    """
    prepare(subjects)
    for needed in (port, port + 1):
        if not port_is_free(needed):
            raise ServiceError(f"port {needed} is in use; stop what listens there or give --port")
    for number in (signal.SIGINT, signal.SIGTERM):
        # Also where a shell started this in the background, and so deaf to SIGINT.
        signal.signal(number, signal.default_int_handler)
    with contextlib.suppress(KeyboardInterrupt), Services(environment(port, port + 1)) as services:
        start(services, f"http://{HOST}:{port}/api", port, inbox, subjects)
        now = datetime.now().astimezone()
        said = announcement(found(subjects, folder()), now, host=HOST, port=port, inbox=inbox)
        print("\n".join(("", *said, "Ctrl-C stops everything.", "")), flush=True)
        while True:
            services.check()
            time.sleep(1)


def main(arguments: list[str] | None = None) -> int:
    """Serve; return exit code 0 after Ctrl-C, 1 if anything failed."""
    parser = argparse.ArgumentParser(prog="python -m flows.serve", description=__doc__)
    parser.add_argument("subjects", nargs="*", type=Path)
    parser.add_argument(
        "--port", type=int, default=4200, help="of Prefect; published digests are at the next one"
    )
    parser.add_argument("--inbox", type=Path, default=Path("inbox"))
    wanted = parser.parse_args(arguments)
    try:
        serve(wanted.port, wanted.inbox, wanted.subjects)
    except (ServiceError, DigestError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
