"""The languages that other packages bring, by entry points of the group `bidigest.languages`.

Such an entry point names a `LanguagePack`. So a language is there in every process, and before any
list is read.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

from bidigest.languages.pack import LanguagePack
from bidigest.storage.code_fingerprint import LANGUAGES


@cache
def brought_by_packages() -> tuple[LanguagePack, ...]:
    """Load the packs, in the order of their codes."""
    found: list[LanguagePack] = [point.load() for point in entry_points(group=LANGUAGES)]
    return tuple(sorted(found, key=lambda pack: pack.code))
