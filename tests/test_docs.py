"""What the tutorials show works as it stands there; the site builds without a warning."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TUTORIALS = sorted((ROOT / "docs/tutorials").glob("*.md"))
_BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def script(page: Path) -> list[str]:
    """Return the command that runs all blocks of a page, which are of one language, in turn."""
    blocks = _BLOCK.findall(page.read_text(encoding="utf-8"))
    (language,) = {language for language, _ in blocks}
    told = "\n".join(text for _, text in blocks)
    return [sys.executable, "-c", told] if language == "python" else ["sh", "-euc", told]


@pytest.mark.parametrize("page", TUTORIALS, ids=lambda page: page.stem)
def test_a_tutorial_runs(page: Path, tmp_path: Path) -> None:
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    done = subprocess.run(
        script(page), cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_first_digest_shows_what_the_tutorial_says(tmp_path: Path) -> None:
    (page,) = (page for page in TUTORIALS if page.stem == "first-digest")
    test_a_tutorial_runs(page, tmp_path)
    digest = (tmp_path / "outputs/bridge/latest/digest.md").read_text(encoding="utf-8")
    assert "1500万克朗" in digest and "12 million crowns" in digest
    assert "A free ferry will carry pedestrians" in digest


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir"]
    done = subprocess.run(
        [*command, str(tmp_path / "site")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    pages = "".join(page.read_text("utf-8") for page in (tmp_path / "site/api").glob("*.html"))
    missing = [name for name in modules() if f'id="{name}"' not in pages]
    assert not missing, f"in no page of docs/api: {', '.join(missing)}"


def modules() -> list[str]:
    """Return the public modules; those of a room are on the page of that name."""
    files = (ROOT / "bidigest").rglob("*.py")
    names = [file.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".") for file in files]
    return sorted(name for name in names if "._" not in name)
