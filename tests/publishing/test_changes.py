"""What is different from one digest to the next."""

from collections.abc import Sequence

from bidigest.model import Changes, CitedQuantity, Document
from bidigest.publishing.changes import compare
from bidigest.rendering.json import to_data
from tests.digests import cite, digest, document, figure, point

A = "95%的试点没有回报。\n工具不会学习。\n影子经济正在兴起。\n"
Words = Sequence[Sequence[tuple[int, str]]]


def data(
    documents: Sequence[Document],
    words: Words,
    figures: dict[int, Sequence[CitedQuantity]] | None = None,
    hidden: Sequence[int] = (),
) -> dict[str, object]:
    """A digest of points, each given by its sentences as (number of the source, words)."""
    points = [
        point(
            number,
            [cite(documents, *item) for item in items],
            shown=number not in hidden,
            figures=(figures or {}).get(number, ()),
        )
        for number, items in enumerate(words, 1)
    ]
    return to_data(digest(documents, points))


def changes(old: dict[str, object], new: dict[str, object]) -> Changes:
    return compare(old, new, "before")


def test_the_same_digest_has_no_changes() -> None:
    one = data([document("a.txt", A)], [[(1, "95%")], [(1, "学习")]])
    assert changes(one, one) == Changes(since="before")


def test_points_that_only_change_their_number_are_the_same() -> None:
    a = document("a.txt", A)
    old = data([a], [[(1, "95%")], [(1, "学习")]])
    assert changes(old, data([a], [[(1, "学习")], [(1, "95%")]])) == Changes(since="before")


def test_a_sixth_source_repeats_three_points_changes_a_figure_and_adds_one() -> None:
    a = document("a.txt", A)
    late = document(
        "z.txt", "试点有95%没有带来回报。\n工具学不会新东西。\n90%的试点失败。\n监管要来了。\n"
    )
    was = figure([a], 1, "95%", 95, 95, "%")
    is_now = figure([a, late], 2, "90%", 90, 90, "%")
    old = data([a], [[(1, "95%")], [(1, "学习")], [(1, "影子")]], {1: [was]})
    new = data(
        [a, late],
        [[(1, "95%"), (2, "90%")], [(1, "学习"), (2, "学不会")], [(1, "影子")], [(2, "监管")]],
        {1: [was, is_now]},
    )
    assert changes(old, new) == Changes(
        since="before",
        new=("P4",),
        support=(("P1", 1, 2), ("P2", 1, 2)),
        figures=(("P1", "95%", "95% / 90%"),),
        sources_added=("z.txt",),
    )


def test_a_quote_that_stands_elsewhere_in_a_changed_source_is_the_same_point() -> None:
    old = data([document("a.txt", A)], [[(1, "95%")]])
    new = data([document("a.txt", "新的开头。\n" + A)], [[(1, "95%")]])
    assert changes(old, new) == Changes(since="before", sources_changed=("a.txt",))


def test_a_wording_that_moves_is_not_new() -> None:
    old = data([document("a.txt", "超过80%的组织已经探索或试用这些工具来工作。\n")], [[(1, "80%")]])
    new = data([document("a.txt", "超过80%的组织已探索或试用这些工具来工作。\n")], [[(1, "80%")]])
    assert changes(old, new) == Changes(since="before", sources_changed=("a.txt",))


def test_a_figure_that_its_source_corrects() -> None:
    olds, news = (document("a.txt", f"报告说试点的{n}没有带来任何回报。\n") for n in ("95%", "85%"))
    old = data([olds], [[(1, "报告")]], {1: [figure([olds], 1, "95%", 95, 95, "%")]})
    new = data([news], [[(1, "报告")]], {1: [figure([news], 1, "85%", 85, 85, "%")]})
    assert changes(old, new) == Changes(
        since="before",
        edited=(("P1", "95%", "85%", "报告说试点的85%没有带来任何回报。"),),
        sources_changed=("a.txt",),
    )


def test_a_day_that_its_source_moves() -> None:
    """Days are no figures of a point, and its other sources may say the day as it was."""
    told = "The scheme will start on {} in all districts of the city, the bureau said.\n"
    other = document("b.txt", "From 1 April the scheme is everywhere.\n", "en", None)
    olds, news = (document("a.txt", told.format(d), "en", None) for d in ("1 April", "1 June"))
    words = [[(1, "scheme"), (2, "scheme")]]
    found = changes(data([olds, other], words), data([news, other], words))
    assert found.edited == (("P1", "1 April", "1 June", told.format("1 June").strip()),)
    assert (found.new, found.gone, found.figures) == ((), (), ())


