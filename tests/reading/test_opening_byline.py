"""What stands between a title and its text is no statement, and no section."""

from __future__ import annotations

import pytest

from bidigest import read_bytes

BODY = (
    "The north pier of Seaburg will stay closed until March, the harbour authority said on Monday."
)
ZHENGWEN = "港口管理局周一表示，北码头将关闭至明年三月，渔民可改用南码头。"


@pytest.mark.parametrize(
    "name, head, body",
    [
        ("a.txt", "The closed pier\nPeter Aldous\nNorthern Review, 3 November 2025", BODY),
        ("a.md", "# The closed pier\n\n*Harbour Watch | Priya Nand | November 24, 2026*", BODY),
        ("a.md", "# 关闭的码头\n\n*《城南周刊》 撰文:乔一帆 2026年11月20日*", ZHENGWEN),
        ("a.md", "# 关闭的码头\n\n《临江晚报》 本报记者 方晓 11月13日", ZHENGWEN),
        ("a.md", "# 关闭的码头\n\n《东江科技日报》记者 周一鸣　11月25日", ZHENGWEN),
        ("a.txt", "关闭的码头\n\n环球广播 驻伦敦记者 何嘉 11月19日报道", ZHENGWEN),
        ("a.md", "# 關閉的碼頭\n\n《港灣週刊》第412期 文／林佳蓉 台北報導", ZHENGWEN),
        ("a.md", "# 關閉的碼頭\n\n海港電台新聞部 11月14日 特派記者 何嘉儀", ZHENGWEN),
        ("a.txt", "關閉的碼頭\n\n文／許承翰\n2025年11月10日　《島嶼評論》", ZHENGWEN),
    ],
)
def test_only_the_text_is_read_as_sentences(name: str, head: str, body: str) -> None:
    document = read_bytes(f"{head}\n\n{body}\n".encode(), name)
    assert [document.quote(each.span) for each in document.sentences] == [body]
    assert len(document.sections) == 1


def test_a_first_line_that_makes_a_claim_is_both_title_and_evidence() -> None:
    head = "Pier closes as cracks spread\n\nBy Dana Oakes\nHarbour Wire\n6 November 2026"
    document = read_bytes(f"{head}\n\n{BODY}\n".encode(), "a.txt")
    assert document.title == "Pier closes as cracks spread"
    assert [document.quote(each.span) for each in document.sentences] == [document.title, BODY]


def test_a_title_that_asks_is_one_above_its_byline() -> None:
    head = "洛維亞加息，樓市幾時見頂？\n\n財經網誌「慢慢供樓」 文：阿祖 2026年11月21日"
    document = read_bytes(f"{head}\n\n{ZHENGWEN}\n".encode(), "a.txt")
    assert document.title == "洛維亞加息，樓市幾時見頂？"
    assert document.quote(document.sentences[-1].span) == ZHENGWEN
    assert not any("阿祖" in document.quote(each.span) for each in document.sentences)


def test_without_a_byline_or_a_day_nothing_is_marked() -> None:
    head = "The closed pier\n\nWhat fishermen say"
    document = read_bytes(f"{head}\n\n{BODY}\n".encode(), "a.txt")
    assert document.title == "The closed pier"
    assert "What fishermen say" in [section.title for section in document.sections]
