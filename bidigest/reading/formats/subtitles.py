"""Subtitles (SubRip, WebVTT) as a rendition: cues joined to sentences, each with its time."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from bidigest.reading.decoding import decode_text
from bidigest.reading.formats.lines import IDEOGRAPHS, escaped, joined, one_line, width
from bidigest.reading.formats.rendition import Rendition, RenditionWriter, Where

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMES = re.compile(rf"^[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}.*$", re.M)
_SPEAKER = re.compile(r"<v(?:\.[\w.-]+)?\s+([^>\n]{1,100})>")
_TAG = re.compile(r"<[^>\n]{0,200}>|\{\\[^}\n]{0,200}\}")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_ENDS = re.compile(r"[。！？.!?…][”\"』」’）)]*$")
_BEGINS_ANEW = re.compile(r"^[-–—♪]\s*")
_HAN_END, _HAN_START = re.compile(f"[{IDEOGRAPHS}]$"), re.compile(f"[{IDEOGRAPHS}]")

_BLANKS = 80
"""White space between a cue's number and its times, at most."""
_PAUSE = 3.0
"""Seconds of silence that end what was being said."""
_SHORT_PAUSE = 1.0
_LONGEST = 400
_LONGEST_UNMARKED = 120
"""Width at which a text without punctuation is cut, at a cue's end."""
_FEWEST_MARKS = 0.15
"""Share of cues that end a sentence in a text that has punctuation at all."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown at once, and from when to when, in seconds."""

    start: float
    end: float
    text: str
    speaker: str = ""

    @property
    def where(self) -> Where:
        """The place of the cue in the film."""
        return {"time": [clock(self.start), clock(self.end)]}


def read(data: bytes, path: str) -> Rendition:
    """Read the subtitles as paragraphs of one sentence each.

    Raises:
        SourceError: they cannot be read.
    """
    cues = _without_repetition(_cues(decode_text(data, path).text))
    marked = sum(bool(_ENDS.search(cue.text)) for cue in cues) > _FEWEST_MARKS * len(cues)
    writer = RenditionWriter()
    for group in _groups(cues, marked):
        writer.write_parts(_parts(group, marked))
    return writer.finish({})


def raw_text(data: bytes, path: str) -> Callable[[Where], str]:
    """Look up what is shown from a time on, as the file has it."""
    texts: dict[str, str] = {}
    for cue in _cues(decode_text(data, path).text):
        texts.setdefault(clock(cue.start), "")
        texts[clock(cue.start)] += f"{cue.speaker}: {cue.text}"

    def text(where: Where) -> str:
        """Return the text at a place; empty where there is none."""
        times = where.get("time")
        return texts.get(str(times[0]), "") if isinstance(times, list) and times else ""

    return text


def clock(seconds: float) -> str:
    """Format seconds as `00:01:07.500`."""
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


def _cues(text: str) -> Iterator[Cue]:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = list(_TIMES.finditer(text))
    for number, times in enumerate(found):
        following = found[number + 1].start() if number + 1 < len(found) else len(text)
        # A cue ends with a blank line; what stands between that and the next is its name.
        payload = _BLANK_LINE.split(text[times.end() : following].lstrip("\n"), maxsplit=1)[0]
        speaker = _SPEAKER.search(payload) if "<v" in payload else None
        lines = map(_without_tags, payload.split("\n"))
        said = "\n".join(
            line for line in lines if line and not _is_next_number(line, following, text)
        )
        if said:
            start, end = _seconds(times.groups()[:4]), _seconds(times.groups()[4:])
            yield Cue(start, end, said, one_line(speaker[1]) if speaker else "")


def _without_tags(line: str) -> str:
    if "<" in line or "{" in line:
        line = _TAG.sub("", line)
    return one_line(html.unescape(line) if "&" in line else line)


def _is_next_number(line: str, following: int, text: str) -> bool:
    """Tell whether the line is the next cue's number, in a file without blank lines."""
    before = text[max(0, following - len(line) - _BLANKS) : following]
    return line.isdigit() and before.rstrip().endswith(f"\n{line}")


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, fraction = parts
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return whole + float(f"0.{fraction}")


def _without_repetition(cues: Iterator[Cue]) -> list[Cue]:
    """Take out the lines that a cue only goes on showing from the one before."""
    found: list[Cue] = []
    shown: list[str] = []
    for cue in cues:
        lines = cue.text.split("\n")
        new = lines[1:] if shown and lines[0] == shown[-1] else lines
        new = [] if lines == shown else new
        shown = lines
        if new:
            text = reduce(joined, new)
            found.append(cue if text == cue.text else replace(cue, text=text))
    return found


def _groups(cues: Sequence[Cue], marked: bool) -> Iterator[list[Cue]]:
    """Group cues that belong to one sentence, or to one stretch where there are no marks."""
    group: list[Cue] = []
    for cue in cues:
        if group and _is_new(group, cue, marked):
            yield group
            group = []
        group.append(cue)
        if marked and _ENDS.search(cue.text):
            yield group
            group = []
    if group:
        yield group


def _is_new(group: Sequence[Cue], cue: Cue, marked: bool) -> bool:
    pause = cue.start - group[-1].end
    length = width("".join(each.text for each in group))
    return (
        cue.speaker != group[-1].speaker
        or pause > (_PAUSE if marked else _SHORT_PAUSE)
        or length > (_LONGEST if marked else _LONGEST_UNMARKED)
        or bool(_BEGINS_ANEW.match(cue.text))
    )


def _parts(group: Sequence[Cue], marked: bool) -> list[tuple[str, Where]]:
    parts, before = list[tuple[str, Where]](), ""
    for cue in group:
        text = _BEGINS_ANEW.sub("", cue.text) if not parts else cue.text
        gap = joined(before[-1:], text)[1:] if before else text
        if not marked and _HAN_END.search(before) and _HAN_START.match(text):
            gap = f" {text}"  # all that tells one clause from the next
        speaker = f"{cue.speaker}: " if cue.speaker and not parts else ""
        parts.append((speaker + escaped(gap, numbered=bool(parts)), cue.where))
        before = text
    return parts
