"""Differences from edition to edition, where an edition's file is damaged."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bidigest.errors import DigestError
from bidigest.publishing.edition_changes import (
    difference,
    difference_from_last,
    difference_from_last_text,
    difference_text,
)
from bidigest.publishing.editions import write
from tests.digests import documents, small


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A folder with a digest whose file has lost its points."""
    for document in documents():
        (tmp_path / document.path).parent.mkdir(exist_ok=True)
        (tmp_path / document.path).write_bytes(document.text.encode())
    write(small("en"), tmp_path / "out", root=tmp_path)
    file = tmp_path / "out" / "digest.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    del data["points"], data["changes"]["new"]
    file.write_text(json.dumps(data), encoding="utf-8")
    return tmp_path / "out"


@pytest.mark.parametrize("told", [difference_from_last, difference_from_last_text])
def test_the_changes_of_a_damaged_digest_are_one_line(
    damaged: Path, told: Callable[[Path], object]
) -> None:
    with pytest.raises(DigestError, match=r"digest\.json: not in its format"):
        told(damaged)


@pytest.mark.parametrize("told", [difference, difference_text])
def test_two_digests_of_which_one_is_damaged_are_one_line(
    damaged: Path, told: Callable[[Path, Path], object]
) -> None:
    with pytest.raises(DigestError, match=r"digest\.json: not in its format"):
        told(damaged, damaged)
