"""What several sources say in words that lean is shown with the sentence before, as it stands."""

from __future__ import annotations

import datetime
from pathlib import Path

from bidigest import Digest, Options, build
from bidigest.model import Point
from bidigest.publishing.changes import compare
from bidigest.rendering.json import to_data

FIRST = "青石镇位于云河上游。这里的居民每年采茶九百吨，由两家合作社收购。"
SECOND = "这里的居民每年采茶九百吨，由两家合作社收购。"
OTHER = "县志从一八四〇年写起。"


def digest_of(folder: Path, first: str, second: str) -> Digest:
    """The digest of two sources, without the sentence model."""
    for name, text in (("a.txt", first), ("b.txt", second)):
        (folder / name).write_text(text, encoding="utf-8")
    date = datetime.date(2026, 1, 31)
    return build(["."], Options(date=date, embeddings="none"), root=folder)


def tea(digest: Digest) -> Point:
    """The point that two sources make."""
    return next(point for point in digest.points if len(point.sources) > 1)


def test_a_point_that_leans_is_shown_with_the_sentence_before(tmp_path: Path) -> None:
    point = tea(digest_of(tmp_path, FIRST, OTHER + SECOND))
    assert point.shown
    assert point.statement == FIRST
    cited = point.citations[0]
    assert (cited.quote, cited.before) == (FIRST, len("青石镇位于云河上游。"))


def test_no_other_point_says_the_sentence_before_again(tmp_path: Path) -> None:
    digest = digest_of(tmp_path, FIRST, OTHER + SECOND)
    said = [point.statement for point in digest.points if point.shown]
    assert sum("青石镇" in each for each in said) == 1


def test_where_the_page_has_the_sentence_before_it_is_not_quoted_again(tmp_path: Path) -> None:
    digest = digest_of(tmp_path, FIRST, FIRST)
    said = [point.statement for point in digest.points if point.shown]
    assert sum("青石镇" in each for each in said) == 1


def test_an_edition_knows_its_point_with_and_without_the_sentence_before(tmp_path: Path) -> None:
    whole = to_data(digest_of(tmp_path, FIRST, OTHER + SECOND))
    bare = to_data(digest_of(tmp_path, FIRST, FIRST))
    changes = compare(whole, bare, "before")
    names = {point["id"]: point["statement"] for point in bare["points"]}
    assert not any("采茶" in names[each] for each in changes.new)
