"""What a stored result depends on: the source's bytes, and the code that read them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from bidigest.algorithm import algorithm
from bidigest.identity import Source, made_of
from bidigest.model import Document, Skipped
from bidigest.options import Options

__all__ = ["content_key", "merged_key"]


def content_key(sources: list[Source]) -> str | None:
    """The key of these sources' readings; None, which means not kept, if one is unreadable."""
    if any(source.sha256 is None for source in sources):
        return None
    names = "\n".join(f"{source.sha256} {source.path}" for source in sources)
    return "ingested-" + hashlib.sha256(f"{algorithm()}\n{names}".encode()).hexdigest()


def merged_key(documents: Sequence[Document], options: Options, skipped: Sequence[Skipped]) -> str:
    """The key of a digest of these documents, in whatever order they come."""
    read = (Source(document.path, document.sha256) for document in documents)
    return "merged-" + made_of(read, options, skipped)
