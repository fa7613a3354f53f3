"""An Atom feed of an output folder's editions, `feed.xml`: what is new in each (RFC 4287)."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Sequence
from contextlib import suppress
from html import escape
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from bidigest.checking.edition_folder import damage_as_error
from bidigest.checking.rendered_pages import statement_for_reader, title_for_reader
from bidigest.errors import DigestError
from bidigest.publishing.edition_changes import news_of
from bidigest.publishing.output_folder import FEED, day_of, number_of
from bidigest.rendering import json as digest_json
from bidigest.rendering.escaping import one_line
from bidigest.rendering.json import Data
from bidigest.rendering.news import Change, News
from bidigest.rendering.page_messages import messages

_ATOM = "http://www.w3.org/2005/Atom"
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
"""What XML cannot hold beside what `one_line` shows by name."""


def feed(output: Path, editions: Sequence[Path]) -> str:
    """Return the feed's text, of editions given newest first; one that is damaged is left out.

    Entries are dated by their edition's day, at noon, so that it is that day nearly everywhere,
    and a second later each: the same editions give the same feed.
    """
    ElementTree.register_namespace("", _ATOM)
    found = [(folder, data) for folder in editions if (data := _loaded(folder)) is not None]
    root = _element("feed")
    _add(root, "title", _text(title_for_reader(found[0][1]) if found else output.name))
    _add(root, "id", _identifier(output.resolve().name))
    _add(root, "updated", _time(found[0][0].name) if found else "1970-01-01T00:00:00Z")
    _add(_add(root, "author"), "name", "bidigest")
    _add(root, "link", rel="self", href=FEED)
    for folder, data in found:
        with suppress(DigestError), damage_as_error(folder):
            root.append(_entry(output, folder, data))
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _loaded(folder: Path) -> Data | None:
    with suppress(DigestError), damage_as_error(folder):
        data = digest_json.load(folder)
        return data if isinstance(title_for_reader(data), str) else None
    return None


def _entry(output: Path, folder: Path, data: Data) -> Element:
    say = messages(data["language"])
    entry = _element("entry")
    _add(entry, "title", _text(f"{title_for_reader(data)} · {say.date(day_of(folder.name))}"))
    _add(entry, "id", _identifier(f"{output.resolve().name}/{folder.name}"))
    _add(entry, "updated", _time(folder.name))
    _add(entry, "link", href=f"editions/{folder.name}/digest.html")
    _add(entry, "content", "\n".join(_html(news_of(data), data)), type="html")
    return entry


def _html(news: News, data: Data) -> Iterator[str]:
    """Yield what is new, then what the page says, as HTML."""
    yield f"<p>{escape(_text(news.opening))}</p>"
    yield from _list("ul", (_told(change, data) for change in news.changes))
    if news.closing:
        yield f"<p>{escape(_text(news.closing.replace('`', '')))}</p>"
    shown = (point for point in data["points"] if point["shown"])
    yield from _list("ol", (statement_for_reader(point, data) for point in shown))


def _told(change: Change, data: Data) -> str:
    return f"{change.label}{messages(data['language'])('colon')}{change.text}"


def _list(tag: str, lines: Iterator[str]) -> Iterator[str]:
    items = [f"<li>{escape(_text(line))}</li>" for line in lines]
    if items:
        yield from (f"<{tag}>", *items, f"</{tag}>")


def _time(edition: str) -> str:
    minutes, seconds = divmod(number_of(edition), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{day_of(edition)}T{min(12 + hours, 23)}:{minutes:02}:{seconds:02}Z"


def _identifier(name: str) -> str:
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'bidigest:{name}')}"


def _text(text: str) -> str:
    return _NO_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", one_line(text))


def _element(name: str) -> Element:
    return ElementTree.Element(f"{{{_ATOM}}}{name}")


def _add(parent: Element, name: str, text: str | None = None, **attributes: str) -> Element:
    child = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    child.text = text
    return child
