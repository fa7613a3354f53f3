"""`bidigest build | init | schema | summarize`: from sources to what they say."""

# Annotations stay evaluated here: typer makes the command line from them.
import shlex
from pathlib import Path
from typing import Annotated

import typer

from bidigest.cli import arguments as given
from bidigest.cli.application import app
from bidigest.cli.arguments import examples


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
