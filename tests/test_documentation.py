"""Every example in Python that the documentation shows runs, where it says that it does."""

from __future__ import annotations

import re
import shutil
import textwrap
from pathlib import Path

import pytest

import bidigest

ROOT = Path(__file__).resolve().parents[1]
_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples() -> dict[str, str]:
    """By page and number; the package's own docstring has one as well."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    found = {
        f"{page.name} {number}": block
        for page in pages
        for number, block in enumerate(_BLOCK.findall(page.read_text(encoding="utf-8")), 1)
    }
    indented = re.findall(r"(?:^    .*\n|^\n)+", bidigest.__doc__ or "", re.MULTILINE)
    return {**found, "bidigest.__doc__": textwrap.dedent(max(indented, key=len))}


EXAMPLES = examples()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the seeds and their digest, as after `make digest`."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    digest = bidigest.build(["seeds"], root=folder)
    bidigest.publish(digest, folder / "outputs" / "seeds", root=folder)
    return folder


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_runs(project: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(project)
    exec(compile(EXAMPLES[name], name, "exec"), {"__name__": "example"})


def test_there_are_examples() -> None:
    assert {"README.md 1", "format.md 1", "bidigest.__doc__"} <= set(EXAMPLES)
