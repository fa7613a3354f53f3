"""`bidigest build | init | schema | summarize | verify | changes | explain | export`.

Exit codes: 0 done; 1 a quotation or a source does not stand (`verify`), an argument names nothing
to be read, or nothing could be read; 2 the command line makes no sense; 130 interrupted. Errors are
one line on standard error.
"""

# Annotations stay evaluated here: typer makes the command line from them.
import gc
import json
import shlex
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bidigest.cli import arguments as given
from bidigest.cli.arguments import examples
from bidigest.errors import DigestError, OptionsError
from bidigest.limits import collect_seldom

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

_INTERRUPTED = 130
"""Exit code, as shells have it for SIGINT."""


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
    title: given.Title = None,
    language: given.Language = None,
    points: given.Points = None,
    date: given.Date = None,
    entries: given.Entries = None,
    follow_links: given.FollowLinks = None,
    largest_source: given.LargestSource = None,
    most_sources: given.MostSources = None,
    most_sentences: given.MostSentences = None,
    embeddings: given.Embeddings = None,
    most_embedded: given.MostEmbedded = None,
    judge_url: given.JudgeUrl = None,
    judge_model: given.JudgeModel = None,
    judge_questions: given.JudgeQuestions = None,
) -> None:
    """Read the sources, merge what they say, and publish the digest."""
    from bidigest.cli import build as building
    from bidigest.cli import orders, results

    chosen = {
        "title": title,
        "language": language,
        "points": points,
        "date": date,
        "entries": entries,
        "follow_links": follow_links,
        "largest_source": largest_source,
        "most_sources": most_sources,
        "most_sentences": most_sentences,
        "embeddings": embeddings,
        "most_embedded": most_embedded,
        "judge_url": judge_url,
        "judge_model": judge_model,
        "judge_questions": judge_questions,
    }
    wanted = orders.Wanted(output, keep, editions, cache, root, chosen, offline)
    order = orders.order(sources or [], wanted, Path.cwd())
    built = building.build(order, quiet=quiet or as_json)
    results.tell(built, quiet=quiet, as_json=as_json)
    if show:
        results.show(built)
    if built.unmatched:
        raise typer.Exit(1)


@app.command(epilog=examples("bidigest init reports", "bidigest build reports/bidigest.yaml"))
def init(folder: given.Folder = Path()) -> None:
    """Write a bidigest.yaml for a folder of texts: a subject that is followed."""
    from bidigest.subjects.starting import start_subject

    file = start_subject(folder)
    print(file.path)
    found = file.located().found.paths
    print(f"{len(found)} sources; next: bidigest build {shlex.quote(str(file.path))}")


@app.command(epilog=examples("bidigest schema > bidigest.schema.json"))
def schema() -> None:
    """Print the JSON Schema of bidigest.yaml, by which editors complete and check it."""
    from bidigest.subjects.schema import schema_text

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
    """The sentences that say most of each source, in the text's own order (TextRank)."""
    from bidigest.cli.summarize import Length
    from bidigest.cli.summarize import summarize as summarized

    if not summarized(sources, Length(sentences, characters), root=root, as_json=as_json):
        raise typer.Exit(1)


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
            "problems": list(result.problems),
            "notes": list(result.notes),
        }
        print(json.dumps(found, ensure_ascii=False))
    for line in () if as_json else (*result.problems, *result.notes):
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
    """What an edition says otherwise than the one before, or a later one otherwise than it."""
    from bidigest.publishing import comparison
    from bidigest.rendering.json import changes_data

    if as_json:
        found = (
            comparison.difference_from_last(edition)
            if newer is None
            else comparison.difference(edition, newer)
        )
        print(json.dumps(changes_data(found), ensure_ascii=False))
    elif newer is None:
        print(comparison.difference_from_last_text(edition), end="")
    else:
        print(comparison.difference_text(edition, newer), end="")


@app.command(epilog=examples("bidigest explain outputs/reports P4"))
def explain(edition: given.Edition, point: given.Point, root: given.CheckedRoot = None) -> None:
    """Why a point is what it is: citations in context, reasons, and what stayed apart."""
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
    """An edition for other programs: a table, a bibliography, a mail."""
    from bidigest.exporting import export as exported

    content = exported(edition, form).encode("utf-8", "replace")
    if output is None:
        sys.stdout.buffer.write(content)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise OptionsError(f"{output}: cannot be written ({error.strerror})") from None


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
