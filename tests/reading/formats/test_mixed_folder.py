"""A folder of five formats gives the digest that the five texts give, but for what formats lose."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from bidigest.checking.verification import verify
from bidigest.options import Options
from bidigest.pipeline import build
from bidigest.publishing import editions
from bidigest.reading import read, resolve_sources
from bidigest.text.plain_text import wording
from tests.reading.formats.mixed_folder import write_folders

BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or ""
OPTIONS = Options(date=datetime.date(2026, 1, 31))
LOST_IN_PRINT = 0.025
"""Share of statements: a font without a name does not say that it is bold, so five labels are text.

8 of 388 statements differ: which sentence represents a point hangs on all that is read."""


def sentences(file: Path) -> list[str]:
    """The sentences of a file, or of what is in it, without their white space."""
    documents = [
        read(path, root=file.parent)
        for path in resolve_sources([file.name], root=file.parent).paths
    ]
    return ["".join(wording(d, each.span).split()) for d in documents for each in d.sentences]


def statements(folder: Path, name: str) -> list[str]:
    digest = build([name], OPTIONS, root=folder)
    return ["".join(point.statement.split()) for point in digest.points]


def test_each_format_has_the_sentences_of_the_text(tmp_path: Path) -> None:
    for text, file in write_folders(tmp_path):
        assert sentences(file) == sentences(text), file.name


def test_four_formats_give_the_points_of_the_texts(tmp_path: Path) -> None:
    list(write_folders(tmp_path))
    assert statements(tmp_path, "files") == statements(tmp_path, "texts")


@pytest.mark.slow
@pytest.mark.skipif(not BROWSER, reason="no Chromium here")
def test_with_a_printed_pdf_hardly_a_point_is_another(tmp_path: Path) -> None:
    for text, file in write_folders(tmp_path, BROWSER):
        assert set(sentences(text)) <= set(sentences(file)), file.name
    texts, files = statements(tmp_path, "texts"), statements(tmp_path, "files")
    assert len(set(texts) - set(files)) <= LOST_IN_PRINT * len(texts)


@pytest.mark.slow
@pytest.mark.skipif(not BROWSER, reason="no Chromium here")
def test_the_digest_of_a_mixed_folder_is_verified(tmp_path: Path) -> None:
    list(write_folders(tmp_path, BROWSER))
    digest = build(["files"], OPTIONS, root=tmp_path)
    folder = editions.publish(digest, tmp_path / "out", root=tmp_path).folder
    assert verify(folder, root=tmp_path).problems == ()
