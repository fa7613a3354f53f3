"""What a kept digest depends on: the sources' bytes, the options, and the code that made it."""

from __future__ import annotations

from collections.abc import Sequence

from bidigest.model import Document, Skipped
from bidigest.options import Options
from bidigest.storage.fingerprints import Source, made_of

__all__ = ["merged_key"]


def merged_key(documents: Sequence[Document], options: Options, skipped: Sequence[Skipped]) -> str:
    """The key of a digest of these documents, in whatever order they come."""
    read = (Source(f"{each.path} {each.fetched or ''}", each.sha256) for each in documents)
    return "merged-" + made_of(read, options, skipped)
