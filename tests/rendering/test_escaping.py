"""Everything in a source comes out as text."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bidigest.rendering.escaping import href, markdown, one_line, readable, visible

ATTACKS = (Path(__file__).parent / "attacks.txt").read_text(encoding="utf-8").splitlines()[1:]
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shown_text(source: str) -> str:
    """The text of a Markdown source that holds nothing but one list item of plain text."""
    kinds, text = [], ""
    for token in PARSER.parse(source):
        kinds += [child.type for child in token.children or ()] or [token.type]
        text += "".join(child.content for child in token.children or ())
    framing = {"bullet_list_open", "list_item_open", "paragraph_open", "text", "text_special",
               "paragraph_close", "list_item_close", "bullet_list_close", "inline"}  # fmt: skip
    assert set(kinds) <= framing, kinds
    return text


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_text_in_markdown(attack: str) -> None:
    assert shown_text(f"- {markdown(attack)}\n") == one_line(attack)


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_stays_in_its_table_cell(attack: str) -> None:
    table = f"| a | b |\n| --- | --- |\n| {markdown(attack)} | next |\n"
    cells = [token for token in PARSER.parse(table) if token.type == "inline"]
    inner = [cell.children or [] for cell in cells]
    assert [children[0].content for children in inner[:2]] == ["a", "b"]
    assert "".join(child.content for child in inner[2]) == one_line(attack)
    assert {child.type for child in inner[2]} <= {"text", "text_special"}
    assert cells[3].content == "next" and len(cells) == 4


@given(st.text(alphabet="ab1.) \n\t*_`#-+>=<|[]()!&;:/\\~$@w中。‮\"'{}", max_size=30))
def test_any_text_is_text_in_markdown(text: str) -> None:
    assert shown_text(f"- {markdown(text)}\n") == one_line(text)


@given(st.text(alphabet="ab1.) *_`#-+>=<|[]&\\~中", max_size=30))
def test_any_text_is_text_in_a_heading(text: str) -> None:
    tokens = PARSER.parse(f"# {markdown(text)}\n")
    assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close"]
    assert "".join(child.content for child in tokens[1].children or ()) == one_line(text)


@pytest.mark.parametrize("text", ["1.4亿欧元", "3.5 percent more than in 2025", "0.9米"])
def test_a_decimal_that_begins_a_text_is_no_item_of_a_list(text: str) -> None:
    assert markdown(text) == text


def test_characters_that_turn_the_text_around_are_shown_by_name() -> None:
    assert visible("admin\u202etxt.exe") == "admin⟨U+202E⟩txt.exe"


def test_emoji_and_chinese_are_left_alone() -> None:
    assert visible("家庭👩‍👩‍👧，智能") == "家庭👩‍👩‍👧，智能"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("seeds/a b.txt", "../../seeds/a%20b.txt#L3"),
        ("javascript:alert(1)", "../../javascript%3Aalert%281%29#L3"),
        ("a](b)\"'<.txt", "../../a%5D%28b%29%22%27%3C.txt#L3"),
        ("试点.txt", "../../%E8%AF%95%E7%82%B9.txt#L3"),
    ],
)
def test_an_address_is_only_ever_a_path(path: str, expected: str) -> None:
    assert href("../..", path, "L3") == expected


def test_an_address_beside_the_digest_cannot_be_a_scheme() -> None:
    assert href("", "javascript:alert(1)") == "./javascript%3Aalert%281%29"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("岚山/试点 一.txt", "../岚山/试点%20一.txt#L3"),
        ("a(b).md", "../a%28b%29.md#L3"),
        ("é（一）.md", "../é（一）.md#L3"),
        ("a\u202eb.md", "../a%E2%80%AEb.md#L3"),  # turns the line around
        ("a\u3000b.md", "../a%E3%80%80b.md#L3"),
        ("שלום.md", "../%D7%A9%D7%9C%D7%95%D7%9D.md#L3"),
        ("\udcff.md", "../%FF.md#L3"),
    ],
)
def test_an_address_in_markdown_can_be_read(path: str, expected: str) -> None:
    assert readable(href("..", path, "L3")) == expected
    assert unquote(readable(href("..", path))) == unquote(href("..", path))
