"""A digest as `digest.md`: for GitHub, an editor and Prefect's UI; it holds no HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bidigest.rendering.escaping import href, readable
from bidigest.rendering.escaping import markdown as safe
from bidigest.rendering.news import Change, news
from bidigest.rendering.page_content import PageContent
from bidigest.rendering.page_messages import Messages
from bidigest.rendering.page_themes import ShownTheme
from bidigest.rendering.shown_conflicts import ShownConflict
from bidigest.rendering.shown_points import ShownPlace, ShownPoint, place_href
from bidigest.rendering.source_table import SourceRow

STATEMENT = "- "
"""What a line of a statement begins with; nothing else in the file begins so."""
CHANGE = "* "

Links = str | None
"""What leads from the page's folder to the sources' root; None where a page has no folder."""


def render_markdown(page: PageContent, links: Links) -> str:
    """Render `digest.md`; without `links`, places are named and lead nowhere."""
    sections = [
        _head(page),
        _section(page.say("heading.changes"), _changes(page)),
        _section(
            page.say("heading.shared"), [page.order, *_points(page, page.shared_themes, links)]
        ),
        _section(page.say("heading.conflicts"), _conflicts(page, links)),
        _section(page.say("heading.single"), _single(page, links)),
        _section(page.say("heading.sources"), _sources(page, links)),
        _section(page.say("heading.left_out"), _left_out(page, links)),
    ]
    return "\n\n".join("\n\n".join(section) for section in sections if section) + "\n"


def _head(page: PageContent) -> list[str]:
    check = page.say("head.check", date=page.say.date(page.digest.date))
    lines = [f"# {safe(page.title)}", page.summary, check]
    notes = [page.note] if page.note else []
    return [*lines, *notes, *(safe(line) for line in page.making)]


def _section(title: str, blocks: list[str]) -> list[str]:
    return [f"## {title}", *blocks] if blocks else []


def _changes(page: PageContent) -> list[str]:
    told = news(page)
    lines = "\n".join(_change(change, page.say) for change in told.changes)
    return [block for block in (told.opening, lines, told.closing) if block]


def _change(change: Change, say: Messages) -> str:
    point = f" ({change.point})" if change.point else ""
    # The label holds a source's words where figures have changed.
    return f"{CHANGE}{safe(change.label)}{say('colon')}{safe(change.text)}{point}"


def _points(page: PageContent, themes: Sequence[ShownTheme], links: Links) -> list[str]:
    blocks = [block for theme in themes for block in _theme(theme, links, page.say)]
    return blocks or [page.say("empty")]


def _single(page: PageContent, links: Links) -> list[str]:
    """Show what one source alone says, and how much of it is not shown."""
    if not page.single_note:
        return _points(page, page.single_themes, links)
    shown = _points(page, page.single_themes, links) if page.single else []
    return [*shown, page.single_note]


def _theme(theme: ShownTheme, links: Links, say: Messages) -> list[str]:
    origin = f" ({theme.origin})" if theme.origin else ""
    heading = [f"### {safe(theme.heading)}{origin}"] if theme.heading else []
    return [*heading, *(block for point in theme.points for block in _point(point, links, say))]


def _point(point: ShownPoint, links: Links, say: Messages) -> list[str]:
    blocks = [STATEMENT + safe(point.statement)]
    if point.original is not None:
        blocks.append(f"  {say('original')}{safe(point.original)}")
    return [*blocks, f"  **{point.support}** · {point.id} · {_places(point, links, say)}"]


def _places(point: ShownPoint, links: Links, say: Messages) -> str:
    """List places by source, those last that stand beside the point and do not count as making it.

    That are who says otherwise, as a conflict shows, and who gives a figure of another time.

    Of each source the first place is given in full and further ones by number only.
    """
    cited = _by_source(point.citations)
    beside = [c for c in cited if c not in point.sources and c not in point.against]
    opposed = _by_source(point.otherwise)
    counted = [c for c in cited if c in point.sources and c not in point.against]
    making = [_of_source(cited[c], links) for c in counted]
    told = (
        ("point.otherwise", [_of_source(each, links) for each in opposed.values()]),
        ("point.other_figure", [_of_source(cited[c], links) for c in beside]),
    )
    aside = [f"{say(name)}{say('colon')}{' · '.join(them)}" for name, them in told if them]
    return " · ".join([*making, *aside])


def _by_source(places: Sequence[ShownPlace]) -> dict[str, list[ShownPlace]]:
    found: dict[str, list[ShownPlace]] = {}
    for where in places:
        found.setdefault(where.source, []).append(where)
    return found


def _of_source(places: Sequence[ShownPlace], links: Links) -> str:
    first, *others = places
    further = dict.fromkeys(
        _link(where, links, where.short) for where in others if where.line != first.line
    )
    return ", ".join([_link(first, links, first.label), *further])


def _link(where: ShownPlace, links: Links, label: str) -> str:
    if links is None:
        return safe(label)
    return f"[{safe(label)}]({readable(place_href(links, where))})"


def _to(links: Links, path: str, label: str, fragment: str = "") -> str:
    return label if links is None else f"[{label}]({readable(href(links, path, fragment))})"


def _conflicts(page: PageContent, links: Links) -> list[str]:
    blocks = [block for item in page.conflicts for block in _conflict(item, links, page.say)]
    return blocks or [page.say("empty")]


def _conflict(conflict: ShownConflict, links: Links, say: Messages) -> list[str]:
    counted = [safe(conflict.counted)] if conflict.counted else []
    named = f"{conflict.point.id} · " if conflict.named else ""
    head = [named + safe(conflict.heading), *counted]
    if links is None:
        return [*head, _readings(conflict, say)]
    columns = (say(conflict.column), say("column.quotation"), say("column.where"))
    rows = [
        (
            " · ".join(safe(words) for words in (reading.words, reading.clause) if words),
            safe(reading.where.quote),
            _link(reading.where, links, reading.where.label),
        )
        for reading in conflict.readings
    ]
    return [*head, _table(columns, rows)]


def _readings(conflict: ShownConflict, say: Messages) -> str:
    """List the readings: in the tables of Prefect's UI, long quotations are cut off."""
    return "\n".join(
        f"{CHANGE}**{safe(reading.words)}** · {safe(reading.where.label)}{say('colon')}"
        f"{safe(reading.where.quote)}"
        for reading in conflict.readings
    )


