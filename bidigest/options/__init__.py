"""Options of a run, each listed once: `Choices`, and the date.

From these fields come the arguments of the command line (`cli.digest_options`), the parameters of
the flow and its form, the keys of a subject's file with its JSON Schema, and the table in
docs/options.md. A new option is a line in `Choices`, described in `fields`, and is used where it
says what it does.

In: values by name, from any of these places. Out: `Options`, checked, or an `OptionsError`.
"""

# Annotations stay evaluated here: Prefect rebuilds this class from its fields.
import re
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from bidigest.errors import OptionsError
from bidigest.options.fields import (
    DEFAULT_MODEL,
    NO_MODEL,
    Date,
    Embeddings,
    Entries,
    FollowLinks,
    JudgeModel,
    JudgeQuestions,
    JudgeUrl,
    Language,
    LargestSource,
    MostEmbedded,
    MostSentences,
    MostSources,
    PdfPages,
    Points,
    Title,
)

_OTHER_MODELS = ("embeddings", "most_embedded", "judge_url", "judge_model", "judge_questions")


def _first(error: ValidationError) -> str:
    """Say the first thing that is wrong, in one line that begins with the option's name."""
    first = error.errors()[0]
    name = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"{name}: there is no such option"
    if first["type"] == "value_error":  # of several options: it names them itself
        return str(first["ctx"]["error"])
    return f"{name}: {first['input']!r} will not do; {first['msg']}"


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
    def names_a_model(self) -> bool:
        """Whether a sentence model is asked for that did not come with the program."""
        return self.embeddings not in (NO_MODEL, DEFAULT_MODEL)

    @property
    def asks_other_models(self) -> bool:
        """Whether anything but the sources and the program decides what the digest says."""
        return self.names_a_model or self.judge_url is not None

    @property
    def choices(self) -> dict[str, Any]:
        """All that decides how the digest of its sources reads: neither the day nor the limits."""
        apart = {"date", "largest_source", "most_sources", "most_sentences", "pdf_pages",
                 "entries", "follow_links", *_OTHER_MODELS}  # fmt: skip
        return {**self.model_dump(mode="json", exclude=apart), **self._other_models()}

    def _other_models(self) -> dict[str, Any]:
        """Name the models that were asked for, but not where they are."""
        model = re.split(r"[/\\]", self.embeddings.rstrip("/\\"))[-1]
        chosen: dict[str, Any] = {"embeddings": model}
        if self.judge_url is not None:
            chosen |= {"judge_model": self.judge_model, "judge_questions": self.judge_questions}
        return chosen
