"""A module does one thing in 40 to 250 lines, a function in a screenful; nothing is written twice."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TypeGuard

import pytest

from benchmarks.imports import LONGEST_MODULE, SHORTEST_MODULE, lines

ROOT = Path(__file__).resolve().parents[1]
LIBRARY = ROOT / "bidigest"

SHORT = {
    "cli/__main__.py": "an entry: what `python -m bidigest.cli` runs",
    "contrasts/cue_patterns.py": "the door to one list, `contrasts/cues.txt`, for eleven modules",
    "contrasts/listed_patterns.py": "the door to the lists of expressions beside those of words",
    "contrasts/only_part.py": "one kind of contrast, which no other module looks for",
    "embedding/model_choice.py": "an entry: which sentence model a run has",
    "errors.py": "a table: the tree of errors, and which exit code each has",
    "languages/folding.py": "the one form that texts are compared in, which all of languages needs",
    "languages/*/pack.py": "an entry: a language",
    "package_data.py": "one door to the files of YAML that come with the package",
    "quantities/plain_numbers.py": "numbers that are no quantities: not what the room's others find",
    "reading/boilerplate/reasons.py": "a table: why something is boilerplate",
    "reading/formats/*.py": "a reader, which has a module a format",
    "reading/markdown/html_tags.py": "a table: HTML's elements",
}
"""Modules that have fewer lines, and why; a package's `__init__` says what comes in and goes out."""

MOST_IN_ORDER = 7
"""Arguments of one call that are not named."""

LONGEST_FUNCTION = 25
"""Lines of its body, where a constructor's fields stand one a line and are not counted."""
FEWEST_FIELDS = 5

MODULES = sorted(LIBRARY.rglob("*.py"))
AROUND = sorted(file for room in ("tasks", "flows") for file in (ROOT / room).rglob("*.py"))


def test_a_module_has_a_name_of_its_own() -> None:
    """But for what languages have alike, and the readers of a format that has a room."""
    mirrored = [file for file in MODULES if "languages" not in file.relative_to(LIBRARY).parts]
    names = Counter(file.name for file in mirrored if file.name not in ("__init__.py", "reader.py"))
    assert [name for name, times in names.items() if times > 1] == []


def test_no_module_is_long() -> None:
    assert [file for count, file in lines() if count > LONGEST_MODULE] == []


def test_no_module_is_short_without_a_reason() -> None:
    short = {file for count, file in lines() if count < SHORTEST_MODULE}
    short = {file for file in short if not file.endswith("__init__.py")}
    assert {
        file for file in short if not any(PurePosixPath(file).match(each) for each in SHORT)
    } == set()
    assert {
        each for each in SHORT if not any(PurePosixPath(file).match(each) for file in short)
    } == set()


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


@pytest.mark.parametrize("module", MODULES + AROUND, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_function_is_long(module: Path) -> None:
    functions = (n for n in ast.walk(ast.parse(module.read_text("utf-8"))) if _is_function(n))
    assert [each.name for each in functions if _lines(each) > LONGEST_FUNCTION] == []


def _is_function(node: ast.AST) -> TypeGuard[ast.FunctionDef | ast.AsyncFunctionDef]:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a body without its docstring, and without a call's many named fields."""
    body = function.body[ast.get_docstring(function) is not None :]
    calls = (n for n in ast.walk(function) if isinstance(n, ast.Call))
    named = (call.keywords for call in calls if len(call.keywords) >= FEWEST_FIELDS)
    fields = {
        line
        for keywords in named
        for field in keywords
        for line in range(field.value.lineno, (field.value.end_lineno or 0) + 1)
    }
    return (function.end_lineno or 0) - body[0].lineno + 1 - len(fields) if body else 0
