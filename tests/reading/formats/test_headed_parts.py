"""What a heading begins is read as a whole where only a list of it was found."""

import pytest
from lxml import html

from bidigest.reading.formats.html.headed_parts import headed_part
from bidigest.reading.formats.html.parsing import Element

VALVES = (
    "<dl><dt>Drain</dt><dd>It is opened by a quarter of a turn at first.</dd>"
    "<dt>Vent</dt><dd>It lets in air while the tank empties, since its walls would bend.</dd></dl>"
)
ZH_VALVES = (
    "<dl><dt>排水阀</dt><dd>先转四分之一圈，等水管不再作响。</dd>"
    "<dt>通气阀</dt><dd>排水时让空气进入水箱，否则箱壁会变形。</dd></dl>"
)
ORDER = "<p>The tank has valves, which are opened in the order in which they are named here.</p>"
MENU = "<p>Handbook of the waterworks</p>"
TEASERS = "".join(
    f'<div><a href="/{n}">Orchards sell more apples than ever</a> Most of them went north.</div>'
    for n in range(3)
)


def found_in(part: str) -> tuple[Element, Element]:
    """Parse a page: its part, and the list in it."""
    root = html.document_fromstring(f"<html><body>{MENU}<div>{part}</div>{MENU}</body></html>")
    return root.find("body/div"), next(root.iter("dl"))


@pytest.mark.parametrize(
    "part",
    [
        f"<h3>4.2. Valves</h3>{ORDER}{VALVES}",
        f"<div><h3>4.2. Valves</h3></div>{ORDER}<div>{VALVES}</div><p>The well stays full.</p>",
        f"<h3>4.2. 水箱阀门</h3><p>水箱的阀门须按本节所列的顺序依次打开，不得颠倒。</p>{ZH_VALVES}",
    ],
)
def test_the_part_is_read_around_its_list(part: str) -> None:
    whole, found = found_in(part)
    assert headed_part([found]) is whole


@pytest.mark.parametrize(
    "part",
    [
        f"{ORDER}{VALVES}",
        f"<h3>Valves</h3>{VALVES}",
        f"<h3>Valves</h3><time>May 4</time>{ORDER}{VALVES}",
        f"<h3>Valves</h3><p>Posted in May 2024</p>{ORDER}{VALVES}",
        f"<h3>Valves</h3><p class='author'>M. Ortega</p>{ORDER}{VALVES}",
        f"<h3>Valves</h3>{ORDER}{VALVES}{TEASERS}",
        f"<h1>Valves</h1>{ORDER}{VALVES}<h1>Pumps</h1>{ORDER}",
        f"<h3>Valves</h3>{ORDER}{VALVES}<div class='modal'>{ORDER}</div>",
        f"<h3>Valves</h3>{ORDER}{VALVES}<h3><a href='/pumps'>All about our pumps</a></h3>{ORDER}",
    ],
    ids=[
        "no heading", "nothing more", "a time", "a year", "a person", "beginnings of others",
        "two titles", "a dialog", "a heading that leads elsewhere",
    ],
)  # fmt: skip
def test_around_an_article_nothing_more_is_taken(part: str) -> None:
    whole, found = found_in(part)
    assert headed_part([found]) is not whole


def test_what_stands_above_the_first_sentence_alone_is_an_articles_lead() -> None:
    _, found = found_in(f"<h3>Valves</h3>{ORDER}<div>{ORDER}{VALVES}</div>")
    assert headed_part([found.getparent()]) is None
