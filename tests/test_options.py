"""Every option is listed once, and can be set through each door."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import pytest
from prefect.utilities.callables import parameter_schema

from bidigest.cli.digest_commands import build
from bidigest.cli.digest_options import table
from bidigest.options import Options
from bidigest.subjects.subject import Subject, yaml_key
from flows.digest import digest

NAMES = list(Options.model_fields)
ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("name", NAMES)
def test_the_command_line_takes_it_and_says_what_it_does(name: str) -> None:
    option = inspect.signature(build).parameters[name].annotation.__metadata__[0]
    assert str(option.default).startswith(f"--{name.replace('_', '-')}")
    description = str(Options.model_fields[name].description).rstrip(".")
    assert option.help.startswith(description)


@pytest.mark.parametrize("name", NAMES)
def test_the_flow_takes_it_with_the_same_default(name: str) -> None:
    shown: dict[str, Any] = parameter_schema(digest.fn).properties[name]
    assert shown["title"] == Options.model_fields[name].title
    assert shown["default"] == Options.model_fields[name].default


@pytest.mark.parametrize("name", [name for name in NAMES if name != "date"])
def test_a_subjects_file_takes_it_and_hands_it_on(name: str) -> None:
    assert yaml_key(name) in Subject.model_json_schema()["properties"]
    value = {"title": "x", "language": "en", "embeddings": "none", "follow_links": False}
    value |= {"judge_url": "http://localhost:1/v1", "judge_model": "m"}
    given = value.get(name, 7)
    assert Subject.model_validate({yaml_key(name): given}).options() == {name: given}


def test_the_table_of_the_docs_is_of_these_options() -> None:
    """Written by `python -m bidigest.cli.digest_options > docs/options.md`."""
    assert (ROOT / "docs/options.md").read_text(encoding="utf-8") == table()
