"""`bidigest build | summarize | verify | changes | explain`.

Exit codes: 0 done; 1 a quotation or a source does not stand (`verify`), an argument names nothing
to be read, or nothing could be read; 2 the command line makes no sense; 130 interrupted. Errors are
one line on standard error.
"""

# Annotations stay evaluated here: typer makes the command line from them.
import datetime
import gc
import json
import sys
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from bidigest.errors import DigestError, OptionsError
from bidigest.limits import collect_seldom

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Several reports on one subject, as one deduplicated digest whose quotations are exact.",
)

_INTERRUPTED = 130
"""Exit code, as shells have it for SIGINT."""

SourcesArgument = Annotated[list[str], typer.Argument(help="Files, folders or globs.")]
RootOption = Annotated[
    Path, typer.Option(help="The folder that paths in the digest are relative to.")
]
EditionArgument = Annotated[
    Path, typer.Argument(help="An edition's folder, or the output folder that holds editions.")
]


@app.command()
def build(
    sources: SourcesArgument,
    output: Annotated[Path, typer.Option(help="Where editions are kept, as outputs/NAME.")],
    title: Annotated[str | None, typer.Option(help="Title of the digest.")] = None,
    language: Annotated[
        str, typer.Option(help="as-written, zh-Hans, zh-Hant or en: headings and reasons.")
    ] = "as-written",
    points: Annotated[int, typer.Option(help="Points on the page at most (1 to 500).")] = 20,
    date: Annotated[str | None, typer.Option(help="YYYY-MM-DD; by default today.")] = None,
    keep: Annotated[int, typer.Option(help="How many editions are kept.")] = 10,
    editions: Annotated[
        bool, typer.Option(help="With --no-editions the three files are put straight into DIR.")
    ] = True,
    largest_source: Annotated[
        int, typer.Option(help="Bytes of a source; a larger one is left out.")
    ] = 20_000_000,
    most_sources: Annotated[int, typer.Option(help="More sources are an error.")] = 2_000,
    most_sentences: Annotated[
        int, typer.Option(help="Beyond so many, the longest sources are left out.")
    ] = 200_000,
    embeddings: Annotated[
        str | None, typer.Option(help="Folder or hub name of a sentence model as more evidence.")
    ] = None,
    judge_url: Annotated[
        str | None,
        typer.Option(
            help="OpenAI-compatible endpoint that is asked about doubtful pairs of sentences, "
            "as http://localhost:11434/v1; its key is taken from $BIDIGEST_JUDGE_KEY."
        ),
    ] = None,
    judge_model: Annotated[str | None, typer.Option(help="The model to ask there.")] = None,
    judge_questions: Annotated[
        int, typer.Option(help="Pairs of sentences to ask about at most.")
    ] = 2_000,
    cache: Annotated[
        bool, typer.Option(help="Keep readings, so that only changed sources are read again.")
    ] = True,
    root: RootOption = Path(),
) -> None:
    """Read the sources, merge what they say, and publish the digest under --output."""
    from bidigest.cli import build as build_command
    from bidigest.storage.compiled_tables import cache_folder

    options = _options(
        title=title,
        language=language,
        points=points,
        date=date or _today(),
        largest_source=largest_source,
        most_sources=most_sources,
        most_sentences=most_sentences,
        embeddings=embeddings,
        judge_url=judge_url,
        judge_model=judge_model,
        judge_questions=judge_questions,
    )
    order = build_command.Order(sources, options, root.resolve(), cache_folder() if cache else None)
    if editions:
        all_matched = build_command.publish(order, output, keep)
    else:
        all_matched = build_command.write(order, output)
    if not all_matched:
        raise typer.Exit(1)


@app.command()
def summarize(
    file: Annotated[Path, typer.Argument(help="One source.")],
    sentences: Annotated[int | None, typer.Option(help="How many sentences (default 5).")] = None,
    characters: Annotated[int | None, typer.Option(help="How many characters at most.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="With positions, as JSON.")] = False,
    root: RootOption = Path(),
) -> None:
    """TextRank's picks of one source, in the text's own order."""
    from bidigest import reading
    from bidigest.ranking import textrank
    from bidigest.ranking.extract import pick
    from bidigest.text.plain_text import wording

    document = reading.read(file, root=root.resolve())
    picked = pick(document, textrank.summarize(document), sentences, characters)
    if as_json:
        values = [
            {"start": s.span.start, "end": s.span.end, "quote": document.quote(s.span)}
            for s in picked
        ]
        print(json.dumps({"path": document.path, "sentences": values}, ensure_ascii=False))
    else:
        print("\n".join(" ".join(wording(document, s.span).split()) for s in picked))


@app.command()
def verify(edition: EditionArgument, root: RootOption = Path()) -> None:
    """Check every quotation against its source, to the character; exit code 1 if one fails."""
    from bidigest.checking.verification import verify as check

    result = check(edition, root=root)
    for problem in result.problems:
        print(problem)
    if result.problems:
        raise typer.Exit(1)
    print(f"{edition}: {result.quotations} quotations stand in their sources to the character")


@app.command()
def changes(
    old: Annotated[Path, typer.Argument(help="The earlier edition's folder.")],
    new: Annotated[Path, typer.Argument(help="The later edition's folder.")],
) -> None:
    """What the later edition says otherwise than the earlier one."""
    from bidigest.publishing.comparison import difference_text

    print(difference_text(old, new), end="")


@app.command()
def explain(
    edition: EditionArgument,
    point: Annotated[str, typer.Argument(help="A point's id, as P7.")],
    root: RootOption = Path(),
) -> None:
    """Why a point is what it is: citations in context, reasons, and what stayed apart."""
    from bidigest.checking.explain import explain as explained

    print(explained(edition, point, root=root), end="")


def main() -> None:
    """Run the command line; a user's mistake is one line, never a traceback."""
    collect_seldom()
    try:
        app()
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


def _options(**values: Any) -> Any:
    from pydantic import ValidationError

    from bidigest.options import Options

    try:
        return Options(**values)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"]).replace("_", "-")
        raise OptionsError(f"--{name}: {first['input']!r} will not do; {first['msg']}") from None


def _today() -> str:
    return datetime.date.today().isoformat()
