"""The digest flow: find, read, merge, publish, report."""

# Annotations stay evaluated in this file: Prefect makes the form and its checks from them.
import os
from typing import Annotated, Any

from prefect import flow
from prefect.client.schemas.objects import State

from bidigest.options import Options
from bidigest.options.function_parameters import with_parameters
from bidigest.publishing.confinement import (
    confine_models,
    confine_output,
    confined_default_output,
)
from bidigest.publishing.default_output import refuse_digest_of_others
from bidigest.storage.document_store import default_store
from flows.one_line_errors import shorten
from flows.pages import page_address
from flows.parameters import DaskAddress, Keep, Notify, Output, Runner, Sources
from flows.project import run_root
from flows.runners import open_runner, shards
from flows.stages import day_of_run, encode, ending, find, read, run_name, tell, whole

# A block can only be loaded where its kind is known.
from tasks.email import SmtpEmail  # noqa: F401
from tasks.kept_results import forget_oldest
from tasks.merge import merge
from tasks.publish import publish
from tasks.report import report

OPTIONS = {
    name: (Annotated[field.annotation, field], field.default)
    for name, field in Options.model_fields.items()
}
shorten()


@flow(name="digest", flow_run_name=run_name, persist_result=False)
@with_parameters(OPTIONS, after="output")
def digest(
    sources: Sources = ["seeds"],  # noqa: B006  (Prefect copies it; a list is what the form takes)
    output: Output = None,
    keep: Keep = 10,
    notify: Notify = None,
    runner: Runner = "threads",
    dask_address: DaskAddress = None,
    **chosen: Any,
) -> State[str]:
    """Merge several reports on one subject into one deduplicated, cited digest, and publish it."""
    forget_oldest()
    default_store().forget_oldest()
    root = run_root()
    place = output or confined_default_output(sources, root)
    confine_output(place, root)
    options = Options(**chosen)
    options = options.model_copy(update={"date": options.date or day_of_run()})
    confine_models(options, os.environ)
    found = find(sources, root, place, options)
    if output is None:
        refuse_digest_of_others(root / place, [root / path for path in found.paths])
    with open_runner(runner, dask_address) as workers:
        sourced = read(found.paths, root, place, workers, options)
        ingested = found.from_the_web(sourced.ingested)
        vectors = encode(ingested, workers, options)
        skipped = [*found.sources.skipped, *sourced.skipped]
        given = whole(ingested), options, skipped, whole(vectors), str(root)
        merged = merge(*given, whole(shards(workers, ingested)), wait_for=sourced.tasks)
    edition = publish(whole(merged), place, str(root), keep)
    report(whole(merged), edition, place, page_address(edition.folder))
    trouble = tell(notify, merged, edition)
    return ending(merged, edition, trouble, *found.warnings)
