"""`digest.html` in a real browser: both themes, a phone, many sources, and one that attacks."""

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bidigest.rendering import render
from tests.crowds import crowd
from tests.digests import small
from tests.rendering.test_html import attacked

chromium = pytest.importorskip("tests.rendering.chromium", reason="websockets comes with Prefect")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not chromium.BINARY, reason="no Chromium here"),
]

SAME_PAGE_LINKS_LEAD_NOWHERE = """
[...document.querySelectorAll('a[href^="#"]')]
  .map(a => a.getAttribute('href').slice(1)).filter(id => !document.getElementById(id))
"""
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
PAPER = "getComputedStyle(document.body).backgroundColor"


@pytest.fixture(scope="module")
def tab() -> Iterator[object]:
    with chromium.tab() as opened:
        yield opened


def saved(folder: Path, text: str) -> Path:
    file = folder / "digest.html"
    file.write_bytes(text.encode())
    return file


@pytest.mark.parametrize("width", [390, 820, 1400])
@pytest.mark.parametrize("dark", [False, True])
def test_it_fits_in_silence(tab: Any, tmp_path: Path, width: int, dark: bool) -> None:
    tab.troubles.clear()
    tab.open(saved(tmp_path, render(small(), links="..")["digest.html"]), width, dark)
    # To look at the page: BIDIGEST_SCREENSHOTS=folder pytest -m slow tests/rendering
    folder = Path(os.environ.get("BIDIGEST_SCREENSHOTS", tmp_path))
    tab.screenshot(folder / f"digest-{width}-{'dark' if dark else 'light'}.png")
    assert tab.troubles == []
    assert tab.evaluate(TOO_WIDE) <= 0
    assert tab.evaluate(SAME_PAGE_LINKS_LEAD_NOWHERE) == []
    expected = "rgb(20, 22, 24)" if dark else "rgb(250, 248, 244)"
    assert tab.evaluate(PAPER) == expected


def test_the_way_back_covers_no_words_on_a_phone(tab: Any, tmp_path: Path) -> None:
    """It floats above the end of lines: an arrow covers two letters of one, a word covers more."""
    tab.open(saved(tmp_path, render(small("en"), links="..")["digest.html"]), 390)
    assert tab.evaluate("document.querySelector('.back').getBoundingClientRect().width") < 48
    assert tab.evaluate("document.querySelector('.back').innerText.trim()") == "Contents"
    assert tab.evaluate("document.querySelector('.back span').getBoundingClientRect().right") <= 0


def test_a_phone_has_the_contents_in_one_line_that_opens(tab: Any, tmp_path: Path) -> None:
    page = saved(tmp_path, render(small("en"), links="..")["digest.html"])
    seen = "document.querySelector('#contents {}').checkVisibility()"
    tab.open(page, 1400)
    assert (tab.evaluate(seen.format(".narrow")), tab.evaluate(seen.format(".broad"))) == (0, 1)
    tab.open(page, 390)
    assert (tab.evaluate(seen.format(".narrow")), tab.evaluate(seen.format(".broad"))) == (1, 0)
    assert not tab.evaluate(seen.format(".narrow a"))
    tab.evaluate("document.querySelector('#contents summary').click()")
    assert tab.evaluate(seen.format(".narrow a"))


def test_paper_has_all_words_and_no_tools(tab: Any, tmp_path: Path) -> None:
    tab.open(saved(tmp_path, render(small("en"), links="..")["digest.html"]), 1400)
    where = "[...document.querySelectorAll('.points .where')].every(e => e.checkVisibility())"
    assert not tab.evaluate(where)
    tab.call("Emulation.setEmulatedMedia", media="print")
    assert tab.evaluate(where)
    tools = "[...document.querySelectorAll('nav, .tools, .back')].some(e => e.checkVisibility())"
    assert not tab.evaluate(tools)
    tab.call("Emulation.setEmulatedMedia", media="")


def test_the_tools_of_a_phone_are_two_rows(tab: Any, tmp_path: Path) -> None:
    """What the keys do helps nobody without any, and stood alone in a third row."""
    for language in ("en", "zh-Hans"):
        tab.open(saved(tmp_path, render(small(language), links="..")["digest.html"]), 390)
        tops = "[...document.querySelectorAll('.tools > :is(input, select, button)')]"
        seen = sorted(
            tab.evaluate(f"{tops}.filter(e => e.checkVisibility()).map(e => e.offsetTop)")
        )
        assert sum(below - above > 20 for above, below in pairwise(seen)) == 1


