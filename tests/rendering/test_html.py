"""`digest.html`, read with a parser; what a browser makes of it is in `test_browser.py`."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidigest import rendering
from bidigest.checking.rendered_pages import _Page
from bidigest.model import Changes, Skipped, Theme
from bidigest.rendering import render
from bidigest.rendering.escaping import visible
from tests.crowds import crowd
from tests.digests import cite, digest, document, documents, point, small

ATTACKS = (Path(__file__).parent / "attacks.txt").read_text(encoding="utf-8").splitlines()[1:]
VOID = {"meta", "link", "rect", "circle", "path", "input"}


class Elements(HTMLParser):
    """All elements of a page, with a check that each is closed where it should be."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(page)
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def all(self, attribute: str) -> list[str]:
        return [str(found[attribute]) for _, found in self.elements if attribute in found]


def html(name: str = "zh-Hans", reader: str = "as-written") -> str:
    return render(small(name, reader), links="../..")["digest.html"]


def attacked() -> str:
    """A page on which every word from outside is an attack."""
    text = "".join(f"# {line}\n_ {line}\n~ {line}\n" for line in ATTACKS)
    sources = [document(f"{line} {n}.txt", text, title=line) for n, line in enumerate(ATTACKS)]
    points = [point(n, [cite(sources, n, line)]) for n, line in enumerate(ATTACKS, 1)]
    changes = Changes("x", gone=tuple(ATTACKS), sources_added=tuple(ATTACKS))
    skipped = [Skipped(line, line) for line in ATTACKS]
    made = digest(
        sources, points, title="](javascript:x) <script>", skipped=skipped, changes=changes
    )
    return render(made, links="..")["digest.html"]


