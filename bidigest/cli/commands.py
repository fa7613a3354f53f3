"""`bidigest build | init | schema | summarize | verify | changes | explain | export`.

Exit codes: 0 done; 1 a quotation or a source does not stand (`verify`), an argument names nothing
to be read, or something could not be read; 2 the command line makes no sense; 130 interrupted.
Errors are one line on standard error.
"""

from __future__ import annotations

import gc
import sys
from typing import NoReturn

from bidigest.cli import digest_commands, edition_commands
from bidigest.cli.application import app
from bidigest.errors import DigestError, OptionsError
from bidigest.limits import collect_seldom

__all__ = ["app", "digest_commands", "edition_commands", "main"]

_INTERRUPTED = 130
"""Exit code, as shells have it for SIGINT."""


def main() -> None:
    """Run the command line; a user's mistake is one line, never a traceback."""
    collect_seldom()
    try:
        app(prog_name="bidigest")
    except DigestError as error:
        print(f"bidigest: {' '.join(str(error).split())}", file=sys.stderr)
        sys.exit(2 if isinstance(error, OptionsError) else 1)
    except BrokenPipeError:
        sys.exit(1)
    except KeyboardInterrupt:
        _interrupted()
    except SystemExit as end:
        if end.code == _INTERRUPTED:  # which typer makes of an interrupt, without a word
            _interrupted()
        raise
    finally:
        # A process that ends need not look for cycles once more: a tenth of its time.
        gc.freeze()


def _interrupted() -> NoReturn:
    print("bidigest: interrupted", file=sys.stderr)
    sys.exit(_INTERRUPTED)
