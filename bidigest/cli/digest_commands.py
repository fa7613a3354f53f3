"""`bidigest build | init | schema | summarize`: from sources to what they say."""

# Annotations stay evaluated here: typer makes the command line from them.
import shlex
from pathlib import Path
from typing import Annotated, Any

import typer

from bidigest.cli import arguments as given
from bidigest.cli.application import app
from bidigest.cli.arguments import examples
from bidigest.cli.digest_options import option_arguments
from bidigest.options.function_parameters import with_parameters


@app.command(
    epilog=examples(
        "bidigest build ~/reports",
        "bidigest build notes/*.md ../press -o ~/digests/press --open",
        "bidigest build reports --language zh-Hans --points 30",
        "bidigest build reports/bidigest.yaml",
        "bidigest build https://example.org/feed.xml -o digests/example",
        "pdftotext -q paper.pdf - | bidigest build reports - -o outputs/papers",
    )
)
@with_parameters(option_arguments(), after="root")
def build(
    sources: given.SubjectOrSources = None,
    output: given.Output = None,
    show: given.Open = False,
    quiet: given.Quiet = False,
    as_json: given.Json = False,
    keep: given.Keep = None,
    editions: given.Editions = True,
    cache: given.Cache = True,
    offline: given.Offline = False,
    root: given.Root = None,
    **chosen: Any,
) -> None:
    """Read the sources, merge what they say, and publish the digest."""
    from bidigest.cli import build as building
    from bidigest.cli import results
    from bidigest.cli.build_request import CommandLine, build_request

    wanted = CommandLine(
        output,
        keep=keep,
        editions=editions,
        cache=cache,
        root=root,
        options=chosen,
        offline=offline,
    )
    request = build_request(sources or [], wanted, Path.cwd())
    built = building.build(request, quiet=quiet or as_json)
    results.tell(built, quiet=quiet, as_json=as_json)
    if show:
        results.show(built)
    if built.unread:
        raise typer.Exit(1)


@app.command(epilog=examples("bidigest init reports", "bidigest build reports/bidigest.yaml"))
def init(folder: given.Folder = Path()) -> None:
    """Write a bidigest.yaml for a folder of texts: a subject that is followed."""
    from bidigest.cli.build_request import relative
    from bidigest.publishing.default_output import earlier_output
    from bidigest.subjects.template import start_subject

    file = start_subject(folder, earlier_output(folder, Path.cwd()))
    print(file.path)
    found = file.located().found.paths
    print(f"{len(found)} sources; next: bidigest build {shlex.quote(str(file.path))}")
    print(f"the digest will lie in {relative(file.output, Path.cwd())}")


@app.command(epilog=examples("bidigest schema > bidigest.schema.json"))
def schema() -> None:
    """Print the JSON Schema of bidigest.yaml, by which editors complete and check it."""
    from bidigest.subjects.subject import schema_text

    print(schema_text(), end="")


@app.command(
    epilog=examples(
        "bidigest summarize report.txt --sentences 3",
        "bidigest summarize reports --json",
        "pdftotext -q paper.pdf - | bidigest summarize -",
    )
)
def summarize(
    sources: given.Sources,
    sentences: given.Sentences = None,
    characters: given.Characters = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="With positions: a line of JSON for each source.")
    ] = False,
    root: given.Root = None,
) -> None:
    """Print the sentences that say most of each source, in the text's own order (TextRank)."""
    from bidigest.cli.summarize import Length
    from bidigest.cli.summarize import summarize as summarized

    if not summarized(sources, Length(sentences, characters), root=root, as_json=as_json):
        raise typer.Exit(1)
