"""Who speaks for a point: words whose figures other sources give as well."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from pathlib import Path

import pytest

from bidigest import read_bytes
from bidigest.corpus import Corpus, prepare_corpus
from bidigest.features.sentence_features import analyse_sentences
from bidigest.options import Options
from bidigest.pipeline import build
from bidigest.selection.headlines import headlines
from bidigest.selection.representative import Candidate, choose_representative
from bidigest.selection.shared_quantities import shortened, with_unshared
from tests.fixtures import Case, cases


def candidate(corpus: Corpus, number: int) -> Candidate:
    """A voice of the same weight as all others; the first comes first."""
    index, sentence = corpus.sentences[number]
    said, figures = corpus.statements[number], len(sentence.figures)
    return Candidate(number, index, sentence.span, said, 1.0, 1.0, figures, False, False)


@pytest.mark.parametrize("case", cases("selection/speaker.txt"), ids=lambda case: case.title)
def test_who_speaks_leaves_out_what_only_its_source_gives(case: Case) -> None:
    lines = enumerate(case.text.split("\n"))
    documents = [read_bytes(line.encode(), f"{number}.txt") for number, line in lines]
    corpus = prepare_corpus(documents, [analyse_sentences(document) for document in documents])
    candidates = with_unshared(corpus, [candidate(corpus, n) for n in range(len(corpus.sentences))])
    chosen = shortened(corpus, choose_representative(candidates), candidates)
    assert chosen.statement.text == case.expected[0]


def test_a_title_speaks_only_where_no_sentence_does() -> None:
    texts = ("# 调查：混合办公者不比坐班者孤独\n\n甲。", "混合办公者并不比天天坐班的人更孤独。")
    documents = [read_bytes(t.encode(), f"{n}.md") for n, t in enumerate(texts)]
    corpus = prepare_corpus(documents, [analyse_sentences(document) for document in documents])
    title, sentence = (candidate(corpus, n) for n in (0, len(corpus.sentences) - 1))
    assert choose_representative([title, sentence]) == title
    assert choose_representative([replace(title, title=True), sentence]) == sentence
    assert choose_representative([replace(title, title=True)]).title


@pytest.mark.parametrize("language", ["as-written", "en", "zh-Hans"])
def test_a_reader_who_asks_for_a_language_gets_points_in_it(tmp_path: Path, language: str) -> None:
    (tmp_path / "a.md").write_text("渡轮公司在5月3日停运了12艘渡轮，因为船体有裂缝。\n", "utf-8")
    (tmp_path / "b.md").write_text(
        "The ferry company stopped 12 ferries on 3 May because of cracks in the hulls.\n", "utf-8"
    )
    options = Options(date=datetime.date(2026, 1, 31), embeddings="none", language=language)
    (point,) = build(["a.md", "b.md"], options, root=tmp_path).points
    if language != "as-written":
        assert point.statement.isascii() is (language == "en")


def test_a_headline_is_no_point_where_no_sentence_says_it(tmp_path: Path) -> None:
    said = "Old harbour bridge closes to lorries in May"
    (tmp_path / "paper.md").write_text(f"# {said}\n\nRepairs cost 14 million crowns.\n", "utf-8")
    (tmp_path / "letters.md").write_text(
        f"# Letters\n\nReaders are angry.\n\nThis is why the {said[4:]}:\n", "utf-8"
    )
    options = Options(date=datetime.date(2026, 1, 31), embeddings="none")
    made = build(["letters.md", "paper.md"], options, root=tmp_path)
    assert not [point for point in made.points if point.shown and point.statement == said]
    assert any(len(point.sources) == 2 for point in made.points)


HEADS = {
    "half a headline": "THE PLAIN DEALER\n\nThe bridge holds. The road to it does not.\n\n",
    "a deck": "Harbour Bridge Reopens\nThe old bridge holds, engineers say\n\n",
}


@pytest.mark.parametrize("kind", HEADS)
@pytest.mark.parametrize("end", ["", "\n\nBy Ann Marsh\n3 March 2025"])
def test_what_stands_above_a_byline_is_a_headline(kind: str, end: str) -> None:
    body = (
        "Engineers measured the harbour bridge for six weeks. It bent by two millimetres. "
        "Lorries of 40 tonnes may use it from Monday. The ferry stops on the same day. "
        "The town council paid 14 million crowns. The road will be mended in autumn. "
    )
    byline = "" if end else "By Ann Marsh\n3 March 2025\n\n"
    text = f"{HEADS[kind]}{byline}{body * 2}{end}\n"
    document = read_bytes(text.encode(), "a.txt")
    corpus = prepare_corpus([document], [analyse_sentences(document)])
    said = [document.quote(corpus.sentences[n][1].span) for n in sorted(headlines(corpus))]
    expected = [] if end else re.split(r"(?<=[.])\s", HEADS[kind].split("\n", 1)[1].strip())
    assert [each for each in said if "DEALER" not in each and "Reopens" not in each] == expected
