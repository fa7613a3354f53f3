"""Digests of as many sources as one likes, made up by rule: for pages of any size.

Every third source is in Traditional Chinese, every third in English; some have front matter,
lines wrapped at 72 columns, lists, or nothing that names them. Nothing is random.
"""

from __future__ import annotations

import hashlib
import textwrap
from functools import cache

from bidigest.model import (
    Citation,
    Conflict,
    Digest,
    Document,
    Point,
    Quantity,
    Reading,
    Span,
    Theme,
)
from bidigest.model.digests import section_id, source_id
from bidigest.reading import read_bytes
from tests.digests import digest, point

_MATTERS = {
    "en": ("Ferry fares", "Dredging the channel", "The new quay", "Jobs on the waterfront"),
    "zh-Hans": ("渡轮票价", "航道疏浚", "新码头", "岸边的工作"),
    "zh-Hant": ("渡輪票價", "航道疏浚", "新碼頭", "岸邊的工作"),
}
_CLAIMS = {
    "en": "{matter}: item {n} on the list costs the harbour {sum} crowns a year.",
    "zh-Hans": "{matter}：清单上的第{n}项每年花费港口{sum}克朗。",
    "zh-Hant": "{matter}：清單上的第{n}項每年花費港口{sum}克朗。",
}
_FILLERS = {
    "en": "**Nobody** at meeting {k} had asked how the boats of pier {n} are to be paid for, and the "
    "minutes say only that the question was noted and left to the board of the next year.",
    "zh-Hans": "第{k}次会议上**没有人**问第{n}号码头的船要由谁出钱，记录里只写着问题已经记下，留给明年的"
    "理事会处理。",
    "zh-Hant": "第{k}次會議上**沒有人**問第{n}號碼頭的船要由誰出錢，記錄裡只寫著問題已經記下，留給明年的"
    "理事會處理。",
}
_TITLES = {
    "en": "The harbour, as newspaper number {n} sees it",
    "zh-Hans": "第{n}份报纸眼里的港口",
    "zh-Hant": "第{n}份報紙眼裡的港口",
}
_TONGUES = ("zh-Hans", "zh-Hant", "en")


@cache
def crowd(sources: int, points: int = 24, paragraphs: int = 3) -> Digest:
    """A digest of so many sources; a text has four sections of so many further paragraphs."""
    documents = tuple(_document(number, points, paragraphs) for number in range(sources))
    made = [_point(number, documents) for number in range(points)]
    made.sort(key=lambda each: (len(each.sources) == 1, -len(each.sources), int(each.id[1:])))
    numbered = [point(n, each.citations) for n, each in enumerate(made, start=1)]
    themes = [
        Theme(title, section_id(2, matter + 1), tuple(
            each.id for each in numbered if title in _matter_of(each)
        ))
        for matter, title in enumerate(_MATTERS["en"])
    ]  # fmt: skip
    whole = digest(documents, numbered, [_conflict(numbered[0], documents)], language="en")
    return Digest(**{
        name: getattr(whole, name) for name in whole.__slots__ if name != "themes"
    }, themes=tuple(theme for theme in themes if theme.points))  # fmt: skip


def _document(number: int, points: int, paragraphs: int) -> Document:
    tongue = _TONGUES[number % 3]
    title = _TITLES[tongue].format(n=number + 1)
    front = f"---\ntitle: {title}\ntags:\n- harbour\n- paper\n---\n\n" if number % 4 == 0 else ""
    named = "" if number % 4 == 0 or number % 5 == 3 else f"# {title}\n\n"
    sections = (_section(number, matter, tongue, points, paragraphs) for matter in range(4))
    text = front + named + "\n\n".join(sections) + "\n"
    name = hashlib.sha256(title.encode()).hexdigest()[:16] if number % 5 == 3 else f"paper-{number}"
    return read_bytes(text.encode(), f"papers/{name}.md")


def _section(number: int, matter: int, tongue: str, points: int, paragraphs: int) -> str:
    said = [
        _claim(claim, tongue, number) for claim in range(matter, points, 4) if _makes(number, claim)
    ]
    fillers = [_FILLERS[tongue].format(k=k + 1, n=number + 1) for k in range(paragraphs)]
    if number % 6 == 2:
        fillers = ["\n".join(textwrap.wrap(each, 72)) for each in fillers]
    items = [f"- {each}" if number % 2 else each for each in said]
    return "\n\n".join((f"## {_MATTERS[tongue][matter]}", *fillers[:1], *items, *fillers[1:]))


def _claim(claim: int, tongue: str, number: int) -> str:
    figure = 100 + claim + (7 if claim == 0 and number == 1 else 0)
    matter = _MATTERS[tongue][claim % 4]
    return _CLAIMS[tongue].format(matter=matter, n=claim + 1, sum=figure * 1000)


def _makes(source: int, claim: int) -> bool:
    """The later a claim comes, the fewer make it; the last ones one source each."""
    if claim == 0 and source == 1:  # with another figure
        return True
    return source == claim % 3 or ((source * 7 + claim * 5) % (claim + 2) == 0 and claim % 6 != 5)


def _point(claim: int, documents: tuple[Document, ...]) -> Point:
    cited = [
        _citation(number, document, claim)
        for number, document in enumerate(documents)
        if _makes(number, claim) and (claim, number) != (0, 1)
    ]
    return point(claim + 1, cited)


def _citation(number: int, document: Document, claim: int) -> Citation:
    words = _claim(claim, _TONGUES[number % 3], number)
    sentence = next(item for item in document.sentences if words[-24:] in document.quote(item.span))
    line = document.text.count("\n", 0, sentence.span.start) + 1
    section = section_id(number, sentence.section)
    span = sentence.span
    return Citation(source_id(number), section, line, span, document.quote(span))


def _conflict(first: Point, documents: tuple[Document, ...]) -> Conflict:
    own, other = first.citations[0], _citation(1, documents[1], 0)
    readings = (_reading(own, documents[0], 100_000), _reading(other, documents[1], 107_000))
    return Conflict(first.id, readings)


def _reading(cited: Citation, document: Document, amount: int) -> Reading:
    start = document.text.index(str(amount), cited.span.start)
    figure = Quantity(amount, amount, "crown", False, Span(start, start + len(str(amount))))
    return Reading(cited.source, cited.span, cited.quote, figure)


def _matter_of(made: Point) -> str:
    """The English title of the section that a claim stands in."""
    for names in zip(*_MATTERS.values(), strict=True):
        if any(name in made.statement for name in names):
            return str(names[0])
    raise LookupError(made.statement)
