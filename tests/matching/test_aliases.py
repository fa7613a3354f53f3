"""Aliases over a whole collection."""

from bidigest.languages.folding import bare
from bidigest.matching.aliases import with_aliases
from bidigest.text.tokens import terms

GIVEN = "法官卡瓦诺（Kavanaugh）周一就职。"
IN_CHARACTERS = "卡瓦诺没有参加表决。"
IN_LETTERS = "Kavanaugh took no part in the vote."


def added(*texts: str) -> list[tuple[str, ...]]:
    words = [terms(text) for text in texts]
    more = with_aliases(texts, [bare(text) for text in texts], words)
    return [all_of[len(own) :] for own, all_of in zip(words, more, strict=True)]


def test_characters_count_as_the_letters_that_another_source_writes() -> None:
    assert added(GIVEN, IN_CHARACTERS, IN_LETTERS) == [(), ("kavanaugh",), ()]


def test_a_family_name_alone_counts_as_well() -> None:
    full, alone = "埃琳娜·马什（Elena Marsh）说价格不变。", "马什周二再次否认。"
    assert added(full, alone, "Marsh said so.") == [(), (terms("Marsh")[0],), ()]


def test_a_name_that_nobody_writes_in_letters_gains_nothing() -> None:
    assert added(GIVEN.replace("Kavanaugh", "Kavanagh"), IN_CHARACTERS, IN_LETTERS) == [(), (), ()]


def test_what_is_written_in_full_counts_as_its_initials() -> None:
    full = "The National Transportation Safety Board opened an inquiry."
    given = "The National Transportation Safety Board (NTSB) sent a team."
    assert added(full, given, "The NTSB will report in May.") == [("ntsb",), (), ()]


def test_without_aliases_all_stays_as_it_is() -> None:
    assert added(IN_CHARACTERS, IN_LETTERS) == [(), ()]
