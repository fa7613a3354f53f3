"""YAML with the line of each key, so that a message can say where to look."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bidigest.errors import OptionsError

Place = tuple[str | int, ...]
"""Keys and indexes that lead to a value."""


@dataclass(frozen=True, slots=True)
class LocatedValues:
    """A file's values, and where they stand in it."""

    values: dict[str, Any]
    lines: dict[Place, int]
    """Counted from 1."""

    def line(self, place: Place) -> int:
        """Find the line of a value, or of the nearest one that it belongs to."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def parse(text: str, file: Path | str) -> LocatedValues:
    """Parse the keys and values of a YAML file.

    Raises:
        OptionsError: it is no mapping of keys; the message names file and line.
    """
    loader = yaml.SafeLoader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return LocatedValues({}, {})
        if not isinstance(node, yaml.MappingNode):
            raise OptionsError(f"{file}:1: holds no keys; write them as `title: …`")
        lines: dict[Place, int] = {}
        _note(node, (), lines, file)
        return LocatedValues(loader.construct_document(node), lines)
    except yaml.YAMLError as error:
        raise OptionsError(_said(error, file)) from None
    finally:
        loader.dispose()


def _note(node: yaml.Node, place: Place, lines: dict[Place, int], file: Path | str) -> None:
    """Note the lines of everything below a node.

    Args:
        node: a node of the file's tree.
        place: the keys that lead to it.
        lines: line by place, added to.
        file: what messages call the file.

    Raises:
        OptionsError: a key is there twice.
    """
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below, line = (*place, str(key.value)), key.start_mark.line + 1
            if below in lines:
                first = lines[below]
                raise OptionsError(f"{file}:{line}: {key.value}: stands in line {first} already")
            lines[below] = line
            _note(value, below, lines, file)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            lines[(*place, index)] = value.start_mark.line + 1
            _note(value, (*place, index), lines, file)


def _said(error: yaml.YAMLError, file: Path | str) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "no YAML"
    return f"{file}:{mark.line + 1 if mark else 1}: {problem}; check quotes, colons and indents"
