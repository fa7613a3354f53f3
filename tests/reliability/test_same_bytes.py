"""Same input, same bytes: whatever the order, the cache, the processes and the hash seed."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bidigest.errors import SourceError
from bidigest.options import Options
from bidigest.pipeline import build
from bidigest.rendering import render

ROOT = Path(__file__).resolve().parents[2]
OPTIONS = Options(date=datetime.date(2026, 1, 31))

SAID = [
    "试点的失败率是 95%，因为数据没有准备好。", "試點的失敗率是 95%，因為資料沒有準備好。",
    "The failure rate of pilots is 95%.", "About 40% of pilots fail, for want of data.",
    "然而，投入的资金达到 300-400 亿美元。", "They invested $30-40 billion in it.",
    "企业需要数据治理，而不是更多的模型。", "企業不需要更多的模型。", "1. 第一点\n", "- an item\n",
    "# 标题\n\n", "## A title\n\n", "> quoted. ", "| a | b |\n|---|---|\n| 1 | 2 |\n", "**bold** ",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(SAID) | st.text(max_size=12), min_size=1, max_size=12).map(
    lambda parts: "\n\n".join(parts).encode("utf-8", "replace").decode()
)
NAMES = ["a.md", "b c.txt", "子/丙.md", "z.md"]
COLLECTIONS = st.dictionaries(st.sampled_from(NAMES), TEXTS, min_size=1, max_size=4)

Pages = dict[str, str] | str


def written(collection: Mapping[str, str], root: Path) -> None:
    for name, text in collection.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())


def pages(sources: Sequence[str], root: Path, kept: Path | None = None) -> Pages:
    """All three files, or why there are none."""
    try:
        return render(build(sources, OPTIONS, root=root, cache_folder=kept), links="..")
    except SourceError as error:
        return error.path if len(sources) == 1 else "nothing to be read"


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(COLLECTIONS, st.randoms(use_true_random=False))
def test_whatever_the_order_and_the_cache(collection: dict[str, str], chance: object) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "project")
        written(collection, root)
        names = sorted(collection)
        turned = [*names, names[0]]
        chance.shuffle(turned)  # type: ignore[attr-defined]
        first = pages(names, root)
        assert pages(turned, root) == first or len(names) == 1
        assert pages(["./" + name for name in reversed(names)], root) == first or len(names) == 1
        assert pages(names, root, Path(folder, "kept")) == first
        assert pages(names, root, Path(folder, "kept")) == first  # what was kept is taken


def test_the_order_of_documents_would_be_seen(tmp_path: Path) -> None:
    """The test can fail: a digest that did not sort its documents would read otherwise."""
    written({"a.md": SAID[0], "b.md": SAID[2]}, tmp_path)
    digest = build(["a.md", "b.md"], OPTIONS, root=tmp_path)
    turned = replace(digest, documents=digest.documents[::-1])
    assert render(turned, links="..") != render(digest, links="..")


@pytest.mark.slow
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(COLLECTIONS, min_size=10, max_size=10))
def test_whatever_the_hash_seed_and_the_process(collections: list[dict[str, str]]) -> None:
    """Each collection in two other processes, with another seed and order in each."""
    with tempfile.TemporaryDirectory() as folder:
        for number, collection in enumerate(collections):
            written(collection, Path(folder, str(number)))
        here = made(Path(folder), [sorted(each) for each in collections])
        for seed in ("0", "20261122"):
            orders = [sorted(each, reverse=seed != "0") for each in collections]
            there = subprocess.run(
                [sys.executable, "-m", "tests.reliability.test_same_bytes", folder],
                input=json.dumps(orders),
                env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}"},
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=True,
            )
            assert json.loads(there.stdout) == here


def made(folder: Path, orders: Sequence[Sequence[str]]) -> list[Pages]:
    return [pages(order, folder / str(number)) for number, order in enumerate(orders)]


if __name__ == "__main__":
    print(json.dumps(made(Path(sys.argv[1]), json.loads(sys.stdin.read()))))
