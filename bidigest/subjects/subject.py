"""The keys of a subject's file: for people, for the check and for editors' JSON Schema."""

from __future__ import annotations

import json

# Annotations stay evaluated here: pydantic makes the checks from them.
import re
import zoneinfo
from typing import Annotated, Any

from pydantic import ConfigDict, field_validator

from bidigest.options import Choices
from bidigest.options.fields import Keep, Notify, described
from bidigest.reading.located_sources import has_scheme, is_address
from bidigest.subjects.cron import cron_problem

_HOST = re.compile(r"^\s*https?:/*([^/?#]*).*$", re.IGNORECASE | re.DOTALL)

Source = Annotated[
    str,
    described(
        "Source",
        "A file, a folder or a glob, relative to this file; or the address of a page or a feed.",
        min_length=1,
        max_length=4096,
    ),
]
Sources = Annotated[
    list[Source],
    described(
        "Sources",
        "Files, folders and globs, relative to this file, and addresses of pages and feeds; by "
        "default its own folder.",
        min_length=1,
    ),
]
Output = Annotated[
    str | None,
    described(
        "Output folder",
        "Where editions are published, relative to this file; by default `outputs/` and the name "
        "of the folder that this file is in.",
        min_length=1,
        max_length=400,
    ),
]
Schedule = Annotated[
    str | None,
    described(
        "Schedule",
        "When a new digest is due: minute, hour, day of the month, month, day of the week, as "
        "`0 7 * * 1-5` for seven o'clock from Monday to Friday. By default only when asked.",
    ),
]
TimeZone = Annotated[
    str | None,
    described(
        "Time zone",
        "Of the schedule and of the digest's date, as `Asia/Shanghai`; by default that of the "
        "machine.",
    ),
]


def yaml_key(option: str) -> str:
    """Name an option as the file does."""
    return {"embeddings": "model"}.get(option, option)


class Subject(Choices):
    """One subject that is followed, its sources, and how and when its digest is made."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", title="bidigest.yaml", alias_generator=yaml_key
    )

    sources: Sources = ["."]  # noqa: RUF012  (pydantic copies it)
    output: Output = None
    keep: Keep = 10
    schedule: Schedule = None
    timezone: TimeZone = None
    notify: Notify = None

    @field_validator("sources")
    @classmethod
    def _are_paths_or_pages(cls, sources: list[str]) -> list[str]:
        for source in sources:
            if "@" in _HOST.sub(r"\1", source) and is_address(source):
                raise ValueError("an address may not hold a name or a password")
            if has_scheme(source) and not is_address(source):
                raise ValueError(f"{source} is not fetched: save the page and name the file")
        return sources

    @field_validator("schedule")
    @classmethod
    def _is_cron(cls, schedule: str | None) -> str | None:
        if schedule is not None and (problem := cron_problem(schedule)):
            raise ValueError(problem)
        return schedule

    @field_validator("timezone")
    @classmethod
    def _is_known(cls, name: str | None) -> str | None:
        if name is not None and name not in zoneinfo.available_timezones():
            raise ValueError("there is no such time zone; give one as Europe/Paris")
        return name

    def options(self) -> dict[str, Any]:
        """Return what the file says of how the digest is made, by the names of `Options`."""
        given = [name for name in Choices.model_fields if name in self.model_fields_set]
        return {name: getattr(self, name) for name in given}


def schema() -> dict[str, Any]:
    """Return the schema, in JSON Schema's draft of 2020-12."""
    made = Subject.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def schema_text() -> str:
    """Return the schema as the text of `bidigest.schema.json`, which comes with the package."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
