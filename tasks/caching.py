"""Keys of kept digests: the sources' bytes, the options, and the code that made them."""

from __future__ import annotations

from collections.abc import Sequence

from bidigest.model import Document, Skipped
from bidigest.options import Options
from bidigest.storage.fingerprints import Source, made_of

__all__ = ["merged_key"]


def merged_key(documents: Sequence[Document], options: Options, skipped: Sequence[Skipped]) -> str:
    """Compute the key of a digest.

    Args:
        documents: in whatever order they come.
        options: of the digest.
        skipped: sources left out, with the reasons.
    """
    read = (Source(f"{each.path} {each.fetched or ''}", each.sha256) for each in documents)
    return "merged-" + made_of(read, options, skipped)
