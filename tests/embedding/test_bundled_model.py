"""The bundled model as it is run here: like its own program, and the same bits in any company."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib import import_module

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bidigest.embedding import bundled_model
from bidigest.embedding.bundled_model import NAME, BundledModel, installed
from bidigest.embedding.low_rank_adapter import NO_ADAPTER
from bidigest.embedding.model_file import load
from bidigest.languages.zh.scripts import fold

pytestmark = pytest.mark.skipif(not installed(), reason="there is no wheel for this machine")

SENTENCES = (
    "The central bank raised its key rate by a quarter point on Thursday.",
    "央行周四宣布将基准利率上调25个基点。",
    "中央銀行週四宣布升息一碼，為今年第三次。",
    "Ferry services were suspended.",
    "",
    "  two   blanks ",
    "㍿ﷺ①ﬁ\u3000全角　空白 😀\U00020000",
    "e\u0301 and é",
    "句" * 400,
)


def program() -> object:
    """The package's own program."""
    return import_module(NAME).E5()


def test_texts_are_divided_as_by_the_packages_own_program() -> None:
    own, model = program(), bundled_model.loaded()
    for text in SENTENCES:
        expected = own.token_count(text, True)  # type: ignore[attr-defined]
        assert len(model.tokenizer.encode(f"query: {text}", 100_000)) == expected, text


def test_vectors_are_as_those_of_the_packages_own_program() -> None:
    theirs = program().query([fold(text) for text in SENTENCES])  # type: ignore[attr-defined]
    known = bundled_model.loaded()
    as_packed = replace(known.transformer, adapter=NO_ADAPTER)
    ours = replace(known, transformer=as_packed).encode(SENTENCES)
    assert (ours * theirs).sum(axis=1).min() > 0.9995  # it rounds what it multiplies, too
    assert np.abs(np.linalg.norm(ours, axis=1) - 1).max() < 1e-5


def test_a_text_has_the_same_bits_in_any_company(monkeypatch: pytest.MonkeyPatch) -> None:
    together = BundledModel().encode(SENTENCES)
    alone = np.concatenate([BundledModel().encode([text]) for text in SENTENCES])
    backwards = BundledModel().encode(SENTENCES[::-1])[::-1]
    monkeypatch.setattr(bundled_model, "cores", lambda: 1)
    one_thread = BundledModel().encode(SENTENCES)
    for other in (alone, backwards, one_thread):
        assert other.tobytes() == together.tobytes()


def test_who_encodes_beside_another_leaves_the_threads_of_products_as_they_were() -> None:
    """How many there are is one setting for the whole process."""
    threads = bundled_model.loaded().threads
    before = threads.info()
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: BundledModel().encode(SENTENCES), range(8)))
    assert {each.tobytes() for each in found} == {BundledModel().encode(SENTENCES).tobytes()}
    assert threads.info() == before


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=400), max_size=5))
@example(["\n", "\u2028", "\u0000"])
def test_any_texts_have_unit_vectors(texts: Sequence[str]) -> None:
    found = BundledModel().encode(texts)
    assert found.shape == (len(texts), 384)
    assert np.isfinite(found).all()


def test_another_file_is_no_model(tmp_path: object) -> None:
    file = tmp_path / "other.bin"  # type: ignore[operator]
    file.write_bytes(b"no model" * 100)
    with pytest.raises(ValueError, match=r"other\.bin is no model"):
        load(file)
