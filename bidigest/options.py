"""What a reader may set: for the command line, and one by one as the flow's parameters.

Each kind of value is described once, here, so that Prefect's form and `Options` agree in
titles, descriptions and bounds.
"""

# Annotations stay evaluated here: Prefect rebuilds this class from its fields.
import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

ReaderLanguage = Literal["as-written", "zh-Hans", "zh-Hant", "en"]


def described(title: str, description: str, **bounds: Any) -> Any:
    """A pydantic field whose title and description also reach Prefect's form.

    Prefect puts the variable's name over a field's own title, but leaves the schema's extras.
    """
    words = {"title": title, "description": description}
    return Field(title=title, description=description, json_schema_extra=dict(words), **bounds)


Title = Annotated[
    str | None,
    described(
        "Title",
        "Title of the digest; by default the title of the source that says most of it.",
        max_length=200,
    ),
]
Language = Annotated[
    ReaderLanguage,
    described(
        "Reader's language",
        "Language and script of headings and reasons. With `as-written` it is that of "
        "most sources. Quotations are never converted.",
    ),
]
Points = Annotated[
    int,
    described(
        "Points on the page",
        "How many points the page shows at most; digest.json always holds all of them.",
        ge=1,
        le=500,
    ),
]
Date = Annotated[
    datetime.date | None,
    described("Date", "Date of the digest, as YYYY-MM-DD; by default the day of the run."),
]
LargestSource = Annotated[
    int,
    described(
        "Largest source",
        "Bytes of a source; a larger one is left out, and said to be.",
        ge=1,
        le=1_000_000_000,
    ),
]
MostSources = Annotated[
    int,
    described(
        "Most sources",
        "A run that finds more sources stops before it reads any.",
        ge=1,
        le=1_000_000,
    ),
]
MostSentences = Annotated[
    int,
    described(
        "Most sentences",
        "Sentences of all sources together; beyond, the longest sources are left out first.",
        ge=1,
        le=10_000_000,
    ),
]


class Options(BaseModel):
    """How a digest is made; the defaults are for a weekly page on about five sources."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Title = None
    language: Language = "as-written"
    points: Points = 20
    date: Date = None
    largest_source: LargestSource = 20_000_000
    most_sources: MostSources = 2_000
    most_sentences: MostSentences = 200_000

    @property
    def choices(self) -> dict[str, Any]:
        """What decides how the digest of its sources reads: neither the day nor the limits."""
        limits = {"largest_source", "most_sources", "most_sentences"}
        return self.model_dump(mode="json", exclude={"date", *limits})
