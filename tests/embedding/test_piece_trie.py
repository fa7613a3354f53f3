"""The trie of a vocabulary is built once, and what is kept of it is believed only if it is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from bidigest.embedding import piece_trie as room
from bidigest.embedding.piece_trie import PieceTrie, piece_trie

PIECES = ("▁", "渡", "渡轮", "ferry", "▁ferry", "渡轮")
TEXT = "".join(PIECES).encode()
STARTS = [0]
for piece in PIECES:
    STARTS.append(STARTS[-1] + len(piece.encode()))


def known(found: PieceTrie) -> list[tuple[str, int]]:
    """Every piece that a text begins with, and its number."""
    trie, numbers = found
    texts = ("渡轮公司", "▁ferry", "無")
    return [(p, numbers[at]) for text in texts for p, at in trie.iter_prefixes_with_ids(text)]


EXPECTED = [("渡", 1), ("渡轮", 5), ("▁", 0), ("▁ferry", 4)]


def test_a_piece_that_stands_twice_has_its_later_number() -> None:
    assert known(piece_trie(TEXT, STARTS)) == EXPECTED


def test_what_was_kept_is_not_built_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(room, "cache_folder", lambda: tmp_path)
    piece_trie(TEXT, STARTS)
    monkeypatch.setattr(room, "build", None)
    assert known(piece_trie(TEXT, STARTS)) == EXPECTED


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 400])
def test_a_damaged_file_is_built_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, damage: bytes
) -> None:
    monkeypatch.setattr(room, "cache_folder", lambda: tmp_path)
    piece_trie(TEXT, STARTS)
    [kept] = tmp_path.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(damage)
    assert known(piece_trie(TEXT, STARTS)) == EXPECTED
    assert kept.read_bytes() == whole


def test_another_vocabulary_has_a_file_of_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(room, "cache_folder", lambda: tmp_path)
    piece_trie(TEXT, STARTS)
    trie, _ = piece_trie(TEXT, [0, len(TEXT)])
    assert len(trie) == 1 and len(list(tmp_path.iterdir())) == 2
