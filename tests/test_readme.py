"""What the README shows of a digest is what the digest says."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_the_piece_in_the_readme_is_a_piece_of_the_example() -> None:
    example = (ROOT / "outputs/example/digest.md").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8").split("\n")
    shown = [line[2:] for line in readme if line.startswith("> ")]
    assert len(shown) > 5
    assert [
        line for line in shown if line.replace("](seeds/", "](../../seeds/") not in example
    ] == []


def test_it_begins_with_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8").split("\n")
    commands = [number for number, line in enumerate(readme) if line.startswith("    ")]
    assert [readme[number].split("#")[0].strip() for number in commands[:2]] == [
        "make digest",
        "make test",
    ]
    assert commands[1] < 45 and commands[2] > commands[1] + 1


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").split("\n")) <= 120
