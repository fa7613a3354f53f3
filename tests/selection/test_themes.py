"""Themes: which points of a page stand together, and under whose title."""

import datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidigest.model import Digest
from bidigest.options import Options
from bidigest.pipeline import build
from bidigest.selection.theme_titles import TitledSection, best_title, titled_sections
from bidigest.selection.themes import _joined, _named, grouped
from tests.digests import cite, document, point

MINUTES = """# Minutes of the harbour board

## Dredging

The dredging of the north channel will cost 14 million crowns.
The dredger from Halvik starts its work on 3 May.
Ships deeper than nine metres wait outside until the channel is dredged.

## Ferry fares

A ferry ticket for pedestrians rises from 12 to 15 crowns in June.
Pupils and pensioners keep travelling on the ferry for nothing.
The ferry company asked for 18 crowns.
"""
LETTER = """# A letter from the quay

## What the channel costs us

The north channel is dredged for 14 million crowns.
Work of the dredger from Halvik begins on 3 May.

## What the ferry costs us

From June pedestrians pay 15 crowns for a ferry ticket instead of 12.
Pensioners and pupils still travel on the ferry for nothing.
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Digest:
    folder = tmp_path_factory.mktemp("harbour")
    (folder / "minutes.md").write_text(MINUTES, encoding="utf-8")
    (folder / "letter.md").write_text(LETTER, encoding="utf-8")
    options = Options(date=datetime.date(2026, 1, 31), embeddings="none")
    return build(["letter.md", "minutes.md"], options, root=folder)


def test_what_the_sources_treat_together_stands_together(harbour: Digest) -> None:
    said = {item.id: item.statement for item in harbour.points}
    by_word = [
        {next(word for word in ("dredge", "ferry", "") if word in said[name]) for name in names}
        for names in (theme.points for theme in harbour.themes)
    ]
    assert sorted(map(sorted, by_word)) == [["dredge"], ["ferry"]]


def test_a_theme_is_called_as_a_section_is(harbour: Digest) -> None:
    titles = {
        f"S{s}.{n}": section.title
        for s, source in enumerate(harbour.documents, 1)
        for n, section in enumerate(source.sections, 1)
    }
    assert harbour.themes
    for theme in harbour.themes:
        assert theme.title == titles[theme.section or ""]


def test_themes_come_by_their_most_important_point(harbour: Digest) -> None:
    order = {item.id: number for number, item in enumerate(harbour.points)}
    first = [min(order[name] for name in theme.points) for theme in harbour.themes]
    assert first == sorted(first)


def test_titles_that_any_text_has_and_the_document_s_own_name_nothing() -> None:
    text = "# 港口扩建\n一。\n# 摘要\n二。\n# 三、资金从哪里来\n三。\n# 要点 2: 谁来施工\n四。\n"
    source = document("a.md", text)
    points = [point(n, [cite([source], 1, words)]) for n, words in enumerate("一二三四", 1)]
    found = titled_sections([source], points)
    assert [section.title for section in found] == ["资金从哪里来", "谁来施工"]


def test_a_title_is_shown_without_its_number_and_its_mark() -> None:
    headings = "01 谁来付钱", "02｜3月的投票", "◎ 码头工人怎么看", "📦 Freight", "3 ferries a day"
    text = "# 港口扩建\n零。\n" + "".join(f"# {each}\n{each}。\n" for each in headings)
    source = document("a.md", text)
    points = [point(n, [cite([source], 1, f"{each}。")]) for n, each in enumerate(headings, 1)]
    assert [section.title for section in titled_sections([source], points)] == [
        "谁来付钱",
        "3月的投票",
        "码头工人怎么看",
        "Freight",
        "3 ferries a day",
    ]


def test_a_title_must_cover_the_theme_and_little_else() -> None:
    narrow = TitledSection("S1.2", "Fares", "en", frozenset({1, 2}))
    wide = TitledSection("S1.1", "Everything", "en", frozenset(range(12)))
    other = TitledSection("S2.1", "Dredging", "en", frozenset({7, 8}))
    assert best_title(frozenset({1, 2, 3}), [wide, narrow, other], "en") == narrow
    assert best_title(frozenset({5, 9}), [wide, narrow, other], "en") is None


def test_a_title_is_in_the_page_s_language() -> None:
    chinese = TitledSection("S1.2", "票价", "zh", frozenset({1, 2, 3}))
    english = TitledSection("S2.2", "Fares", "en", frozenset({1, 2}))
    assert best_title(frozenset({1, 2, 3}), [english, chinese], "zh", "en") == chinese
    assert best_title(frozenset({1, 2, 3}), [chinese, english], "en", "zh") == english
    assert best_title(frozenset({1, 2, 3}), [chinese], "en") is None


@pytest.mark.parametrize(
    ("spoken", "title"), [(["zh", "zh", "en"], "票价"), (["en", "zh", "en"], "")]
)
def test_a_title_in_another_language_stands_over_statements_in_it(
    spoken: list[str], title: str
) -> None:
    source = document("a.md", "# 文\n一。\n二。\n三。\n")
    points = [point(n, [cite([source], 1, words)]) for n, words in enumerate("一二三", 1)]
    fares = TitledSection("S1.2", "票价", "zh", frozenset({0, 1, 2}))
    (theme,) = _named([(0, 1, 2)], points, [fares], "en", spoken)
    assert theme.title == title


def test_a_title_must_hold_most_of_the_theme() -> None:
    fares = TitledSection("S1.2", "Fares", "en", frozenset({1, 2}))
    assert best_title(frozenset({1, 2, 3, 4}), [fares], "en") == fares
    assert best_title(frozenset({1, 2, 3, 4, 5}), [fares], "en") is None


CLEANER = """# A year of fees

