"""`digest.html` in a real browser: both themes, a phone, and a source that attacks."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bidigest.rendering import render
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
    count = (
        "document.querySelectorAll('script, img, iframe, h1:not(:first-child), [onload]').length"
    )
    assert tab.evaluate(count) == 0
    schemes = "[...new Set([...document.links].map(a => new URL(a.href).protocol))]"
    assert tab.evaluate(schemes) == ["file:"]
    assert tab.evaluate(TOO_WIDE) <= 0


def test_even_a_script_that_got_in_could_not_run(tab: Any, tmp_path: Path) -> None:
    page = render(small(), links="..")["digest.html"]
    page = page.replace("</body>", "<script>document.title = 'owned'</script></body>")
    tab.open(saved(tmp_path, page), 1400)
    assert tab.evaluate("document.title") != "owned"
    assert any("Content Security Policy" in trouble for trouble in tab.troubles)
