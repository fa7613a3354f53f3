"""The language of a digest's headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bidigest.languages import messages
from bidigest.model import Document
from bidigest.options import Options
from bidigest.options.fields import AS_WRITTEN


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
    return min(written, key=lambda tag: (-written[tag], messages.tags().index(tag)))


def _tag(document: Document) -> str:
    """Name the language of a source that a digest speaks; Chinese of no script is Simplified."""
    language = document.language
    if language == "zh":
        return "zh-Hant" if document.script == "Hant" else "zh-Hans"
    return language if language in messages.tags() else messages.ENGLISH
