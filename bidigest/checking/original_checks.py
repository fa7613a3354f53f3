"""Checks of sources that are no text: rendition and quotations against what the kept file says."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import takewhile
from pathlib import Path

from bidigest.errors import SourceError
from bidigest.model import Anchor, Span
from bidigest.reading.formats.citing import kept_name
from bidigest.reading.formats.registry import READERS, RawText
from bidigest.reading.sources import ANY_SIZE, read_file
from bidigest.rendering.json import Data
from bidigest.rendering.originals import KEPT

MOST_FOUND = 0.97
"""Share of a source's quotations that must stand in the file's own text at their places.

What a reader joins, as a word that a line end cuts, does not always.
"""

_FOLDED_AWAY = re.compile(r"[\s\\*|`#>\x00-\x1f\u00ad\u200b\ufeff\ufffd\ufffe\u2010-]+")
"""White space, Markdown's marks, and hyphens, which readers leave out where they cut a word.

U+FFFE is how PDFium writes such a hyphen.
"""


@dataclass(slots=True)
class Findings:
    """What came of reading a source again."""

    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    text: str | None = None
    """The source's text, or its rendition; None where it is not there."""
    raw_text: RawText | None = None


def check_original(source: Data, edition: Path, root: Path) -> Findings:
    """Compare the kept original and rendition of a source with what the digest says of them.

    Args:
        source: the source's JSON data.
        edition: folder of the edition.
        root: folder that the source's path is relative to.
    """
    found, path = Findings(), source["path"]
    rendition = _bytes(edition / KEPT / kept_name(source["rendition"]["sha256"]))
    if rendition is None or _sha256(rendition) != source["rendition"]["sha256"]:
        found.problems.append(f"{path}: its rendition is not kept with the edition as it was made")
    else:
        found.text = rendition.decode("utf-8", "surrogatepass")
    original = _original(source, edition, root, found)
    if original is not None:
        _read_again(source, original, found)
    return found


def kept_rendition(source: Data, edition: Path) -> Path | None:
    """Name the file that holds what was made of a source; None where the source is a text."""
    if "rendition" not in source:
        return None
    return edition / KEPT / kept_name(source["rendition"]["sha256"])


def quotation_problems(
    source: Data, findings: Findings, quotations: Mapping[str, Span]
) -> Iterator[str]:
    """Say which quotations do not stand in the original file at their places.

    Args:
        source: the source's JSON data.
        findings: what came of reading its original again.
        quotations: spans of the rendition, by what messages call the quotations.
    """
    text, raw_text = findings.text, findings.raw_text
    if text is None or raw_text is None or not quotations:
        return
    anchors = [
        Anchor(Span(each["start"], each["end"]), each["where"]) for each in source["anchors"]
    ]
    stands = partial(quotation_stands, text, anchors=anchors, raw_text=raw_text)
    parted = [name for name, span in quotations.items() if not stands(span)]
    missing = [name for name in parted if not stands(quotations[name], parts=True)]
    told = missing if len(missing) > (1 - MOST_FOUND) * len(quotations) else []
    for name in told:
        yield f"digest.json: {name}: not what {source['path']} says at its place"
    findings.notes += [
        f"{source['path']}: {name} was joined from parts of the file"
        for name in parted
        if name not in told
    ]


def quotation_stands(
    text: str,
    span: Span,
    anchors: Sequence[Anchor],
    raw_text: RawText,
    *,
    parts: bool = False,
) -> bool:
    """Tell whether the original says the stretch, anchor by anchor, but for space and marks.

    Args:
        text: the rendition.
        span: the stretch of it.
        anchors: of the rendition, sorted.
        raw_text: what the file says at a place.
        parts: whether its words may stand there in another order: a PDF may hold a table column by
            column.
    """
    first = bisect_right(anchors, span.start, key=lambda each: each.span.end)
    touched = list(takewhile(lambda each: each.span.start < span.end, anchors[first:]))
    return bool(touched) and all(_stands_at(text, span, a, raw_text, parts) for a in touched)


def _stands_at(text: str, span: Span, anchor: Anchor, raw_text: RawText, parts: bool) -> bool:
    quoted = text[max(anchor.span.start, span.start) : min(anchor.span.end, span.end)]
    said = _folded(raw_text(anchor.where))
    return all(_folded(piece) in said for piece in (quoted.split() if parts else [quoted]))


def _folded(text: str) -> str:
    return _FOLDED_AWAY.sub("", unicodedata.normalize("NFKC", text)).casefold()


def _original(source: Data, edition: Path, root: Path, found: Findings) -> bytes | None:
    """Return the bytes that were read: as kept, and as they lie at their path, if they do."""
    path, expected = source["path"], source["original"]["sha256"]
    kept = _bytes(edition / KEPT / kept_name(expected, source["original"]["media_type"]))
    now = _bytes(root / path)
    if now is not None and _sha256(now) != expected:
        found.problems.append(f"{path}: has changed since the digest was made (SHA-256 differs)")
    if kept is not None and _sha256(kept) == expected:
        return kept
    found.problems.append(f"{path}: is not kept with the edition as it was read")
    return now if now is not None and _sha256(now) == expected else None


def _read_again(source: Data, original: bytes, found: Findings) -> None:
    path, media_type = source["path"], source["original"]["media_type"]
    reader = READERS.get(media_type)
    if reader is None:
        found.notes.append(f"{path}: there is no reader for {media_type} here to read it again")
        return
    try:
        text = reader.read(original, path).text
        found.raw_text = reader.raw_text(original, path)
    except SourceError as error:
        found.problems.append(f"{path}: cannot be read again ({error.reason})")
        return
    if text == found.text or found.text is None:
        return
    changed = _changed(source["reader"]["versions"], reader.versions())
    if changed:
        found.notes.append(f"{path}: is read otherwise by other versions ({changed})")
    else:
        found.problems.append(f"{path}: reading it again gives another text")


def _changed(before: Mapping[str, str], now: Mapping[str, str]) -> str:
    names = sorted(before.keys() | now.keys())
    return ", ".join(
        f"{name} {before.get(name)}, now {now.get(name)}"
        for name in names
        if before.get(name) != now.get(name)
    )


def _bytes(path: Path) -> bytes | None:
    try:
        return read_file(path, limit=ANY_SIZE)
    except SourceError:
        return None


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
