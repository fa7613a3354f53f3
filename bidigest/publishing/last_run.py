"""The last run: where nothing has changed since, there is nothing to read, merge or publish.

What that was is remembered in the user's cache folder. Where anything is not as remembered, be
it a source, an option, the code or the edition itself, the run is made as if nothing were known.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

from bidigest.errors import DigestError
from bidigest.ingestion import Taken
from bidigest.model import Digest, Skipped
from bidigest.options import Options
from bidigest.publishing.editions import Edition
from bidigest.publishing.output_folder import latest_name
from bidigest.reading.source_filters import EDITIONS
from bidigest.reading.source_search import FoundSources
from bidigest.reading.sources import SourceContent
from bidigest.rendering.json import FILE
from bidigest.rendering.reports import summary_line
from bidigest.storage.cache_files import keep
from bidigest.storage.code_fingerprint import algorithm


@dataclass(frozen=True, slots=True)
class Remembered:
    """The run that made an output folder's latest edition, or found that it still holds."""

    made_of: str
    """Sources, options but for the date, and code: what `run_key` says of them."""
    edition: str
    """The edition's name."""
    sha256: str
    """Of its `digest.json`."""
    summary: str
    """The digest in one line."""
    root: str
    """Where its sources lie, which the edition links to."""


@dataclass(frozen=True, slots=True)
class LastRun:
    """What is known of the last run for an output folder."""

    folder: Path
    """Where it is remembered."""
    output: Path

    def unchanged(
        self, found: FoundSources, taken: Sequence[Taken], options: Options, *, root: Path
    ) -> Remembered | None:
        """Return the last run, if one over these sources could find out nothing else.

        Args:
            found: the sources of the run to be made.
            taken: their bytes.
            options: its options.
            root: folder that the sources' paths are relative to.
        """
        with suppress(OSError, ValueError, TypeError, DigestError):  # absent, or not ours
            known = Remembered(**json.loads(self._file().read_text("utf-8")))
            read = _identified(taken)
            if (
                known.root == os.path.realpath(root)
                and known.edition == latest_name(self.output)
                and known.made_of == _made_of(read, options, found.skipped)
                and known.sha256 == _sha256(self.output, known.edition)
            ):
                return known
        return None

    def remember(
        self, found: FoundSources, digest: Digest, edition: Edition, options: Options, *, root: Path
    ) -> None:
        """Keep this run for the next, unless that might find out more from the same sources.

        Args:
            found: the sources of the run.
            digest: what came out.
            edition: as which it was published, or found to be published.
            options: those of the run.
            root: folder that the sources' paths are relative to.
        """
        if options.asks_other_models or set(digest.skipped) - set(found.skipped):
            return
        read = [Source(document.path, document.sha256) for document in digest.documents]
        with suppress(OSError):
            known = Remembered(
                _made_of(read, options, found.skipped),
                edition.name,
                _sha256(self.output, edition.name),
                summary_line(digest),
                os.path.realpath(root),
            )
            keep(self._file(), json.dumps(asdict(known)).encode(), lasting=False)

    def _file(self) -> Path:
        place = hashlib.sha256(str(self.output.resolve()).encode("utf-8", "surrogateescape"))
        return self.folder / f"{place.hexdigest()[:40]}.json"


def _identified(taken: Sequence[Taken]) -> list[Source]:
    """Name the sources as their documents would be.

    Raises:
        ValueError: one cannot be read.
    """
    contents = [each for each in taken if isinstance(each, SourceContent)]
    if len(contents) != len(taken):
        raise ValueError("a source that cannot be read")
    return [Source(each.name, each.sha256) for each in contents]


def _made_of(sources: Sequence[Source], options: Options, skipped: Sequence[Skipped]) -> str:
    """Compute a key that is the same on another day, as an edition is."""
    return run_key(sources, options.model_copy(update={"date": None}), skipped)


def _sha256(output: Path, edition: str) -> str:
    return hashlib.sha256((output / EDITIONS / edition / FILE).read_bytes()).hexdigest()


class Source(NamedTuple):
    """A source by its path and, where it could be read, the hash of its bytes."""

    path: str
    sha256: str | None


def run_key(sources: Iterable[Source], options: Options, skipped: Sequence[Skipped] = ()) -> str:
    """Compute the SHA-256 of all that a digest depends on.

    Args:
        sources: all that were read, in any order.
        options: all of which count, the date too.
        skipped: sources left out, with the reasons, which the digest lists.
    """
    read = sorted(f"{source.sha256} {source.path}" for source in sources)
    left_out = sorted(f"{each.path} {each.reason}" for each in skipped)
    parts = [algorithm(), *read, options.model_dump_json(), *left_out]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
