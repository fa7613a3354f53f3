"""What is pinned can be installed on every Python that the project names, not only on this one."""

from __future__ import annotations

import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).resolve().parents[1]
PINNED = [
    Requirement(line)
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def _oldest() -> str:
    """Return the first release of the oldest Python named, which Debian 12 is two releases after."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    (oldest,) = SpecifierSet(project["requires-python"])
    return f"{oldest.version}.0"


def test_each_package_is_pinned_once() -> None:
    names = [pin.name.lower().replace("_", "-") for pin in PINNED]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("pin", PINNED, ids=lambda pin: pin.name)
def test_pinned_packages_take_the_oldest_python(pin: Requirement) -> None:
    try:
        found = metadata.metadata(pin.name)
    except metadata.PackageNotFoundError:
        pytest.skip("not installed here")
    (needed,) = found.get_all("Requires-Python") or [""]
    assert SpecifierSet(needed).contains(_oldest())
