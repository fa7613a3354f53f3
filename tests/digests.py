"""Small digests made by hand, so that rendering and editions are tested without reading or merging.

A document is written as a few lines: `# title` opens a section, `~ text` is furniture and any
other line is one sentence. A point names its sentences by words that stand in them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from bidigest.model import (
    Block,
    Boilerplate,
    Changes,
    Citation,
    CitedQuantity,
    Conflict,
    Digest,
    Document,
    Neighbour,
    Point,
    Quantity,
    Reading,
    Reason,
    Script,
    Section,
    Sentence,
    Skipped,
    Span,
)
from bidigest.model.digests import section_id, source_id


def document(
    path: str, text: str, language: str = "zh", script: Script | None = "Hans", title: str = ""
) -> Document:
    """A document of this text, as if it had been read from a file of just these characters."""
    sections, blocks, sentences, boilerplate = [], [], [], []
    position = 0
    for line in text.splitlines(keepends=True):
        span = Span(position, position + len(line.rstrip("\r\n")))
        position += len(line)
        if line.startswith("# "):
            name = line[2:].strip()
            sections.append(Section(name, 1, (name,), span, span, language, script))
        elif line.startswith("~ "):
            boilerplate.append(Boilerplate(span, "navigation"))
        elif line.strip():
            if not sections:
                sections.append(Section("", 0, (), span, None, language, script))
            blocks.append(Block(span, len(sections) - 1))
            place = (len(sections) - 1, len(blocks) - 1)
            sentences.append(Sentence(span, *place, language, script))
    return Document(
        path=path,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        encoding="utf-8",
        text=text,
        title=title or next((item.title for item in sections if item.title), path),
        metadata={},
        language=language,
        script=script,
        sections=tuple(_until_next(sections, len(text))),
        blocks=tuple(blocks),
        sentences=tuple(sentences),
        boilerplate=tuple(boilerplate),
        markup=(),
    )


def _until_next(sections: Sequence[Section], end: int) -> list[Section]:
    ends = [*(item.span.start for item in sections[1:]), end]
    return [
        Section(
            item.title, item.level, item.path, Span(item.span.start, stop), item.heading,
            item.language, item.script,
        )
        for item, stop in zip(sections, ends, strict=True)
    ]  # fmt: skip


def cite(documents: Sequence[Document], number: int, words: str) -> Citation:
    """The sentence of source number 1, 2, … that holds these words."""
    source = documents[number - 1]
    sentence = next(item for item in source.sentences if words in source.quote(item.span))
    return Citation(
        source=source_id(number - 1),
        section=section_id(number - 1, sentence.section),
        line=source.text.count("\n", 0, sentence.span.start) + 1,
        span=sentence.span,
        quote=source.quote(sentence.span),
    )


def figure(
    documents: Sequence[Document], number: int, words: str, low: float, high: float, unit: str
) -> CitedQuantity:
    """A figure of source number 1, 2, … that stands in these words."""
    start = documents[number - 1].text.index(words)
    span = Span(start, start + len(words))
    return CitedQuantity(source_id(number - 1), Quantity(low, high, unit, False, span))


def point(
    number: int,
    citations: Sequence[Citation],
    shown: bool = True,
    figures: Sequence[CitedQuantity] = (),
    nearest: Sequence[Neighbour] = (),
) -> Point:
    """A point whose statement is the whole of its first citation."""
    first = citations[0]
    return Point(
        id=f"P{number}",
        shown=shown,
        score=1 / number,
        statement=first.quote,
        statement_spans=(first.span,),
        sources=tuple(sorted({item.source for item in citations})),
        citations=tuple(citations),
        figures=tuple(figures),
        reasons=tuple(
            Reason(
                (first.source, first.span.start),
                (other.source, other.span.start),
                0.9,
                {"words": 1.5, "figures": 0.5},
            )
            for other in citations[1:]
        ),
        nearest=tuple(nearest),
    )


def conflict(name: str, documents: Sequence[Document], *cited: CitedQuantity) -> Conflict:
    """Figures of a point that cannot all be right, each with the sentence that it stands in."""
    readings = []
    for item in cited:
        source = documents[int(item.source[1:]) - 1]
        span = next(
            sentence.span
            for sentence in source.sentences
            if sentence.span.start <= item.figure.span.start < sentence.span.end
        )
        readings.append(Reading(item.source, span, source.quote(span), item.figure))
    return Conflict(name, tuple(readings))


def digest(
    documents: Sequence[Document],
    points: Sequence[Point],
    conflicts: Sequence[Conflict] = (),
    *,
    language: str = "zh-Hans",
    reader: str = "as-written",
    title: str = "试点为何失败",
    date: str = "2025-09-01",
    skipped: Sequence[Skipped] = (),
    changes: Changes | None = None,
    options: Mapping[str, object] | None = None,
) -> Digest:
    """A digest of these parts."""
    return Digest(
        title=title,
        date=date,
        language=language,
        options=options or {"language": reader, "points": 20},
        documents=tuple(documents),
        points=tuple(points),
        conflicts=tuple(conflicts),
        skipped=tuple(skipped),
        changes=changes or Changes(),
    )


HANS = """# 人工智能试点的结果
~ 首页 | 关于 | 联系我们
95%的企业试点没有带来可衡量的收益。
企业在生成式人工智能上投入了300-400亿美元。
# 失败的原因
关键障碍在于工具不会学习，而不是模型质量。
后台自动化的投资回报高于销售和市场。
"""

HANT = """# 試點的結果
95%的企業試點未能帶來可衡量的影響。
# 為什麼失敗
多數工具無法從回饋中學習。
組織設計與治理結構的缺口才是問題所在。
"""

EN = """# What the pilots returned
About 90% of corporate pilots produced no measurable return.
Vendors that learn from feedback close deals within months.
"""


def documents() -> tuple[Document, ...]:
    """Three sources on one subject: Simplified Chinese, Traditional Chinese and English."""
    return (
        document("seeds/a 试点.txt", HANS),
        document("seeds/b.txt", HANT, "zh", "Hant"),
        document("seeds/c.txt", EN, "en", None),
    )


def _beside_p3(three: Sequence[Document]) -> Neighbour:
    own, other = cite(three, 1, "关键障碍"), cite(three, 2, "組織設計")
    places = [(item.source, item.span.start) for item in (own, other)]
    evidence = {"shared words": 0.2, "coverage": -2.1, "one-sided figures": -0.4}
    return Neighbour("P3", 0.21, Reason(places[0], places[1], 0.21, evidence))


def small(
    language: str = "zh-Hans", reader: str = "as-written", changes: Changes | None = None
) -> Digest:
    """A digest of the three sources, with shared points, a conflict and a skipped source."""
    three = documents()
    no_return = (
        figure(three, 1, "95%", 95, 95, "%"),
        figure(three, 2, "95%", 95, 95, "%"),
        figure(three, 3, "About 90%", 90, 90, "%"),
    )
    invested = figure(three, 1, "300-400亿美元", 3e10, 4e10, "USD")
    points = (
        point(
            1,
            [cite(three, 1, "95%"), cite(three, 2, "95%"), cite(three, 3, "90%")],
            figures=no_return,
        ),
        point(
            2,
            [cite(three, 2, "多數工具"), cite(three, 1, "关键障碍")],
            nearest=[_beside_p3(three)],
        ),
        point(3, [cite(three, 2, "組織設計")]),
        point(4, [cite(three, 1, "300-400亿")], figures=[invested]),
        point(5, [cite(three, 3, "Vendors")]),
        point(6, [cite(three, 1, "后台")], shown=False),
    )
    return digest(
        three,
        points,
        [conflict("P1", three, no_return[0], no_return[2])],
        language=language,
        reader=reader,
        skipped=[Skipped("seeds/d.pdf", "a PDF, not text")],
        changes=changes,
    )
