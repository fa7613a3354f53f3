"""Requests for a digest: sources or a subject's file, and how the digest is to be."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bidigest.cli.standard_input import NAME, SIGN, put_in_file
from bidigest.errors import OptionsError
from bidigest.options import Options
from bidigest.publishing.default_output import OUTPUTS, default_output
from bidigest.reading.located_sources import LocatedSources, locate, needs_fetching
from bidigest.reading.source_filters import SUBJECT_FILE
from bidigest.reading.sources import shown
from bidigest.storage.cache_files import cache_folder
from bidigest.subjects.subject_file import SUFFIXES, SubjectFile, read_subject


@dataclass(frozen=True, slots=True)
class BuildRequest:
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
    output: Path | None = None
    """Where its digest goes; None for where it goes by default."""
    keep: int | None = 10
    """How many editions are kept; None for the three files alone."""

    offline: bool = False
    """Whether addresses are read as they were last fetched."""
    note: str = ""
    """That a subject's file is followed which nobody named."""

    def located(self, output: Path) -> tuple[LocatedSources, tuple[str, ...]]:
        """Find the files that are meant; what is fetched is kept in the output folder.

        Returns:
            The files, and what there is to be said of the fetching.
        """
        here, most = self.here.absolute(), self.options.most_sources
        if not needs_fetching(self.sources):
            return locate(self.sources, here=here, root=self.root, most=most), ()
        # Most runs ask nobody, and need not load what does.
        from bidigest.fetching.fetched_sources import Fetching
        from bidigest.fetching.located import locate_all
        from bidigest.fetching.politeness import visitor

        fetching = Fetching(
            output,
            visitor(self.options.largest_source),
            editions=self.keep is not None,
            offline=self.offline,
            entries=self.options.entries,
            follow_links=self.options.follow_links,
        )
        return locate_all(self.sources, fetching, here=here, root=self.root, most=most)

    def default_output(self) -> Path:
        """Return `outputs/NAME`, after what all sources lie in, or the only one."""
        named = [source for source in self.sources if source != SIGN]
        return default_output(named, self.here) if named else OUTPUTS / NAME

    def with_standard_input(self, output: Path) -> BuildRequest:
        """Put what comes in by standard input into the output folder, as one of the sources."""
        limit = self.options.largest_source
        return replace(self, sources=put_in_file(self.sources, output, limit))


@dataclass(frozen=True, slots=True)
class CommandLine:
    """What was asked for beside the sources; None for what was not."""

    output: Path | None
    keep: int | None
    editions: bool
    cache: bool
    root: Path | None
    options: Mapping[str, Any]
    offline: bool = False


def build_request(sources: Sequence[str], wanted: CommandLine, here: Path) -> BuildRequest:
    """Make a request of a command line: sources, a subject's file or folder, or the one here.

    Args:
        sources: as typed.
        wanted: what was asked for beside them; it goes before what the file says.
        here: folder that they are relative to.

    Raises:
        OptionsError: it makes no sense.
    """
    subject = _subject(sources, here)
    if subject is None:
        if not sources:
            raise OptionsError(f"name sources, or write a {SUBJECT_FILE}: bidigest init")
        return _request(sources, wanted, here, {})
    said = subject.subject
    filled = replace(
        wanted,
        output=wanted.output or relative(subject.output, here),
        keep=said.keep if wanted.keep is None else wanted.keep,
        root=wanted.root or subject.located(wanted.options.get("most_sources")).root,
    )
    dated = {"date": datetime.datetime.now(subject.zone).date(), **said.options()}
    request = _request(subject.sources, filled, subject.path.resolve().parent, dated)
    if not sources or Path(sources[0]) == subject.path:
        return request
    return replace(request, note=f"made as {shown(subject.path)} says; the command line goes first")


def _subject(sources: Sequence[str], here: Path) -> SubjectFile | None:
    """Read the subject that is meant, if one is: named, or that of the only folder."""
    if not sources and (here / SUBJECT_FILE).is_file():
        return read_subject(Path(SUBJECT_FILE))
    if len(sources) == 1 and (here / sources[0] / SUBJECT_FILE).is_file():
        return read_subject(Path(sources[0]) / SUBJECT_FILE)
    if len(sources) == 1 and Path(sources[0]).suffix.lower() in SUFFIXES:
        return read_subject(Path(sources[0]))
    return None


def _request(
    sources: Sequence[str], wanted: CommandLine, here: Path, said: Mapping[str, Any]
) -> BuildRequest:
    given = {name: value for name, value in wanted.options.items() if value is not None}
    keep = 10 if wanted.keep is None else wanted.keep
    return BuildRequest(
        sources=sources,
        options=_options({"date": datetime.date.today(), **said, **given}),
        root=wanted.root,
        cache=cache_folder() if wanted.cache else None,
        here=here,
        output=wanted.output,
        keep=keep if wanted.editions else None,
        offline=wanted.offline,
    )


def _options(values: Mapping[str, Any]) -> Options:
    try:
        return Options(**values)
    except OptionsError as error:
        names, colon, reason = str(error).partition(": ")
        flags = " and ".join(f"--{name.replace('_', '-')}" for name in names.split(" and "))
        raise OptionsError(f"{flags}{colon}{reason}") from None


def relative(path: Path, here: Path) -> Path:
    """Write a path as one would type it, where it is below `here`."""
    return path.relative_to(here) if path.is_relative_to(here) else path
