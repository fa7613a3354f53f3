"""The points of a page's part under the themes that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from bidigest.model import Digest, Section, Theme
from bidigest.model.digests import source_index
from bidigest.rendering import script_conversion
from bidigest.rendering.page_messages import Messages
from bidigest.rendering.shown_points import ShownPoint

_FEWEST = 4
"""Points of a part of the page that is divided; headings over fewer are in the way."""

_LEAST_NAMED = 0.5
"""Share of a part's points that stand under a title; else what matters most is under no theme."""


@dataclass(frozen=True, slots=True)
class ShownTheme:
    """Points that stand together, with what stands above them."""

    key: str
    """`1` for the first theme of the page; `first` and `rest` for what belongs to none."""
    heading: str
    """A section's title, or words of ours; empty where the part is not divided, or comes first."""
    tag: str | None
    """BCP 47 tag of a title; None for words of ours."""
    section: str | None
    """Id of the section whose title it is, as `S3.4`."""
    points: tuple[ShownPoint, ...]

    @property
    def origin(self) -> str:
        """`S3 §4`: where the title stands."""
        source, _, number = (self.section or "").partition(".")
        return f"{source} §{number}" if number else ""


def in_themes(
    digest: Digest, points: Sequence[ShownPoint], say: Messages
) -> tuple[ShownTheme, ...]:
    """Sort the points in the order in which they are read: theme by theme, then those of none.

    What matters more than all that stands in a theme comes first, under no heading: a reader looks
    for P1 above. A theme that no section of a source names is none to a reader: “Theme 1” tells
    nothing.

    Args:
        digest: with its themes.
        points: those of the page.
        say: messages in the reader's language.
    """
    left = {point.id: point for point in points}
    found = []
    for number, theme in enumerate(digest.themes, start=1):
        own = tuple(left[name] for name in theme.points if name in left)
        if theme.section is not None and len(own) > 1:
            found.append(_shown(digest, theme, theme.section, number, own))
            left = {name: point for name, point in left.items() if point not in own}
    if len(points) < _FEWEST or len(points) - len(left) < _LEAST_NAMED * len(points) or not found:
        return (ShownTheme("rest", "", None, None, tuple(points)),) if points else ()
    leading = tuple(takewhile(lambda point: point.id in left, points))
    rest = tuple(left.values())[len(leading) :]
    if leading:
        found.insert(0, ShownTheme("first", "", None, None, leading))
    if rest:
        found.append(ShownTheme("rest", say("theme.rest"), None, None, rest))
    return tuple(found)


def _shown(
    digest: Digest, theme: Theme, named_by: str, number: int, points: tuple[ShownPoint, ...]
) -> ShownTheme:
    section = _section(digest, named_by)
    reader = digest.options.get("language")
    title = script_conversion.shown(theme.title, section.language, section.script, reader)
    tag = script_conversion.tag(section.language, section.script)
    return ShownTheme(
        key=str(number),
        heading=title,
        tag=str(reader) if title != theme.title else tag,
        section=named_by,
        points=points,
    )


def _section(digest: Digest, identifier: str) -> Section:
    source, _, number = identifier.partition(".")
    return digest.documents[source_index(source)].sections[int(number) - 1]
