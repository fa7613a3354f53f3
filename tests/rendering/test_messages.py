"""The catalogue: complete, and nothing in it that nobody says."""

import re
from collections.abc import Mapping
from pathlib import Path
from string import Formatter

import pytest
import yaml

from bidigest.errors import SourceError
from bidigest.languages.messages import ENGLISH, catalogue, tags
from bidigest.model import Skipped
from bidigest.reading.decoding import decode_text
from bidigest.rendering.page_messages import messages

PACKAGE = Path(__file__).parents[2] / "bidigest"
BUILT = (
    "apart.",
    "language.",
    "furniture.",
    "column.",
    "evidence.",
    "note.",
    "cause.",
    "unread.",
    "html.key.",
)
"""Keys that are put together from a part and a name."""


def names(text: str | Mapping[str, str]) -> list[set[str]]:
    """The names between braces in each variant of a message."""
    variants = text.values() if isinstance(text, Mapping) else [text]
    return [{name for _, name, _, _ in Formatter().parse(each) if name} for each in variants]


def test_each_language_says_all_and_in_one_order() -> None:
    assert tags() == ("zh-Hans", "zh-Hant", "en")
    files = (path for path in PACKAGE.glob("languages/*/messages/*.yaml"))
    said = {path.stem: list(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in files}
    assert sorted(said) == sorted(tags())
    assert all(keys == said[ENGLISH] for keys in said.values())


@pytest.mark.parametrize("key", sorted(catalogue(ENGLISH)))
def test_a_message_has_the_same_names_in_every_language(key: str) -> None:
    found = [each for tag in tags() for each in names(catalogue(tag)[key])]
    assert all(each == found[0] for each in found)


def test_no_message_is_missing_and_none_unused() -> None:
    files = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.jinja")]
    source = "\n".join(file.read_text(encoding="utf-8") for file in files)
    said = set(re.findall(r"""(?:say|self|messages)\(\s*["']([a-z_.]+)["']\s*[,)]""", source))
    assert said <= set(catalogue(ENGLISH)), "missing"
    literal = set(re.findall(r"""["']([a-zA-Z_.-]+)["']""", source))
    unused = {key for key in catalogue(ENGLISH) if key not in literal and not key.startswith(BUILT)}
    assert not unused


def test_a_date_is_written_as_its_language_does() -> None:
    assert messages("zh-Hant").date("2025-09-01") == "2025年9月1日"
    assert messages("en").date("2025-09-01") == "1 September 2025"


def test_english_tells_one_from_several() -> None:
    say = messages("en")
    assert [say("head.points", n=n) for n in (1, 2)] == ["1 point", "2 points"]


def test_an_unknown_reason_stands_for_itself() -> None:
    assert messages("en").boilerplate("cookie-banner") == "cookie-banner"


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (
            "no reader for .json files; export it as .txt or .md, or name it if it is a text",
            "没有能读 .json 文件的阅读器；请另存为 .txt 或 .md，若是文本可直接点名",
        ),
        ("is larger than 20,000,000 bytes; leave it out", "超过 20,000,000 字节；请略去"),
        ("is a .docx file that is damaged; save it again", ".docx 文件已损坏；请重新保存"),
        ("holds no text; a remedy of tomorrow", "没有文字；a remedy of tomorrow"),
    ],
)
def test_why_a_source_is_not_read_is_said_to_its_reader(reason: str, expected: str) -> None:
    assert messages("zh-Hans").unread(reason) == expected
    assert messages("en").unread(reason) == reason


@pytest.mark.parametrize("data", [b"", b" \n ", b"a\0\xff\0" * 9 + b"\xff"])
def test_what_the_reader_says_of_a_file_is_said_in_chinese(data: bytes) -> None:
    """The reasons are written where they arise; here they are found by their own words."""
    with pytest.raises(SourceError) as caught:
        decode_text(data, "a.txt")
    told = messages("zh-Hans").unread(Skipped.because_of(caught.value).reason)
    assert not re.search("[a-z]{4}", told), told
