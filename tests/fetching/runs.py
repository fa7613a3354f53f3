"""Runs over addresses on a day of one's choice, as the command line makes them."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bidigest.fetching.fetched_sources import Fetching
from bidigest.fetching.located import locate_all
from bidigest.ingestion import Reader, take_all
from bidigest.model import Digest
from bidigest.options import Options
from bidigest.pipeline import digest_taken
from bidigest.publishing import editions
from bidigest.publishing.output_folder import latest_name
from tests.fetching.servers import Server

DAY = datetime.datetime(2026, 1, 30, 7, tzinfo=datetime.UTC)


@dataclass(slots=True)
class Runs:
    """Makes digests of a server's addresses in a folder."""

    server: Server
    folder: Path
    warnings: tuple[str, ...] = ()
    """Of the last run."""
    given: dict[str, Any] = field(default_factory=dict)

    @property
    def output(self) -> Path:
        return self.folder / "out"

    def run(self, *sources: str, day: int = 0, publish: bool = True, **given: Any) -> Digest:
        """Make the digest of some sources on a day, and publish it if it is new."""
        now = DAY + datetime.timedelta(days=day)
        visitor = self.server.visitor(now=lambda: now)
        fetching = Fetching(self.output, visitor, **{**self.given, **given})
        named = [each if ":" in each else str(self.folder / each) for each in sources]
        located, self.warnings = locate_all(named, fetching, here=self.folder, root=None, most=1000)
        options = Options(date=now.date(), embeddings="none")
        reader = Reader(located.root, options)
        digest = digest_taken(located.found, take_all(located.found.paths, reader), reader)
        if publish:
            editions.publish(digest, self.output, root=located.root, keep=5)
        return digest

    def latest(self) -> dict[str, Any]:
        """The latest edition, as data."""
        text = (self.output / "latest/digest.json").read_text(encoding="utf-8")
        data: dict[str, Any] = json.loads(text)
        return data

    def edition(self) -> str:
        """The latest edition's name."""
        return latest_name(self.output) or ""
