"""Reports for those who run bidigest: a digest in one line, tables, changes.

A reader's digest is written by the rest of `rendering`; here everything is plain Markdown in
English.
"""

from __future__ import annotations

from collections.abc import Iterable

from bidigest.model import Changes, Digest, Point
from bidigest.rendering.page_messages import messages

__all__ = [
    "changes_page",
    "coverage_rows",
    "has_changes",
    "note_lines",
    "source_rows",
    "summary_line",
]

Cell = str | int

_LANGUAGE = "en"

_FEW = 12
"""How many statements a list of changes shows before it only counts."""


def summary_line(digest: Digest) -> str:
    """Sum the digest up in one line: sources, sentences, points, how many of these are shared."""
    sentences = sum(len(document.sentences) for document in digest.documents)
    shared = sum(len(point.sources) > 1 for point in digest.points)
    shown = sum(point.shown for point in digest.points)
    return (
        f"{_count(len(digest.documents), 'source')}, {_count(sentences, 'sentence')}, "
        f"{_count(len(digest.points), 'point')} ({shared} shared, {shown} shown), "
        f"{_count(len(digest.conflicts), 'conflict')}"
    )


def note_lines(digest: Digest) -> list[str]:
    """Say what is to be known of how the digest was made, a line each."""
    say = messages(_LANGUAGE)
    return [say.note(each.kind, each.count, each.detail) for each in digest.notes]


def source_rows(digest: Digest) -> list[dict[str, Cell]]:
    """List one row a source, the skipped ones last with their reason."""
    rows: list[dict[str, Cell]] = [
        {
            **label,
            "language": document.language,
            "script": document.script or "",
            "sentences": len(document.sentences),
            "points": sum(label["id"] in point.sources for point in digest.points),
            "furniture": len(document.boilerplate),
            "skipped": "",
            # Last, since a long title pushes what follows out of sight.
            "title": document.title,
        }
        for label, document in zip(_labels(digest), digest.documents, strict=True)
    ]
    blank: dict[str, Cell] = dict.fromkeys(rows[0], "") if rows else {}
    rows += [{**blank, "path": each.path, "skipped": each.reason} for each in digest.skipped]
    return rows


def coverage_rows(digest: Digest) -> list[dict[str, Cell]]:
    """List one row a source: how much of what it says reached the digest, the page, and others."""
    return [
        {**label, **_coverage([p for p in digest.points if label["id"] in p.sources])}
        for label in _labels(digest)
    ]


def _coverage(points: list[Point]) -> dict[str, Cell]:
    shared = sum(len(point.sources) > 1 for point in points)
    return {
        "points": len(points),
        "shown": sum(point.shown for point in points),
        "also in others": shared,
        "only here": len(points) - shared,
        "shared %": round(100 * shared / len(points)) if points else 0,
    }


def has_changes(changes: Changes) -> bool:
    """Tell whether anything is different from the edition before; a first edition always is."""
    return changes.since is None or any(
        (
            changes.new,
            changes.gone,
            changes.support,
            changes.figures,
            changes.edited,
            changes.sources_added,
            changes.sources_removed,
            changes.sources_changed,
        )
    )


def changes_page(digest: Digest, changes: Changes) -> str:
    """Write the changes since the last edition as Markdown, long lists cut with their count."""
    if changes.since is None:
        return f"First edition: {summary_line(digest)}.\n"
    if not has_changes(changes):
        return f"Nothing has changed since edition {changes.since}.\n"
    statement = {point.id: point.statement for point in digest.points}
    support = [f"{statement[p]} (sources: {old} → {new})" for p, old, new in changes.support]
    figures = [f"{statement[p]} ({old} → {new})" for p, old, new in changes.figures]
    edited = [f"{quote} ({old} → {new})" for _, old, new, quote in changes.edited]
    parts = [
        f"Since edition {changes.since}:\n",
        _section("New points", (statement[point] for point in changes.new)),
        _section("Points no source makes any more", changes.gone),
        _section("More or fewer sources say so", support),
        _section("Sources that say otherwise now", edited),
        _section("Other figures", figures),
        _section("Sources added", changes.sources_added),
        _section("Sources removed", changes.sources_removed),
        _section("Sources changed", changes.sources_changed),
    ]
    return "\n".join(part for part in parts if part)


def _section(title: str, entries: Iterable[str]) -> str:
    lines = [f"- {' '.join(entry.split())}" for entry in entries]
    if not lines:
        return ""
    more = [f"- … and {len(lines) - _FEW} more"] if len(lines) > _FEW else []
    return "\n".join([f"## {title} ({len(lines)})\n", *lines[:_FEW], *more, ""])


def _labels(digest: Digest) -> list[dict[str, Cell]]:
    return [
        {"id": f"S{number}", "path": document.path}
        for number, document in enumerate(digest.documents, start=1)
    ]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
