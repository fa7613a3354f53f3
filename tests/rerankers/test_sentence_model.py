"""A sentence model as further evidence, with a tiny static model made on the spot."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bidigest.errors import OptionsError
from bidigest.matching.reranker import Candidates
from bidigest.rerankers.sentence_model import Embeddings, learned, load

WORDS = {"rice": (1.0, 0.0), "grain": (0.9, 0.1), "clock": (0.0, 1.0), "watch": (0.1, 0.9)}


@pytest.fixture
def model(tmp_path: Path) -> Path:
    model2vec = pytest.importorskip("model2vec")
    tokenizers = pytest.importorskip("tokenizers")
    vocabulary = {"[UNK]": 0} | {word: n for n, word in enumerate(WORDS, start=1)}
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    vectors = np.array([(0.0, 0.0), *WORDS.values()], dtype=np.float32)
    folder = tmp_path / "tiny"
    made = model2vec.StaticModel(vectors=vectors, tokenizer=tokenizer, config={})
    made.save_pretrained(str(folder))
    return folder


def test_a_model_is_loaded_from_its_folder(model: Path) -> None:
    vectors = load(str(model))(["rice", "grain", "clock"])
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


def test_pairs_that_the_model_finds_near_gain_and_the_others_lose(model: Path) -> None:
    texts = ("rice", "clock", "grain", "watch")
    first, second = np.array([0, 0, 1, 1]), np.array([2, 3, 2, 3])
    scores = np.array([0.6, 0.1, 0.1, 0.6])
    pairs = Candidates(texts, np.array([0, 0, 1, 1]), first, second, scores)
    weighed = Embeddings(str(model)).weigh(pairs)
    assert weighed.added[0] > 0 > weighed.added[1]
    assert not weighed.settled.any()


def test_a_model_that_tells_nothing_or_the_contrary_adds_nothing() -> None:
    scores = np.array([0.9, 0.1, 0.9, 0.1])
    assert not learned(np.array([0.3, 0.3, 0.3, 0.3]), scores).any()
    assert not learned(np.array([0.1, 0.9, 0.1, 0.9]), scores).any()
    assert not learned(np.zeros(0), np.zeros(0)).any()


def test_a_folder_that_holds_no_model_is_one_line_of_error(tmp_path: Path) -> None:
    with pytest.raises(OptionsError) as error:
        load(str(tmp_path))
    assert "\n" not in str(error.value)


def test_a_model_that_brings_code_is_refused(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text('[{"type": "evil.Module", "path": ""}]')
    (tmp_path / "evil.py").write_text("raise SystemExit")
    with pytest.raises(OptionsError, match="names code of its own"):
        load(str(tmp_path))


@pytest.mark.parametrize("path", ["./models/tiny", "/models/tiny", "~/tiny", "models/of/mine"])
def test_a_path_that_leads_nowhere_is_not_looked_up_on_the_hub(path: str) -> None:
    with pytest.raises(OptionsError, match="no such folder"):
        load(path)
