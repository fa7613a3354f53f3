"""What a reader may set; also the flow's parameter, so that Prefect's form explains itself."""

# Annotations stay evaluated here: Prefect rebuilds this class from its fields.
import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

ReaderLanguage = Literal["as-written", "zh-Hans", "zh-Hant", "en"]


class Options(BaseModel):
    """How a digest is made; the defaults are for a weekly page on about five sources."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str | None = Field(
        default=None,
        title="Title",
        description="Title of the digest; by default the title of the source that says most of it.",
        max_length=200,
    )
    language: ReaderLanguage = Field(
        default="as-written",
        title="Reader's language",
        description="Language and script of headings and reasons. With `as-written` it is that of "
        "most sources. Quotations are never converted.",
    )
    points: int = Field(
        default=20,
        title="Points on the page",
        description="How many points the page shows at most; digest.json always holds all of them.",
        ge=1,
        le=500,
    )
    date: datetime.date | None = Field(
        default=None,
        title="Date",
        description="Date of the digest, as YYYY-MM-DD; by default the day of the run.",
    )