def _sources(page: PageContent, links: Links) -> list[str]:
    names = ("source", "language", "characters", "sentences", "covered", "points", "furniture")
    columns = ("", *(page.say(f"column.{name}") for name in names))
    rows = [
        (
            row.id,
            _source(row, links),
            safe(row.language),
            f"{row.characters:,}",
            f"{row.sentences:,}",
            row.covered,
            f"{row.shared} + {row.own}",
            str(row.boilerplate),
        )
        for row in page.sources
    ]
    return [_table(columns, rows, numbers=5)]


def _source(row: SourceRow, links: Links) -> str:
    """Link a title to its source; where it cannot, the path beside it says where that is."""
    if links is None and row.title and row.title not in row.path:
        return f"{safe(row.title)} · {safe(row.path)}"
    named = _to(links, row.path, safe((links is not None and row.title) or row.path))
    origin = f" · {safe(row.origin)}" if row.origin else ""
    return f"{named}{origin} · <{row.url}> {row.fetched}" if row.url else f"{named}{origin}"


def _left_out(page: PageContent, links: Links) -> list[str]:
    names = ("source", "reason", "count", "lines")
    rows = [
        (
            _to(links, item.path, item.source),
            safe(page.say.boilerplate(item.reason)),
            str(item.count),
            item.lines,
        )
        for item in page.left_out
    ]
    table = [_table([page.say(f"column.{name}") for name in names], rows)] if rows else []
    skipped = [CHANGE + safe(line) for line in page.skipped]
    return table + (["\n".join(skipped)] if skipped else []) or [page.say("empty")]


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]], numbers: int = 0) -> str:
    """Build a table whose last `numbers` columns hold numbers."""
    texts = len(columns) - numbers
    rule = ["---"] * texts + ["--:"] * numbers
    return "\n".join(f"| {' | '.join(row)} |" for row in (columns, rule, *rows))
