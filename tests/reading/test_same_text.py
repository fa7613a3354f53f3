"""One report in two files is one source; two reports, or two versions of one, are two."""

from pathlib import Path

import pytest

from bidigest import Options, build
from bidigest.model import Digest, Skipped
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
    assert skipped.reason.endswith("in another format; it is counted once")


def test_a_version_with_another_figure_is_another_source(tmp_path: Path) -> None:
    newer = [line.replace("14 million", "17 million") for line in REPORT]
    digest = digest_of(tmp_path, {"wall.md": markdown(*REPORT), "wall.docx": word(*newer)})
    assert (len(digest.documents), digest.skipped) == (2, ())


def test_a_report_with_the_title_of_another_is_another_source(tmp_path: Path) -> None:
    digest = digest_of(tmp_path, {"wall.md": markdown(*REPORT), "wall.docx": word(*OTHER)})
    assert (len(digest.documents), digest.skipped) == (2, ())


def test_a_copy_of_a_file_is_counted_once(tmp_path: Path) -> None:
    report = markdown(*REPORT)
    files: dict[str, str | bytes] = {
        "wall.md": report,
        "wall (1).md": report,
        "other.md": markdown(*OTHER),
    }
    digest = digest_of(tmp_path, files)
    assert [document.path for document in digest.documents] == ["other.md", "wall.md"]
    assert digest.skipped == (
        Skipped("wall (1).md", "has the text of “wall.md”; it is counted once", "wall.md"),
    )


FRONT_MATTER = "---\ntitle: Harbour wall\ndate: 2031-02-04\n---\n"
WRAPPED = "Harbour wall\n\n" + "\n\n".join(line.replace(", ", ",\n") for line in REPORT)


@pytest.mark.parametrize(
    ("one", "other", "read"),
    [
        (markdown(*REPORT), FRONT_MATTER + markdown(*REPORT), "2.md"),
        (markdown(*REPORT), markdown(*REPORT).replace("\n", "\r\n"), "1.md"),
        (markdown(*REPORT), WRAPPED, "1.md"),
        (markdown(*REPORT), "Higher walls for the harbour\n\n" + "\n\n".join(REPORT), "1.md"),
        ("# 水库\n\n水位昨夜又涨了。\n", "# 水库\n\n水位昨夜又涨了。\n", "1.md"),
    ],
    ids=["front matter", "line ends", "wrapped otherwise", "another headline", "short, but alike"],
)
def test_a_text_that_two_files_hold_is_counted_once(
    tmp_path: Path, one: str, other: str, read: str
) -> None:
    digest = digest_of(tmp_path, {"1.md": one, "2.md": other})
    assert [document.path for document in digest.documents] == [read]
    assert [skipped.copy_of for skipped in digest.skipped] == [read]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (markdown(*REPORT), markdown(*REPORT[:2])),
        (markdown(*REPORT), markdown(*REPORT).replace("March", "April")),
        (markdown(*REPORT), markdown(*REPORT, "The wall is 400 metres long.")),
        (
            "# Levels on 3 May\n\nAll gauges read normal.\n",
            "# Levels on 4 May\n\nAll gauges read normal.\n",
        ),
    ],
    ids=["shorter", "another month", "a sentence more", "two days with the same words"],
)
def test_what_is_not_the_same_throughout_is_another_source(
    tmp_path: Path, one: str, other: str
) -> None:
    digest = digest_of(tmp_path, {"1.md": one, "2.md": other})
    assert (len(digest.documents), digest.skipped) == (2, ())
