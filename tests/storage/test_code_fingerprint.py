"""A reading is not taken from the cache after anything that made it has changed."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from bidigest.storage.code_fingerprint import COMPUTES_WITH, made_with
from bidigest.text.vocabulary import MADE_WITH

PROJECT = Path(__file__).parents[2] / "pyproject.toml"
_NAME = re.compile(r"[a-z0-9-]+")

COMPUTES_NOTHING = {
    "httpcore", "httpx", "idna", "jinja2", "orjson", "platformdirs", "protego", "pydantic", "rich",
    "threadpoolctl", "typer",
}  # fmt: skip
"""What fetches, shows, checks or shares the work out, but takes no part in what a text is read as."""


def test_every_package_that_takes_part_in_a_reading_counts() -> None:
    listed = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {match[0] for each in listed if (match := _NAME.match(each))}
    assert names - COMPUTES_NOTHING == set(COMPUTES_WITH)


def test_a_kept_table_is_made_anew_after_what_made_it() -> None:
    made = made_with(MADE_WITH, ("jieba",))
    assert made_with(MADE_WITH, ("jieba",)) == made
    assert made_with(MADE_WITH[1:], ("jieba",)) != made
    assert made_with(MADE_WITH, ("numpy",)) != made
