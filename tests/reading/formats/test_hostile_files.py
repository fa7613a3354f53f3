"""Hostile files: each is read or refused with one line, and tells nothing of other files.

What each takes of time and memory, `python -m benchmarks.hostile_files` measures.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bidigest.errors import SourceError
from bidigest.reading import find_sources, read_content
from bidigest.reading.sources import read_source
from tests.reading.formats.hostile_files import FILES, TOLD, Hostile

SECRET = Path("/etc/passwd").read_text().splitlines()[0] if Path("/etc/passwd").exists() else "\0"
LONG = frozenset(
    {
        "20,000 paragraphs",
        "100,000 cues",
        "100,000 cues without blank lines",
        "a feed of 2,000 entries",
    }
)
"""Files that are only long: to read the sentences of them takes a while."""


@pytest.mark.parametrize(
    "hostile", [pytest.param(f, id=n) for n, f in FILES.items() if n not in LONG]
)
def test_a_hostile_file_is_read_or_refused_in_one_line(hostile: Hostile, tmp_path: Path) -> None:
    (tmp_path / hostile.name).write_bytes(hostile.make())
    said, text = [], ""
    for path in find_sources([hostile.name], root=tmp_path):
        try:
            text += read_content(read_source(path, root=tmp_path)).text
        except SourceError as error:
            said.append(str(error))
            assert re.fullmatch(r"[^\n]+: [^\n]+; [^\n]+", str(error))
    assert SECRET not in text and "haha" not in text
    if not hostile.said:
        assert TOLD in text and not said
    elif hostile.said != ".":
        assert all(re.search(hostile.said, line) for line in said)


FRAGMENTS = {
    "a paragraph": f"<p>{TOLD}</p>",
    "a heading first": f"<h1>Bridge</h1>\n<p>{TOLD}",
    "a comment first": f"<!-- cut -->\n<div>{TOLD}</div>",
    "a declaration first": f'<?xml version="1.0" encoding="utf-8"?><p>{TOLD}</p>',
    "a table": f"<table><tr><td>{TOLD}</td></tr></table>",
}


@pytest.mark.parametrize("text", FRAGMENTS.values(), ids=FRAGMENTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_part_of_a_page_is_a_page_where_it_is_named_so(
    text: str, encoding: str, tmp_path: Path
) -> None:
    (tmp_path / "part.html").write_bytes(text.encode(encoding))
    document = read_content(read_source(Path("part.html"), root=tmp_path))
    assert document.original and document.original.media_type == "text/html"
    assert TOLD in document.text and "<p>" not in document.text


def test_a_text_that_begins_with_a_tag_is_still_a_text(tmp_path: Path) -> None:
    text = f'<p align="center"><img src="a.png"></p>\n\n# Bridge\n\n{TOLD}\n'
    (tmp_path / "bridge.md").write_text(text)
    document = read_content(read_source(Path("bridge.md"), root=tmp_path))
    assert document.original is None and document.title == "Bridge"
