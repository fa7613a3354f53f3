"""Tables that cost seconds to compile, kept as a file of the user's cache folder.

SQLite, so that a run reads only what it asks for. The cache is never needed: where it cannot
be written, is torn or turns out damaged, the table is compiled in memory instead.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from bidigest.storage.cache_files import keep

Compile = Callable[[sqlite3.Connection], None]
Row = Sequence[object]

_HEADER = 100
"""Bytes of SQLite's file header; it tells the size of a page and how many there are."""


class Tables:
    """Compiled tables, asked row by row; safe to share between threads."""

    def __init__(self, path: Path, compile_: Compile) -> None:
        self._path = path
        self._compile = compile_
        self._process = os.getpid()
        self._connection = self._opened()

    def row(self, question: str, *values: object) -> Row | None:
        """Return the first row that answers the SQL question; None where there is none."""
        return next(iter(self.rows(question, values)), None)

    def rows(self, question: str, values: Sequence[object]) -> list[Row]:
        """Return all rows that answer the SQL question."""
        if self._process != os.getpid():  # SQLite's connections do not survive a fork
            self._process, self._connection = os.getpid(), self._opened()
        try:
            return self._connection.execute(question, values).fetchall()
        except sqlite3.DatabaseError:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
            self._connection = self._in_memory()
            return self._connection.execute(question, values).fetchall()

    def _opened(self) -> sqlite3.Connection:
        if _whole(self._path):
            with suppress(sqlite3.Error):
                address = f"{self._path.absolute().as_uri()}?mode=ro&immutable=1"
                return sqlite3.connect(address, uri=True, check_same_thread=False)
        connection = self._in_memory()
        with suppress(sqlite3.Error, AttributeError):  # SQLite can be built without it
            keep(self._path, connection.serialize())
        return connection

    def _in_memory(self) -> sqlite3.Connection:
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        self._compile(connection)
        connection.commit()
        return connection


def _whole(path: Path) -> bool:
    """Tell whether a file is as long as its own header says."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
        size = path.stat().st_size
    except OSError:
        return False
    page = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    return len(header) == _HEADER and pages > 0 and size == pages * (65536 if page == 1 else page)
