"""`python -m bidigest.cli` is the command `bidigest`."""

from bidigest.cli.commands import main

if __name__ == "__main__":
    main()
