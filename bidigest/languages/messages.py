"""What a digest says in its own words: a file `messages/TAG.yaml` a language.

TAG is a BCP 47 tag. Chinese has two such files, one a script.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources.abc import Traversable

from bidigest.model import Document
from bidigest.options import Options
from bidigest.options.fields import AS_WRITTEN
from bidigest.package_data import parse_yaml

Catalogue = Mapping[str, str | Mapping[str, str]]
"""Each message by its key; `one` and `other` where a language tells one from several."""

ENGLISH = "en"
"""What is said where a language has no words of its own."""

_SUFFIX = ".yaml"


@cache
def tags() -> tuple[str, ...]:
    """List the languages that a digest may speak, in the order of their packs."""
    return tuple(_files())


@cache
def catalogue(tag: str) -> Catalogue:
    """Load the messages of one of `tags()`; in English what is not in its file."""
    own: Catalogue = parse_yaml(_files()[tag].read_text(encoding="utf-8"))
    return own if tag == ENGLISH else {**catalogue(ENGLISH), **own}


@cache
def _files() -> dict[str, Traversable]:
    # Grammars are loaded where a page is written, not by a run that finds nothing new.
    from bidigest.languages.packs import packs

    return dict(entry for pack in packs() for entry in sorted(_in(pack.folder)))


def _in(folder: Traversable) -> Iterator[tuple[str, Traversable]]:
    place = folder.joinpath("messages")
    for entry in place.iterdir() if place.is_dir() else ():
        if entry.name.endswith(_SUFFIX):
            yield entry.name.removesuffix(_SUFFIX), entry


def reader_language(documents: Sequence[Document], options: Options) -> str:
    """Choose the language of headings: as asked for, else as most sources are written.

    Args:
        documents: the sources of a digest, at least one.
        options: may name the language.

    Returns:
        A BCP 47 tag of which there are messages.
    """
    if options.language != AS_WRITTEN:
        return options.language
    written = Counter(map(_tag, documents))
    return min(written, key=lambda tag: (-written[tag], tags().index(tag)))


def _tag(document: Document) -> str:
    """Name the language of a source that a digest speaks; Chinese of no script is Simplified."""
    language = document.language
    if language == "zh":
        return "zh-Hant" if document.script == "Hant" else "zh-Hans"
    return language if language in tags() else ENGLISH