@pytest.mark.parametrize("page", [html(), html("zh-Hant", "zh-Hant"), html("en"), attacked()])
def test_it_is_well_formed_and_every_link_in_it_leads_somewhere(page: str) -> None:
    found = Elements(page)
    ids = found.all("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in found.all("href") if link.startswith("#")} <= set(ids)
    assert set(" ".join(found.all("aria-labelledby")).split()) <= set(ids)


def test_headings_do_not_skip_a_level() -> None:
    levels = [int(tag[1]) for tag, _ in Elements(html()).elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_it_asks_for_nothing() -> None:
    found = Elements(html())
    assert not {"img", "iframe", "object"} & {tag for tag, _ in found.elements}
    assert not found.all("src")
    assert "default-src 'none'" in html()
    assert "url(" not in html() and "@import" not in html()


def scripts(page: str) -> list[str]:
    """What stands between the tags of each script, as a browser takes it for running."""
    return re.findall(r"(?is)<script[^>]*>(.*?)</script", page)


@pytest.mark.parametrize("page", [html(), html("en"), attacked()])
def test_its_policy_lets_one_script_run_and_that_is_ours(page: str) -> None:
    (script,) = scripts(page)
    own = Path(rendering.__file__).with_name("digest.js").read_text(encoding="utf-8")
    assert script == own
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    (policy,) = Elements(page).all("content")[:1]
    assert policy.startswith(f"default-src 'none'; script-src 'sha256-{digest}'; ")
    assert "unsafe" not in policy.replace("style-src 'unsafe-inline'", "")


def test_the_script_needs_nothing_and_builds_no_html() -> None:
    script = Path(rendering.__file__).with_name("digest.js").read_text(encoding="utf-8")
    for word in (
        "innerHTML",
        "insertAdjacent",
        "eval",
        "Function(",
        "fetch",
        "import",
        "</",
        "<!--",
    ):
        assert word not in script, word


HOSTILE = st.text(
    alphabet="<>/!-=\"'&;scriptSCRIPTimgonerror:javascript 中\n\r\t\x00`${}", max_size=60
)


@given(HOSTILE, HOSTILE, HOSTILE)
def test_nothing_from_a_source_becomes_a_script(name: str, title: str, words: str) -> None:
    text = f"# {title}<script>\n_ {words}</script><script>alert(1)\n~ {words}\n"
    source = document(f"{name}.txt", text, title=title)
    made = digest([source], [point(1, [cite([source], 1, "alert(1)")])], title=words)
    themed = replace(made, themes=(Theme(title, "S1.1", ("P1",)),))
    page = render(themed, links="..")["digest.html"]
    assert len(scripts(page)) == 1 and page.lower().count("<script") == 1
    found = Elements(page)
    assert [tag for tag, _ in found.elements].count("script") == 1
    names = {attribute for _, attributes in found.elements for attribute in attributes}
    assert not [each for each in names if each.startswith("on")]
    assert not [link for link in found.all("href") if "script:" in link.lower()]


def test_attacks_stay_text() -> None:
    found = Elements(attacked())
    assert not {"img", "iframe"} & {tag for tag, _ in found.elements}
    names = {name for _, attributes in found.elements for name in attributes}
    assert not [name for name in names if name.startswith("on") or name == "srcdoc"]
    links = [link for link in found.all("href") if not link.startswith(("#", "data:,"))]
    assert all(re.fullmatch(r"\.\./[\w.%/~-]+(#L\d+)?", link) for link in links)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", attacked())


def test_the_sources_stand_in_it_whole() -> None:
    page = _Page()
    page.feed(html())
    assert page.sources == {
        f"S{n}": visible(source.text) for n, source in enumerate(documents(), 1)
    }


def test_each_text_says_in_which_language_and_script_it_is() -> None:
    page = html("zh-Hant", "zh-Hant")
    assert '<html lang="zh-Hant">' in page
    assert '<span data-statement lang="zh-Hant">95%的企業試點沒有帶來可衡量的收益。' in page
    assert '<blockquote lang="zh-Hans">95%的企业试点没有带来可衡量的收益。' in page
    assert '<blockquote lang="en">About 90%' in page
    assert '<div class="text" lang="zh-Hans" data-text="S1">' in page


def test_sentences_that_overlap_are_marked_once_and_nothing_is_lost() -> None:
    a = document("a.txt", "前半句，后半句。\n另一句。\n")
    whole = cite([a], 1, "前半")
    page = render(digest([a], [point(1, [whole]), point(2, [whole])]), links="..")["digest.html"]
    assert page.count("<mark") == 1 and 'data-points="P1 P2"' in page


def test_of_very_many_citations_the_later_ones_are_folded() -> None:
    page = render(crowd(40), links="..")["digest.html"]
    first = page[page.index('<li id="P1"') : page.index('<li id="P5"')]
    assert first.count("<blockquote") == 20
    assert "12 more citations" in first
    assert (
        first.index("12 more citations") > [m.end() for m in re.finditer("<blockquote", first)][7]
    )


def test_a_citation_that_says_otherwise_is_marked_as_such() -> None:
    made = small("en")
    first = replace(made.points[0], sources=("S1", "S2"))
    page = render(replace(made, points=(first, *made.points[1:])), links="..")["digest.html"]
    marked = re.findall(
        r'says otherwise: </b></p>\s*<blockquote lang="en">(.*?)</blockquote>', page
    )
    assert marked == [first.citations[2].quote]


def test_support_is_dots_for_a_few_and_a_share_of_many() -> None:
    few, many = html("en"), render(crowd(40), links="..")["digest.html"]
    assert few.count('<span class="dots">') == 5 and 'class="meter"' not in few
    assert "<b>3 of 3</b>" in few
    assert '<span class="meter"><i style="width:50.0%"></i></span><b>20 of 40</b>' in many
    assert 'class="dots"' not in many and many.count("1 differs") == 1


@pytest.mark.parametrize(
    ("language", "reader", "title", "tag"),
    [
        ("zh-Hant", "zh-Hant", "人工智慧試點的結果", ""),
        ("zh-Hant", "as-written", "人工智能试点的结果", ' lang="zh-Hans"'),
        ("en", "en", "人工智能试点的结果", ' lang="zh-Hans"'),
        ("zh-Hans", "zh-Hans", "人工智能试点的结果", ""),
    ],
)
def test_a_title_is_in_the_readers_script(language: str, reader: str, title: str, tag: str) -> None:
    """As statements are; a title of another language than the page says of which it is."""
    made = replace(small(language, reader), title="人工智能试点的结果")
    pages = render(made, links="..")
    assert f"<h1{tag}>{title}</h1>" in pages["digest.html"]
    assert f"<title>{title}</title>" in pages["digest.html"]
    assert pages["digest.md"].startswith(f"# {title}\n")
    assert json.loads(pages["digest.json"])["title"] == "人工智能试点的结果"


def test_long_news_are_folded_but_for_the_first_of_each_kind() -> None:
    """Nobody scrolls over forty new points that stand below: other figures are news as well."""
    gone, added = [f"Point {n} is gone." for n in range(20)], [f"{n}.txt" for n in range(7)]
    changes = Changes(since="x", gone=tuple(gone), sources_added=tuple(added))
    page = render(small("en", changes=changes), links="..")["digest.html"]
    news = page[page.index('class="news"') : page.index('id="points"')]
    seen, folded = news.split("<details")
    assert [n for n in range(20) if gone[n] in seen] == list(range(6))
    assert [n for n in range(20) if gone[n] in folded] == list(range(6, 20))
    assert "<summary>14 more</summary>" in folded and all(f"{each}<" in seen for each in added)


def test_what_the_dots_mean_is_said_where_they_begin() -> None:
    page = render(small("en"), links="..")["digest.html"]
    legend = page.index("Each mark is a source, in the order of the list of sources")
    assert legend < page.index('class="dots"')
