"""Coverage-guided fuzzing: `python -m tests.reliability.fuzzing readers|pages CORPUS [-flags]`.

Needs atheris (`pip install atheris`) beside the project; flags are libFuzzer's.
"""

from __future__ import annotations

import sys

import atheris

# The project's own regular expressions and branches, not those of what it builds on.
with atheris.instrument_imports(include=["bidigest"]):
    from tests.reliability.fuzzing.targets import read_any, show_any

TARGETS = {"readers": read_any, "pages": show_any}


def main() -> None:
    target = TARGETS[sys.argv[1]]

    def test_one_input(data: bytes) -> None:
        target(data)

    atheris.Setup([sys.argv[0], *sys.argv[2:]], test_one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
