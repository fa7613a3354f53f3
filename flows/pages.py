"""Show published digests in a browser, on this machine only: `python -m flows.pages FOLDER…`.

A page that Prefect's UI shows may not link to a file: so the digests have a server of their own.
An address is the file's path; whatever does not lie in one of the folders is not there.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from bidigest.publishing.output_folder import LATEST
from bidigest.reading.source_filters import EDITIONS

HOST = "127.0.0.1"
PAGES = "BIDIGEST_PAGES"
"""Environment variable: where the server of published digests is, as `http://127.0.0.1:4201`."""

PAGE = "digest.html"
_SANDBOX = "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_MARKUP = (".htm", ".html", ".mhtml", ".svg", ".xhtml", ".xml")
_TEXT = dict.fromkeys((".csv", ".md", ".txt", ".yaml"), "text/plain; charset=utf-8")


def page_address(edition: Path) -> str:
    """Return where a browser finds an edition's page: at the server PAGES names, else as a file."""
    page = edition.resolve() / PAGE
    server = os.environ.get(PAGES)
    return f"{server.rstrip('/')}{quote(page.as_posix())}" if server else page.as_uri()


class PageHandler(SimpleHTTPRequestHandler):
    """Answers with files of some folders, and with nothing else."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **_TEXT}  # noqa: RUF012

    def __init__(self, *given: object, folders: Sequence[Path]) -> None:
        self._folders = folders
        super().__init__(*given)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer, if it is this machine that asks for this machine (else DNS was rebound)."""
        host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        if host not in (HOST, "localhost"):
            self.send_error(403)
        else:
            super().do_GET()

    do_HEAD = do_GET  # noqa: N815  (the standard library's name)

    def translate_path(self, path: str) -> str:
        """Return the file at an address; an empty path where there is none.

        An edition's links to its sources lead out of its folder, and may.
        """
        file = Path(os.path.normpath(unquote(urlsplit(path).path).replace("\0", "")))
        inside = any(file.is_relative_to(each) for each in self._editions())
        return str(file) if inside and file.is_file() else ""

    def _editions(self) -> list[Path]:
        """List where editions are: in the folders that are named, and in the folders in them."""
        named = [Path(os.path.realpath(folder)) for folder in self._folders]
        below = [each for folder in named if folder.is_dir() for each in sorted(folder.iterdir())]
        return [each / name for each in named + below for name in (EDITIONS, LATEST)]

    def end_headers(self) -> None:
        """Let what a source brought (scripts in a saved page) do nothing."""
        self.send_header("X-Content-Type-Options", "nosniff")
        name = urlsplit(self.path).path
        if name.lower().endswith(_MARKUP) and not name.endswith(f"/{PAGE}"):
            self.send_header("Content-Security-Policy", _SANDBOX)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing: Prefect's log is read for other things."""


def serve(folders: Sequence[Path], port: int) -> ThreadingHTTPServer:
    """Make a server that is not yet answering; port 0 takes any that is free."""
    return ThreadingHTTPServer((HOST, port), partial(PageHandler, folders=folders))


def main(arguments: list[str] | None = None) -> int:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m flows.pages", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[Path("outputs")])
    parser.add_argument("--port", type=int, default=4201)
    wanted = parser.parse_args(arguments)
    with serve(wanted.folders, wanted.port) as server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
