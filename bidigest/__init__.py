"""Several reports on one subject, in Chinese and English, as one deduplicated, cited digest.

    import bidigest

    digest = bidigest.build(["seeds"], bidigest.Options(points=10))
    edition = bidigest.publish(digest, "outputs/seeds")
    assert not bidigest.verify(edition.folder).problems

Everything is loaded when it is first used: importing costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bidigest.api import (
        build,
        find_sources,
        merge,
        publish,
        read,
        read_bytes,
        render,
        similarity,
        summarize,
        verify,
        write,
    )
    from bidigest.errors import DigestError, OptionsError, SourceError
    from bidigest.model import Digest, Document, Summary
    from bidigest.options import Options

    __version__: str

_HOMES = {
    "build": "api",
    "find_sources": "api",
    "merge": "api",
    "publish": "api",
    "read": "api",
    "read_bytes": "api",
    "render": "api",
    "similarity": "api",
    "summarize": "api",
    "verify": "api",
    "write": "api",
    "DigestError": "errors",
    "OptionsError": "errors",
    "SourceError": "errors",
    "Digest": "model",
    "Document": "model",
    "Summary": "model",
    "Options": "options",
}

__all__ = [
    "Digest",
    "DigestError",
    "Document",
    "Options",
    "OptionsError",
    "SourceError",
    "Summary",
    "__version__",
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
    if name == "__version__":
        from importlib.metadata import version

        return version(__name__)
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted((*__all__, "__doc__", "__name__", "__version__"))
