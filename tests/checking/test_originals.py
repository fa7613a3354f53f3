"""Sources that are no text: kept with the edition, cited in their own terms, checked again."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bidigest.checking.explain import explain
from bidigest.checking.verification import Verification, verify
from bidigest.options import Options
from bidigest.pipeline import build
from bidigest.publishing import editions
from tests.reading.formats.office_files import docx, paragraph
from tests.reading.formats.pdf_files import Line, pdf

BRIDGE = """<!doctype html><html><head><title>Bridge closed | Post</title>
<link rel="canonical" href="https://post.example/bridge"></head><body><div class="story">
<h1>Bridge closed</h1>
<p>The bridge over the Arle was closed on Monday after engineers found cracks in two piers.</p>
<p>Repairs will take until <em>March</em>, the council said, and will cost about 4 million.</p>
<p>Buses take the upper road until then.</p></div></body></html>"""
FERRY = """# Ferry

The bridge over the Arle has been closed since Monday, since cracks were found in two piers.

The ferry runs every half hour until the repairs are done.
"""


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """An edition of a page and a text."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in/bridge.html").write_text(BRIDGE)
    (tmp_path / "in/ferry.md").write_text(FERRY)
    options = Options(date="2026-01-31", language="en")
    digest = build(["in"], options, root=tmp_path)
    return editions.publish(digest, tmp_path / "out", root=tmp_path).folder


