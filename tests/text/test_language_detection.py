from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidigest.languages.zh.scripts import fold
from bidigest.model import Script
from bidigest.text.language_detection import Detected, detect

SEEDS = sorted(Path("seeds").glob("*.txt"))


@pytest.mark.parametrize(
    ("text", "language", "script"),
    [
        ("这是一份关于企业的报告。", "zh", "Hans"),
        ("這是一份關於企業的報告。", "zh", "Hant"),
        ("皇后在公里之外", "zh", "undetermined"),
        ("这是一份報告，說的是企业與組織", "zh", "mixed"),
        ("The report was published in July by a research group.", "en", None),
        ("日本語のテキストです。報告書を読みました。", "ja", None),
        ("보고서가 발표되었습니다.", "ko", None),
        ("Le rapport a été publié en juillet par un groupe de recherche.", "fr", None),
        ("1234 !? ——", "und", None),
        ("", "und", None),
        ("使用 ChatGPT、Claude 與 Gemini 的團隊", "zh", "Hant"),
    ],
)
def test_detect(text: str, language: str, script: Script | None) -> None:
    assert detect(text) == Detected(language, script)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_the_seeds_are_chinese_in_their_own_script(seed: Path) -> None:
    script: Script = "Hant" if seed.name.startswith("003") else "Hans"
    assert detect(seed.read_text(encoding="utf-8")) == Detected("zh", script)


@given(st.text(st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF)) | st.text())
def test_folding_keeps_every_position(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding_makes_the_scripts_meet_and_keeps_the_rest() -> None:
    assert fold("資料與 KPI、指標\0") == "资料与 KPI、指标\0"
    assert fold("資料與指標") == "资料与指标"
