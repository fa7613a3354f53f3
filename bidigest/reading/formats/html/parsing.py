"""From a page's bytes to a tree of elements, with the path of each as the page had it."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from typing import Any

import lxml.html
from lxml import etree

from bidigest.errors import SourceError
from bidigest.reading.decoding import decode_text
from bidigest.reading.formats.lines import one_line, width

Element = Any
"""An element of lxml's, which ships no types."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
WHOLE_TEXTS = frozenset({"body", "html", "article", "main"})
"""Elements around all that a page is about, whatever they are named."""

_DECLARED = re.compile(rb"""<(?:meta\b[^>]{0,300}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)  # fmt: skip  # noqa: E501
_DECLARED_WITHIN = 4096
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SUPERSETS = {
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs",
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
}  # fmt: skip
"""Browsers read the larger set where a page names the smaller one."""
_FEW_ERRORS = 0.001
"""Share of characters: a page in the encoding that it names may still be cut or damaged."""

_MOST_TAGS = 60_000
"""Opening and closing ones; what reads in two seconds and 200 MB."""
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_FRONT_MATTER = re.compile(r"\A\s*+---[ \t]*+\r?\n(?:[^\n]{0,1000}\n){1,40}?---[ \t]*+\r?\n")
"""What makers of sites write above a page."""
_MUCH_MORE, _LEAST_INSTEAD = 3, 300
"""What is shown without scripts has so many times the text of the rest: the page is empty else."""
_ENDS = re.compile(r"</(?:html|body)\s*>", re.I)
"""Browsers read on behind them, libxml2 does not always."""
_CONSENT = re.compile(
    r"(?:^|[-_ ])(?:onetrust|gdpr"
    r"|cookies?[-_]?(?:law[-_]?)?(?:consent|banner|notice|bar|modal|dialog)"
    r"|consent[-_]?(?:banner|sdk|modal|dialog|manager|popup))(?:[-_ ]|$)",
    re.I,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]")
DROPPED = frozenset(
    "script style noscript template svg iframe select textarea button object embed canvas input "
    "video audio map".split()
)
"""Never text of the page, and nothing in them is ever run."""


def decode_page(data: bytes, path: str, declared: str = "") -> str:
    """Decode a page: by its mark, by the encoding that is declared, else by its content.

    Args:
        data: the page.
        path: what messages call it.
        declared: the encoding that came with it, if one did.
    """
    if data.startswith(_MARKS):
        return decode_text(data, path).text
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    named = declared or (found[1].decode("ascii") if found else "")
    return _as_declared(data, named.lower()) or decode_text(data, path).text


def declares_encoding(data: bytes) -> bool:
    """Tell whether a page says by a mark or a name how it is encoded."""
    return data.startswith(_MARKS) or bool(_DECLARED.search(data[:_DECLARED_WITHIN]))


def _as_declared(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(SUPERSETS.get(encoding, encoding) or "utf-8", "replace")
    except LookupError:
        return ""
    return text if text.count("\ufffd") <= _FEW_ERRORS * len(text) else ""


def parse(text: str, path: str) -> Element:
    """Parse a page to its root element.

    Raises:
        SourceError: there is none, or there are too many tags.
    """
    if text.count("<") > _MOST_TAGS:
        raise SourceError(path, f"has more than {_MOST_TAGS:,} tags", "split it")
    text = _FRONT_MATTER.sub("", _XML_DECLARATION.sub("", text.removeprefix("\ufeff")))
    text = _CONTROL.sub("", _ENDS.sub("", text))
    parser = lxml.html.HTMLParser(
        encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True, no_network=True
    )
    try:
        root = lxml.html.document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise SourceError(path, "is no page with any text", "save the page again") from error
    if root is None or not root.text_content().strip():
        raise SourceError(path, "is no page with any text", "save the page again")
    return root


def text_width(element: Element) -> int:
    """Measure how much text a reader sees in the element."""
    return width(one_line(element.text_content()))


def class_names(element: Element) -> set[str]:
    """Return the classes that an element names."""
    return set((element.get("class") or "").split())


def class_and_identifier(element: Element) -> str:
    """Return what an element is named: its classes and its identifier, as they are written."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def element_paths(root: Element) -> dict[Element, str]:
    """Compute the XPath of every element, as `/html[1]/body[1]/p[3]`, in one pass."""
    paths: dict[Element, str] = {root: f"/{root.tag}[1]"}
    counts: dict[Element, Counter[str]] = {}
    for element in root.iter(etree.Element):
        if element is root:
            continue
        parent = element.getparent()
        siblings = counts.setdefault(parent, Counter())
        siblings[element.tag] += 1
        paths[element] = f"{paths[parent]}/{element.tag}[{siblings[element.tag]}]"
    return paths


def holders_of_links(root: Element) -> set[Element]:
    """Find all elements with a link in them, and the links."""
    found: set[Element] = set()
    for link in root.iter("a"):
        element = link
        while element is not None and element not in found:
            found.add(element)
            element = element.getparent()
    return found


def remove_dropped(root: Element) -> None:
    """Take out what is never text of the page; what follows it stays."""
    for field in list(root.iter("input")):
        if (field.get("type") or "").lower() == "password":
            for form in list(field.iterancestors("form"))[:1]:
                if form.getparent() is not None:
                    form.drop_tree()
    for element in [each for each in root.iter("div", "section", "aside") if _asks_consent(each)]:
        if element.getparent() is not None:
            element.drop_tree()
    without_scripts = _text_without_scripts(root)
    for element in list(root.iter(*sorted(DROPPED))):
        if element.getparent() is None:
            continue
        if element in without_scripts:
            element.drop_tag()
        else:
            element.drop_tree()


def _asks_consent(element: Element) -> bool:
    """Tell whether an element asks for consent to cookies, by its names, and is not the page."""
    named = _CONSENT.search(class_and_identifier(element))
    return bool(named) and next(element.iter("h1", "article", "main"), None) is None


def _text_without_scripts(root: Element) -> set[Element]:
    """Find what a page shows where scripts are not run, if that is nearly all that it shows."""
    body = root.find("body")
    dropped = set() if body is None else set(body.iter(*sorted(DROPPED)))
    instead = {each for each in dropped if each.tag == "noscript" and text_width(each)}
    if not instead:
        return set()
    hidden = sum(text_width(e) for e in dropped if dropped.isdisjoint(e.iterancestors()))
    shown = text_width(body) - hidden
    least = max(_MUCH_MORE * shown, _LEAST_INSTEAD)
    return instead if sum(map(text_width, instead)) > least else set()
