"""A first `bidigest.yaml` for a folder, in which every key is explained."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

from bidigest.errors import OptionsError
from bidigest.reading.source_filters import SUBJECT_FILE
from bidigest.reading.source_search import find_sources
from bidigest.reading.sources import shown
from bidigest.subjects.subject_file import SubjectFile, read_subject

_TEXT = """\
# A subject that is followed: bidigest build {name}
# Paths are relative to this file. Take the # away from what is to be otherwise.

# title: {folder}            # else that of the source that says most, in each edition anew
sources:                     # files, folders and globs
  - .

# language: as-written       # of headings: as-written (as most sources are), zh-Hans, zh-Hant or en
# points: 20                 # on the page, at most
{output}    # where the digest is to lie
# keep: 10                   # editions

# schedule: "0 7 * * 1-5"    # minute, hour, day, month, day of the week; else only when asked
# timezone: Asia/Shanghai    # else that of the machine
# notify: slack-webhook/editors   # Prefect's notification block, told of what is new
"""


def start_subject(folder: Path, output: Path | None = None) -> SubjectFile:
    """Write a subject's file into a folder of texts, and return it as it reads.

    Args:
        folder: the folder.
        output: where its digest already lies, if it does elsewhere than by default.

    Raises:
        OptionsError: there is one already, or it cannot be written.
        SourceError: the folder holds no texts.
    """
    file = folder / SUBJECT_FILE
    find_sources(["."], root=folder)
    named = shown(folder.resolve().name)
    line = f"# output: outputs/{named}" if output is None else f"output: {json.dumps(str(output))}"
    text = _TEXT.format(name=shlex.quote(shown(file)), folder=named, output=line)
    try:
        with file.open("x", encoding="utf-8") as stream:
            stream.write(text)
    except FileExistsError:
        raise OptionsError(f"{file}: is there already; edit it, or remove it first") from None
    except OSError as error:
        raise OptionsError(f"{file}: cannot be written ({error.strerror})") from None
    return read_subject(file)
