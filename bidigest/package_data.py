"""Data in YAML that come with the package: learned weights, prompts, messages."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

# libyaml's parser is ten times faster, and is part of PyYAML's wheels.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_yaml(package: str, name: str) -> Any:
    """Load a file of YAML that stands beside the modules of a package.

    Args:
        package: its dotted name.
        name: of the file.
    """
    return parse_yaml(files(package).joinpath(name).read_text(encoding="utf-8"))


def parse_yaml(text: str) -> Any:
    """Parse YAML that comes with the package."""
    return yaml.load(text, Loader=_LOADER)
