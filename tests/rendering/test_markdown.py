"""`digest.md`, held against files that read as documentation: `golden.<language>.md`."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from bidigest.model import Changes, Skipped
from bidigest.rendering import render, render_unlinked
from tests.crowds import crowd
from tests.digests import cite, digest, document, figure, point, small

CHANGES = Changes(
    since="2025-08-25-0123456789",
    new=("P3", "P6"),
    gone=("试点预算不断增加。",),
    support=(("P1", 2, 3),),
    figures=(("P1", "95%", "95%, About 90%"),),
    sources_added=("seeds/c.txt",),
)
HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("name", "reader", "changes"),
    [("zh-Hans", "as-written", None), ("zh-Hant", "zh-Hant", CHANGES), ("en", "en", CHANGES)],
)
def test_golden(name: str, reader: str, changes: Changes | None) -> None:
    page = render(small(name, reader, changes), links="../../../..")["digest.md"]
    assert page == (HERE / f"golden.{name}.md").read_text(encoding="utf-8")


def test_points_stand_under_their_themes_with_the_place_of_the_title() -> None:
    page = render(crowd(12), links="..")["digest.md"]
    shared = page.partition("## What several sources say")[2].partition("\n## ")[0]
    headings = re.findall(r"(?m)^### (.+)$", shared)
    assert headings[:2] == ["Ferry fares (S3 §2)", "Dredging the channel (S3 §3)"]
    for part in shared.split("\n### ")[1:]:
        numbers = [int(number) for number in re.findall(r"· P(\d+) ·", part)]
        assert numbers == sorted(numbers), "the more important comes first within a theme too"
    assert "Grouped by theme" in shared.splitlines()[2]


def test_a_part_is_not_divided_where_titles_name_less_than_half_of_it() -> None:
    made = crowd(12)
    unnamed = (replace(theme, title="", section=None) for theme in made.themes)
    for themes in (made.themes[:1], tuple(unnamed)):
        page = render(replace(made, themes=themes), links="..")["digest.md"]
        shared = page.partition("## What several sources say")[2].partition("\n## ")[0]
        assert "### " not in shared
        assert "Grouped by theme" not in shared
        numbers = [int(number) for number in re.findall(r"· P(\d+) ·", shared)]
        assert numbers == sorted(numbers)


def test_who_stands_beside_a_point_without_making_it_is_named_last() -> None:
    made = small("en")
    first = replace(made.points[0], sources=("S2", "S3"))
    page = render(replace(made, points=(first, *made.points[1:])), links="..")["digest.md"]
    (line,) = (line for line in page.splitlines() if "· P1 ·" in line)
    counted, _, aside = line.partition(" · says otherwise: ")
    against, _, other = aside.partition(" · gives another figure: ")
    told = [re.findall(r"\[(S\d) ", part) for part in (counted, against, other)]
    assert told == [["S2"], ["S3"], ["S1"]]


def test_without_a_conflict_nobody_says_otherwise() -> None:
    # A figure of another day or year is no conflict, and does not make the point either.
    made = small("en")
    first = replace(made.points[0], sources=("S1", "S2"))
    points = (first, *made.points[1:])
    files = render(replace(made, points=points, conflicts=()), links="..")
    (line,) = (line for line in files["digest.md"].splitlines() if "· P1 ·" in line)
    assert "gives another figure: [S3 " in line
    assert "says otherwise: " not in files["digest.md"] + files["digest.html"]


def test_who_makes_a_point_and_gives_another_figure_says_otherwise_too() -> None:
    # As in the page in HTML, which marks the source.
    page = render(small(), links="..")["digest.md"]
    (line,) = (line for line in page.splitlines() if "· P1 ·" in line)
    made, _, otherwise = line.partition("说法不同：")
    assert "[S2 " in made and "[S3 " not in made
    assert otherwise.startswith("[S3 ")


def test_date_and_author_stand_in_the_list_of_sources() -> None:
    told = {"author": "Ann Field <ann@post.example>", "date": "2026-01-30T08:00:00+01:00"}
    sources = [
        replace(document("a.txt", "一句话。\n"), metadata=told),
        document("b.txt", "另一句话。\n"),
    ]
    page = render(digest(sources, [point(1, [cite(sources, 1, "一句")])]), links="..")["digest.md"]
    assert "| [a.txt](../a.txt) · 2026-01-30, Ann Field |" in page
    assert "| [b.txt](../b.txt) |" in page


def test_how_many_points_are_not_shown_is_said_with_the_reason() -> None:
    page = render(small(), links="..")["digest.md"]
    assert "未列出的 1 个较次要" in page


def test_nothing_new_is_said_honestly() -> None:
    page = render(small("en", changes=Changes(since="2025-08-25-x")), links="..")["digest.md"]
    assert "Nothing new since the last edition (2025-08-25-x)." in page


@pytest.mark.parametrize(
    ("language", "edition", "expected"),
    [
        ("en", "2025-08-25-001-0123456789", "(25 August 2025)"),
        ("en", "2025-08-25-012-0123456789", "(25 August 2025, no. 12)"),
        ("zh-Hans", "2025-08-25-002-0123456789", "（2025年8月25日第 2 期）"),
        ("zh-Hant", "2025-08-25-001-0123456789", "（2025年8月25日）"),
        ("en", "2025-13-25-001-0123456789", "(2025-13-25-001-0123456789)"),
    ],
)
def test_an_edition_is_told_by_its_day(language: str, edition: str, expected: str) -> None:
    """Its name is for folders: a reader asks since when."""
    page = render(small(language, changes=Changes(since=edition)), links="..")["digest.md"]
    assert expected in page


def test_a_document_without_headings_is_cited_by_paragraph() -> None:
    source = document("a.txt", "第一段。\n第二段。\n")
    page = render(digest([source], [point(1, [cite([source], 1, "第二")])]), links="..")
    assert "[S1 ¶2 L2](../a.txt#L2)" in page["digest.md"]


def test_further_places_in_one_source_are_short() -> None:
    source = document("a.txt", "# 甲\n第一句。\n第二句。\n# 乙\n第三句。\n", title="文")
    cited = [cite([source], 1, words) for words in ("第一", "第二", "第三")]
    page = render(digest([source], [point(1, cited)]), links="..")["digest.md"]
    assert "[S1 §1 甲 L2](../a.txt#L2), [§1 L3](../a.txt#L3), [§2 L5](../a.txt#L5)" in page


def without_conflicts(page: str) -> list[str]:
    """The lines of a page but those of its conflicts."""
    before, conflicts, after = page.partition("## 来源之间不一致之处")
    return [*before.splitlines(), conflicts, *after[after.index("\n## ") :].splitlines()]


def test_where_links_would_lead_nowhere_places_are_named() -> None:
    page, linked = render_unlinked(small()), render(small(), links="..")["digest.md"]
    links = re.compile(r"(?<!\\)\[(?P<label>(?:[^]\\]|\\.)*)\]\([^)]*\)")
    assert links.search(linked) and not links.search(page)
    for line, other in zip(without_conflicts(linked), without_conflicts(page), strict=True):
        if links.sub(r"\g<label>", line) != other:
            assert line.startswith("| S"), "only the table of sources says more: the paths"
            assert " · seeds/" in other


def test_where_tables_would_cut_quotations_off_conflicts_are_lists() -> None:
    conflicts = render_unlinked(small()).partition("## 来源之间不一致之处")[2].partition("\n## ")[0]
    readings = [line for line in conflicts.splitlines() if line.startswith("* **")]
    assert len(readings) > 1 and "|" not in conflicts
    assert all(re.match(r"\* \*\*[^*]+\*\* · S\d+ .+：.+", line) for line in readings)


def attacked() -> str:
    """A digest whose every word from outside is an attack."""
    attacks = (HERE / "attacks.txt").read_text(encoding="utf-8").splitlines()[1:]
    text = "".join(f"_ {line}\n" for line in attacks)
    sources = [document(f"{line} {n}.txt", text, title=line) for n, line in enumerate(attacks)]
    points = [point(1, [cite(sources, n, "onerror") for n in range(1, len(sources) + 1)])]
    points += [point(n + 1, [cite(sources, n, line)]) for n, line in enumerate(attacks, 1)]
    points[1] = point(
        2, [cite(sources, 1, "script")], figures=[figure(sources, 1, "7*7", 7, 7, "%")]
    )
    skipped = [Skipped(line, line) for line in attacks]
    changes = Changes(since="x", gone=tuple(attacks), sources_removed=tuple(attacks))
    return render(
        digest(sources, points, title="](javascript:x) <script>", skipped=skipped, changes=changes),
        links="..",
    )["digest.md"]


def inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children or ()]


def test_attacks_stay_text_wherever_they_stand() -> None:
    page = attacked()
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(page)
    kinds = {token.type for token in [*tokens, *inline(tokens)]}
    assert not kinds & {
        "html_block",
        "html_inline",
        "image",
        "fence",
        "code_block",
        "hr",
        "em_open",
    }
    assert sum(token.type == "heading_open" for token in tokens) == 7
    assert sum(token.type == "table_open" for token in tokens) == 1
    for token in inline(tokens):
        if token.type == "link_open":
            assert re.fullmatch(r"\.\./[\w.%/~-]+(#L\d+)?", str(token.attrs["href"]))


def test_no_character_may_turn_the_page_around() -> None:
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", attacked())
