"""A digest as a mail in plain text: what is new, what the sources say, where they differ."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from email.message import EmailMessage
from email.policy import SMTP

from bidigest.checking.rendered_pages import statement_for_reader, title_for_reader
from bidigest.publishing.edition_changes import news_of
from bidigest.rendering.escaping import one_line
from bidigest.rendering.json import Data
from bidigest.rendering.news import news_text
from bidigest.rendering.originals import told_place
from bidigest.rendering.page_content import single_note
from bidigest.rendering.page_messages import Messages, messages

_POINTS_IN_NOTICE = 5
"""How many points the notice of a first edition tells."""


def mail(data: Data) -> str:
    """Compose the message with its subject but no addresses, which the sender adds (RFC 5322)."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = (
        f"{one_line(title_for_reader(data))} · {messages(data['language']).date(data['date'])}"
    )
    message.set_content(mail_text(data))
    return message.as_string()


def mail_text(data: Data) -> str:
    """Return what the mail says."""
    say = messages(data["language"])
    shown = [point for point in data["points"] if point["shown"]]
    shared = [point for point in shown if len(point["sources"]) > 1]
    single = [point for point in shown if len(point["sources"]) == 1]
    head = f"{one_line(title_for_reader(data))}\n{say.date(data['date'])}\n"
    parts = [
        head,
        _section(say("heading.changes"), [news_text(news_of(data), say).rstrip("\n")]),
        _section(say("heading.shared"), _points(shared, data, say)),
        _section(say("heading.conflicts"), _conflicts(data)),
        _section(say("heading.single"), [*_points(single, data, say), *_single_note(data, say)]),
        _section(say("heading.sources"), _sources(data, say)),
    ]
    return "\n".join(part for part in parts if part)


def _single_note(data: Data, say: Messages) -> Iterator[str]:
    counts = [(len(point["sources"]), bool(point["shown"])) for point in data["points"]]
    if note := single_note(say, counts):
        yield note.replace("`", "")


def notice_text(data: Data) -> str:
    """Tell what is new, for a notification; of a first edition also what it says first."""
    say = messages(data["language"])
    told = news_text(news_of(data), say)
    if data["changes"]["since"] is not None:
        return told
    shown = [point for point in data["points"] if point["shown"]][:_POINTS_IN_NOTICE]
    lines = (f"- {one_line(statement_for_reader(point, data))}\n" for point in shown)
    return told + "".join(lines)


def _section(title: str, lines: Iterable[str]) -> str:
    text = "\n".join(lines)
    return f"{title}\n{'=' * _columns(title)}\n\n{text}\n" if text else ""


def _columns(text: str) -> int:
    """Measure how wide a text is where Han characters take two columns (UAX 11)."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def _points(points: list[Data], data: Data, say: Messages) -> Iterator[str]:
    for point in points:
        support = f"{len(point['sources'])}/{len(data['sources'])}"
        made = [item for item in point["citations"] if item["source"] in point["sources"]]
        yield f"- {one_line(statement_for_reader(point, data))}"
        yield "  " + " · ".join([support, point["id"], _places(made), *_aside(point, data, say)])


def _aside(point: Data, data: Data, say: Messages) -> Iterator[str]:
    """Name who is cited beside a point: who says otherwise in a conflict, and other figures."""
    opposed = [
        reading
        for conflict in data["conflicts"]
        if conflict["point"] == point["id"]
        for reading in conflict["readings"]
        if reading["source"] not in point["sources"]
    ]
    against = {reading["source"] for reading in opposed}
    beside = [
        item
        for item in point["citations"]
        if item["source"] not in point["sources"] and item["source"] not in against
    ]
    for name, told in (("point.otherwise", opposed), ("point.other_figure", beside)):
        if told:
            yield f"{say(name)}{say('colon')}{_places(told)}"


def _places(citations: list[Data]) -> str:
    return ", ".join(f"{item['source']} {told_place(item)}".rstrip() for item in citations)


def _conflicts(data: Data) -> Iterator[str]:
    shown = {point["id"] for point in data["points"] if point["shown"]}
    for conflict in data["conflicts"]:
        named = [conflict["point"]] if conflict["point"] in shown else []
        for reading in _once_a_source(conflict):
            told = reading.get("figure") or reading.get("words")
            words = [one_line(told["quote"])] if told else []
            place = f"{reading['source']} {told_place(reading)}".rstrip()
            quote = one_line(reading["quote"])
            yield "- " + " · ".join([*named, *words, place, quote])


def _once_a_source(conflict: Data) -> Iterator[Data]:
    """Leave out what a source says again, but for who denies the others, who is the last."""
    said = set()
    for reading in conflict["readings"]:
        figure = reading.get("figure", {})
        told = reading["source"], *(figure.get(key) for key in ("low", "high", "unit"))
        denies = conflict["kind"] == "opposites" and reading is conflict["readings"][-1]
        if denies or told not in said:
            yield reading
        said.add(told)


def _sources(data: Data, say: Messages) -> Iterator[str]:
    for source in data["sources"]:
        title, path = one_line(source["title"]), one_line(source["path"])
        yield (
            f"- {source['id']} {title}{say('colon')}{path}" if title else f"- {source['id']} {path}"
        )
