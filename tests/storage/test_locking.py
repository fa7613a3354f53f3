"""The lock of a folder that cannot be taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from bidigest.errors import DigestError
from bidigest.storage.locking import locked


def test_a_lock_that_cannot_be_opened_is_one_line(tmp_path: Path) -> None:
    (tmp_path / ".lock").mkdir()
    said = r"\.lock: cannot be written \(Is a directory\); check the folder's rights"
    with pytest.raises(DigestError, match=said), locked(tmp_path):
        pass
