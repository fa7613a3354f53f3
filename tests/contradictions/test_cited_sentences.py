"""Where a page tells a dispute."""

from dataclasses import replace

from bidigest.contradictions.cited_sentences import Cited
from tests.digests import cite, documents, point


def test_a_dispute_stands_at_the_point_that_cites_most_of_its_sides() -> None:
    three = documents()
    first = point(1, [cite(three, 2, "多數工具")])
    second = point(2, [cite(three, 1, "关键障碍"), cite(three, 3, "Vendors")])
    # The first cites a long sentence that says something else as well.
    keys = [(each.source, each.span.start) for p in (first, second) for each in p.citations]
    aside = ("S3", -1)
    third = replace(point(3, [cite(three, 1, "关键障碍")]), citations=(), id="P3")
    cited = Cited(
        {keys[0]: (0,), keys[1]: (1,), keys[2]: (1,), aside: (2,)},
        (*keys, aside),
        {key: number for number, key in enumerate((*keys, aside))},
    )
    points = (first, second, third)
    assert cited.disputed_at([(0, 1), (0, 2)], points) == {(0, 1): 1, (0, 2): 1}
    # Alone, a pair stands at the first point that cites one of the two.
    assert cited.disputed_at([(0, 1)], points) == {(0, 1): 0}
    assert cited.disputed_at([(1, 2)], points) == {}
