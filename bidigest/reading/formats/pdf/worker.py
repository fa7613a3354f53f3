"""PDFs are read in a process of their own, with limits.

PDFium is not safe among threads, and a file may be made to crash it or to take all memory.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from bidigest.errors import SourceError
from bidigest.model import Anchor, Span
from bidigest.reading.formats.pdf import service
from bidigest.reading.formats.pdf.service import PASSWORD
from bidigest.reading.formats.rendition import Rendition, Where

_PATIENCE = 300.0
_SECONDS = 120
"""Of processor time; two thousand pages take less."""
_BYTES = 160 << 20
"""Of memory beside the file, which is there three times over."""
_DAMAGED = "cannot be read: it takes too long, too much memory, or is damaged"
_REMEDY = "save it again, or print it to a new PDF"


def read(data: bytes, path: str, most_pages: int) -> Rendition:
    """Read a PDF of at most `most_pages` pages as Markdown.

    Args:
        data: the file's bytes.
        path: what messages call it.
        most_pages: how many pages it may have.

    Raises:
        SourceError: it cannot be read.
    """
    found = _asked(["rendition", str(most_pages)], data, path)
    anchors = (Anchor(Span(start, end), where) for start, end, where in found["anchors"])
    return Rendition(found["text"], tuple(anchors))


def raw_text(data: bytes, path: str) -> Callable[[Where], str]:
    """Look up the text of the page at a place.

    Raises:
        SourceError: the PDF cannot be read.
    """
    pages = _asked(["pages"], data, path)["pages"]

    def text(where: Where) -> str:
        """Return the text at a place; empty where there is none."""
        page = where.get("page")
        return pages[page - 1] if isinstance(page, int) and 0 < page <= len(pages) else ""

    return text


def _asked(what: list[str], data: bytes, path: str) -> dict[str, Any]:
    command = [sys.executable, "-m", __name__]
    paths = os.pathsep.join(each for each in sys.path if each)
    environment = {**os.environ, "PYTHONPATH": paths}
    request = {"what": what, "password": os.environ.get(PASSWORD)}
    try:
        if hasattr(os, "fork"):
            said = service.asked(command, environment, request, data)
        else:
            said = subprocess.run(
                [*command, *what], input=data, capture_output=True, timeout=_PATIENCE,
                env=environment, check=True,
            ).stdout  # fmt: skip
        answer: dict[str, Any] = json.loads(said)
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        raise SourceError(path, _DAMAGED, _REMEDY) from error
    if "reason" in answer:
        raise SourceError(path, answer["reason"], answer["remedy"])
    return answer


def _answer(what: list[str], data: bytes) -> dict[str, Any]:
    from bidigest.reading.formats.pdf.reader import page_texts, read_document

    try:
        if what == ["pages"]:
            return {"pages": page_texts(data, "")}
        rendition = read_document(data, "", int(what[1]))
    except SourceError as error:
        return {"reason": error.reason, "remedy": error.remedy}
    anchors = [[a.span.start, a.span.end, dict(a.where)] for a in rendition.anchors]
    return {"text": rendition.text, "anchors": anchors}


def _limit(size: int) -> None:
    """Limit what this process takes of the machine, where the system can; `size` is the file's."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        most = _BYTES + 3 * size
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _in_fork(request: Mapping[str, Any], data: bytes) -> bytes:
    """Answer a request of `service` in a process that does nothing else."""
    _limit(len(data))
    os.environ.pop(PASSWORD, None)
    if request["password"] is not None:
        os.environ[PASSWORD] = request["password"]
    return json.dumps(_answer(request["what"], data)).encode()


def main() -> None:
    """Serve, or without forks answer one request that the arguments make."""
    if len(sys.argv) == 1:
        import bidigest.reading.formats.pdf.reader  # noqa: F401  what each fork then has

        service.serve(_in_fork)
    else:
        given = sys.stdin.buffer.read()
        _limit(len(given))
        sys.stdout.write(json.dumps(_answer(sys.argv[1:], given)))


if __name__ == "__main__":
    main()
