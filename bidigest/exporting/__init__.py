"""A digest for other programs: a table of its points, a bibliography of its sources, a mail.

In: an edition's folder, or its data. Out: text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from bidigest.checking.edition_folder import damage_as_error, edition_of
from bidigest.errors import OptionsError
from bidigest.exporting.bibliography import bibliography
from bidigest.exporting.digest_mail import mail, mail_text
from bidigest.exporting.table import table
from bidigest.rendering import json as digest_json
from bidigest.rendering.json import Data

__all__ = ["FORMATS", "export"]

FORMATS: Mapping[str, Callable[[Data], str]] = {
    "csv": table,
    "csl-json": bibliography,
    "text": mail_text,
    "mail": mail,
}
"""What an edition can be exported as, by name."""


def export(folder: Path, name: str) -> str:
    """Export an edition, or an output folder's latest, in the named format.

    Raises:
        OptionsError: there is no such format.
        DigestError: the folder holds no digest, or a damaged one.
    """
    if name not in FORMATS:
        raise OptionsError(f"--format: {name!r} will not do; give one of {', '.join(FORMATS)}")
    edition = edition_of(folder)
    data = digest_json.load(edition)
    with damage_as_error(edition):
        return FORMATS[name](data)
