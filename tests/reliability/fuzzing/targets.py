"""What must hold for any bytes: the readers, and the pages made of what was read."""

from __future__ import annotations

import datetime
import json
import re
import tempfile
from html.parser import HTMLParser
from pathlib import Path

from markdown_it import MarkdownIt

from bidigest import rendering
from bidigest.checking.verification import verify
from bidigest.errors import SourceError
from bidigest.model import Digest, Document, Span
from bidigest.options import Options
from bidigest.pipeline import merge
from bidigest.publishing.editions import write
from bidigest.ranking.textrank import summarize
from bidigest.reading import read_bytes
from bidigest.rendering import render

DAY = datetime.date(2026, 1, 31)
_ACTIVE = {"script", "iframe", "object", "embed", "form", "base", "img", "link", "input"}
_OWN = ("link", [("rel", "icon"), ("href", "data:,")])
"""The page's own icon: none, so that no browser asks for one."""
_SCRIPT = f"<script>{Path(rendering.__file__).with_name('digest.js').read_text('utf-8')}</script>"
_SEARCH = {"type": "search", "autocomplete": "off"}
_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_SAFE_TAGS = re.compile(r"</?(?:details|summary|br|sub|a|mark|span)\b[^<>]*>|<!--.*?-->", re.S)


def read_any(data: bytes) -> Document | None:
    """Bytes are read, with every span in its place, or refused with a SourceError."""
    try:
        document = read_bytes(data, "any.md")
    except SourceError as error:
        assert "\n" not in str(error)
        return None
    check(document)
    return document


def check(document: Document) -> None:
    """Spans lie in the text, in order and apart; all that is visible is in one of them."""
    apart(document, [sentence.span for sentence in document.sentences])
    apart(document, [block.span for block in document.blocks])
    apart(document, [item.span for item in document.boilerplate])
    covered = bytearray(len(document.text))
    kinds = [document.blocks, document.boilerplate]
    spans = [each.span for kind in kinds for each in kind] + list(document.markup)  # type: ignore[attr-defined]
    spans += [section.heading for section in document.sections if section.heading]
    for span in spans:
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    lost = [i for i, c in enumerate(document.text) if not covered[i] and c.strip()]
    assert not lost, document.text[lost[0] : lost[0] + 40]
    for sentence in document.sentences:
        block = document.blocks[sentence.block].span
        assert block.start <= sentence.span.start and sentence.span.end <= block.end
        for figure in sentence.figures:
            assert sentence.span.start <= figure.span.start < figure.span.end <= sentence.span.end
            assert figure.low <= figure.high


def apart(document: Document, spans: list[Span]) -> None:
    """In order, not empty, within the text, none overlapping another."""
    position = 0
    for span in spans:
        assert position <= span.start < span.end <= len(document.text), span
        position = span.end


def show_any(data: bytes) -> None:
    """Whatever was read comes out as text in all three files, and every quotation stands."""
    half = len(data) // 2
    parts = {"a.md": data, "b\"'<&](.md": data[half:]}
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        documents = []
        for path, content in parts.items():
            try:
                documents.append(read_bytes(content, path))
                (root / path).write_bytes(content)
            except SourceError:
                continue
        if not documents:
            return
        digest = merge(documents, [summarize(each) for each in documents], Options(date=DAY))
        nothing_is_lost(digest)
        pages = render(digest, links="..")
        json.loads(pages["digest.json"])
        inert_html(pages["digest.html"])
        inert_markdown(pages["digest.md"])
        write(digest, root / "out", root=root)
        assert verify(root / "out", root=root).problems == ()


def nothing_is_lost(digest: Digest) -> None:
    """Every sentence stands in a point, and in none twice."""
    cited = [[(c.source, c.span) for c in point.citations] for point in digest.points]
    assert all(len(set(point)) == len(point) for point in cited)
    places = {place for point in cited for place in point}
    assert len(places) == sum(len(each.sentences) for each in digest.documents)


class _Page(HTMLParser):
    """Refuses whatever acts or loads."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = tag == "input" and _SEARCH.items() <= dict(attrs).items()
        if own or (tag, attrs) == _OWN:
            return
        assert tag not in _ACTIVE, tag
        for name, value in attrs:
            assert not name.startswith("on"), name
            if name in ("href", "src", "action"):
                assert not re.match(r"[a-z][a-z0-9+.-]*:|//", value or "", re.IGNORECASE), value


def inert_html(text: str) -> None:
    """Nothing on the page acts, and nothing is loaded from anywhere."""
    page = _Page()
    assert text.count(_SCRIPT) == 1
    page.feed(text.replace(_SCRIPT, ""))
    page.close()


def inert_markdown(text: str) -> None:
    """Links lead to places below the run's root, and no HTML of a source is passed on."""
    for token in _MARKDOWN.parse(text):
        for part in (token, *(token.children or ())):
            if part.type == "link_open":
                assert re.match(r"(\.\./|\./|#)", str(part.attrs["href"])), part.attrs
            assert part.type not in ("image", "html_block"), part.content
            assert part.type != "html_inline" or _SAFE_TAGS.fullmatch(part.content), part.content
