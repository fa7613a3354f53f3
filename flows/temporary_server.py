"""A server for one run, where none answers: `python -m flows.temporary_server PORT`.

Prefect would start such a one itself, but only once the flow begins, and waits for it in silence.
This one starts while the flow is still being loaded.
"""

import logging
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bidigest.limits import collect_seldom
from flows.services import Services, answers

HOST = "127.0.0.1"

WITHOUT = {
    "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
    # Else a later server would take the kinds of blocks for registered.
    "PREFECT_MEMOIZE_BLOCK_AUTO_REGISTRATION": "false",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED": "false",
    "PREFECT_SERVER_UI_ENABLED": "false",
}
"""Settings: what one run by hand does not need of a server."""


def serve(port: int) -> None:
    """Answer until interrupted; runs, logs and artifacts go into the folder's own database."""
    collect_seldom()  # the objects of a start stay, and looking through them takes a tenth of it
    import uvicorn
    from prefect.server.api.server import create_app

    app = create_app(ephemeral=True, final=True)
    uvicorn.run(app, host=HOST, port=port, log_level="error", lifespan="on")


def start(services: Services) -> str:
    """Start a server, which will answer in a while, and return its address."""
    port = _free_port()
    command = [sys.executable, "-m", "flows.temporary_server", str(port)]
    services.start("server of this run", command, grace=20)
    return f"http://{HOST}:{port}/api"


def wait_for(services: Services, address: str) -> None:
    """Return once it answers; raises ServiceError if it never does."""
    services.wait_until(lambda: answers(f"{address}/health"), "the server of this run", 180)


@contextmanager
def no_links_to_it() -> Iterator[None]:
    """Keep Prefect from naming the run's page: the server has no pages, and ends with the run."""

    def says_something(record: logging.LogRecord) -> bool:
        return not record.getMessage().startswith("View at ")

    logger = logging.getLogger("prefect.flow_runs")
    logger.addFilter(says_something)
    try:
        yield
    finally:
        logger.removeFilter(says_something)


def hand_over() -> None:
    """Wait until it has got the logs and events of the run: they are sent behind its back."""
    from prefect.events.worker import EventsWorker
    from prefect.logging.handlers import APILogWorker

    APILogWorker.instance().drain()
    EventsWorker.instance().drain()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    serve(int(sys.argv[1]))
