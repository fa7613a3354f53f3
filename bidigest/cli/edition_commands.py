"""`bidigest verify | changes | explain | export`: what an edition holds."""

# Annotations stay evaluated here: typer makes the command line from them.
import json
import sys

import typer

from bidigest.cli import arguments as given
from bidigest.cli.application import app
from bidigest.cli.arguments import examples
from bidigest.errors import OptionsError


@app.command(epilog=examples("bidigest verify outputs/reports"))
def verify(
    edition: given.Edition,
    quiet: given.Quiet = False,
    as_json: given.Json = False,
    root: given.CheckedRoot = None,
) -> None:
    """Check every quotation against its source, to the character; exit code 1 if one fails."""
    from bidigest.checking.verification import verify as check

    result = check(edition, root=root)
    if as_json:
        found = {
            "quotations": result.quotations,
            "problems": result.problems,
            "notes": result.notes,
        }
        print(json.dumps(found, ensure_ascii=False))
    else:
        for line in (*result.problems, *result.notes):
            print(line)
    if result.problems:
        raise typer.Exit(1)
    if not quiet and not as_json:
        print(f"{edition}: {result.quotations} quotations stand in their sources to the character")


@app.command(
    epilog=examples(
        "bidigest changes outputs/reports",
        "bidigest changes outputs/reports/editions/OLD outputs/reports",
    )
)
def changes(edition: given.Edition, newer: given.Newer = None, as_json: given.Json = False) -> None:
    """Tell what has changed since the edition before, or between an edition and a later one."""
    from bidigest.publishing import edition_changes
    from bidigest.rendering.json import changes_data

    if as_json:
        found = (
            edition_changes.difference_from_last(edition)
            if newer is None
            else edition_changes.difference(edition, newer)
        )
        print(json.dumps(changes_data(found), ensure_ascii=False))
    elif newer is None:
        print(edition_changes.difference_from_last_text(edition), end="")
    else:
        print(edition_changes.difference_text(edition, newer), end="")


@app.command(epilog=examples("bidigest explain outputs/reports P4"))
def explain(edition: given.Edition, point: given.Point, root: given.CheckedRoot = None) -> None:
    """Explain a point: its citations in context, the reasons, and what stayed apart."""
    from bidigest.checking.explain import explain as explained

    print(explained(edition, point, root=root), end="")


@app.command(
    epilog=examples(
        "bidigest export outputs/reports --format csv -o points.csv",
        "bidigest export outputs/reports --format csl-json -o sources.json",
        "bidigest export outputs/reports --format text | mail -s Reports editors@example.org",
    )
)
def export(edition: given.Edition, form: given.Format = "text", output: given.File = None) -> None:
    """Export an edition for other programs: as a table, a bibliography, a mail."""
    from bidigest.exporting import export as exported

    content = exported(edition, form).encode("utf-8", "replace")
    if output is None:
        sys.stdout.buffer.write(content)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise OptionsError(f"{output}: cannot be written ({error.strerror})") from None
