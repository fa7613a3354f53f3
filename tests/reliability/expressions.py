"""Every regular expression of the library, how it is used, and text that is hostile to it."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from itertools import product
from pathlib import Path
from typing import Any

import bidigest
from bidigest.languages.any_of import AnyOf

code: Any = importlib.import_module("re._constants")
parser: Any = importlib.import_module("re._parser")
"""Python's own parser of expressions; no types are known of it."""

SEARCHED = frozenset({"search", "sub", "subn", "finditer", "findall", "split"})
ANCHORED = frozenset({"MATCHERS"})
"""Tables of expressions that are tried at the beginning of a text only."""
UNITS = 24
"""Texts that are made from one expression."""

_CLASSES = {
    code.CATEGORY_DIGIT: "7", code.CATEGORY_SPACE: " ", code.CATEGORY_WORD: "w",
    code.CATEGORY_NOT_SPACE: "x", code.CATEGORY_NOT_DIGIT: "x", code.CATEGORY_NOT_WORD: "-",
}  # fmt: skip
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)


@dataclass(frozen=True)
class Expression:
    """A compiled pattern under the name that holds it."""

    place: str
    pattern: re.Pattern[str]
    searched: bool
    """Or else tried at one position at a time."""

    def try_on(self, text: str) -> None:
        """All that the library may do with it, over the whole text."""
        if self.searched:
            for _ in self.pattern.finditer(text):
                pass
        else:
            self.pattern.match(text)
            self.pattern.fullmatch(text)


def expressions() -> list[Expression]:
    """Each pattern once, from every module of the library."""
    used = _methods()
    found: dict[tuple[str, int], Expression] = {}
    for info in pkgutil.walk_packages(bidigest.__path__, "bidigest."):
        module = importlib.import_module(info.name)
        for name, value in sorted(vars(module).items()):
            for pattern in _held(value):
                if isinstance(pattern.pattern, str):
                    methods = used.get(name, SEARCHED)
                    searched = name not in ANCHORED and bool(methods & SEARCHED)
                    key = (pattern.pattern, pattern.flags)
                    before = found.get(key)
                    searched |= before.searched if before else False
                    found[key] = Expression(f"{info.name}.{name}", pattern, searched)
    return sorted(found.values(), key=lambda each: (each.place, each.pattern.pattern))


def written_on_the_spot() -> list[str]:
    """Calls such as `re.search(r"…", text)`, whose pattern no name holds."""
    found = []
    for file, node in _nodes():
        function = node.func if isinstance(node, ast.Call) else None
        if (
            isinstance(function, ast.Attribute)
            and isinstance(function.value, ast.Name)
            and function.value.id == "re"
            and function.attr in SEARCHED | {"match", "fullmatch"}
        ):
            found.append(f"{file.name}: {ast.unparse(node.args[0])}")  # type: ignore[attr-defined]
    return found


def hostile(pattern: re.Pattern[str]) -> list[str]:
    """Short texts to be repeated: what the pattern matches, and what its repetitions do."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    found: list[str] = []
    for seed in range(3):
        whole = _example(tree, seed)
        bodies = [_example(body, seed) for body in _repeated(tree)]
        found += [whole, whole[:-1], *bodies]
        found += [one + other for one, other in product(bodies[:4], repeat=2)]
    return list(dict.fromkeys(each for each in found if each))[:UNITS]


def _held(value: Any, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, AnyOf):
        yield re.compile("|".join(value.alternatives))
    elif depth < 4:
        for each in _parts(value):
            yield from _held(each, depth + 1)


def _parts(value: Any) -> Sequence[Any]:
    if isinstance(value, Mapping):
        return [*value.keys(), *value.values()]
    if isinstance(value, tuple | list | set | frozenset):
        return list(value)
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, field.name, None) for field in fields(value)]
    return []


def _nodes() -> Iterator[tuple[Path, ast.AST]]:
    for file in sorted(Path(bidigest.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            yield file, node


def _methods() -> dict[str, frozenset[str]]:
    """What is called on each name, wherever: `_X.sub` makes `_X` one that searches."""
    found: dict[str, frozenset[str]] = {}
    known = SEARCHED | {"match", "fullmatch"}
    for _, node in _nodes():
        if not isinstance(node, ast.Attribute) or node.attr not in known:
            continue
        if isinstance(node.value, ast.Name):
            name = node.value.id
            found[name] = found.get(name, frozenset()) | {node.attr}
    return found


def _repeated(tokens: Any) -> Iterator[Any]:
    for kind, value in tokens:
        if kind in _REPEATS:
            yield value[2]
            yield from _repeated(value[2])
        elif kind is code.SUBPATTERN:
            yield from _repeated(value[3])
        elif kind is code.ATOMIC_GROUP:
            yield from _repeated(value)
        elif kind is code.BRANCH:
            for branch in value[1]:
                yield from _repeated(branch)
        elif kind in (code.ASSERT, code.ASSERT_NOT):
            yield from _repeated(value[1])


def _example(tokens: Any, seed: int) -> str:
    """A text that these tokens match, but for what lies around it; seeds take other branches."""
    return "".join(_one(kind, value, seed) for kind, value in tokens)


def _one(kind: Any, value: Any, seed: int) -> str:
    if kind is code.LITERAL:
        return chr(value)
    if kind is code.NOT_LITERAL:
        return "y" if value == ord("x") else "x"
    if kind is code.ANY:
        return "x"
    if kind is code.IN:
        return _one_of(value, seed)
    if kind is code.BRANCH:
        return _example(value[1][seed % len(value[1])], seed)
    if kind is code.SUBPATTERN:
        return _example(value[3], seed)
    if kind is code.ATOMIC_GROUP:
        return _example(value, seed)
    if kind in _REPEATS:
        repeated = _example(value[2], seed)
        return repeated * max(1, int(value[0]))
    return ""


def _one_of(members: Any, seed: int) -> str:
    pool: list[str] = []
    for kind, value in members:
        if kind is code.LITERAL:
            pool.append(chr(value))
        elif kind is code.RANGE:
            pool += [chr(value[0]), chr(value[1])]
        elif kind is code.CATEGORY:
            pool.append(_CLASSES[value])
    if members[0][0] is not code.NEGATE:
        return pool[seed % len(pool)]
    return next(each for each in "x,a字 7-.。\n\u1234" if each not in pool)
