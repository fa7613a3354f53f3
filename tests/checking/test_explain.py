"""`explain`: a window on why."""

import json
from pathlib import Path

import pytest

from bidigest.checking.explain import explain, kept_apart
from bidigest.errors import DigestError
from bidigest.languages.messages import tags
from bidigest.matching.evidence import kind_names
from bidigest.publishing.editions import write
from bidigest.rendering.page_messages import messages
from tests.digests import documents, small

EXPECTED = """\
P2: 多數工具無法從回饋中學習。
Rank 2 of 6 points, 2/3 sources

Citations in context
  S2 seeds/b.txt:4
    # 為什麼失敗 [多數工具無法從回饋中學習。] 組織設計與治理結構的缺口才是問題所在。
  S1 seeds/a 试点.txt:6
    # 失败的原因 [关键障碍在于工具不会学习，而不是模型质量。] 后台自动化的投资回报高于销售和市场。

Why these are together: how probably two sentences make one claim, and what tells so
  S2 L4 = S1 L6  90%  (words, figures that agree)

Nearest points that stayed apart, by how probably both make one claim
  P3  21%  組織設計與治理結構的缺口才是問題所在。
    S1 L6 ≠ S2 L5: each says much that the other does not, only one of them gives figures
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    for document in documents():
        (tmp_path / document.path).write_bytes(document.text.encode())
    write(small("en"), tmp_path / "out", root=tmp_path)
    return tmp_path


def test_a_point_with_its_context_its_reasons_and_its_neighbours(root: Path) -> None:
    assert explain(root / "out", "P2", root=root) == EXPECTED


@pytest.mark.parametrize(
    ("score", "evidence", "expected"),
    [
        (0.2, {"negation": -1.0, "titles": 0.2}, "只有一方是否定"),
        (0.2, {"differing figures": -2.0, "shared words": 0.1}, "数字不同、共有的词少"),
        (0.2, {"another kind": -1.0}, "another kind"),
        (0.9, {"shared words": 1.5}, "这两句相近，但与对方要点的其他句子不够相近"),
        (0.9, {"shared words": 0.5}, "这两句相近，但与对方要点的其他句子不够相近 (共有的词少)"),
    ],
)
def test_what_kept_two_points_apart_in_the_readers_words(
    score: float, evidence: dict[str, float], expected: str
) -> None:
    near, usual = {"score": score, "evidence": evidence}, {"shared words": 1.4, "coverage": -0.5}
    assert kept_apart(near, usual, messages("zh-Hans")) == expected


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ({"titles": 0.1}, "titles"),
        ({"content": 0.9, "titles": 0.1, "coverage": 1.4}, "coverage, content"),
        (
            {"content": 4.1, "concepts": -1.5, "figures": 2.4, "titles": 0.06, "characters": -0.02},
            "content, figures that agree; although they speak of different things",
        ),
    ],
    ids=["little", "the strongest first, and not what hardly counts", "for and against"],
)
def test_what_put_two_sentences_together_in_words(
    root: Path, evidence: dict[str, float], expected: str
) -> None:
    file = root / "out" / "digest.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    data["points"][1]["reasons"][0]["evidence"] = evidence
    file.write_text(json.dumps(data), encoding="utf-8")
    assert f"  S2 L4 = S1 L6  90%  ({expected})\n" in explain(root / "out", "P2", root=root)


def test_every_kind_of_evidence_has_words_in_every_language() -> None:
    kinds = [name.replace(" ", "_") for name in (*kind_names(), "judge")]
    wanted = {f"{group}.{kind}" for group in ("evidence", "apart") for kind in kinds}
    assert [
        (tag, key) for tag in tags() for key in sorted(wanted) if key not in messages(tag)
    ] == []


def test_a_point_of_one_sentence_says_so(root: Path) -> None:
    assert "One sentence only" in explain(root / "out", "P3", root=root)


def test_without_the_source_the_quotation_still_stands(root: Path) -> None:
    (root / "seeds/b.txt").unlink()
    assert "    [多數工具無法從回饋中學習。]" in explain(root / "out", "P2", root=root)


def test_a_point_that_is_not_there(root: Path) -> None:
    with pytest.raises(DigestError, match="has no point P99; its last one is P6"):
        explain(root / "out", "P99", root=root)


def test_a_digest_without_points_is_one_line(root: Path) -> None:
    file = root / "out" / "digest.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    del data["points"]
    file.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(DigestError, match=r"digest\.json: not in its format"):
        explain(root / "out", "P1", root=root)
