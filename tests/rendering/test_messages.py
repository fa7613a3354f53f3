"""The catalogue: complete, and nothing in it that nobody says."""

import re
from collections.abc import Mapping
from pathlib import Path
from string import Formatter

import pytest
import yaml

from bidigest.languages.messages import ENGLISH, catalogue, tags
from bidigest.rendering.messages import messages

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
