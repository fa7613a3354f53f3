"""Arguments and options of the command line, each kind described once."""

# Annotations stay evaluated where these are used: typer makes the command line from them.
from pathlib import Path
from typing import Annotated

import typer


def _formats(incomplete: str) -> list[str]:
    """Complete the name of a format, as shells ask for it."""
    from bidigest.exporting import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


Sources = Annotated[
    list[str],
    typer.Argument(help="Files, folders, globs or addresses, anywhere; - for standard input."),
]
SubjectOrSources = Annotated[
    list[str] | None,
    typer.Argument(
        help="Files, folders, globs or addresses, anywhere; - for standard input; or a subject's "
        "file. By default bidigest.yaml, where there is one.",
    ),
]
Folder = Annotated[Path, typer.Argument(help="A folder with texts.")]
Edition = Annotated[
    Path, typer.Argument(help="The output folder that holds editions, or one edition's folder.")
]
Root = Annotated[
    Path | None,
    typer.Option(
        help="The folder that names of sources are relative to; nothing outside of it is read. "
        "By default the one above the folder that holds all sources."
    ),
]
CheckedRoot = Annotated[
    Path | None,
    typer.Option(help="The folder that names of sources are relative to; the edition knows it."),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", help="Where editions are kept; by default outputs/NAME of the sources."
    ),
]
Open = Annotated[bool, typer.Option("--open", help="Show the page in the browser.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what is wrong.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for scripts.")]

Keep = Annotated[int | None, typer.Option(help="How many editions are kept; by default 10.")]
Editions = Annotated[
    bool,
    typer.Option(help="With --no-editions the files are put straight into the output folder."),
]
Cache = Annotated[
    bool, typer.Option(help="Keep readings, so that only changed sources are read again.")
]

Offline = Annotated[
    bool,
    typer.Option("--offline", help="Ask nobody: read addresses as they were last fetched."),
]


Sentences = Annotated[int | None, typer.Option(help="How many sentences (default 5).")]
Characters = Annotated[int | None, typer.Option(help="How many characters at most.")]
Point = Annotated[str, typer.Argument(help="A point's id, as P7.")]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        help="csv: points and citations; csl-json: the sources; text or mail: what the page says.",
        autocompletion=_formats,
    ),
]
File = Annotated[Path | None, typer.Option("--output", "-o", help="A file to write it into.")]
Newer = Annotated[
    Path | None, typer.Argument(help="Compare with this later edition, not with the one before.")
]


def examples(*lines: str) -> str:
    """Write the examples below a command's help, a line each."""
    return "\n\n".join(("Examples:", *(f"  {line}" for line in lines)))
