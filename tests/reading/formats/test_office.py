"""Word documents, presentations and books: what of them is read, and where it stands."""

import re
import zipfile

import pytest

from bidigest.errors import SourceError
from bidigest.reading.formats.registry import READERS, render
from tests.reading.formats.office_files import archive, docx, epub, paragraph, pptx, shape


def lines(data: bytes) -> list[str]:
    rendered = render(data, "file")
    assert rendered is not None
    text = re.sub(r"\A---\n.*?\n---\n", "", rendered[0].text, flags=re.S)
    return [line for line in text.split("\n") if line]


def places(data: bytes) -> list[tuple[dict[str, object], str]]:
    """Where each block stands, and what the file says there."""
    rendered = render(data, "file")
    assert rendered is not None
    rendition, original = rendered
    at = READERS[original.media_type].raw_text(data, "file")
    return [(dict(anchor.where), at(anchor.where)) for anchor in rendition.anchors]


def test_headings_of_word_by_style_and_by_what_styles_are_based_on() -> None:
    data = docx(
        paragraph("Reservoir", style="Heading1"),
        paragraph("水位", style="2"),
        paragraph("Outlook", style="Mine"),
        paragraph("Levels .... 3", style="TOC1"),
        paragraph("It is full."),
    )
    assert lines(data) == ["# Reservoir", "## 水位", "## Outlook", "It is full."]


def test_lists_labels_and_tables_of_word() -> None:
    cell = "<w:tc>{}</w:tc>".format
    row = ("<w:tr>" + cell(paragraph("Gate")) + cell(paragraph("State")) + "</w:tr>") * 2
    data = docx(
        paragraph("What follows", bold=True),
        paragraph("The gates stay open.", listed=True),
        paragraph("The road is closed.", listed=True),
        f"<w:tbl>{row}</w:tbl>",
    )
    assert lines(data) == [
        "**What follows**",
        "- The gates stay open.",
        "- The road is closed.",
        "| Gate | State |",
        "| --- | --- |",
        "| Gate | State |",
    ]
    assert places(data)[3] == ({"paragraph": 4, "row": 1}, "GateState")


def test_changes_are_accepted_and_what_is_hidden_is_not_read() -> None:
    data = docx(
        "<w:p><w:r><w:t>It rained </w:t></w:r><w:del><w:r><w:delText>twice</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>once</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t> no</w:t></w:r>"
        "<w:r><w:t>.</w:t></w:r></w:p>"
    )
    assert lines(data) == ["It rained once."]


def test_notes_stand_at_the_end_and_are_cited_as_notes() -> None:
    data = docx(
        '<w:p><w:r><w:t>It rained.</w:t><w:footnoteReference w:id="7"/></w:r></w:p>',
        paragraph("It stopped."),
        notes={"7": "On forty days."},
    )
    assert lines(data) == ["It rained.", "It stopped.", "On forty days."]
    assert places(data)[-1] == ({"kind": "footnote", "note": "7"}, "On forty days.")


def test_text_boxes_follow_the_paragraph_that_holds_them() -> None:
    box = f"<w:pict><w:txbxContent>{paragraph('In a box.')}</w:txbxContent></w:pict>"
    data = docx(f"<w:p><w:r><w:t>Beside it.</w:t>{box}</w:r></w:p>", paragraph("After it."))
    assert lines(data) == ["Beside it.", "In a box.", "After it."]


def test_slides_from_the_top_without_numbers_and_hidden_ones() -> None:
    data = pptx(
        [
            shape("1", kind="sldNum"),
            shape("Gates open", top=500),
            shape("Levels", kind="title", top=900),
        ],
        [shape("Not shown")],
        [shape("Level: 3 m")],
        hidden=[2],
    )
    assert lines(data) == ["## Levels", "- Gates open", "- Level: 3 m"]
    assert places(data)[-1] == ({"slide": 3, "shape": 1}, "Level: 3 m")


def test_chapters_in_the_order_of_reading_with_their_elements() -> None:
    data = epub("<h1>One</h1><p>It rained.</p>", "<h1>Two</h1><p>It <i>stopped</i>.</p>")
    assert lines(data) == ["# One", "It rained.", "# Two", "It stopped."]
    assert places(data)[3] == (
        {"chapter": 2, "part": "book/text/c 2.xhtml", "xpath": "/html[1]/body[1]/p[1]"},
        "It stopped.",
    )


def bomb() -> bytes:
    return archive({"word/document.xml": b"<w:p/>" + b" " * 40_000_000})


def entities() -> bytes:
    return archive({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'})


def locked() -> bytes:
    data = bytearray(docx(paragraph("It rained.")))
    with zipfile.ZipFile(__import__("io").BytesIO(data)) as file:
        start = data.rfind(b"PK\x01\x02", 0, file.start_dir + 4)
    data[start + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (bomb(), "inflates to far more"),
        (entities(), "declares entities"),
        (locked(), "needs a password"),
        (docx(paragraph(" ")), "holds no text"),
        (epub("<p></p>"), "holds no text"),
        (
            docx(paragraph("It rained."))[:-200] + b"PK\x05\x06" + b"\0" * 18,
            "is an archive with nothing",
        ),
        (
            epub("<p>a</p>", **{"META-INF/encryption.xml": "<e><EncryptedData/></e>"}),
            "is protected against copying",
        ),
    ],
    ids=["bomb", "entities", "locked", "blank", "empty book", "damaged", "protected"],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, reason: str) -> None:
    from bidigest.reading import read_bytes

    with pytest.raises(SourceError, match=reason) as caught:
        read_bytes(data, "file")
    assert re.fullmatch(r"file: [^\n]+; [^\n]+", str(caught.value))
