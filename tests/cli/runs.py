"""Runs of the command line in this process."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from bidigest.cli.commands import main


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended, and what it said."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class CommandLine:
    """`bidigest`, as a test runs it."""

    patch: pytest.MonkeyPatch
    captured: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str) -> Ended:
        self.patch.setattr("sys.argv", ["bidigest", *arguments])
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = self.captured.readouterr()
        return Ended(code, said.out, said.err)

    def done(self, *arguments: str) -> str:
        """What a run said that has to end well."""
        ended = self(*arguments)
        assert ended.code == 0, ended.err
        return ended.out
