"""What `bidigest build` does: a digest, unless the latest edition holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bidigest.cli.located_sources import LocatedSources, locate
from bidigest.cli.standard_input import NAME, SIGN, put_in_file
from bidigest.model import Digest, Skipped
from bidigest.options import Options
from bidigest.publishing import editions
from bidigest.publishing.default_output import OUTPUTS, default_output, refuse_digest_of_others
from bidigest.publishing.last_run import LastRun
from bidigest.rendering.reports import in_figures, note_lines


@dataclass(frozen=True, slots=True)
class Order:
    """Which sources are to be digested, and how."""

    sources: Sequence[str]
    """As they were typed."""
    options: Options
    root: Path | None
    """The folder that nothing is read outside of, and that names are relative to, if one is set."""
    cache: Path | None
    """Where what has been found out is kept, if anywhere."""
    here: Path = Path()
    """The folder that `sources` are relative to."""

    def located(self) -> LocatedSources:
        """The files that are meant."""
        here = self.here.absolute()
        return locate(self.sources, here=here, root=self.root, most=self.options.most_sources)


@dataclass(frozen=True, slots=True)
class Built:
    """What came of an order."""

    folder: Path
    """Where the pages lie."""
    edition: str | None
    """The edition's name; None where no editions are kept."""
    new: bool
    figures: str
    """The digest in one line."""
    skipped: tuple[Skipped, ...]
    notes: tuple[str, ...] = ()
    """What is to be known of how the digest was made."""
    unmatched: bool = False
    """Whether an argument named nothing to be read."""


def build(order: Order, output: Path | None, keep: int | None, *, quiet: bool = False) -> Built:
    """Publish an edition, or where none are kept, write the three files into the folder.

    Where no `output` is given, it is named after the sources; raises OptionsError where that
    folder holds the digest of others.
    """
    place = output or _default_output(order)
    limit = order.options.largest_source
    order = replace(order, sources=put_in_file(order.sources, place, limit))
    if output is None:
        refuse_digest_of_others(place, order.located().found.paths)
    if keep is None:
        return write(order, place, quiet=quiet)
    return publish(order, place, keep, quiet=quiet)


def publish(order: Order, output: Path, keep: int, *, quiet: bool = False) -> Built:
    """Publish an edition under `output`, if there is anything new."""
    located = order.located()
    root, found = located.root, located.found
    last = LastRun(order.cache / "runs", output) if order.cache else None
    known = last.unchanged(found, order.options, root=root) if last else None
    latest, unmatched = output / editions.LATEST, bool(found.unmatched)
    if known is not None:
        editions.tidy(output, keep=keep)
        return Built(latest, known.edition, False, known.figures, found.skipped, (), unmatched)
    digest = _digest(order, located, quiet)
    edition = editions.publish(digest, output, root=root, keep=keep)
    if last is not None:
        last.remember(found, digest, edition, order.options, root=root)
    return _built(latest, edition.name, edition.new, digest, unmatched)


def write(order: Order, folder: Path, *, quiet: bool = False) -> Built:
    """Put the three files straight into the folder."""
    located = order.located()
    digest = _digest(order, located, quiet)
    editions.write(digest, folder, root=located.root)
    return _built(folder, None, True, digest, bool(located.found.unmatched))


def _default_output(order: Order) -> Path:
    named = [source for source in order.sources if source != SIGN]
    return default_output(named, order.here) if named else OUTPUTS / NAME


def _built(folder: Path, edition: str | None, new: bool, digest: Digest, unmatched: bool) -> Built:
    notes = tuple(note_lines(digest))
    return Built(folder, edition, new, in_figures(digest), digest.skipped, notes, unmatched)


def _digest(order: Order, located: LocatedSources, quiet: bool) -> Digest:
    # Where nothing has changed, none of this is loaded.
    from bidigest.cli.progress import shown_progress
    from bidigest.ingestion import cores
    from bidigest.pipeline import digest_found

    kept = order.cache / "readings" if order.cache else None
    with shown_progress(quiet=quiet) as told:
        return digest_found(
            located.found,
            order.options,
            root=located.root,
            kept=kept,
            processes=cores(),
            told=told,
        )
