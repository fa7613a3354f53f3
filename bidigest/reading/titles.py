"""What a document is called."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from bidigest.model import Section
from bidigest.reading.front_matter import FrontMatter

_LONGEST = 300


def title_of(path: str, front_matter: FrontMatter | None, sections: Sequence[Section]) -> str:
    """The front matter's title, the first heading of level 1, the first of any, the file's name."""
    titled = [section for section in sections if section.title]
    first = [section.title for section in titled if section.level == 1]
    names = [front_matter.title if front_matter else "", *first[:1], *(s.title for s in titled[:1])]
    title = next((name for name in names if name), PurePosixPath(path).stem)
    return " ".join(title.split())[:_LONGEST]
