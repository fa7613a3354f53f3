"""Publishing a digest: a new edition as a whole or not at all, and none when nothing is new."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from bidigest.errors import DigestError, OptionsError
from bidigest.model import Changes, Digest
from bidigest.publishing.kept_sources import keep_originals, keep_sources
from bidigest.publishing.output_folder import (
    FEED,
    UNFINISHED,
    clear_old,
    clear_unfinished,
    edition_folders,
    latest_name,
    next_name,
    point_latest,
    remember_root,
    sync_folder,
    write_durably,
)
from bidigest.reading.source_filters import EDITIONS
from bidigest.rendering import json as digest_json
from bidigest.rendering import render
from bidigest.rendering.json import Data
from bidigest.rendering.originals import KEPT
from bidigest.storage.locking import locked

_MOST_IN_FEED = 20
_LINKED = re.compile(r'<link href="editions/([^/"]+)/digest\.html"')
"""An edition that a feed tells of."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A published digest."""

    name: str
    """Day, number of the day and hash: editions sort by their names as they came."""
    folder: Path
    new: bool
    """False where `latest` already said the same."""
    changes: Changes
    told_before: bool = False
    """Whether they are those of the edition before, made of the same sources otherwise."""


def publish(digest: Digest, output: Path, *, root: Path, keep: int = 10) -> Edition:
    """Publish an edition, unless `latest` says the same already, and keep only the newest ones.

    A failure at any moment leaves the edition before as it was.

    Args:
        digest: what is published.
        output: folder of the editions.
        root: folder that the sources' paths are relative to; the edition keeps copies of them.
        keep: how many editions may stay.

    Raises:
        DigestError: the folder cannot be written.
    """
    with _tidied(output, keep):
        remember_root(output, root)
        return _published(digest, output, root)


def tidy(output: Path, *, keep: int = 10) -> None:
    """Clear away what killed runs left, and old editions, as publishing does."""
    with _tidied(output, keep):
        pass


@contextmanager
def _tidied(output: Path, keep: int) -> Iterator[None]:
    """Hold the output folder for this run alone, with at most `keep` editions afterwards."""
    if keep < 1:
        raise OptionsError(f"keep: {keep} editions cannot be kept; use 1 or more")
    with _named_errors(output):
        (output / EDITIONS).mkdir(parents=True, exist_ok=True)
        with locked(output):
            clear_unfinished(output)
            yield
            clear_old(output, keep)
            _put_feed(output)


def write(digest: Digest, folder: Path, *, root: Path) -> None:
    """Write the three files straight into a folder, each whole or not at all.

    Args:
        digest: what is written.
        folder: where to.
        root: folder that the sources' paths are relative to.
    """
    with _named_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in render(digest, links=_links(folder, root)).items():
            temporary = folder / f"{UNFINISHED}{name}"
            write_durably(temporary, _encoded(text))
            temporary.replace(folder / name)
        keep_originals(folder, digest.documents, root)
        sync_folder(folder)


def _published(digest: Digest, output: Path, root: Path) -> Edition:
    data = digest_json.to_data(digest)
    name = latest_name(output)
    earlier = output / EDITIONS / name if name else None
    before = _loaded(earlier) if earlier else None
    if earlier and before and digest_json.said(data) == digest_json.said(before):
        keep_sources(earlier, digest.documents, root)
        return Edition(earlier.name, earlier, False, Changes(since=earlier.name))
    told_before, since, base = _base(output, name, before, data)
    changes = _changes(base, data, since) if base and since else Changes()
    others = [folder.name for folder in (output / EDITIONS).iterdir()]
    folder = output / EDITIONS / next_name(digest.date, digest_json.fingerprint(data), others)
    _put(replace(digest, changes=changes), data, folder, root, earlier)
    point_latest(output, folder.name)
    return Edition(folder.name, folder, True, changes, told_before)


def _base(
    output: Path, latest: str | None, before: Data | None, data: Data
) -> tuple[bool, str | None, Data | None]:
    """Choose the edition to compare with: the last one, or where that is of the same sources, its.

    Another title or number of points is no news, and takes none away.

    Returns:
        Whether it is the last one's, the edition's name and what it says, None where there is none.
    """
    with suppress(KeyError, TypeError, AttributeError):
        since = before["changes"]["since"] if before else None
        if before and since and _contents(before) == _contents(data):
            older = _loaded(output / EDITIONS / str(since))
            if older is not None:
                return True, str(since), older
    return False, latest, before


def _contents(data: Data) -> dict[str, str]:
    return {source["path"]: source["sha256"] for source in data["sources"]}


def _loaded(edition: Path) -> Data | None:
    """Load what an edition says; one damaged or gone counts as none, and a new one mends it."""
    with suppress(DigestError):
        return digest_json.load(edition)
    return None


def _changes(before: Data, data: Data, since: str) -> Changes:
    """Compare with an earlier edition; one that lacks what is compared counts as none."""
    # What reads texts is loaded where editions differ, not by a run that finds nothing new.
    from bidigest.publishing.changes import compare

    with suppress(KeyError, TypeError, AttributeError):
        return compare(before, data, since)
    return Changes()


def _put(digest: Digest, data: Data, folder: Path, root: Path, earlier: Path | None = None) -> None:
    """Write a complete edition beside its place, then rename it into place."""
    data = {**data, "changes": digest_json.changes_data(digest.changes)}
    temporary = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=folder.parent))
    try:
        for name, text in render(digest, links=KEPT, data=data).items():
            write_durably(temporary / name, _encoded(text))
        keep_sources(temporary, digest.documents, root, earlier)
        temporary.chmod(0o755)
        sync_folder(temporary)
        temporary.replace(folder)
        sync_folder(folder.parent)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise


def _put_feed(output: Path) -> None:
    """Bring the feed up to date, where it does not tell of just the newest editions."""
    editions = edition_folders(output)[::-1][:_MOST_IN_FEED]
    with suppress(OSError, UnicodeDecodeError):  # there is none yet, or none of ours
        linked = _LINKED.findall((output / FEED).read_text("utf-8"))
        if linked == [folder.name for folder in editions]:
            return
    # Most runs find nothing new, and need not load what writes it.
    from bidigest.publishing.feed import feed

    temporary = output / f"{UNFINISHED}{FEED}"
    write_durably(temporary, _encoded(feed(output, editions)))
    temporary.replace(output / FEED)


def _encoded(text: str) -> bytes:
    # Pages escape what UTF-8 cannot hold; this is for what they pass on as it is.
    return text.encode("utf-8", "replace")


def _links(folder: Path, root: Path) -> str:
    """Return the relative path to the sources' root from a folder that has no links of its own."""
    return Path(os.path.relpath(root.resolve(), folder.resolve())).as_posix()


@contextmanager
def _named_errors(folder: Path) -> Iterator[None]:
    """Turn what the system says about the folder into one line with a remedy."""
    try:
        yield
    except DigestError:
        raise
    except OSError as error:
        raise DigestError(
            f"{error.filename or folder}: cannot be written ({error.strerror or error}); "
            "check the folder's rights and the space on its disk"
        ) from error