def edit(edition: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the digest's data by hand."""
    file = edition / "digest.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    change(data)
    file.write_text(json.dumps(data), encoding="utf-8")


def page_source(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in data["sources"] if "original" in each)
    return found


def kept(edition: Path, suffix: str) -> Path:
    (file,) = (edition / "sources").glob(f"{'?' * 64}{suffix}")
    return file


def test_all_is_well(edition: Path) -> None:
    assert verify(edition) == Verification((), verify(edition).quotations)
    assert verify(edition).quotations > 4


def test_the_digest_follows_its_schema(edition: Path) -> None:
    schema = Path("bidigest/rendering/digest.schema.json").read_text(encoding="utf-8")
    jsonschema.validate(json.loads((edition / "digest.json").read_text()), json.loads(schema))


def test_a_citation_tells_its_place_as_a_text_quote_selector(edition: Path) -> None:
    data = json.loads((edition / "digest.json").read_text())
    source = page_source(data)
    assert source["original"]["url"] == "https://post.example/bridge"
    assert source["reader"]["name"] == "html"
    cited = [c for p in data["points"] for c in p["citations"] if c["source"] == source["id"]]
    where = next(c["where"] for c in cited if c["quote"].startswith("Repairs"))
    assert where["type"] == "TextQuoteSelector"
    assert where["xpath"] == "/html[1]/body[1]/div[1]/p[2]"
    assert where["exact"] == (
        "Repairs will take until March, the council said, and will cost about 4 million."
    )


def test_pages_lead_into_the_kept_file(edition: Path) -> None:
    name = kept(edition, ".html").name
    assert f"./sources/{name}#:~:text=" in (edition / "digest.md").read_text()
    assert f"./sources/{name}#:~:text=" in (edition / "digest.html").read_text()
    assert kept(edition, ".html").read_text() == BRIDGE


def test_beside_the_kept_page_a_citation_leads_to_the_page_today(edition: Path) -> None:
    data = json.loads((edition / "digest.json").read_text())
    live = {c["where"]["live"] for p in data["points"] for c in p["citations"] if "where" in c}
    found = next(each for each in live if "Repairs" in each)
    assert found.startswith("https://post.example/bridge#:~:text=Repairs")
    assert f'href="{found}"' in (edition / "digest.html").read_text()


def test_the_original_may_go_since_it_is_kept(edition: Path) -> None:
    (edition / "../../../in/bridge.html").unlink()
    assert verify(edition).problems == ()
    assert "Arle" in explain(edition, "P1")


def test_an_original_that_has_changed_since_is_told(edition: Path) -> None:
    (edition / "../../../in/bridge.html").write_text(BRIDGE.replace("Monday", "Sunday"))
    assert verify(edition).problems == ()
    assert verify(edition).notes[0].startswith("1 of 2 sources has changed")
    assert (edition / "sources/in/bridge.html").read_text() == BRIDGE


def test_of_a_file_both_names_are_one_file(edition: Path) -> None:
    assert kept(edition, ".html").samefile(edition / "sources/in/bridge.html")


def test_a_kept_rendition_that_was_changed_is_told(edition: Path) -> None:
    (rendition,) = (edition / "sources").glob(f"{'?' * 64}.md")
    rendition.write_text(rendition.read_text().replace("March", "May"))
    assert (
        "in/bridge.html: its rendition is not kept with the edition as it was made"
        in verify(edition).problems
    )


def test_a_rendition_that_the_original_does_not_give_is_told(edition: Path) -> None:
    import hashlib

    (rendition,) = (edition / "sources").glob(f"{'?' * 64}.md")
    forged = rendition.read_text().replace("Buses take", "Trams take")
    sha256 = hashlib.sha256(forged.encode()).hexdigest()
    (edition / "sources" / f"{sha256}.md").write_text(forged)
    edit(edition, lambda data: page_source(data)["rendition"].update(sha256=sha256))
    assert "in/bridge.html: reading it again gives another text" in verify(edition).problems


def test_another_version_of_a_reader_is_said_and_not_failed(edition: Path) -> None:
    import hashlib

    (rendition,) = (edition / "sources").glob(f"{'?' * 64}.md")
    other = rendition.read_text() + "\nAn advertisement.\n"
    sha256 = hashlib.sha256(other.encode()).hexdigest()
    (edition / "sources" / f"{sha256}.md").write_text(other)

    def older(data: dict[str, Any]) -> None:
        page_source(data)["rendition"]["sha256"] = sha256
        page_source(data)["reader"]["versions"]["lxml"] = "5.0.0"

    edit(edition, older)
    (edition / "digest.html").unlink()
    found = verify(edition)
    assert found.problems == ()
    assert found.notes[0].startswith(
        "in/bridge.html: is read otherwise by other versions (lxml 5.0.0, now "
    )


def test_a_quotation_at_a_place_that_does_not_say_it_is_told(edition: Path) -> None:
    def moved(data: dict[str, Any]) -> None:
        for anchor in page_source(data)["anchors"]:
            anchor["where"] = {"xpath": "/html[1]/body[1]/div[1]/h1[1]"}

    edit(edition, moved)
    assert any(
        line.endswith("not what in/bridge.html says at its place")
        for line in verify(edition).problems
    )


def test_an_edition_takes_kept_files_over_from_the_one_before(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/bridge.html").write_text(BRIDGE)
    options = Options(date="2026-01-31", language="en")
    first = editions.publish(
        build(["in"], options, root=tmp_path), tmp_path / "out", root=tmp_path
    ).folder
    (tmp_path / "in/ferry.md").write_text(FERRY)
    second = editions.publish(
        build(["in"], options, root=tmp_path), tmp_path / "out", root=tmp_path
    ).folder
    assert first != second
    assert kept(first, ".html").samefile(kept(second, ".html"))


def test_a_pdf_is_cited_by_page(tmp_path: Path) -> None:
    told = "The bridge over the Arle was closed on Monday after cracks were found."
    more = "Repairs will take until March, the council said, and will cost about 4 million."
    (tmp_path / "report.pdf").write_bytes(pdf([Line(told)], [Line(more)]))
    options = Options(date="2026-01-31", language="en")
    digest = build(["report.pdf"], options, root=tmp_path)
    folder = editions.publish(digest, tmp_path / "out", root=tmp_path).folder
    assert verify(folder).problems == ()
    page = (folder / "digest.md").read_text()
    assert f"p. 2](./sources/{kept(folder, '.pdf').name}#page=2)" in page
    data = json.loads((folder / "digest.json").read_text())
    wheres = [c["where"] for p in data["points"] for c in p["citations"]]
    assert {where["page"] for where in wheres} == {1, 2}
    assert all(len(where["box"]) == 4 for where in wheres)


def test_what_no_browser_opens_at_a_place_is_opened_as_its_rendition(tmp_path: Path) -> None:
    told = "The bridge over the Arle was closed on Monday after cracks were found."
    (tmp_path / "report.docx").write_bytes(
        docx(paragraph("Bridge", style="Heading1"), paragraph(told))
    )
    options = Options(date="2026-01-31", language="en")
    digest = build(["report.docx"], options, root=tmp_path)
    folder = editions.publish(digest, tmp_path / "out", root=tmp_path).folder
    assert verify(folder).problems == ()
    rendition = kept(folder, ".md")
    assert f"para. 2](./sources/{rendition.name}#L3)" in (folder / "digest.md").read_text()
    assert rendition.read_text().split("\n")[2] == told


def test_explain_reads_the_rendition(edition: Path) -> None:
    assert "Arle" in explain(edition, "P1")


MAIL = """From: Ann Field <ann@post.example>
To: desk@post.example
Subject: Bridge

The bridge over the Arle was closed on Monday after engineers
found cracks in two piers, the council said.
"""


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("note.md", f"---\ntitle: Bridge\n---\n\n{FERRY}".encode(), "L7"),
        ("note.eml", MAIL.encode(), "L5–6"),
        (
            "note.pdf",
            pdf([Line("A report.")], [Line(MAIL.splitlines()[4] + " found cracks.")]),
            "p. 2",
        ),
    ],
)
def test_a_place_has_one_name_wherever_it_is_told(
    name: str, content: bytes, place: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    options = Options(date="2026-01-31", language="en")
    digest = build([name], options, root=tmp_path)
    folder = editions.publish(digest, tmp_path / "out", root=tmp_path).folder
    data = json.loads((folder / "digest.json").read_text())
    (point,) = (
        each["id"] for each in data["points"] if each["statement"].startswith("The bridge over")
    )
    lines = (folder / "digest.md").read_text().splitlines()
    assert any(f"{point} ·" in line and f" {place}](" in line for line in lines)
    told = explain(folder, point).splitlines()
    cited = next(line for line in told if line.startswith(f"  S1 {name}"))
    assert cited == f"  S1 {name}" + (f":{place[1:]}" if name.endswith(".md") else f" {place}")
    edit(
        folder,
        lambda data: [each.update(quote="x") for p in data["points"] for each in p["citations"]],
    )
    assert any(
        f"not what stands in {name} at {place} (" in line for line in verify(folder).problems
    )
