"""Bytes to text: what is right, what is refused, and with which words."""

from __future__ import annotations

import random

import pytest

from bidigest.errors import SourceError
from bidigest.reading.decoding import decode
from tests.reading.cases import SEEDS

TEXTS = [path.read_text(encoding="utf-8") for path in SEEDS]
TRADITIONAL = (
    "生成式人工智慧的發展引發企業蜂擁投入，然而大多數組織仍未實現規模化的落地。\r\n第二行。\n"
)
ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "big5"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [*TEXTS, TRADITIONAL], ids=[*"01234", "traditional"])
def test_what_was_encoded_is_decoded(text: str, encoding: str) -> None:
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        # Big5 holds no Simplified characters: what is left of the text must do.
        text = "".join(c for c in text if _encodable(c, encoding))
        data = text.encode(encoding)
    assert decode(data, "a.txt").text == text


def _encodable(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be"])
def test_fifty_characters_are_enough_to_tell(encoding: str) -> None:
    chance = random.Random(7)
    for text in TEXTS:
        for _ in range(40):
            start = chance.randrange(len(text) - 50)
            piece = text[start : start + 50].strip()
            if sum(c > "\x7f" for c in piece) >= 10:
                assert decode(piece.encode(encoding), "a.txt").text == piece


def test_western_quotation_marks_of_windows() -> None:
    text = "“Hello” – it’s a naïve café in Zürich; the rate rose to £30"
    assert decode(text.encode("cp1252"), "a.txt").text == text


def test_the_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbfwords", "a.txt").text == "words"


def test_newlines_stay_as_they_are() -> None:
    assert decode(b"a\r\nb\rc\n", "a.txt").text == "a\r\nb\rc\n"


REFUSED = {
    "empty": (b"", "the file is empty"),
    "white space": (b" \n\t\r\n", "only white space"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
    "a PDF": (b"%PDF-1.7\n1 0 obj", "a PDF file"),
    "an archive": (b"PK\x03\x04\x14\0\x06\0\x08\0", "a ZIP archive or Office document"),
    "a NUL in text": ("第一行\n第二行".encode() + b"\0" + b"rest", "holds a NUL at byte 19"),
    "half a character": (
        ("中文内容" * 50).encode()[:-1],
        "is neither UTF-8 (byte 597, line 1)",
    ),
    "noise": (random.Random(3).randbytes(999).replace(b"\0", b"\1"), "is neither UTF-8"),
    "Korean in its own encoding": (
        "한국어 텍스트입니다. 오늘은 날씨가 좋습니다.".encode("euc-kr"),
        "is neither UTF-8",
    ),
    "Japanese in its own encoding": (
        "日本語のテキストです。今日は天気がいいです。".encode("shift_jis"),
        "is neither UTF-8",
    ),
    "broken UTF-16": (b"\xff\xfea\0b", "begins like UTF-16-LE"),
    "half a surrogate pair": (b"\xff\xfe\x00\xd8a\0", "begins like UTF-16-LE"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_file_reason_and_remedy(name: str) -> None:
    data, reason = REFUSED[name]
    with pytest.raises(SourceError, match=r"^folder/a\.txt: [^\n]+; [^\n]+$") as caught:
        decode(data, "folder/a.txt")
    assert reason in caught.value.reason
