"""What fuzzing found interesting, or found wrong, stays right."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reliability.fuzzing.targets import read_any, show_any
from tests.reliability.sources import BROKEN, ODD

CORPUS = sorted((Path(__file__).parent / "corpus").iterdir())
PIECES = ["# ", "\n\n", "- ", "> ", "| a | b |\n|---|---|\n", "**", "[x](y)", "<!-- ", "```\n", "。", "”",
          "失败率是 95%", "失敗率", "The rate is 95%. ", "However, ", "<script>", "---\n", "：", "\r", "😀", "\u202e",
          "300-400 亿美元", "不", "### 1.1 ", "&lt;", "\\", "`", "http://a.b/c"]  # fmt: skip

TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=30).map(
    lambda parts: "".join(parts).encode("utf-8", "replace")
)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_the_corpus(path: Path) -> None:
    read_any(path.read_bytes())
    show_any(path.read_bytes())


@pytest.mark.parametrize("name", [*ODD, *BROKEN])
def test_spans_of_odd_sources(name: str) -> None:
    data = ODD[name] if name in ODD else BROKEN[name][0]
    read_any(data[:20_000])


@settings(max_examples=120, deadline=None)
@given(st.binary(max_size=200) | TEXTS)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read_any(data)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_rendering_then_verifying_always_passes(data: bytes) -> None:
    show_any(data)
