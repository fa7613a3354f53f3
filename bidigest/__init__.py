"""Several reports on one subject, in Chinese and English, as one deduplicated, cited digest.

    import datetime, pathlib, bidigest
    options = bidigest.Options(date=datetime.date(2026, 1, 31))
    digest = bidigest.build(["seeds"], options, root=pathlib.Path.cwd())
    edition = bidigest.publish(digest, pathlib.Path("outputs/seeds"), root=pathlib.Path.cwd())

Everything is loaded when it is first used: importing costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bidigest.checking.verification import verify
    from bidigest.errors import CitationError, DigestError, OptionsError, SourceError
    from bidigest.matching import similarity
    from bidigest.model import Digest, Document, Summary
    from bidigest.options import Options
    from bidigest.pipeline import build, merge
    from bidigest.publishing.editions import publish, write
    from bidigest.ranking.textrank import summarize
    from bidigest.reading import find_sources, read, read_bytes
    from bidigest.rendering import render

_HOMES = {
    "build": "pipeline",
    "merge": "pipeline",
    "publish": "publishing.editions",
    "write": "publishing.editions",
    "CitationError": "errors",
    "DigestError": "errors",
    "OptionsError": "errors",
    "SourceError": "errors",
    "similarity": "matching",
    "Digest": "model",
    "Document": "model",
    "Summary": "model",
    "Options": "options",
    "find_sources": "reading",
    "read": "reading",
    "read_bytes": "reading",
    "render": "rendering",
    "summarize": "ranking.textrank",
    "verify": "checking.verification",
}

__all__ = [
    "CitationError",
    "Digest",
    "DigestError",
    "Document",
    "Options",
    "OptionsError",
    "SourceError",
    "Summary",
    "build",
    "find_sources",
    "merge",
    "publish",
    "read",
    "read_bytes",
    "render",
    "similarity",
    "summarize",
    "verify",
    "write",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
