"""News: what is different from the edition before, as lines that a reader understands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from bidigest.model import Changes
from bidigest.rendering.escaping import one_line
from bidigest.rendering.page_content import PageContent
from bidigest.rendering.page_messages import Messages


@dataclass(frozen=True, slots=True)
class NewsPoint:
    """A point as far as news need it."""

    statement: str
    tag: str
    """BCP 47 tag of the statement."""
    shown: bool


MOST_NEW = 10
"""How many new points are told of; more are counted."""

MOST_SEEN = 6
"""Changes of a kind that are seen at once; of more, the later ones are opened by themselves."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different; `text` is from a source, `label` is ours."""

    kind: str
    """The key of the message that is its label."""
    label: str
    text: str
    point: str | None = None
    """The point's id, where the page has something to lead to."""
    tag: str | None = None


@dataclass(frozen=True, slots=True)
class News:
    """All that is different: an opening sentence, the changes, perhaps a closing sentence."""

    opening: str
    changes: tuple[Change, ...] = ()
    closing: str | None = None

    def by_kind(self) -> Iterator[tuple[tuple[Change, ...], tuple[Change, ...]]]:
        """Yield the changes of each kind: those that are seen at once, and the others."""
        for _, changes in groupby(self.changes, lambda change: change.kind):
            of_it = tuple(changes)
            seen = MOST_SEEN if len(of_it) > MOST_SEEN + 1 else len(of_it)
            yield of_it[:seen], of_it[seen:]


def news(page: PageContent) -> News:
    """Tell the changes of the page's digest."""
    shown = {point.id for point in page.shown}
    changes = page.digest.changes
    moved = [each[0] for each in changes.edited]
    moved += [each[0] for each in (*changes.figures, *changes.support)]
    views = (page.points[point] for point in dict.fromkeys((*changes.new, *moved)))
    points = {view.id: NewsPoint(view.statement, view.tag, view.id in shown) for view in views}
    return tell(changes, points, page.say)


def tell(changes: Changes, points: Mapping[str, NewsPoint], say: Messages) -> News:
    """Tell changes as news.

    Args:
        changes: since the edition before.
        points: those of the newer digest, by id.
        say: messages in the reader's language.
    """
    if changes.since is None:
        return News(say("changes.first"))
    since = say.edition(changes.since)
    new = _told_new(changes, points)
    listed = (*_sources(changes, say), *_points(changes, new, points, say))
    hidden = len(changes.new) - len(new)
    if not listed and not hidden:
        return News(say("changes.none", since=since))
    closing = say("changes.new_unshown", n=hidden) if hidden else None
    return News(say("changes.since", since=since), listed, closing)


def news_text(told: News, say: Messages) -> str:
    """Write the news as lines for a terminal."""
    lines = [
        f"- {change.label}{say('colon')}{change.text}"
        + (f" ({change.point})" if change.point else "")
        for change in told.changes
    ]
    parts = (told.opening, *lines, told.closing)
    return "".join(f"{one_line(part)}\n" for part in parts if part)


def _sources(changes: Changes, say: Messages) -> list[Change]:
    kinds = (
        ("changes.source_added", changes.sources_added),
        ("changes.source_removed", changes.sources_removed),
        ("changes.source_changed", changes.sources_changed),
    )
    return [Change(key, say(key), path) for key, paths in kinds for path in paths]


def _told_new(changes: Changes, points: Mapping[str, NewsPoint]) -> list[str]:
    """Choose the new points that the page shows, and of the others as many as make `MOST_NEW`."""
    shown = [point for point in changes.new if points[point].shown]
    others = [point for point in changes.new if not points[point].shown]
    return [*shown, *others[: max(0, MOST_NEW - len(shown))]]


def _points(
    changes: Changes, told: list[str], points: Mapping[str, NewsPoint], say: Messages
) -> list[Change]:
    new = [_of(points[each], each, "changes.new", say) for each in told]
    edited = [
        Change(
            "changes.edited",
            say("changes.edited", before=before, now=now),
            quote,
            each if points[each].shown else None,
        )
        for each, before, now, quote in changes.edited
    ]
    figures = [
        _of(points[each], each, "changes.figures", say, before=before, now=now)
        for each, before, now in changes.figures
    ]
    support = [
        _of(points[each], each, "changes.support", say, before=before, now=now)
        for each, before, now in changes.support
    ]
    gone = [Change("changes.gone", say("changes.gone"), statement) for statement in changes.gone]
    return [*new, *edited, *figures, *support, *gone]


def _of(point: NewsPoint, identifier: str, kind: str, say: Messages, **values: object) -> Change:
    """Make a change of a point; only one that the page shows has a place to lead to."""
    place = identifier if point.shown else None
    return Change(kind, say(kind, **values), point.statement, place, point.tag)
