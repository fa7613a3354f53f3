"""Names of sources and sections within one digest: `S1`, and `S1.2` for its second section."""

from __future__ import annotations


def source_id(index: int) -> str:
    """Return the id of the document at this index of the digest, which counts from 0."""
    return f"S{index + 1}"


def section_id(source: int, section: int) -> str:
    """Return the id of a section by the indexes of its document and its own, both from 0."""
    return f"{source_id(source)}.{section + 1}"


def source_index(identifier: str) -> int:
    """Return the index of the document that `S1` names."""
    return int(identifier.removeprefix("S")) - 1
