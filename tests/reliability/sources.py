"""Sources as scrapers, mail and strangers send them: what works, and what is refused and why."""

from __future__ import annotations

SAID = "试点的失败率是 95%，因为数据没有准备好。其他的报告也这样说。\n"
TRADITIONAL = "# 報告\n\n試點的失敗率是 95%，因為資料沒有準備好。其他的報告也這樣說。\n" * 3
ALIASES = "\n".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 30))

ODD: dict[str, bytes] = {
    "one byte": b"x",
    "one character": "字".encode(),
    "only front matter": b"---\ntitle: A\n---\n",
    "malformed YAML": f"---\ntitle: [a\nb: }}\n---\n{SAID}".encode(),
    "YAML that builds objects": f"---\na: !!python/object/apply:os.system [id]\n---\n{SAID}".encode(),
    "YAML with aliases without end": f"---\na0: &a0 [x]\n{ALIASES}\n---\n{SAID}".encode(),
    "YAML that is nested without end": f"---\na: {'[' * 5000}\n---\n{SAID}".encode(),
    "YAML with a lone surrogate": f'---\ntitle: "\\ud800"\n---\n{SAID}'.encode(),
    "YAML with impossible dates": f"---\ndate: 2025-13-45\n---\n{SAID}".encode(),
    "UTF-8": SAID.encode(),
    "UTF-8 with BOM": SAID.encode("utf-8-sig"),
    "GB18030": (SAID * 3).encode("gb18030"),
    "Big5": TRADITIONAL.encode("big5"),
    "UTF-16 with BOM": SAID.encode("utf-16"),
    "UTF-16 without BOM": (SAID * 3).encode("utf-16-le"),
    "UTF-16 without BOM, the other way": (SAID * 3).encode("utf-16-be"),
    "mixed newlines": SAID.encode() + b"\r\n\rnext\r\n\n\rlast\n",
    "headings": b"# a\n" * 3000,
    "a heading of 1 MB": b"# " + b"word " * 20_000 + b"w" * 900_000,
    "nesting without end": b"> " * 20_000 + b"end\n" + b"- " * 20_000 + b"end\n",
    "no end of a sentence": "文字文字文字，".encode() * 3_000,
    "only punctuation": "，。！？；：“”《》…—".encode() * 100,
    "only emoji": "😀👩‍👩‍👧🇨🇳".encode() * 100,
    "right to left": "نسبة الفشل ٩٥٪. البيانات ليست جاهزة. ".encode() * 20,
    "Japanese and Korean": f"{SAID}失敗率は95%です。データが準備できていません。\n실패율은 95%입니다.\n".encode(),
    "combining marks": ("e" + "\u0301" * 500 + " word. ").encode() * 20,
    "noncharacters": "before \uffff\ufdd0 after. private \ue000 use.".encode(),
    "control characters": b"a bell \x07 and an escape \x1b[31m here. And more.",
    "formulas of a spreadsheet": b"=cmd|' /C calc'!A0 is what it says. @SUM(1) too.",
    "the same sentence again and again": SAID.encode() * 300,
    "a figure of a thousand digits": b"It grew by " + b"9" * 1000 + b" percent. And on.",
    "figures without end": b"1-" * 5_000 + b"1%.",
    "footnotes and tables": b"| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: note\n\nText[^1].\n",
}

BROKEN: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "the file is empty"),
    "only white space": (" \n\t\u3000\n".encode(), "holds only white space"),
    "only a byte order mark": (b"\xef\xbb\xbf", "holds only white space"),
    "NUL bytes": (b"a\0b\0\0c" * 5, "holds a NUL"),
    "lone surrogates": (b"words \xed\xa0\x80 and \xed\xbf\xbf words", "neither UTF-8"),
    "a PNG named .md": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "is a PNG image"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "is a PDF file"),
    "a page of HTML without text": (b"<html><body><p></p></body></html>", "is no page with any"),
    "a feed": (
        b"<?xml version='1.0'?><rss><title>Said here.</title></rss>",
        "is a feed without entries",
    ),
    "a program": (b"\x7fELF\x02\x01\x01" + bytes(200), "is a program"),
    "UTF-16 that breaks off": (b"\xff\xfea\0b", "begins like UTF-16"),
    "UTF-8 that breaks off": (SAID.encode()[:-2] + b"\xff\xfe\xfa" * 5, "neither UTF-8"),
    "noise": (bytes((n * 167 + n // 7) % 256 for n in range(2000)), "holds a NUL"),
}
