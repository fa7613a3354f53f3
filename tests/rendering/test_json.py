"""`digest.json`: the format that other programs rely on."""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

import bidigest.rendering
from bidigest.errors import DigestError
from bidigest.model import Changes
from bidigest.rendering.json import (
    changes_data,
    changes_from,
    dumps,
    fingerprint,
    loads,
    to_data,
)
from bidigest.rendering.plain_metadata import plain_metadata
from tests.digests import cite, digest, document, figure, point, small

SCHEMA = json.loads(
    Path(bidigest.rendering.__file__).with_name("digest.schema.json").read_text(encoding="utf-8")
)


def test_the_schema_describes_what_is_written() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(loads(dumps(to_data(small()))), SCHEMA)


def test_open_ends_of_a_figure_are_null() -> None:
    source = document("a.txt", "数百亿美元。\n")
    cited = figure([source], 1, "数百亿美元", 1e10, math.inf, "USD")
    data = to_data(digest([source], [point(1, [cite([source], 1, "数百")], figures=[cited])]))
    (item,) = data["points"][0]["figures"]
    assert (item["low"], item["high"], item["quote"]) == (10_000_000_000, None, "数百亿美元")


def test_it_is_readable_text_that_ends_with_a_newline() -> None:
    text = dumps(to_data(small()))
    assert "多數工具" in text and text.endswith("}\n")


def test_it_is_what_the_standard_library_writes() -> None:
    data = to_data(small())
    assert dumps(data) == json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def test_metadata_of_any_kind_becomes_plain_and_stays_small() -> None:
    few: list[object] = ["a"] * 10
    many: object = few
    for _ in range(10):
        many = [many] * 10
    cyclic: list[object] = []
    cyclic.append(cyclic)
    text = json.dumps(
        plain_metadata({1: {"b", "a"}, "many": many, "cyclic": cyclic, "nan": math.nan})
    )
    assert text.startswith('{"1": ["a", "b"]') and len(text) < 100_000


def test_half_a_surrogate_pair_in_metadata_is_escaped() -> None:
    source = replace(document("a.txt", "一句话。\n"), metadata={"x": "\ud800"})
    text = dumps(to_data(digest([source], [point(1, [cite([source], 1, "一句")])])))
    assert loads(text.encode().decode())["sources"][0]["metadata"] == {"x": "\ud800"}


def test_numbers_of_any_size_stay_what_they_are() -> None:
    source = replace(document("a.txt", "一句话。\n"), metadata={"x": 2**70})
    text = dumps(to_data(digest([source], [point(1, [cite([source], 1, "一句")])])))
    assert loads(text)["sources"][0]["metadata"] == {"x": 2**70}


def test_the_fingerprint_knows_neither_day_nor_past() -> None:
    before, after = small(), small(changes=Changes(since="2025-08-25-x", new=("P1",)))
    later = replace(after, date="2025-12-31", options={**after.options, "date": "2025-12-31"})
    assert fingerprint(to_data(before)) == fingerprint(to_data(later))
    assert fingerprint(to_data(before)) != fingerprint(to_data(replace(before, title="x")))


def test_changes_come_back_as_they_were() -> None:
    changes = Changes(
        "e",
        ("P1",),
        ("gone",),
        (("P2", 1, 2),),
        (("P3", "1", "2"),),
        (("P4", "1", "2", "It is 2."),),
        ("a",),
        ("b",),
    )
    assert changes_from(changes_data(changes)) == changes


@pytest.mark.parametrize("text", ["", "[]", '{"format": "other/1"}', "[" * 100_000])
def test_what_is_no_digest_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(DigestError) as caught:
        loads(text)
    assert "\n" not in str(caught.value)


def test_every_key_of_the_schema_is_documented() -> None:
    page = Path(__file__).parents[2] / "docs/format.md"
    documented = set(re.findall(r"[`\"](\w+)[`\"]", page.read_text(encoding="utf-8")))
    assert set(keys_of(SCHEMA)) <= documented


def keys_of(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for value in schema.values():
            yield from keys_of(value)
    if isinstance(schema, list):
        for value in schema:
            yield from keys_of(value)