It began in May.

# Cleaner rivers

Litter along the river has halved since the fee.
The fund of unclaimed fees holds 23 million crowns.
Sales of drinks fell by five per cent.
"""


@pytest.mark.parametrize(
    ("theme", "named"),
    [({0, 1}, True), ({1, 2}, False)],
    ids=["with the river", "the fund and the sales, which the same section tells"],
)
def test_a_title_whose_words_other_points_say_names_no_theme(theme: set[int], named: bool) -> None:
    """What the river's section tells besides is no matter of rivers."""
    source = document("a.md", CLEANER, "en", None)
    points = [
        point(n, [cite([source], 1, words)])
        for n, words in enumerate(("Litter", "The fund", "Sales"), 1)
    ]
    found = best_title(frozenset(theme), titled_sections([source], points), "en")
    assert (found is not None) == named


def test_a_title_whose_words_a_point_of_another_section_says_names_its_own() -> None:
    trading = TitledSection("S1.2", "Trading", "en", frozenset({1, 2}), said=frozenset({5}))
    assert best_title(frozenset({1, 2}), [trading], "en") == trading


def test_a_title_whose_words_no_point_says_may_name_a_theme() -> None:
    source = document("a.md", CLEANER.replace("Cleaner rivers", "What came of it"), "en", None)
    points = [point(n, [cite([source], 1, w)]) for n, w in enumerate(("Litter", "The fund"), 1)]
    assert best_title(frozenset({0, 1}), titled_sections([source], points), "en") is not None


@pytest.mark.parametrize(
    ("held", "under"),
    [
        pytest.param({1, 2, 3}, ("P2", "P3", "P4"), id="an expert's section does not tell of P1"),
        pytest.param({0, 1, 2}, ("P1", "P2", "P3", "P4"), id="the section tells of P1"),
    ],
)
def test_p1_stands_under_the_title_of_a_section_that_says_it(
    held: set[int], under: tuple[str, ...]
) -> None:
    source = document("a.md", "# 文\n一。\n二。\n三。\n四。\n")
    points = [point(n, [cite([source], 1, words)]) for n, words in enumerate("一二三四", 1)]
    section = TitledSection("S1.1", "专家说法", "zh", frozenset(held))
    (theme,) = _named([(0, 1, 2, 3)], points, [section], "zh")
    assert theme.points == under


NEAR = st.integers(2, 24).flatmap(
    lambda size: st.lists(
        st.floats(0, 1), min_size=size * (size - 1) // 2, max_size=size * (size - 1) // 2
    )
)


@given(NEAR, st.integers(1, 8))
def test_each_point_is_in_one_group_at_most_and_no_group_is_too_large(
    pairs: list[float], limit: int
) -> None:
    size = int((1 + (1 + 8 * len(pairs)) ** 0.5) / 2)
    near = np.zeros((size, size))
    near[np.triu_indices(size, 1)] = pairs
    near += near.T
    groups = grouped(near, limit)
    assert sorted(n for group in groups for n in group) == list(range(size))
    kept = _joined(groups, near, limit)
    members = [n for group in kept for n in group]
    assert len(members) == len(set(members)) and kept == sorted(kept)
    assert all(1 < len(group) <= limit for group in kept)


def test_a_short_page_is_not_divided(tmp_path: Path) -> None:
    Path(tmp_path / "a.md").write_text("# Fares\n\nThe fare rises to 15 crowns.\n", "utf-8")
    options = Options(date=datetime.date(2026, 1, 31), embeddings="none")
    assert build(["a.md"], options, root=tmp_path).themes == ()


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("三、资金从哪里来", "资金从哪里来"),
        ("Finding 2: who pays for the quay", "who pays for the quay"),
        ("1. 开篇：为什么值得关注", "为什么值得关注"),
        ("核心要点总结", ""),
        ("深度解读", ""),
        ("Key takeaways", ""),
        ("A closer look", ""),
        ("Frequently asked questions", ""),
        ("Decision", "Decision"),
        ("My take", ""),
        ("What I think", ""),
        ("The bottom line", ""),
        ("Our verdict", ""),
        ("Reader mail", ""),
        ("我的看法", ""),
        ("寫在最後", ""),
        ("編者的話", ""),
        ("编制说明", ""),
        ("My years at sea", "My years at sea"),
        ("The verdict on Hanssen", "The verdict on Hanssen"),
        ("我的父亲", "我的父亲"),
        ("最后一班渡轮", "最后一班渡轮"),
        ("參、討論事項", ""),
        ("貳、渡輪票價", "渡輪票價"),
        ("臨時動議", ""),
        ("四、後續規劃", ""),
        ("存在的问题", ""),
        ("下一步工作安排", ""),
        ("渡轮的下一步", "渡轮的下一步"),
        ("Matters arising", ""),
        ("Any other business", ""),
        ("Next steps", ""),
        ("Next steps for the ferry", "Next steps for the ferry"),
        ("建议" * 40 + "吗", ""),
    ],
)
def test_what_names_a_matter_names_a_theme(title: str, shown: str) -> None:
    source = document("a.md", f"# 文\n零。\n# {title}\n一。\n")
    found = titled_sections([source], [point(1, [cite([source], 1, "一")])])
    assert [section.title for section in found] == ([shown] if shown else [])