def test_a_citation_leads_to_its_mark_and_the_mark_to_its_point(tab: Any, tmp_path: Path) -> None:
    page = saved(tmp_path, render(small(), links="..")["digest.html"])
    tab.open(page, 1400)
    tab.evaluate("document.querySelector('#P2 summary').click()")
    assert tab.evaluate("document.querySelector('#P2 details').open")
    tab.evaluate("document.querySelector('#P2 .where a').click()")
    assert tab.evaluate("document.querySelector(':target').textContent") == (
        "多數工具無法從回饋中學習。"
    )
    box = "document.querySelector(':target').getBoundingClientRect()"
    assert 0 <= tab.evaluate(f"{box}.top") < 900
    tab.evaluate("document.querySelector('mark:target a').click()")
    assert tab.evaluate("document.querySelector(':target').id") == "P2"


def test_an_attack_does_nothing(tab: Any, tmp_path: Path) -> None:
    tab.troubles.clear()
    tab.open(saved(tmp_path, attacked()), 1400)
    assert tab.troubles == []
    assert tab.evaluate("document.title") == "](javascript:x) <script>"
    count = "document.querySelectorAll('img, iframe, h1:not(:first-child), [onload]').length"
    assert tab.evaluate(count) == 0
    assert tab.evaluate("document.scripts.length") == 1
    schemes = "[...new Set([...document.links].map(a => new URL(a.href).protocol))]"
    assert tab.evaluate(schemes) == ["file:"]
    assert tab.evaluate(TOO_WIDE) <= 0


def test_even_a_script_that_got_in_could_not_run(tab: Any, tmp_path: Path) -> None:
    page = render(small(), links="..")["digest.html"]
    page = page.replace("</body>", "<script>document.title = 'owned'</script></body>")
    tab.open(saved(tmp_path, page), 1400)
    assert tab.evaluate("document.title") != "owned"
    assert any("Content Security Policy" in trouble for trouble in tab.troubles)


def crowded(folder: Path, sources: int) -> Path:
    made = crowd(3) if sources == 3 else crowd(sources, 40, 8)
    return saved(folder, render(made, links="..")["digest.html"])


