"""One report in two formats is one source; two reports, or two versions of one, are two."""

from pathlib import Path

import pytest

from bidigest import Options, build
from bidigest.model import Digest
from tests.reading.formats.office_files import docx, paragraph

REPORT = (
    "The harbour wall will be raised by 1.2 metres before the winter of 2031.",
    "Work begins in March and costs 14 million euros, the council said.",
    "Ferries will leave from the old quay until the wall is finished.",
)
OTHER = (
    "The harbour wall is to be raised by 1.2 metres.",
    "The opposition doubts that the work can be paid for this year.",
)


def digest_of(folder: Path, files: dict[str, str | bytes]) -> Digest:
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name).write_bytes(data)
    options = Options(embeddings="none")
    return build([str(folder / name) for name in files], options, root=folder)


def markdown(*lines: str) -> str:
    return "# Harbour wall\n\n" + "\n\n".join(lines) + "\n"


def word(*lines: str) -> bytes:
    return docx(paragraph("Harbour wall", style="Heading1"), *map(paragraph, lines))


@pytest.mark.parametrize("name", ["wall.docx", "Report of the council.docx"])
def test_a_report_in_two_formats_is_one_source(tmp_path: Path, name: str) -> None:
    files: dict[str, str | bytes] = {
        "wall.md": markdown(*REPORT),
        name: word(*REPORT),
        "other.md": markdown(*OTHER),
    }
    digest = digest_of(tmp_path, files)
    assert len(digest.documents) == 2
    [skipped] = digest.skipped
    assert skipped.reason.endswith("in another format; leave one of the two out")


def test_a_version_with_another_figure_is_another_source(tmp_path: Path) -> None:
    newer = [line.replace("14 million", "17 million") for line in REPORT]
    digest = digest_of(tmp_path, {"wall.md": markdown(*REPORT), "wall.docx": word(*newer)})
    assert (len(digest.documents), digest.skipped) == (2, ())


def test_a_report_with_the_title_of_another_is_another_source(tmp_path: Path) -> None:
    digest = digest_of(tmp_path, {"wall.md": markdown(*REPORT), "wall.docx": word(*OTHER)})
    assert (len(digest.documents), digest.skipped) == (2, ())
