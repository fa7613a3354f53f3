"""Messages: what a digest says in its own words, to one reader."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bidigest.languages.messages import ENGLISH, catalogue, tags
from bidigest.rendering import script_conversion

_PARTICULAR = re.compile(r"“[^“”]{0,200}”|\.\w{1,20}(?= files?)|(?<![\w-])\d+(?>(?:,\d{3})*)")
"""What a reason says of one file alone: its suffix, a number."""

_NO_LETTERS = re.compile(r"[^a-zA-Z0-9]+")

_EDITION = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)-(?P<number>\d{3,})-[0-9a-f]+")
"""The name of an edition: its day, its number within the day, a hash."""


@dataclass(frozen=True, slots=True)
class Messages:
    """The catalogue in one reader's language."""

    language: str

    def __call__(self, key: str, **values: object) -> str:
        """Format a message; `n` among the values chooses between one and several."""
        text = catalogue(self.language)[key]
        if isinstance(text, Mapping):
            text = text["one" if values.get("n") == 1 else "other"]
        return str(text).format(**values)

    def __contains__(self, key: str) -> bool:
        """Tell whether there is such a message."""
        return key in catalogue(self.language)

    def date(self, iso: str) -> str:
        """Format a calendar date as this language writes it."""
        day = datetime.date.fromisoformat(iso)
        month = self("months").split()[day.month - 1]
        return self("date", year=day.year, month=month, day=day.day)

    def edition(self, name: str) -> str:
        """Tell an edition by its day, and by its number if it is not the first of the day."""
        match = _EDITION.fullmatch(name)
        if match is None:
            return name
        try:
            day, number = self.date(match["day"]), int(match["number"])
        except ValueError:
            return name
        return day if number == 1 else self("changes.edition", date=day, n=number)

    def list(self, items: Iterable[str]) -> str:
        """Join items in a row."""
        return self("list.separator").join(items)

    def boilerplate(self, reason: str) -> str:
        """Name a reason for leaving text out; one that has no message stands for itself."""
        key = f"furniture.{reason}"
        return self(key) if key in self else reason

    def unread(self, reason: str) -> str:
        """Say why a source was not read; a part that has no message stands for itself.

        Args:
            reason: that of a `SourceError` with its remedy, `; ` between them.
        """
        return self("unread.separator").join(map(self._unread, reason.split("; ")))

    def _unread(self, part: str) -> str:
        what, most = [*_PARTICULAR.findall(part), "", ""][:2]
        key = f"unread.{_NO_LETTERS.sub('_', _PARTICULAR.sub('N', part)).strip('_')}"
        return self(key, what=what, most=most) if key in self else part

    def evidence(self, name: str) -> str:
        """Name a kind of evidence; one that the catalogue does not know stands for itself."""
        key = f"evidence.{name.replace(' ', '_')}"
        return self(key) if key in self else name

    def apart(self, name: str) -> str:
        """Say how two sentences differ in a kind of evidence; an unknown one stands for itself."""
        key = f"apart.{name.replace(' ', '_')}"
        return self(key) if key in self else name

    def note(self, kind: str, count: int, detail: str) -> str:
        """Say what is to be known of how the digest was made.

        Args:
            kind: key of the message below `note.`.
            count: how many pairs of sentences it is about.
            detail: the cause; one that the catalogue does not know stands for itself.
        """
        key = f"cause.{detail.replace(' ', '_')}"
        cause = self(key) if key in self else detail
        return self(f"note.{kind}", n=count, cause=cause)

    def language_name(self, language: str, script: str | None) -> str:
        """Name a source's language and script; a code that has no name stands for itself."""
        tag = script_conversion.tag(language, script)
        key = f"language.{tag}"
        return self(key) if key in self else tag


def messages(language: str) -> Messages:
    """Return the messages for a digest's language; English for one that has no messages."""
    return Messages(language if language in tags() else ENGLISH)
