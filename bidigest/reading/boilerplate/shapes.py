"""Lines that no language is needed for: code, entities, page numbers."""

from __future__ import annotations

import html
import re

from bidigest.languages.packs import has_predicate
from bidigest.languages.zh.scripts import HAN
from bidigest.reading.measures import has_visible

_SIGNS = frozenset("{}()[];=<>$_\\|&+*\"'")
_DENSE = 0.14
_STYLE = re.compile(
    r"[@.#\w][\w\s,.#:*>()@\"=-]{0,80}\{[^{}]{0,200}(?:[:;][^{}]{0,200}\}?|\{.{0,200})\Z"
)
_SCRIPT = re.compile(
    r"\(\s?\)\s?[;{]|\)\s?;\s?\}?\Z|\)\s?\{|=>|\|\| ?[\[{]|\w\.\w{1,40}+\("
    r"|(?:var|let|const) \w{1,40}+ ?=|= ?\{.{0,200}\};?\Z"
)
_DATA = re.compile(r"[\[{]\s?[\"{\[].{0,300}\":.{0,2000}[\]}],?$", re.DOTALL)
_ATTRIBUTE = r"\s{1,4}[\w-]{1,30}=(?:\"[^\"\]]{0,200}\"|'[^'\]]{0,200}'|[^\s\]\"']{1,100})"
_SHORT_CODE = re.compile(
    rf"\[/?[a-z][\w-]{{1,30}}(?:{_ATTRIBUTE}){{1,12}}\s?/?\]|\[/[a-z][\w-]{{1,30}}\]"
)
_PAGE_NUMBER = re.compile(r"[-–—·•|\s]*(?:\d{1,3}|[ivx]{1,5})(?:\s?[/／]\s?\d{1,4})?[-–—·•|\s]*")

# The day, the column, who writes it: no list has the names of columns.
_COLUMN = re.compile(
    rf"(?:1[89]|20)\d\d[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?[\s|·]+"
    rf"(?P<column>[{HAN}]{{2,8}})[\s|·]+(?P<writer>[{HAN}·]{{2,4}})"
)


def is_column_head(line: str) -> bool:
    """Tell whether this is a column's date, name and writer: 2025/03/04 山城札記 小禾."""
    match = _COLUMN.fullmatch(line.strip())
    return match is not None and not has_predicate(match["column"] + match["writer"])


def is_code(line: str) -> bool:
    """Tell whether this is a line of a style sheet, a script, data, or a short code of a blog's."""
    if _SHORT_CODE.fullmatch(line) or _is_entities(line):
        return True
    if _DATA.fullmatch(line) or (_STYLE.fullmatch(line) and not line[-1].isalnum()):
        return True
    dense = sum(character in _SIGNS for character in line) >= _DENSE * len(line)
    return dense and bool(_SCRIPT.search(line))


def is_page_number(line: str) -> bool:
    """Tell whether a line is only the number of a page."""
    return bool(_PAGE_NUMBER.fullmatch(line))


def _is_entities(line: str) -> bool:
    return "&" in line and not has_visible(html.unescape(line).replace("\xa0", " "))
