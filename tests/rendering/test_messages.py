"""The catalogue: complete, and nothing in it that nobody says."""

import re
import string
from pathlib import Path

import pytest

from bidigest.rendering.messages import LANGUAGES, catalogue, messages

PACKAGE = Path(__file__).parents[2] / "bidigest"
BUILT = (
    "apart.",
    "language.",
    "furniture.",
    "column.",
    "evidence.",
    "note.",
    "cause.",
    "html.key.",
)
"""Keys that are put together from a part and a name."""


def variants(key: str, language: str) -> list[str]:
    text = catalogue()[key][language]
    return list(text.values()) if isinstance(text, dict) else [text]


@pytest.mark.parametrize("key", sorted(catalogue()))
def test_each_message_speaks_every_language_with_the_same_names(key: str) -> None:
    assert list(catalogue()[key]) == list(LANGUAGES)
    names = [
        {name for _, name, _, _ in string.Formatter().parse(text) if name}
        for language in LANGUAGES
        for text in variants(key, language)
    ]
    assert all(found == names[0] for found in names)


def test_no_message_is_missing_and_none_unused() -> None:
    files = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.jinja")]
    source = "\n".join(file.read_text(encoding="utf-8") for file in files)
    said = set(re.findall(r"""(?:say|self|messages)\(\s*["']([a-z_.]+)["']\s*[,)]""", source))
    assert said <= set(catalogue()), "missing"
    literal = set(re.findall(r"""["']([a-zA-Z_.-]+)["']""", source))
    unused = {key for key in catalogue() if key not in literal and not key.startswith(BUILT)}
    assert not unused


def test_a_date_is_written_as_its_language_does() -> None:
    assert messages("zh-Hant").date("2025-09-01") == "2025年9月1日"
    assert messages("en").date("2025-09-01") == "1 September 2025"


def test_english_tells_one_from_several() -> None:
    say = messages("en")
    assert [say("head.points", n=n) for n in (1, 2)] == ["1 point", "2 points"]


def test_an_unknown_reason_stands_for_itself() -> None:
    assert messages("en").boilerplate("cookie-banner") == "cookie-banner"