def test_a_figure_that_a_source_gave_which_went_is_no_change() -> None:
    a, b = document("a.txt", "销量下降5%。\n"), document("b.txt", "销量下降3%左右。\n")
    was = [figure([a, b], 1, "5%", 5, 5, "%"), figure([a, b], 2, "3%", 3, 3, "%")]
    old = data([a, b], [[(1, "销量"), (2, "销量")]], {1: was})
    new = data([b], [[(1, "销量")]], {1: [figure([b], 1, "3%", 3, 3, "%")]})
    assert changes(old, new).figures == ()


def test_what_a_new_source_adds_to_a_known_figure_is_detail() -> None:
    a, b = document("a.txt", A), document("b.txt", "试点中95%没有回报，工厂里是74%。\n")
    was = figure([a], 1, "95%", 95, 95, "%")
    more = [figure([a, b], 2, "95%", 95, 95, "%"), figure([a, b], 2, "74%", 74, 74, "%")]
    old = data([a], [[(1, "95%")]], {1: [was]})
    new = data([a, b], [[(1, "95%"), (2, "95%")]], {1: [was, *more]})
    assert changes(old, new).figures == ()


def test_unchanged_sentences_grouped_otherwise_change_no_figure() -> None:
    """A third source went; what was told of a tonne and what is told of a can are now together."""
    a = document("a.txt", "废塑料每吨6800元。\n")
    b = document("b.txt", "一个瓶子就是2元。\n")
    c = document("c.txt", "废塑料一吨要6800元。\n")
    tonne = figure([a, b, c], 1, "6800元", 6800, 6800, "CNY")
    can = figure([a, b], 2, "2元", 2, 2, "CNY")
    old = data([a, b, c], [[(1, "废"), (3, "废")], [(2, "瓶子")]], {1: [tonne]})
    new = data([a, b], [[(1, "废"), (2, "瓶子")]], {1: [can]})
    assert changes(old, new).figures == ()


def test_more_detail_is_no_other_figure() -> None:
    a = document("a.txt", A)
    old = data([a], [[(1, "95%")]])
    new = data([a], [[(1, "95%")]], {1: [figure([a], 1, "95%", 95, 95, "%")]})
    assert changes(old, new).figures == ()


def test_a_point_that_no_source_makes_any_more() -> None:
    old = data([document("a.txt", A)], [[(1, "95%")], [(1, "影子")], [(1, "学习")]], hidden=[3])
    new = data([document("a.txt", "95%的试点没有回报。\n")], [[(1, "95%")]])
    assert changes(old, new).gone == ("影子经济正在兴起。",)


def test_points_that_are_merely_grouped_otherwise_are_no_news() -> None:
    """No source has changed; only a word has become rarer or more common elsewhere."""
    a, b = document("a.txt", A), document("b.txt", "试点中95%没有回报。\n")
    apart = data([a, b], [[(1, "95%")], [(2, "95%")]])
    together = data([a, b], [[(1, "95%"), (2, "95%")]])
    assert changes(apart, together) == Changes(since="before")
    assert changes(together, apart) == Changes(since="before")


def test_a_source_that_came_supports_a_point() -> None:
    a, b = document("a.txt", A), document("b.txt", "试点中95%没有回报。\n")
    found = changes(data([a], [[(1, "95%")]]), data([a, b], [[(1, "95%"), (2, "95%")]]))
    assert found == Changes(since="before", support=(("P1", 1, 2),), sources_added=("b.txt",))


def test_a_new_point_is_told_though_all_old_points_have_partners() -> None:
    a, b = document("a.txt", A), document("b.txt", "港口启用了无人驾驶的卡车。\n")
    old = data([a], [[(1, "95%")], [(1, "影子")]])
    new = data([a, b], [[(1, "95%")], [(2, "港口")], [(1, "影子")]])
    assert changes(old, new).new == ("P2",)


def test_a_source_that_went() -> None:
    a, b = document("a.txt", A), document("b.txt", "另一句话。\n")
    old = data([a, b], [[(1, "95%")], [(2, "另一")]])
    found = changes(old, data([a], [[(1, "95%")]]))
    assert (found.sources_removed, found.gone) == (("b.txt",), ("另一句话。",))
