"""Mails: what the sender wrote, what is another's, and the page that a mail can be."""

import email
import re
from email.message import EmailMessage
from email.policy import default

import pytest

from bidigest.errors import SourceError
from bidigest.reading import read_bytes
from bidigest.reading.formats.citing import place_name
from bidigest.reading.formats.registry import READERS, render


def mail(body: str, *, subtype: str = "plain", **headers: str) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Ann Field <ann@post.example>", "desk@post.example"
    message["Date"], message["Subject"] = "Fri, 30 Jan 2026 08:00:00 +0100", "Reservoir"
    message["Message-ID"] = "<1@post.example>"
    for name, value in headers.items():
        message[name] = value
    message.set_content(body, subtype=subtype)
    return message.as_bytes()


def lines(data: bytes) -> list[str]:
    rendered = render(data, "a.eml")
    assert rendered is not None
    text = re.sub(r"\A---\n.*?\n---\n", "", rendered[0].text, flags=re.S)
    return [line for line in text.split("\n") if line]


def test_lines_are_joined_to_paragraphs_and_a_signature_goes() -> None:
    body = "The reservoir is full for the first time in nine years, after a winter\nof rain.\n\n- gates open\n- road closed\n\n-- \nAnn\n"
    assert lines(mail(body)) == [
        "The reservoir is full for the first time in nine years, after a winter of rain.",
        "- gates open",
        "- road closed",
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The lift's cable was last renewed in the autumn of the year\n2014. Nobody was hurt.\n",
            1,
        ),
        ("The board met the residents of the valley on the evening of May\n18. They agreed.\n", 1),
        ("What we know of the reservoir so far, in short:\n1. It is full.\n2. It rains.\n", 3),
        ("We know this much.\n3. It is full.\n4. It rains.\n", 3),
        ("1) The reservoir is full for the first time since the winter of\n2) It rains\n", 2),
    ],
)
def test_a_sentence_is_not_broken_off_by_its_last_number(body: str, expected: int) -> None:
    assert len(lines(mail(body))) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "FROM THE QUARRY\nStone is cut again on the north face, after two years without\nwork.\n",
            [
                "## FROM THE QUARRY",
                "Stone is cut again on the north face, after two years without work.",
            ],
        ),
        ("IN SHORT\n* The ferry is late.\n", ["## IN SHORT", "- The ferry is late."]),
        ("STOP!\nThe bridge is closed.\n", ["STOP!", "The bridge is closed."]),
        (
            "The crane was bought from\nNASA\nand shipped.\n",
            ["The crane was bought from NASA and shipped."],
        ),
        ("> AT THE MILL\n> It turns.\n", ["> AT THE MILL It turns."]),
    ],
)
def test_a_line_in_capitals_above_a_paragraph_is_its_heading(
    body: str, expected: list[str]
) -> None:
    assert lines(mail(body)) == expected


@pytest.mark.parametrize(
    "quoted",
    [
        "On Thu, 29 Jan 2026 at 10:00, Bo Reed wrote:\n> It is nearly full.\n",
        "-----Original Message-----\nIt is nearly full.\n",
        "在 2026年1月29日，李明写道：\n> It is nearly full.\n",
    ],
)
def test_what_is_quoted_is_marked_as_anothers(quoted: str) -> None:
    assert lines(mail(f"It is full.\n\n{quoted}")) == ["It is full.", "> It is nearly full."]


def test_headers_become_metadata() -> None:
    rendered = render(mail("It is full."), "a.eml")
    assert rendered is not None
    assert rendered[0].text.startswith(
        '---\ntitle: "Reservoir"\nauthor: "Ann Field <ann@post.example>"\n'
        'date: "2026-01-30T08:00:00+01:00"\n---\n'
    )


def test_every_paragraph_is_found_at_its_lines() -> None:
    data = mail("It is full.\n\nTwo gates\nare open.\n\nOn Monday Bo wrote:\n> Nearly\n> full.\n")
    rendered = render(data, "a.eml")
    assert rendered is not None
    rendition, original = rendered
    at = READERS[original.media_type].raw_text(data, "a.eml")
    assert [at(anchor.where) for anchor in rendition.anchors] == [
        "It is full.",
        "Two gates\nare open.",
        "Nearly\nfull.",
    ]


TWO = "It is full.\n\nTwo gates\nare open.\n"


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("attached", [False, True])
def test_a_place_is_a_line_of_the_file_itself(end: bytes, attached: bool) -> None:
    message = email.message_from_bytes(mail(TWO), policy=default)
    assert isinstance(message, EmailMessage)
    if attached:
        message.add_attachment("levels\n", filename="levels.csv")
    data = message.as_bytes().replace(b"\n", end)
    rendered = render(data, "a.eml")
    assert rendered is not None
    (first, second) = (anchor.where for anchor in rendered[0].anchors)
    shown = data.decode().splitlines()  # as an editor counts them
    assert shown[int(str(first["line"])) - 1] == "It is full."
    assert shown[int(str(second["line"])) - 1 : int(str(second["to"]))] == [
        "Two gates",
        "are open.",
    ]
    assert place_name(second) == f"L{second['line']}–{second['to']}"
    at = READERS[rendered[1].media_type].raw_text(data, "a.eml")
    assert at(second) == "Two gates\nare open."


def test_an_encoded_text_has_paragraphs_that_are_counted() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ann Field <ann@post.example>", "Reservoir"
    message.set_content(TWO.replace("full", "full 满"), cte="base64")
    data = message.as_bytes()
    rendered = render(data, "a.eml")
    assert rendered is not None
    assert [anchor.where for anchor in rendered[0].anchors] == [{"paragraph": 1}, {"paragraph": 2}]
    at = READERS[rendered[1].media_type].raw_text(data, "a.eml")
    assert at({"paragraph": 2}) == "Two gates\nare open."


def test_a_mail_in_html_is_read_as_a_page() -> None:
    data = mail(
        "<html><body><h1>Levels</h1><p>It is <b>full</b>.</p></body></html>", subtype="html"
    )
    assert lines(data) == ["# Levels", "It is full."]


def test_a_page_saved_in_one_file_is_read_as_a_page() -> None:
    data = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/1\r\n"
        b"Subject: Levels\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<html><body><p>The reservoir is =\r\nfull =E6=BB=A1.</p></body></html>\r\n--b--\r\n"
    )
    rendered = render(data, "a.mhtml")
    assert rendered is not None
    assert rendered[1].media_type == "multipart/related"
    assert lines(data) == ["The reservoir is full 满."]


@pytest.mark.parametrize(
    "text", ["Note: it rained.\n\nAll day.", "title: x\ndate: y\n\nIt rained."]
)
def test_a_text_that_begins_with_a_colon_is_a_text(text: str) -> None:
    assert render(text.encode(), "a.txt") is None


def test_a_mail_without_a_text_is_refused() -> None:
    with pytest.raises(SourceError, match="is a mail without a text"):
        render(mail(" "), "a.eml")


def test_where_to_see_a_mail_in_a_browser_is_not_what_it_is_called() -> None:
    body = "View this email in your browser: https://post.example/7\n\nThe quarry has opened again after two years without work, its owner said on Monday.\n"
    document = read_bytes(mail(body), "a.eml")
    assert not any("browser" in document.quote(each.span) for each in document.sentences)
    assert not any("browser" in section.title for section in document.sections)
