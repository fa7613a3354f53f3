"""Whether the pages that people read say what `digest.json` says, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

from bidigest.rendering import script_conversion
from bidigest.rendering.escaping import markdown as safe
from bidigest.rendering.escaping import one_line, visible
from bidigest.rendering.json import Data
from bidigest.rendering.markdown import STATEMENT


def page_problems(data: Data, edition: Path, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield what `digest.md` and `digest.html` say that is not in the digest or its sources.

    Args:
        data: the digest's JSON data.
        edition: folder of the pages.
        texts: of the sources that could be read, by source id.
    """
    statements = [statement_for_reader(point, data) for point in data["points"] if point["shown"]]
    page = _read(edition / "digest.md")
    if page is not None:
        yield from _markdown(page, statements)
    page = _read(edition / "digest.html")
    if page is not None:
        yield from _html(page, statements, texts)


def title_for_reader(data: Data) -> str:
    """Return a digest's title in the script that its reader asked for."""
    titles = ((each["title"], each["language"], each["script"]) for each in data["sources"])
    told, _ = script_conversion.title(data["title"], titles, data["options"].get("language"))
    return told


def statement_for_reader(point: Data, data: Data) -> str:
    """Return a point's statement in the script that its reader asked for."""
    sources = {source["id"]: source for source in data["sources"]}
    first = next(iter(point["citations"]), None)
    source = sources.get(first["source"]) if first else None
    if first is None or source is None:
        return str(point["statement"])
    language, script = _written_in(source, first["start"])
    reader = data["options"].get("language")
    return script_conversion.shown(point["statement"], language, script, reader)


def _written_in(source: Data, position: int) -> tuple[str, str | None]:
    document = (source["language"], source["script"])
    before = [item for item in source["sections"] if item["start"] <= position]
    if not before or before[-1]["language"] == "und":
        return document
    section = (before[-1]["language"], before[-1]["script"])
    doubtful = section[1] in (None, "undetermined") and section[0] == document[0]
    return document if doubtful else section


def _markdown(page: str, statements: list[str]) -> Iterator[str]:
    expected = {safe(statement) for statement in statements}
    found = set()
    for number, line in enumerate(page.splitlines(), 1):
        if line.startswith(STATEMENT):
            said = line.removeprefix(STATEMENT)
            found.add(said)
            if said not in expected:
                yield f"digest.md: line {number}: a statement that digest.json does not hold"
    missing = len(expected - found)
    if missing:
        yield f"digest.md: {missing} statements of digest.json are missing"


def _html(page: str, statements: list[str], texts: Mapping[str, str]) -> Iterator[str]:
    reader = _Page()
    reader.feed(page)
    reader.close()
    expected = {one_line(statement) for statement in statements}
    found = {one_line(text) for text in reader.statements}
    for _ in sorted(found - expected):
        yield "digest.html: a statement that digest.json does not hold"
    for _ in sorted(expected - found):
        yield "digest.html: a statement of digest.json is missing"
    for source, text in texts.items():
        yield from _text_problems(source, text, reader)


def _text_problems(source: str, text: str, reader: _Page) -> Iterator[str]:
    """Yield where a page shows a source otherwise than it stands; by parts, if not all of it."""
    parts = reader.parts.get(source)
    if source in reader.sources or parts is None:
        parts = [(0, len(text), reader.sources.get(source, ""))]
        if source not in reader.sources and source in reader.left_out:
            return
    if any(visible(text[start:end]) != shown for start, end, shown in parts):
        yield f"digest.html: the text of {source} is not that of its source"


class _Page(HTMLParser):
    """The statements and source texts of `digest.html`: what its `data-` attributes mark.

    Within them, what is marked `data-ours` is the page's own: a label of what is folded away.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.statements: list[str] = []
        self.sources: dict[str, str] = {}
        self.parts: dict[str, list[tuple[int, int, str]]] = {}
        """Of sources that are not shown whole: start, end, and the text shown for them."""
        self.left_out: set[str] = set()
        self._parts: list[str] | None = None
        self._named: dict[str, str | None] = {}
        self._depth = 0
        self._ours: int | None = None
        """The depth at which words of the page's own begin."""

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a marked element, or go a level deeper in one."""
        named = dict(attrs)
        if "data-left-out" in named:
            self.left_out.add(str(named["data-left-out"]))
        if self._parts is not None:
            self._depth += 1
            if "data-ours" in named and self._ours is None:
                self._ours = self._depth
        elif named.keys() & {"data-statement", "data-text", "data-part"}:
            self._parts, self._named, self._depth = [], named, 1

    def handle_endtag(self, _tag: str) -> None:
        """Go a level up, and keep the marked element that ends."""
        if self._parts is None:
            return
        if self._ours == self._depth:
            self._ours = None
        self._depth -= 1
        if self._depth == 0:
            self._keep("".join(self._parts))
            self._parts = None

    def handle_data(self, data: str) -> None:
        """Collect the text of a marked element, but for words of the page's own."""
        if self._parts is not None and self._ours is None:
            self._parts.append(data)

    def _keep(self, text: str) -> None:
        if "data-statement" in self._named:
            self.statements.append(text)
        elif source := self._named.get("data-text"):
            self.sources[source] = text
        else:
            start, end = (_number(self._named.get(key)) for key in ("data-start", "data-end"))
            self.parts.setdefault(str(self._named["data-part"]), []).append((start, end, text))


def _number(text: str | None) -> int:
    """Read a position; -1, where no text is, for what is none."""
    return int(text) if text and text.isdecimal() else -1


def _read(file: Path) -> str | None:
    """Read a page with its line ends as they are; None where there is none."""
    try:
        return file.read_bytes().decode("utf-8", "replace")
    except OSError:
        return None
