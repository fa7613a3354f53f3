"""A module does one thing in 40 to 250 lines; nothing in it is written twice."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.imports import LONGEST_MODULE, SHORTEST_MODULE, lines

LIBRARY = Path(__file__).resolve().parents[1] / "bidigest"

SHORT = {
    "cli/__main__.py": "an entry: what `python -m bidigest.cli` runs",
    "contrasts/cue_patterns.py": "the door to one list, `contrasts/cues.txt`, for eleven modules",
    "embedding/model_choice.py": "an entry: which sentence model a run has",
    "errors.py": "a table: the tree of errors, and which exit code each has",
    "languages/en/pack.py": "an entry: English",
    "languages/folding.py": "the one form that texts are compared in, which all of languages needs",
    "languages/zh/pack.py": "an entry: Chinese",
    "quantities/plain_numbers.py": "numbers that are no quantities: not what the room's others find",
    "reading/boilerplate/reasons.py": "a table: why something is boilerplate",
    "reading/formats/mhtml.py": "a reader, which has a module a format",
    "reading/markdown/html_tags.py": "a table: HTML's elements",
}
"""Modules that have fewer lines, and why; a package's `__init__` says what comes in and goes out."""

MOST_IN_ORDER = 7
"""Arguments of one call that are not named."""

MODULES = sorted(file for file in LIBRARY.rglob("*.py"))


def test_no_module_is_long() -> None:
    assert [file for count, file in lines() if count > LONGEST_MODULE] == []


def test_no_module_is_short_without_a_reason() -> None:
    short = {file for count, file in lines() if count < SHORTEST_MODULE}
    assert {file for file in short if not file.endswith("__init__.py")} == set(SHORT)


@pytest.mark.parametrize("module", MODULES, ids=lambda file: file.relative_to(LIBRARY).as_posix())
def test_no_name_of_a_module_is_given_twice(module: Path) -> None:
    """A constant that stands twice has the second value, wherever the first one is read."""
    names = Counter(_given(ast.parse(module.read_text(encoding="utf-8"))))
    assert [name for name, times in names.items() if times > 1] == []


def _given(module: ast.Module) -> Iterator[str]:
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


@pytest.mark.parametrize("module", MODULES, ids=lambda file: file.relative_to(LIBRARY).as_posix())
def test_a_call_of_many_arguments_names_them(module: Path) -> None:
    calls = (n for n in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(n, ast.Call))
    assert [ast.unparse(call.func) for call in calls if len(call.args) > MOST_IN_ORDER] == []
