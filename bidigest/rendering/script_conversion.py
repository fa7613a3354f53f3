"""Statements in the reader's script; quotations are never converted."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Protocol

_CONVERSIONS = {"zh-Hans": "t2s", "zh-Hant": "s2twp"}
_SCRIPTS = {"zh-Hans": "Hans", "zh-Hant": "Hant"}


class _Converter(Protocol):
    """OpenCC's converter, as far as it is used here."""

    def convert(self, text: str) -> str: ...


def shown(statement: str, language: str, script: str | None, reader: object) -> str:
    """Return the statement as this reader sees it: converted only from Chinese in the other script.

    Args:
        statement: as its source has it.
        language: of the source.
        script: of the source, if Chinese.
        reader: language of the digest, as `zh-Hant`.
    """
    if language != "zh" or reader not in _CONVERSIONS or script == _SCRIPTS[str(reader)]:
        return statement
    return _converter(_CONVERSIONS[str(reader)]).convert(statement)


def title(
    told: str, sources: Iterable[tuple[str, str, str | None]], reader: object
) -> tuple[str, str | None]:
    """Return a digest's title as its reader sees it, and the tag of that.

    Args:
        told: the title, that of a source or one that somebody gave.
        sources: title, language and script of each.
        reader: language of the digest, as `zh-Hant`.

    Returns:
        A title that no source has is as it was given, in a language that nobody knows.
    """
    for own, language, script in sources:
        if own == told:
            converted = shown(told, language, script, reader)
            return converted, tag(language, script) if converted == told else str(reader)
    return told, None


def tag(language: str, script: str | None) -> str:
    """Return the BCP 47 tag of a text: `zh-Hans`, `zh-Hant`, `zh`, `en`, `und`."""
    return f"{language}-{script}" if script in ("Hans", "Hant") else language


@cache
def _converter(configuration: str) -> _Converter:
    # Loaded late: most digests are read as they are written.
    import opencc

    converter: _Converter = opencc.OpenCC(configuration)
    return converter
