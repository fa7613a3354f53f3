"""What is said of a run on a terminal while it goes on."""

from __future__ import annotations

import pytest

from bidigest.cli.progress import description
from bidigest.ingestion import Progress


@pytest.mark.parametrize(
    ("progress", "said"),
    [
        (Progress("reading", 3, 5), None),
        (Progress("reading", 3, 50), "reading"),
        (Progress("encoding", 0, 20), None),
        (Progress("encoding", 0, 487), "encoding 487 sentences, about 29 s"),
        (Progress("encoding", 400, 4870), "encoding 4,870 sentences, about 5 min"),
        (Progress("merging"), "merging"),
    ],
)
def test_a_stage_is_said_where_it_takes_long(progress: Progress, said: str | None) -> None:
    assert description(progress) == said
