"""The errors that bidigest raises on purpose.

    DigestError
    ├── SourceError     a source cannot be read: the others go on without it
    └── OptionsError    what the user asked for makes no sense

Each message is one line that names the file, the place and the remedy.
"""

from __future__ import annotations

__all__ = ["DigestError", "OptionsError", "SourceError"]


class DigestError(Exception):
    """Whatever a user can mend; shown as one line, never as a traceback."""


class SourceError(DigestError, OSError):
    """A source that cannot be read, with the path, the reason and the remedy."""

    def __init__(self, path: str, reason: str, remedy: str) -> None:
        super().__init__(f"{path}: {reason}; {remedy}")
        self.path = path
        self.reason = reason
        self.remedy = remedy


class OptionsError(DigestError, ValueError):
    """An option or argument that cannot be used."""
