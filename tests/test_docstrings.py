"""Docstrings say what annotations cannot: shapes of arrays, and what many parameters mean.

That there is one, in which form and in which mood, is checked by ruff's `D` rules.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("bidigest", "tasks", "flows")
ARRAYS = frozenset({"ndarray", "NDArray", "csr_array"})
MANY = 3
"""Parameters from which a function describes those whose names do not say all."""
DESCRIBED_ELSEWHERE = ("app.command", "flow")
"""Decorators of functions each of whose parameters carries its own description."""

_SHAPE = re.compile(r"\((?:n_\w+|max\(|len\(|size|0x)[^)]*\)?,[^)]*\)")
_KIND = re.compile(r"\b(?:float|int|uint)\d+\b|\bbool\b")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Documented:
    """A function of the project, as its file has it."""

    file: Path
    name: str
    node: Function

    @property
    def docstring(self) -> str:
        return ast.get_docstring(self.node) or ""

    @property
    def parameters(self) -> list[str]:
        given = self.node.args
        names = [each.arg for each in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
        return [name for name in names if name not in ("self", "cls")]

    @property
    def types(self) -> set[str]:
        """All names in its annotations."""
        given = self.node.args
        arguments = (*given.posonlyargs, *given.args, *given.kwonlyargs)
        every = (*(each.annotation for each in arguments), self.node.returns)
        return {name for each in every if each is not None for name in _names(each)}

    @property
    def is_public(self) -> bool:
        return not any(part.startswith("_") for part in self.name.split("."))

    @property
    def is_described_elsewhere(self) -> bool:
        decorators = [ast.unparse(each) for each in self.node.decorator_list]
        return any(each.startswith(DESCRIBED_ELSEWHERE) for each in decorators)

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.node.lineno} {self.name}"


def _names(annotation: ast.AST) -> Iterator[str]:
    for node in ast.walk(annotation):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr


@cache
def modules() -> dict[Path, ast.Module]:
    files = (file for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*.py")))
    return {file: ast.parse(file.read_text(encoding="utf-8")) for file in files}


@cache
def functions() -> tuple[Documented, ...]:
    return tuple(
        found for file, module in modules().items() for found in _functions(file, module, "")
    )


def _functions(file: Path, parent: ast.AST, prefix: str) -> Iterator[Documented]:
    for node in ast.iter_child_nodes(parent):
        if isinstance(node, Function):
            yield Documented(file, prefix + node.name, node)
        elif isinstance(node, ast.ClassDef):
            yield from _functions(file, node, f"{prefix}{node.name}.")


@cache
def array_types() -> frozenset[str]:
    """The names of arrays, and of all that the library calls by a name of its own."""
    named = [
        (target.id, set(_names(node.value)))
        for module in modules().values()
        for node in module.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and target.id.strip("_")[:1].isupper()
    ]
    found = set(ARRAYS)
    while more := {name for name, parts in named if parts & found} - found:
        found |= more
    return frozenset(found)


def on_arrays() -> list[Documented]:
    return [each for each in functions() if each.types & array_types()]


def with_many_parameters() -> list[Documented]:
    return [
        each
        for each in functions()
        if each.is_public and len(each.parameters) >= MANY and not each.is_described_elsewhere
    ]


def gives_shape(function: Documented) -> bool:
    """Tell whether shapes are given and, of arrays that are not sparse, what they hold."""
    dense = function.types & (array_types() - {"csr_array"})
    said = function.docstring
    return bool(_SHAPE.search(said)) and (not dense or bool(_KIND.search(said)))


def describes_parameters(function: Documented) -> bool:
    said = function.docstring
    return "Args:" in said or any(f"`{name}`" in said for name in function.parameters)


def test_a_function_on_arrays_gives_their_shapes() -> None:
    missing = [str(each) for each in on_arrays() if not gives_shape(each)]
    assert not missing, "shape or dtype of arrays missing:\n" + "\n".join(missing)


def test_a_function_of_many_parameters_describes_them() -> None:
    missing = [str(each) for each in with_many_parameters() if not describes_parameters(each)]
    assert not missing, "no parameter described:\n" + "\n".join(missing)


@pytest.mark.parametrize(
    ("docstring", "right"),
    [
        ("Rank rows.", False),
        ("Rank rows: (n_rows, n_columns).", False),
        ("Rank rows: float64, (n_rows,).", True),
    ],
)
def test_the_test_sees_what_is_missing(docstring: str, right: bool) -> None:
    (node,) = ast.parse(f'def rank(rows: Floats) -> Floats:\n    """{docstring}"""\n').body
    assert isinstance(node, Function) and "Floats" in array_types()
    assert gives_shape(Documented(ROOT / "x.py", "rank", node)) is right
