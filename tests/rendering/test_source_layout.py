"""How a source's text is laid out: every character in one unit, what need not be seen set apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidigest.errors import SourceError
from bidigest.model import Document, Span
from bidigest.reading import read_bytes
from bidigest.rendering.escaping import visible
from bidigest.rendering.highlighting import texts
from bidigest.rendering.page_content import page_content
from bidigest.rendering.source_layout import hidden, units
from tests.digests import cite, digest, document, point
from tests.fixtures import Case, cases


def read(text: str) -> Document:
    return read_bytes(text.encode("utf-8", "surrogatepass"), "any.md")


def seen(source: Document) -> list[str]:
    """Each unit but gaps, as `kind: text`, without what is hidden, blanks run together."""
    unseen = {position for span in hidden(source) for position in range(span.start, span.end)}
    lines = []
    for unit in units(source):
        kept = unit.marker or (unit.span if unit.kind in ("front", "folded") else Span(0, 0))
        shown = (
            n
            for n in range(unit.span.start, unit.span.end)
            if n not in unseen or kept.start <= n < kept.end
        )
        text = " ".join("".join(source.text[n] for n in shown).split())
        if unit.kind != "gap":
            lines.append(f"{unit.kind}: {text}")
    return lines


@pytest.mark.parametrize("case", cases("rendering/layouts.txt"), ids=lambda case: case.title)
def test_a_text_is_laid_out(case: Case) -> None:
    assert seen(read(case.text)) == list(case.expected)


MARKS = st.text(alphabet="# -*>|1.\n\n \t=_[](){}ab中文。，：“”\r```---", max_size=120)


@given(MARKS)
def test_every_character_is_in_one_unit(text: str) -> None:
    try:
        source = read(text)
    except SourceError:
        return
    at = 0
    for unit in units(source):
        assert unit.span.start == at < unit.span.end
        at = unit.span.end
        if unit.marker is not None:
            assert unit.span.start == unit.marker.start < unit.marker.end <= unit.span.end
    assert at == len(source.text)


@given(MARKS, st.sampled_from([0, 10**9]))
def test_marked_or_not_the_pieces_are_the_text(text: str, largest: int) -> None:
    try:
        source = read(text)
    except SourceError:
        return
    cited = [point(1, [cite([source], 1, source.quote(s.span))]) for s in source.sentences[:1]]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bidigest.rendering.highlighting.LARGEST_TEXTS", largest)
        (shown,) = texts(page_content(digest([source], cited)))
    assert shown.whole is (largest > 0 or not source.text)
    for passage in shown.passages:
        pieces = (
            piece.text
            for paragraph in passage.paragraphs
            for stretch in paragraph.stretches
            for piece in stretch.pieces
        )
        assert "".join(pieces) == visible(source.quote(passage.span))


def test_of_very_long_sources_the_cited_passages_stand_with_what_is_beside_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bidigest.rendering.highlighting.LARGEST_TEXTS", 10)
    lines = "".join(f"第{n}句话说的是别的事。\n" for n in range(1, 40))
    long, uncited = document("a.txt", lines), document("b.txt", lines)
    made = digest([long, uncited], [point(1, [cite([long], 1, "第20句")])])
    first, second = texts(page_content(made))
    (passage,) = first.passages
    assert "第19句" in long.quote(passage.span) and "第21句" in long.quote(passage.span)
    assert "第17句" not in long.quote(passage.span)
    assert second.passages == () and not second.whole


def test_a_citation_keeps_its_exact_span_through_what_is_hidden() -> None:
    source = read(
        "# 港口\n\n港务局昨天在会上说，今年的航道疏浚工程将从五月开始，由一艘外地的\n"
        "挖泥船承担，**整个**工程要三个月。\n"
    )
    (sentence,) = source.sentences[-1:]
    cited = cite([source], 1, source.quote(sentence.span))
    (shown,) = texts(page_content(digest([source], [point(1, [cited])])))
    marked = [
        stretch
        for paragraph in shown.passages[0].paragraphs
        for stretch in paragraph.stretches
        if stretch.points
    ]
    assert "".join(piece.text for each in marked for piece in each.pieces) == cited.quote
    seen_of_it = "".join(p.text for each in marked for p in each.pieces if p.kind != "hidden")
    assert seen_of_it == (
        "港务局昨天在会上说，今年的航道疏浚工程将从五月开始，由一艘外地的挖泥船承担，整个工程要三个月。"
    )
