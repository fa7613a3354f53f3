"""A digest as its readers see it: what Markdown and HTML both show, before either escapes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bidigest.model import Digest, Skipped
from bidigest.model.digests import source_id
from bidigest.rendering import script_conversion
from bidigest.rendering.page_messages import Messages, messages
from bidigest.rendering.page_themes import ShownTheme, in_themes
from bidigest.rendering.shown_conflicts import ShownConflict, shown_conflict
from bidigest.rendering.shown_points import ShownPoint, ShownPoints
from bidigest.rendering.source_table import LeftOut, SourceRow, left_out, source_row
from bidigest.text.locations import Locations


@dataclass(frozen=True, slots=True)
class PageContent:
    """Everything that a reader is shown, in the order of the page."""

    digest: Digest
    say: Messages
    title: str
    """In the reader's script."""
    title_tag: str | None
    """BCP 47 tag of the title, if it is that of a source."""
    summary: str
    note: str | None
    """Says that statements stay in another language than the headings."""
    making: tuple[str, ...]
    """What is to be known of how the digest was made."""
    shared: tuple[ShownPoint, ...]
    single: tuple[ShownPoint, ...]
    single_note: str
    """How many points of a single source are not shown; empty where all are."""
    conflicts: tuple[ShownConflict, ...]
    sources: tuple[SourceRow, ...]
    left_out: tuple[LeftOut, ...]
    skipped: tuple[str, ...]
    """What could not be read and why, or was read already, a line each."""
    points: Mapping[str, ShownPoint]
    """All points of the digest, shown or not, by id."""
    order: str
    """Says what the points are ordered by."""
    shared_themes: tuple[ShownTheme, ...]
    """The shared points by theme, in the order in which they are read."""
    single_themes: tuple[ShownTheme, ...]

    @property
    def shown(self) -> tuple[ShownPoint, ...]:
        """The points of the page, the shared ones first."""
        return self.shared + self.single


def page_content(digest: Digest) -> PageContent:
    """Collect what is to be shown of a digest."""
    say = messages(digest.language)
    places = [Locations(document) for document in digest.documents]
    views = ShownPoints(digest, places)
    shown = [views[point.id] for point in digest.points if point.shown]
    shared = tuple(view for view in shown if len(view.sources) > 1)
    single = tuple(view for view in shown if len(view.sources) == 1)
    themes = in_themes(digest, shared, say)
    titles = ((each.title, each.language, each.script) for each in digest.documents)
    title, title_tag = script_conversion.title(digest.title, titles, digest.options.get("language"))
    return PageContent(
        digest=digest,
        say=say,
        title=title,
        title_tag=title_tag,
        summary=_summary(digest, say, len(shown)),
        note=_note(digest, say, shown),
        making=tuple(say.note(each.kind, each.count, each.detail) for each in digest.notes),
        shared=shared,
        single=single,
        single_note=single_note(say, [(len(p.sources), p.shown) for p in digest.points]),
        conflicts=tuple(shown_conflict(item, views, places, say) for item in digest.conflicts),
        sources=tuple(source_row(index, digest, say, shown) for index in range(len(places))),
        left_out=tuple(
            item for index, place in enumerate(places) for item in left_out(index, place)
        ),
        skipped=tuple(_skipped(each, digest, say) for each in digest.skipped),
        points=views,
        order=say("order.themes" if any(theme.heading for theme in themes) else "order"),
        shared_themes=themes,
        single_themes=in_themes(digest, single, say),
    )


def single_note(say: Messages, points: Sequence[tuple[int, bool]]) -> str:
    """Say how many points of a single source a page leaves out; empty where it leaves out none.

    Args:
        say: messages in the reader's language.
        points: of all points of the digest the number of sources, and whether the page shows it.
    """
    shown = sum(is_shown for _, is_shown in points)
    single = [is_shown for count, is_shown in points if count == 1]
    hidden = single.count(False)
    if not hidden:
        return ""
    return say("single.more" if any(single) else "single.none", n=hidden, shown=shown)


def _skipped(skipped: Skipped, digest: Digest, say: Messages) -> str:
    paths = [document.path for document in digest.documents]
    if skipped.copy_of in paths:
        read = source_id(paths.index(skipped.copy_of))
        return say("left_out.copy", path=skipped.path, source=read, read=skipped.copy_of)
    why = f"{skipped.path} ({say.unread(skipped.reason)})"
    return f"{say('left_out.skipped')}{say('colon')}{why}"


def _summary(digest: Digest, say: Messages, shown: int) -> str:
    named = Counter(say.language_name(item.language, item.script) for item in digest.documents)
    languages = say.list(say("head.language", language=name, n=named[name]) for name in named)
    sentences = sum(len(document.sentences) for document in digest.documents)
    shared = sum(len(point.sources) > 1 for point in digest.points)
    hidden = len(digest.points) - shown
    summary = say(
        "head.summary",
        sources=say("head.sources", n=len(digest.documents), languages=languages),
        sentences=say("head.sentences", n=sentences),
        points=say("head.points", n=len(digest.points)),
        shared=say("head.shared", n=shared),
        shown=shown,
    )
    return summary + say("head.hidden", n=hidden) if hidden else summary


def _note(digest: Digest, say: Messages, shown: list[ShownPoint]) -> str | None:
    reads = digest.language.split("-")[0]
    others = any(view.tag.split("-")[0] != reads for view in shown)
    return say("head.as_written") if others else None
