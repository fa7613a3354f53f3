"""A subject's file, read and checked: what it means where it lies."""

from __future__ import annotations

import difflib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from bidigest.errors import OptionsError
from bidigest.reading.located_sources import LocatedSources, is_address, locate
from bidigest.reading.source_filters import SUBJECT_FILE
from bidigest.reading.source_search import FoundSources
from bidigest.reading.sources import shown
from bidigest.subjects.subject import Subject, yaml_key
from bidigest.subjects.yaml_lines import LocatedValues, parse

SUFFIXES = frozenset({".yaml", ".yml"})
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class SubjectFile:
    """A subject, and the file that its paths are relative to."""

    path: Path
    subject: Subject

    @property
    def folder(self) -> Path:
        """Where the file is."""
        return self.path.parent

    @property
    def name(self) -> str:
        """The name of its folder, or of the file where that has a name of its own."""
        path = self.path.resolve()
        return (path.parent.name if path.name == SUBJECT_FILE else path.stem) or "digest"

    @property
    def sources(self) -> list[str]:
        """Its sources as the file names them, with `~` as somebody's home."""
        return [
            source if is_address(source) else str(_at_home(source))
            for source in self.subject.sources
        ]

    @property
    def output(self) -> Path:
        """Where its editions are published."""
        folder = self.path.resolve().parent
        given = self.subject.output or f"outputs/{folder.name or 'digest'}"
        return Path(os.path.normpath(folder / _at_home(given)))

    @property
    def zone(self) -> ZoneInfo | None:
        """Its time zone; None for that of the machine."""
        return None if self.subject.timezone is None else ZoneInfo(self.subject.timezone)

    def located(self, most: int | None = None) -> LocatedSources:
        """Find the source files that are meant; addresses are not asked.

        Names are relative to the folder that holds sources and output: below it, a deployment
        reads and writes, and nowhere else.

        Args:
            most: how many files may be meant; by default as many as the file says.

        Raises:
            SourceError: there are none, or too many.
        """
        here, most = self.path.resolve().parent, most or self.subject.most_sources
        files = [source for source in self.sources if not is_address(source)]
        root = locate(files, here=here, most=most).root if files else here
        shared = Path(os.path.commonpath([root, os.path.realpath(self.output)]))
        if not files:
            return LocatedSources(shared, FoundSources((), (), ()))
        return locate(files, here=here, root=shared, most=most)


def _at_home(path: str) -> Path:
    """Expand `~` to somebody's home, where that is known."""
    with suppress(RuntimeError):
        return Path(path).expanduser()
    return Path(path)


def read_subject(path: Path) -> SubjectFile:
    """Read and check a subject's file.

    Raises:
        OptionsError: something is wrong; the message names file, line and key.
    """
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST).decode("utf-8-sig")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise OptionsError(
            f"{shown(path)}: cannot be read ({reason}); name a subject's file"
        ) from None
    located = parse(text, shown(path))
    try:
        return SubjectFile(path, Subject.model_validate(located.values))
    except ValidationError as error:
        raise OptionsError(_said(error, located, path)) from None
    except OptionsError as error:
        raise OptionsError(f"{shown(path)}: {error}") from None


def _said(error: ValidationError, located: LocatedValues, path: Path) -> str:
    """Say the first thing that is wrong: `bidigest.yaml:4: points: …`."""
    first: Any = min(error.errors(), key=lambda each: located.line(each["loc"]))
    place = first["loc"]
    key = ".".join(str(part) for part in place if isinstance(part, str)) or "the file"
    return f"{shown(path)}:{located.line(place)}: {key}: {_reason(first)}"


def _reason(first: Any) -> str:
    if first["type"] == "extra_forbidden":
        keys = [yaml_key(name) for name in Subject.model_fields]
        near = difflib.get_close_matches(str(first["loc"][-1]), keys, n=1)
        return "there is no such key" + (f"; did you mean {near[0]}?" if near else "")
    if first["type"] == "value_error":
        return str(first["ctx"]["error"])
    return f"{first['input']!r} will not do; {first['msg']}"
