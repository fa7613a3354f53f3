"""The parts that the digest flow is joined from: what is found, who reads it, how it ends."""

import datetime
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar, cast

from prefect import get_run_logger
from prefect.client.schemas.objects import State
from prefect.runtime import flow_run
from prefect.states import Completed
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner
from prefect.utilities.annotations import opaque
from prefect.variables import Variable

from bidigest.cli.progress import SECONDS_A_SENTENCE, duration
from bidigest.embedding.document_vectors import kept_vectors
from bidigest.errors import SourceError
from bidigest.exporting.digest_mail import notice_text
from bidigest.model import Digest, Ingested, Skipped
from bidigest.options import Options
from bidigest.pipeline import to_encode
from bidigest.publishing.confinement import confined_default_output
from bidigest.publishing.editions import Edition
from bidigest.reading.located_sources import needs_fetching
from bidigest.reading.source_search import FoundSources, resolve_sources
from bidigest.rendering import reports
from bidigest.rendering.json import to_data
from bidigest.storage.document_store import default_store
from flows.project import run_root
from tasks.encode import Vectors, submit_encoding
from tasks.fetch import fetch
from tasks.ingest import Batch, Future, batches, collect, submit
from tasks.notify import notify
from tasks.report import Progress

MANY = 25
"""Batches from which showing progress is worth its requests."""
NOTIFY = "bidigest_notify"
"""Prefect's variable of whom to tell where neither the subject nor the run's form says so."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Found:
    """What the sources of a run mean."""

    sources: FoundSources
    root: Path
    warnings: tuple[str, ...] = ()
    """What is to be said of feeds that did not answer."""

    @property
    def paths(self) -> Batch:
        """The files' paths below root."""
        return [Path(os.path.relpath(path, self.root)).as_posix() for path in self.sources.paths]

    def from_the_web(self, ingested: list[Ingested]) -> list[Ingested]:
        """Add to readings where those that were fetched are from."""
        return [
            replace(each, document=self.sources.from_the_web(each.document)) for each in ingested
        ]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A batch, the task that read it, and what came of it."""

    batch: Batch
    task: Future
    result: list[Ingested] | SourceError

    @property
    def failed(self) -> bool:
        """Whether one of its sources cannot be read."""
        return isinstance(self.result, SourceError)


@dataclass(frozen=True, slots=True)
class Sourced:
    """All that could be read, what could not, and the tasks that did it."""

    ingested: list[Ingested]
    skipped: list[Skipped]
    tasks: list[Future]


def whole(value: Value) -> Value:
    """Hand a value to a task as it is: Prefect sees where it comes from, not all it holds."""
    return cast(Value, opaque(value))


def run_name() -> str:
    """Name a run `seeds 2026-01-31`: what a list of runs is looked through for."""
    parameters = flow_run.parameters
    output = parameters.get("output") or confined_default_output(parameters["sources"], run_root())
    return f"{Path(output).name} {parameters.get('date') or day_of_run()}"


def day_of_run() -> datetime.date:
    """Return the day the run was due, where it runs: it stays that when tried after midnight."""
    due = flow_run.scheduled_start_time or datetime.datetime.now(datetime.UTC)
    return due.astimezone().date()


def find(sources: list[str], root: Path, output: str, options: Options) -> Found:
    """Find the files that are meant, those of addresses too, which are fetched.

    Args:
        sources: files, folders, globs and addresses.
        root: folder that paths are relative to.
        output: folder below which pages are kept.
        options: of the digest.

    Raises:
        SourceError: none is found.
    """
    if not needs_fetching(sources):
        return Found(resolve_sources(sources, root=root, most=options.most_sources), root)
    found, warnings = fetch(sources, output, str(root), options)
    return Found(found, root, warnings)


def read(
    sources: Batch, root: Path, output: str, runner: TaskRunner[Any], options: Options
) -> Sourced:
    """Read and rank all sources but the unreadable.

    A batch that fails is done again source by source: so the task that fails bears the name
    of its source, and the others of its batch are kept.

    Args:
        sources: their paths.
        root: folder that they are relative to.
        output: folder of the digest, for the progress artifact.
        runner: where tasks run.
        options: of the digest.
    """
    get_run_logger().info("reading %s sources", f"{len(sources):,}")
    far = not isinstance(runner, ThreadPoolTaskRunner)
    first = _read(batches(sources, far=far), root, output, runner, options)
    broken = [each for each in first if each.failed and len(each.batch) > 1]
    again = [[source] for each in broken for source in each.batch]
    outcomes = [each for each in first if not each.failed or len(each.batch) == 1]
    outcomes += _read(again, root, output, runner, options)
    return _sourced(outcomes)


def _read(
    todo: list[Batch], root: Path, output: str, runner: TaskRunner[Any], options: Options
) -> list[Outcome]:
    progress = Progress(output, len(todo)) if len(todo) >= MANY else None
    futures = [submit(batch, root, runner, options) for batch in todo]
    outcomes: list[Outcome] = []
    for batch, future in zip(todo, futures, strict=True):
        outcomes.append(Outcome(batch, future, collect(future)))
        if progress:
            progress.reached(len(outcomes))
    return outcomes


def _sourced(outcomes: list[Outcome]) -> Sourced:
    sourced = Sourced([], [], [])
    for outcome in outcomes:
        if isinstance(outcome.result, SourceError):
            sourced.skipped.append(Skipped.because_of(outcome.result))
        else:
            sourced.ingested.extend(outcome.result)
            sourced.tasks.append(outcome.task)
    return sourced


def encode(ingested: Sequence[Ingested], runner: TaskRunner[Any], options: Options) -> Vectors:
    """Encode all sources by the sentence model; what the document store has needs no task.

    Args:
        ingested: sources, read and ranked.
        runner: where tasks run.
        options: of the digest.

    Returns:
        int8, (n_texts, n_dimensions), by the document's path; none where no model is asked.
    """
    documents, encoder = to_encode([each.document for each in ingested], options)
    if encoder is None:
        return {}
    found = kept_vectors(documents, encoder, default_store())
    missing = {each.path: each for each in documents if each.path not in found}
    if missing:
        sentences = sum(len(document.sentences) for document in missing.values())
        get_run_logger().info(
            "encoding %s sentences with %s, about %s",
            f"{sentences:,}",
            encoder.name,
            duration(sentences * SECONDS_A_SENTENCE),
        )
    far = not isinstance(runner, ThreadPoolTaskRunner)
    groups = [[missing[path] for path in batch] for batch in batches(list(missing), far=far)]
    for future in [submit_encoding(group, runner, options.embeddings) for group in groups]:
        found |= future.result()
    return found


def tell(block: str | None, digest: Digest, edition: Edition) -> str | None:
    """Notify whoever wants to know, if anything has changed, in the digest's language.

    Args:
        block: type and name of a notification block; where none is named, the one that the
            server's variable `bidigest_notify` names, if any.
        digest: what was made.
        edition: as which it is published.

    Returns:
        The error if that fails.
    """
    known = not edition.new or edition.told_before
    if known or not reports.has_changes(edition.changes):
        return None
    block = block or cast(str | None, Variable.get(NOTIFY))
    if block is None:
        return None
    body = notice_text(to_data(replace(digest, changes=edition.changes)))
    told = notify(block, f"{digest.title}: {edition.name}", body, return_state=True)
    return None if told.is_completed() else f"not notified: {told.message}"


def ending(digest: Digest, edition: Edition, *others: str | None) -> State[str]:
    """Make the run's last state: completed; called `Partial` where a person should look."""
    what = f"edition {edition.name}" if edition.new else f"nothing new since {edition.name}"
    message = f"{what}: {reports.summary_line(digest)}"
    unread = (each for each in digest.skipped if not each.copy_of)
    skipped = [f"skipped {each.path}: {each.reason}" for each in unread]
    troubles = skipped + reports.note_lines(digest) + [each for each in others if each]
    if not troubles:
        return Completed(message=message, data=str(edition.folder))
    message = f"{message}. {' | '.join(troubles)}"
    return Completed(name="Partial", message=message, data=str(edition.folder))