@pytest.fixture(scope="module", params=[3, 40, 150])
def page_of_many(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return crowded(tmp_path_factory.mktemp(f"of-{request.param}"), request.param)


SHORTEST_LINE = """
Math.min(...[...document.querySelectorAll('.points > li > details > summary')].map(
  summary => parseFloat(getComputedStyle(summary).gridTemplateColumns)))
"""


@pytest.mark.parametrize("width", [390, 820, 1400])
def test_any_number_of_sources_fits_any_screen(tab: Any, page_of_many: Path, width: int) -> None:
    tab.troubles.clear()
    tab.open(page_of_many, width)
    folder = Path(os.environ.get("BIDIGEST_SCREENSHOTS", page_of_many.parent))
    tab.screenshot(folder / f"{page_of_many.parent.name}-{width}.png")
    assert tab.troubles == []
    assert tab.evaluate(TOO_WIDE) <= 0
    assert tab.evaluate(SAME_PAGE_LINKS_LEAD_NOWHERE) == []
    assert tab.evaluate(SHORTEST_LINE) >= min(360, width - 60), "lines of 40 letters and more"


def test_a_page_of_many_sources_is_no_burden(page_of_many: Path) -> None:
    assert page_of_many.stat().st_size < 3_000_000


@pytest.fixture
def forty(tab: Any, tmp_path: Path) -> Any:
    tab.troubles.clear()
    tab.scripts(run=True)
    tab.open(crowded(tmp_path, 40), 1400)
    return tab


POINTS = (
    "[...document.querySelectorAll('[data-point]')].filter(p => p.checkVisibility()).map(p => p.id)"
)


def type_in(tab: Any, words: str) -> None:
    tab.evaluate(f"one = document.querySelector('.tools input'); one.value = '{words}';"
                 "one.dispatchEvent(new Event('input'))")  # fmt: skip


def choose(tab: Any, which: str, value: str) -> None:
    tab.evaluate(f"two = document.querySelector('.tools select[{which}]'); two.value = '{value}';"
                 "two.dispatchEvent(new Event('change'))")  # fmt: skip


def test_searching_leaves_what_holds_all_words(forty: Any) -> None:
    everything = forty.evaluate(POINTS)
    type_in(forty, "FERRY 120000")
    found = forty.evaluate(POINTS)
    assert 0 < len(found) < len(everything)
    held = f"['{found[0]}'].every(p => document.getElementById(p).textContent.includes('120000'))"
    assert forty.evaluate(held)
    said = forty.evaluate("document.querySelector('.tools output').textContent")
    assert said.startswith(f"{len(found)} of {len(everything)} points · in the text of S")
    themes = "[...document.querySelectorAll('.theme')].filter(t => t.checkVisibility()).length"
    assert forty.evaluate(themes) == 1
    forty.press("Escape")
    assert forty.evaluate(POINTS) == everything


def test_filters_by_kind_and_source(forty: Any) -> None:
    choose(forty, "data-kind", "single")
    sources = "document.getElementById('{}').dataset.sources.split(' ').length"
    assert all(forty.evaluate(sources.format(name)) == 1 for name in forty.evaluate(POINTS))
    choose(forty, "data-kind", "disputed")
    assert forty.evaluate(POINTS) == ["P1"]
    choose(forty, "data-kind", "")
    choose(forty, "data-source", "S3")
    names = "document.getElementById('{}').dataset.sources.split(' ').includes('S3')"
    found = forty.evaluate(POINTS)
    assert found and all(forty.evaluate(names.format(name)) for name in found)
    shown = "[...document.querySelectorAll('aside article')].filter(a => !a.hidden).map(a => a.id)"
    assert forty.evaluate(shown) == ["S3"]


def test_the_keyboard_goes_from_point_to_point(forty: Any) -> None:
    at = "document.activeElement.closest('[data-point]')?.id"
    order = forty.evaluate(POINTS)
    forty.press("j", "j")
    assert forty.evaluate(at) == order[1]
    forty.press("k")
    assert forty.evaluate(at) == order[0]
    forty.press("Enter")
    assert forty.evaluate(f"document.querySelector('#{order[0]} details').open")
    forty.press("/")
    assert forty.evaluate("document.activeElement.type") == "search"
    forty.press("j")
    assert forty.evaluate("document.activeElement.value") == "j", "who types, types"
    forty.press("Escape", "?")
    assert forty.evaluate("document.querySelector('#help').open")
    forty.press("Escape")
    assert not forty.evaluate("document.querySelector('#help').open")
    assert forty.troubles == []


def copied(tab: Any) -> str:
    return str(tab.evaluate_later("navigator.clipboard.readText()"))


def test_a_quotation_is_copied_with_its_place_and_a_link_with_its_point(forty: Any) -> None:
    forty.call("Browser.grantPermissions", permissions=["clipboardReadWrite"])
    forty.call("Emulation.setFocusEmulationEnabled", enabled=True)
    (point,) = forty.evaluate(POINTS)[:1]
    forty.evaluate(f"document.querySelector('#{point} summary').click()")
    quote = forty.evaluate(f"document.querySelector('#{point} blockquote').textContent")
    button = f"document.querySelector('#{point} [data-copy={{}}]').click()"
    forty.evaluate(button.format("quotation"))
    first, second = copied(forty).split("\n")
    assert first == f"“{quote}”"
    assert second == "— 第1份报纸眼里的港口, §1 渡轮票价 L12 (papers/paper-0.md)"
    forty.evaluate(button.format("link"))
    assert copied(forty).endswith(f"/digest.html#{point}")
    assert forty.evaluate("document.querySelector('.tools output').textContent") == "Copied"


def test_all_points_that_are_shown_are_copied_with_their_sources(forty: Any) -> None:
    forty.call("Browser.grantPermissions", permissions=["clipboardReadWrite"])
    forty.call("Emulation.setFocusEmulationEnabled", enabled=True)
    forty.press("a")
    title, _, *lines = copied(forty).split("\n")
    points = [line for line in lines if line.startswith("• ")]
    assert title == forty.evaluate("document.querySelector('h1').textContent.trim()")
    assert len(points) == len(forty.evaluate(POINTS))
    assert "(S1 §1 渡轮票价 L12; S3 " in points[0] and points[0].endswith("; Sources differ)")
    assert "S1 第1份报纸眼里的港口 — papers/paper-0.md" in lines
    forty.evaluate("document.querySelector('[data-copy-all]').click()")
    assert copied(forty).startswith(title)


def test_a_link_to_a_point_opens_it(tab: Any, tmp_path: Path) -> None:
    tab.scripts(run=True)
    tab.open(crowded(tmp_path, 40), 820, fragment="#P7")
    assert tab.evaluate("document.querySelector('#P7 details').open")


def test_without_script_nothing_is_missing_and_nothing_is_dead(tab: Any, tmp_path: Path) -> None:
    tab.troubles.clear()
    tab.scripts(run=False)
    try:
        tab.open(crowded(tmp_path, 40), 390)
        assert tab.troubles == []
        dead = "[...document.querySelectorAll('button, input, select')].filter(e => e.checkVisibility())"
        assert tab.evaluate(f"{dead}.length") == 0
        assert tab.evaluate(POINTS)
        tab.evaluate("document.querySelector('.narrow summary').click()")
        assert tab.evaluate("document.querySelector('.narrow').open")
        assert tab.evaluate(TOO_WIDE) <= 0
    finally:
        tab.scripts(run=True)


def test_the_sources_open_on_their_text(forty: Any) -> None:
    first = "document.querySelector('#S1 .text')"
    assert not forty.evaluate(f"{first}.innerText").startswith("---")
    shown = forty.evaluate(f"{first}.innerText")
    assert "**" not in shown and "tags:" not in shown and "#" not in shown
    assert "tags:" in forty.evaluate(f"{first}.textContent")
