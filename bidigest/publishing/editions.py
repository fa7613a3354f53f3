"""Publishing a digest: a new edition as a whole or not at all, and none when nothing is new."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from bidigest.errors import DigestError, OptionsError
from bidigest.model import Changes, Digest
from bidigest.publishing.changes import compare
from bidigest.publishing.edition_names import day_of, next_name, number_of
from bidigest.publishing.feed_state import FILE as FEED
from bidigest.publishing.feed_state import feed_is_of
from bidigest.publishing.kept_originals import keep_originals
from bidigest.publishing.source_links import SOURCES, link_sources
from bidigest.reading.source_filters import EDITIONS
from bidigest.rendering import json as digest_json
from bidigest.rendering import render
from bidigest.rendering.json import Data
from bidigest.storage.locking import locked

LATEST = "latest"
_UNFINISHED = ".unfinished-"


@dataclass(frozen=True, slots=True)
class Edition:
    """A published digest."""

    name: str
    """Day, number of the day and hash: editions sort by their names as they came."""
    folder: Path
    new: bool
    """False where `latest` already said the same."""
    changes: Changes


def publish(digest: Digest, output: Path, *, root: Path, keep: int = 10) -> Edition:
    """Publish an edition, unless `latest` says the same already, and keep only the newest ones.

    A failure at any moment leaves the edition before as it was.

    Args:
        digest: what is published.
        output: folder of the editions.
        root: folder that the sources' paths are relative to; the edition gets links to them.
        keep: how many editions may stay.

    Raises:
        DigestError: the folder cannot be written.
    """
    with _tidied(output, keep):
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
            _clear_unfinished(output)
            yield
            _clear_old(output, keep)
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
            temporary = folder / f"{_UNFINISHED}{name}"
            _write_file(temporary, text)
            temporary.replace(folder / name)
        keep_originals(folder, digest.documents, root)
        _sync(folder)


def latest_name(output: Path) -> str | None:
    """Return the name of the edition that `latest` leads to; None before the first."""
    link = output / LATEST
    if not link.is_symlink():
        if link.exists():
            raise DigestError(f"{link}: not a link that bidigest made; move it away")
        return None
    return link.readlink().name


def _published(digest: Digest, output: Path, root: Path) -> Edition:
    data = digest_json.to_data(digest)
    name = latest_name(output)
    before = _said(output / EDITIONS / name) if name else None
    if name and before and digest_json.said(data) == digest_json.said(before):
        _link(digest, output / EDITIONS / name, root)
        keep_originals(output / EDITIONS / name, digest.documents, root)
        return Edition(name, output / EDITIONS / name, False, Changes(since=name))
    earlier = output / EDITIONS / name if name else None
    changes = _changes(before, data, name) if name and before else Changes()
    others = [folder.name for folder in (output / EDITIONS).iterdir()]
    folder = output / EDITIONS / next_name(digest.date, digest_json.fingerprint(data), others)
    _put(replace(digest, changes=changes), data, folder, root, earlier)
    _point_latest(output, folder.name)
    return Edition(folder.name, folder, True, changes)


def _said(edition: Path) -> Data | None:
    """Load what an edition says; one damaged or gone counts as none, and a new one mends it."""
    with suppress(DigestError):
        return digest_json.load(edition)
    return None


def _changes(before: Data, data: Data, since: str) -> Changes:
    """Compare with an earlier edition; one that lacks what is compared counts as none."""
    with suppress(KeyError, TypeError, AttributeError):
        return compare(before, data, since)
    return Changes()


def _put(digest: Digest, data: Data, folder: Path, root: Path, earlier: Path | None = None) -> None:
    """Write a complete edition beside its place, then rename it into place."""
    data = {**data, "changes": digest_json.changes_data(digest.changes)}
    temporary = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=folder.parent))
    try:
        for name, text in render(digest, links=SOURCES, data=data).items():
            _write_file(temporary / name, text)
        _link(digest, temporary, root)
        keep_originals(temporary, digest.documents, root, earlier)
        temporary.chmod(0o755)
        _sync(temporary)
        temporary.replace(folder)
        _sync(folder.parent)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise


def _link(digest: Digest, folder: Path, root: Path) -> None:
    link_sources(folder, digest.documents, root)


def _point_latest(output: Path, name: str) -> None:
    temporary = output / f"{_UNFINISHED}{LATEST}"
    temporary.symlink_to(Path(EDITIONS) / name, target_is_directory=True)
    temporary.replace(output / LATEST)
    _sync(output)


def _clear_unfinished(output: Path) -> None:
    """Remove what killed runs left behind; only ever called with the lock held."""
    for left in (*output.glob(f"{_UNFINISHED}*"), *(output / EDITIONS).glob(f"{_UNFINISHED}*")):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)
        else:
            left.unlink()


def _clear_old(output: Path, keep: int) -> None:
    """Remove the oldest editions beyond `keep`, never the one that `latest` names."""
    latest, folders = latest_name(output), _editions(output)
    surplus = max(0, len(folders) - keep)
    for folder in [folder for folder in folders if folder.name != latest][:surplus]:
        # Out of sight first, so that a reader never sees half an edition.
        doomed = folder.with_name(_UNFINISHED + folder.name)
        folder.replace(doomed)
        shutil.rmtree(doomed)


def _editions(output: Path) -> list[Path]:
    """List the folders of the editions, the oldest first."""
    folders = [
        folder
        for folder in (output / EDITIONS).iterdir()
        if (folder / digest_json.FILE).is_file() and not folder.is_symlink()
    ]
    return sorted(folders, key=_age)


def _age(folder: Path) -> tuple[str, int, int, str]:
    """Return a key to sort editions by name; those of a day without numbers, by when written."""
    written = (folder / digest_json.FILE).stat().st_mtime_ns
    return day_of(folder.name), number_of(folder.name), written, folder.name


def _put_feed(output: Path) -> None:
    """Bring the feed up to date, where it does not tell of just the editions that there are."""
    editions = _editions(output)[::-1]
    with suppress(OSError, UnicodeDecodeError):  # there is none yet, or none of ours
        if feed_is_of((output / FEED).read_text("utf-8"), [folder.name for folder in editions]):
            return
    from bidigest.publishing.feed import feed

    temporary = output / f"{_UNFINISHED}{FEED}"
    _write_file(temporary, feed(output, editions))
    temporary.replace(output / FEED)


def _links(folder: Path, root: Path) -> str:
    """Return the relative path to the sources' root from a folder that has no links of its own."""
    return Path(os.path.relpath(root.resolve(), folder.resolve())).as_posix()


def _write_file(file: Path, text: str) -> None:
    with file.open("wb") as stream:
        # Pages escape what UTF-8 cannot hold; this is for what they pass on as it is.
        stream.write(text.encode("utf-8", "replace"))
        stream.flush()
        os.fsync(stream.fileno())


def _sync(folder: Path) -> None:
    """Make renames in the folder last through a power cut, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


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
