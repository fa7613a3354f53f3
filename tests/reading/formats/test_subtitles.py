"""Subtitles: cues become sentences, and each stretch keeps the time at which it is shown."""

import re

from bidigest.reading.formats.citing import place_name
from bidigest.reading.formats.registry import READERS, render

SRT = """1
00:00:01,000 --> 00:00:03,000
The reservoir is full

2
00:00:03,100 --> 00:00:05,000
for the first time in nine years.

3
00:00:05,200 --> 00:00:07,000
<i>Two gates</i> are open.
"""


def lines(text: str) -> list[str]:
    rendered = render(text.encode(), "a.srt")
    assert rendered is not None
    return [line for line in rendered[0].text.split("\n") if line]


def test_cues_of_one_sentence_are_one_line() -> None:
    assert lines(SRT) == [
        "The reservoir is full for the first time in nine years.",
        "Two gates are open.",
    ]


def test_each_cue_keeps_its_time() -> None:
    rendered = render(SRT.encode(), "a.srt")
    assert rendered is not None
    rendition, original = rendered
    assert [place_name(anchor.where) for anchor in rendition.anchors] == [
        "00:00:01",
        "00:00:03",
        "00:00:05",
    ]
    at = READERS[original.media_type].raw_text(SRT.encode(), "a.srt")
    assert at(rendition.anchors[1].where).strip(": ") == "for the first time in nine years."


def test_speakers_of_webvtt_are_named() -> None:
    text = "WEBVTT\n\nintro\n00:01.000 --> 00:02.000\n<v Ann Field>It rained.</v>\n\n00:02.500 --> 00:04.000\n<v Bo>It did.\n"
    assert lines(text) == ["Ann Field: It rained.", "Bo: It did."]


def test_chinese_without_marks_is_cut_at_cues_and_not_glued() -> None:
    cues = "\n\n".join(
        f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n水库今年已经第{n}次蓄满了"
        for n in range(1, 40)
    )
    found = lines(cues)
    assert len(found) > 8
    assert max(map(len, found)) < 80
    assert found[0].startswith("水库今年已经第1次蓄满了 水库今年已经第2次蓄满了 ")


def test_lines_that_go_on_being_shown_are_said_once() -> None:
    text = """WEBVTT

00:00:01.000 --> 00:00:03.000
the gates are open

00:00:03.000 --> 00:00:05.000
the gates are open
and the road is closed

00:00:05.000 --> 00:00:06.000
and the road is closed
until March
"""
    assert lines(text) == ["the gates are open and the road is closed until March"]


def test_a_pause_ends_what_was_said() -> None:
    text = SRT.replace("00:00:03,100 --> 00:00:05,000", "00:00:07,100 --> 00:00:08,000")
    assert lines(text)[0] == "The reservoir is full"


def test_numbers_of_cues_without_blank_lines_are_not_said() -> None:
    text = re.sub(r"\n\n", "\n", SRT)
    assert lines(text) == lines(SRT)
