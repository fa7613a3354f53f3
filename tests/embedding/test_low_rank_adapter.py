"""What is added to the bundled model's weights: products of two thin matrices, by name."""

from __future__ import annotations

import numpy as np
import pytest

from bidigest.embedding.bundled_model import BundledModel, installed, loaded
from bidigest.embedding.low_rank_adapter import NO_ADAPTER, LowRankAdapter, bundled_adapter
from bidigest.embedding.transformer import layer_of

FIRST = np.array([[1.0], [2.0]], dtype=np.float32)
SECOND = np.array([[10.0, 20.0, 30.0]], dtype=np.float32)


def test_the_product_of_its_factors_is_added_to_the_matrix_of_that_name() -> None:
    weights, other = np.ones((2, 3), np.float32), np.ones((2, 3), np.float32)
    adapter = LowRankAdapter({"3.mixed": (FIRST, SECOND)})
    adapter.add("3.mixed", weights)
    adapter.add("4.mixed", other)
    assert weights.tolist() == [[11, 21, 31], [21, 41, 61]]
    assert (other == 1).all()


def test_no_adapter_leaves_a_matrix_as_it_is() -> None:
    weights = np.ones((2, 3), np.float32)
    NO_ADAPTER.add("3.mixed", weights)
    assert (weights == 1).all()


@pytest.mark.skipif(not installed(), reason="there is no wheel for this machine")
def test_the_bundled_one_changes_the_layers_that_it_names_and_no_other() -> None:
    file, adapter = loaded().transformer.file, bundled_adapter()
    named = {int(name.partition(".")[0]) for name in adapter.factors}
    for number in (0, max(named)):
        plain = layer_of(file, number, NO_ADAPTER).widened[0]
        adapted = layer_of(file, number, adapter).widened[0]
        assert (plain != adapted).any() == (number in named)


@pytest.mark.skipif(not installed(), reason="there is no wheel for this machine")
def test_kept_vectors_are_those_of_this_adapter() -> None:
    assert bundled_adapter().version in BundledModel().version
