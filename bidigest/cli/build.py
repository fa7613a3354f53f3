"""The work of `bidigest build`: a digest, unless the latest edition holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bidigest.cli.build_request import BuildRequest
from bidigest.cli.results import Built
from bidigest.ingestion import Reader, Taken, take_all
from bidigest.limits import cores
from bidigest.model import Digest
from bidigest.publishing import editions
from bidigest.publishing.default_output import refuse_digest_of_others
from bidigest.publishing.last_run import LastRun
from bidigest.publishing.output_folder import LATEST
from bidigest.reading.located_sources import LocatedSources
from bidigest.reading.source_search import FoundSources
from bidigest.rendering.reports import note_lines, summary_line
from bidigest.storage.document_store import DocumentStore, only_vectors


def build(request: BuildRequest, *, quiet: bool = False) -> Built:
    """Publish an edition, or where none are kept, write the three files into the folder.

    Raises:
        OptionsError: a folder that nobody named holds the digest of others.
    """
    place = request.output or request.default_output()
    request = request.with_standard_input(place)
    located, warnings = request.located(place)
    if request.output is None:
        refuse_digest_of_others(place, located.found.paths)
    if request.keep is None:
        built = write(request, located, place, quiet=quiet)
    else:
        built = publish(request, located, place, request.keep, quiet=quiet)
    said = (request.note,) if request.note else ()
    return replace(built, notes=(*said, *built.notes, *warnings))


def publish(
    request: BuildRequest, located: LocatedSources, output: Path, keep: int, *, quiet: bool = False
) -> Built:
    """Publish an edition under `output`, if there is anything new.

    Args:
        request: what is asked for.
        located: the sources that are meant.
        output: folder of the editions.
        keep: how many editions may stay.
        quiet: whether no progress is shown.
    """
    root, found = located.root, located.found
    reader = _reader(request, root)
    taken = take_all(found.paths, reader)
    last = LastRun(request.cache / "runs", output) if request.cache else None
    known = last.unchanged(found, taken, request.options, root=root) if last else None
    latest = output / LATEST
    if known is not None:
        editions.tidy(output, keep=keep)
        return Built(
            latest,
            edition=known.edition,
            new=False,
            summary=known.summary,
            skipped=found.skipped,
            unread=bool(found.unmatched),
        )
    digest = _digest(found, taken, reader, quiet)
    edition = editions.publish(digest, output, root=root, keep=keep)
    if last is not None:
        last.remember(found, digest, edition, request.options, root=root)
    return _built(latest, edition.name, edition.new, digest, found)


def write(
    request: BuildRequest, located: LocatedSources, folder: Path, *, quiet: bool = False
) -> Built:
    """Put the three files straight into the folder.

    Args:
        request: what is asked for.
        located: the sources that are meant.
        folder: where to.
        quiet: whether no progress is shown.
    """
    reader = _reader(request, located.root)
    digest = _digest(located.found, take_all(located.found.paths, reader), reader, quiet)
    editions.write(digest, folder, root=located.root)
    return _built(folder, None, True, digest, located.found)


def _built(
    folder: Path, edition: str | None, new: bool, digest: Digest, found: FoundSources
) -> Built:
    refused = (each for each in digest.skipped if each not in found.not_read and not each.copy_of)
    return Built(
        folder,
        edition=edition,
        new=new,
        summary=summary_line(digest),
        skipped=digest.skipped,
        notes=tuple(note_lines(digest)),
        unread=any(refused),
    )


def _reader(request: BuildRequest, root: Path) -> Reader:
    store = DocumentStore.below(request.cache) if request.cache else only_vectors()
    return Reader(root, request.options, store)


def _digest(found: FoundSources, taken: Sequence[Taken], reader: Reader, quiet: bool) -> Digest:
    # Where nothing has changed, none of this is loaded.
    from bidigest.cli.progress import shown_progress
    from bidigest.pipeline import digest_taken

    with shown_progress(quiet=quiet) as on_progress:
        return digest_taken(found, taken, reader, processes=cores(), on_progress=on_progress)
