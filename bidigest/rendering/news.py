"""What is different from the edition before, as lines that a reader understands."""

from __future__ import annotations

from dataclasses import dataclass

from bidigest.model import Changes
from bidigest.rendering.page import Page


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different; `text` is from a source, `label` is ours."""

    label: str
    text: str
    point: str | None = None
    """The point's id, where the page has something to lead to."""
    tag: str | None = None


@dataclass(frozen=True, slots=True)
class News:
    """All that is different: a sentence of ours, the changes, perhaps another sentence."""

    opening: str
    changes: tuple[Change, ...] = ()
    closing: str | None = None


def news(page: Page) -> News:
    """What to say about the changes of the page's digest."""
    changes, say = page.digest.changes, page.say
    if changes.since is None:
        return News(say("changes.first"))
    shown = {point.id for point in page.shown}
    listed = (*_sources(page, changes), *_points(page, changes, shown))
    hidden = sum(identifier not in shown for identifier in changes.new)
    if not listed and not hidden:
        return News(say("changes.none", since=changes.since))
    closing = say("changes.new_unshown", n=hidden) if hidden else None
    return News(say("changes.since", since=changes.since), listed, closing)


def _sources(page: Page, changes: Changes) -> list[Change]:
    kinds = (
        ("changes.source_added", changes.sources_added),
        ("changes.source_removed", changes.sources_removed),
        ("changes.source_changed", changes.sources_changed),
    )
    return [Change(page.say(key), path) for key, paths in kinds for path in paths]


def _points(page: Page, changes: Changes, shown: set[str]) -> list[Change]:
    say = page.say
    new = [_of(page, point, say("changes.new")) for point in changes.new if point in shown]
    figures = [
        _of(page, point, say("changes.figures", before=before, now=now))
        for point, before, now in changes.figures
    ]
    support = [
        _of(page, point, say("changes.support", before=before, now=now))
        for point, before, now in changes.support
    ]
    gone = [Change(say("changes.gone"), statement) for statement in changes.gone]
    return [*new, *figures, *support, *gone]


def _of(page: Page, identifier: str, label: str) -> Change:
    point = page.points[identifier]
    return Change(label, point.statement, identifier, point.tag)
