"""The command line itself: its help, its version, what every command belongs to."""

# Annotations stay evaluated here: typer makes the command line from them.
from importlib.metadata import version
from typing import Annotated

import typer

from bidigest.cli.arguments import examples

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
    help="Several reports on one subject, as one deduplicated digest whose quotations are exact.",
    epilog=examples(
        "bidigest build reports               a digest of the texts in this folder",
        "bidigest init reports                write down a subject that is followed",
        "bidigest verify outputs/reports      is every quotation in its source?",
        "bidigest changes outputs/reports     what is new since the edition before",
        "bidigest explain outputs/reports P4  why these sentences are together",
    ),
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"bidigest {version('bidigest')}")
        raise typer.Exit


@app.callback()
def _common(
    _: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    pass
