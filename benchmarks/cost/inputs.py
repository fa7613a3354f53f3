"""The inputs that are measured: the seeds, and texts of any size out of their words."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from benchmarks import large_inputs


@dataclass(frozen=True, slots=True)
class Inputs:
    """Makes each input when it is first asked for, below one folder."""

    folder: Path
    evaluation: Path | None
    """Of pages whose words are used too, which do not come with the project."""

    def of(self, size: int) -> Path:
        """The folder of so many sentences; 0 stands for the five seeds."""
        folder = self.folder / (str(size) if size else "seeds")
        if not folder.exists() and size:
            found = large_inputs.corpus(self.evaluation)
            large_inputs.write(folder, size, found, seed=5)
        elif not folder.exists():
            folder.mkdir(parents=True)
            for path in sorted(large_inputs.SEEDS.glob("0*.txt")):
                shutil.copy(path, folder)
        return folder

    def copy_of(self, size: int, name: str) -> Path:
        """The same in a folder that may be changed."""
        return Path(shutil.copytree(self.of(size), self.folder / name, dirs_exist_ok=True))


def name_of(size: int) -> str:
    """What a row calls an input."""
    return f"{size:,} sentences" if size else "the five seeds"


def add_a_sentence(folder: Path) -> None:
    """Change one source of a folder."""
    changed = sorted(path for path in folder.iterdir() if path.suffix in (".md", ".txt"))[0]
    text = changed.read_text(encoding="utf-8")
    changed.write_text(f"{text}\n\n另外补充一句全新的话。\n", encoding="utf-8")
