"""Themes: which of the points of a page the sources themselves treat together.

Two points belong together when sources make them in the same paragraph or section (the fewer
points a section holds, the more that tells), and when their sentences are alike. Groups are
made by average link (Sokal and Michener, 1958), cut where one would grow too large for a
reader or too loose. A theme is named by the section of a source that covers it best.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from scipy.cluster.hierarchy import ClusterNode, linkage, to_tree
from scipy.spatial.distance import squareform

from bidigest.corpus import Corpus
from bidigest.model import Point, Theme
from bidigest.model.digests import source_index
from bidigest.selection.theme_titles import (
    TitledSection,
    best_title,
    enclosing,
    titled_sections,
)
from bidigest.sparse.matrices import Floats

_FEWEST = 5
"""Points of a page that is not divided."""

_SMALLEST_LIMIT = 6
"""Points that a theme may hold on any page; on a larger one half again the root of all points."""

_LEAST = 0.12
"""How near, on average, the points of a theme are to each other, of 1."""

_LEAST_TO_JOIN = 0.08
"""How near a point that stands alone is, on average, to a theme that it still joins."""

_DOUBT = 0.3
"""What two points have in common counts for less the fewer places they are known by."""

_MOST_IMPORTANT = 0
"""Index of the point that is P1 on the page."""

Group = tuple[int, ...]
"""Points by their index on the page."""


def themes(corpus: Corpus, points: Sequence[Point], language: str) -> tuple[Theme, ...]:
    """Group the shown points in themes, ordered by their first point; what fits nowhere is in none.

    Args:
        corpus: all sentences, with what is known of their pairs.
        points: all points.
        language: of the page's headings, in which titles are preferred.
    """
    shown = [point for point in points if point.shown]
    shown.sort(key=lambda point: int(point.id.removeprefix("P")))
    if len(shown) < _FEWEST:
        return ()
    near = affinity(corpus, shown)
    limit = max(_SMALLEST_LIMIT, round(1.5 * math.sqrt(len(shown))))
    groups = _joined(grouped(near, limit), near, limit)
    sections = titled_sections(corpus.documents, shown)
    spoken = [corpus.documents[source_index(p.citations[0].source)].language for p in shown]
    return tuple(_named(groups, shown, sections, language.partition("-")[0], spoken))


def affinity(corpus: Corpus, points: Sequence[Point]) -> Floats:
    """Measure how much each two points belong together.

    Returns:
        float64, (n_points, n_points), from 0 to 1, rounded; the diagonal is 0.
    """
    near = (_treated_together(corpus, points) + _alike(corpus, points)) / 2
    np.fill_diagonal(near, 0.0)
    return np.asarray(near.round(6), dtype=np.float64)


def _treated_together(corpus: Corpus, points: Sequence[Point]) -> Floats:
    """Compute the cosine of the places (paragraphs, sections) that points are cited from.

    Returns:
        float64, (n_points, n_points).
    """
    places = [sorted(set(_places(corpus, point))) for point in points]
    counts = Counter(place for each in places for place in each)
    # A place that one point alone is cited from tells nothing of others.
    common = sorted(place for place, count in counts.items() if count > 1)
    columns = {place: number for number, place in enumerate(common)}
    table = np.zeros((len(points), len(columns)))
    for row, each in enumerate(places):
        for place in (place for place in each if place in columns):
            table[row, columns[place]] = 1 - math.log(counts[place]) / math.log(len(points))
    length = np.sqrt((table**2).sum(axis=1) + _DOUBT)
    table /= length[:, np.newaxis]
    return np.asarray(table @ table.T, dtype=np.float64)


def _places(corpus: Corpus, point: Point) -> Iterator[tuple[int, str, int]]:
    for citation in point.citations:
        source = source_index(citation.source)
        block = corpus.places[source].at(citation.span.start).block
        if block is not None:
            yield source, "block", block
        for section in enclosing(corpus.documents[source], citation.span.start):
            yield source, "section", section


def _alike(corpus: Corpus, points: Sequence[Point]) -> Floats:
    """Measure how alike the most similar sentences of each two points are.

    Returns:
        float64, (n_points, n_points).
    """
    numbers = {(source, s.span.start): n for n, (source, s) in enumerate(corpus.sentences)}
    first_occurrences = corpus.matches.first_occurrences
    points_of: dict[int, set[int]] = {}
    for row, point in enumerate(points):
        for cited in point.citations:
            number = numbers.get((source_index(cited.source), cited.span.start))
            if number is not None:
                number = number if first_occurrences is None else int(first_occurrences[number])
                points_of.setdefault(number, set()).add(row)
    found = np.zeros((len(points), len(points)))
    matches = corpus.matches
    of_points = np.fromiter(sorted(points_of), dtype=np.int64)
    rows = np.isin(matches.first, of_points) & np.isin(matches.second, of_points)
    for at in np.flatnonzero(rows).tolist():
        for a in points_of[int(matches.first[at])]:
            for b in points_of[int(matches.second[at])]:
                alike = max(found[a, b], min(1.0, float(matches.concept_cosine[at])))
                found[a, b] = found[b, a] = alike
    return found


def grouped(near: Floats, limit: int) -> list[Group]:
    """Group points by average link, no group larger than the limit or looser than `_LEAST`.

    Args:
        near: float64, (n_points, n_points), as `affinity` returns it.
        limit: how many points a group may have.
    """
    root = to_tree(linkage(squareform(1 - near, checks=False), "average"))
    waiting: list[ClusterNode] = [root]
    groups = []
    while waiting:
        node = waiting.pop()
        if node.is_leaf() or (node.count <= limit and 1 - node.dist >= _LEAST):
            groups.append(tuple(sorted(node.pre_order())))
        else:
            waiting += filter(None, (node.get_left(), node.get_right()))
    return sorted(groups)


def _joined(groups: list[Group], near: Floats, limit: int) -> list[Group]:
    """Return the groups of two and more, with each lone point in the one it is nearest to.

    Args:
        groups: all groups, by index of point.
        near: float64, (n_points, n_points).
        limit: how many points a group may have.
    """
    kept = [list(group) for group in groups if len(group) > 1]
    cores = [list(group) for group in kept]
    for (point,) in (group for group in groups if len(group) == 1):
        nearness = [(float(near[point, core].mean()), -n) for n, core in enumerate(cores)]
        best, number = max(nearness, default=(0.0, 0))
        if best >= _LEAST_TO_JOIN and len(kept[-number]) < limit:
            kept[-number].append(point)
    return sorted(tuple(sorted(group)) for group in kept)


def _named(
    groups: Sequence[Group],
    points: Sequence[Point],
    sections: Sequence[TitledSection],
    language: str,
    spoken: Sequence[str] = (),
) -> Iterator[Theme]:
    """Name the themes, each title once: the theme with the more important points chooses first.

    A pair that no section names is no theme: that two points are a little alike names nothing. What
    matters most of all stands under no title of a section that does not say it. A title is in the
    page's language, else in that of most of the theme's statements (`spoken`, of each point).
    """
    left = list(sections)
    for group in groups:
        theirs = Counter(spoken[number] for number in group if spoken)
        most = [each for each, count in theirs.items() if 2 * count > len(group)]
        title = best_title(frozenset(group), left, *dict.fromkeys((language, *most)))
        if title is None and len(group) <= 2:
            continue
        left = [each for each in left if title is None or each.title != title.title]
        yield Theme(
            title=title.title if title else "",
            section=title.id if title else None,
            points=tuple(points[number].id for number in _under(title, group)),
        )


def _under(title: TitledSection | None, group: Group) -> Group:
    """Return the points of a theme that stand under its title."""
    if title is None or _MOST_IMPORTANT in title.points:
        return group
    return tuple(number for number in group if number != _MOST_IMPORTANT)
