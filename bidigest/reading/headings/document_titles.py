"""The title of a document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from bidigest.languages.zh.scripts import fold
from bidigest.model import Section
from bidigest.reading.boilerplate.recognition import reason_of
from bidigest.reading.front_matter import FrontMatter
from bidigest.reading.heading_cues import STANDARD_TITLE

_LONGEST = 300
_NAMELESS = frozenset({"byline", "code", "credit", "loading", "navigation", "notice"})
"""Reasons of lines that name no text; a newsletter's number or a paper's head does."""


def document_title(
    path: str, front_matter: FrontMatter | None, sections: Sequence[Section], text: str
) -> str:
    """Choose a title: the front matter's, the only heading of level 1, the first, or the file.

    A heading that any text may have (Abstract, 摘要, TLDR) does not tell this one from others,
    and neither does one that happens to come after such a heading. Nor does a timestamp or a
    byline, or a line without any mark in the middle of the text, such as a question.

    Args:
        path: of the source.
        front_matter: if there is any.
        sections: of the document, in order.
        text: of the document.
    """
    titled = [section for section in sections if section.title]
    titled = [s for s in titled if s is sections[0] or _is_marked(s, text)]
    outermost = [section for section in titled if section.level == 1]
    candidates = [*(outermost if len(outermost) == 1 else []), *titled[:1]]
    names = [section.title for section in candidates if _may_name(section.title)]
    named = front_matter.title if front_matter else ""
    title = next((name for name in (named, *names) if name), PurePosixPath(path).stem)
    return " ".join(title.split())[:_LONGEST]


def _is_marked(section: Section, text: str) -> bool:
    return section.heading is not None and (
        text[section.heading.start] == "#"
        or (section.level == 1 and not section.title.endswith(("?", "？")))
    )


def _may_name(title: str) -> bool:
    return not _is_standard(title) and reason_of(title) not in _NAMELESS


def _is_standard(title: str) -> bool:
    return STANDARD_TITLE.fullmatch(fold(title).strip("*_ :：¶").casefold()) is not None
