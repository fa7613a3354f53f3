"""A sentence model that the user names, with a tiny static model made on the spot."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bidigest.embedding.named_model import NamedModel, load
from bidigest.errors import OptionsError

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


def test_its_vectors_are_of_length_one(model: Path) -> None:
    vectors = NamedModel(str(model)).encode(["rice", "clock"])
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1])


def test_it_is_called_by_the_last_part_of_its_path() -> None:
    assert NamedModel("/home/someone/models/tiny/").name == "tiny"
    assert NamedModel("owner/tiny").name == "tiny"


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
