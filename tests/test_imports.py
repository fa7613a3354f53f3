"""What knows of what: no circles, and no long way down. `python -m benchmarks.imports` shows all."""

from __future__ import annotations

import subprocess
import sys

import pytest

from benchmarks.imports import circles, longest, modules, rooms, within

LONGEST_OF_ROOMS = 14
LONGEST_OF_MODULES = 26
LONGEST_WITHIN_A_ROOM = 12


def test_nothing_imports_itself() -> None:
    assert circles(modules()) == []
    assert circles(rooms()) == []


def test_the_way_through_the_rooms_is_short() -> None:
    assert len(longest(rooms())) <= LONGEST_OF_ROOMS, longest(rooms())


def test_the_way_through_the_modules_is_no_longer_than_it_was() -> None:
    assert len(longest(modules())) <= LONGEST_OF_MODULES, longest(modules())


@pytest.mark.parametrize("room", sorted(rooms()))
def test_the_way_through_a_room_is_short(room: str) -> None:
    assert len(longest(within(room))) <= LONGEST_WITHIN_A_ROOM, longest(within(room))


def test_looking_for_nothing_new_loads_no_grammar() -> None:
    """It is what a schedule does most often, and half of it would be loading what is not asked."""
    command = "import sys, bidigest.cli.build; sys.exit('bidigest.languages.packs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0
