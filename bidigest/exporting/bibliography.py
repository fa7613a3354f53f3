"""The sources as CSL-JSON, which Zotero, Pandoc and other reference managers read."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from bidigest.languages.folding import folded
from bidigest.languages.patterns import pattern
from bidigest.rendering.escaping import one_line
from bidigest.rendering.json import Data
from bidigest.rendering.script_conversion import tag

_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?")
_ADDRESS = re.compile(r"https?://\S+")

_KEYS = {
    name: tuple(keys.split())
    for name, keys in {
        "author": "author authors by byline speaker 作者 記者 记者",
        "issued": "date published pubdate publish_date created 日期 发布时间 發布時間",
        "URL": "url link canonical source original 原文 链接 連結 来源 來源",
        "publisher": "publisher site site_name publication 出版 媒体 媒體",
    }.items()
}
"""In which keys of a text's front matter each is looked for."""


def bibliography(data: Data) -> str:
    """Return the sources as a list of CSL-JSON entries, in the order of their ids."""
    entries = [_entry(source) for source in data["sources"]]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _entry(source: Data) -> Data:
    metadata = {str(key).lower(): value for key, value in source["metadata"].items()}
    address = _first(metadata, "URL")
    found = _ADDRESS.search(address)
    return {
        "id": source["id"],
        "type": "webpage" if found else "document",
        "title": one_line(source["title"]),
        "language": tag(source["language"], source["script"]),
        **_authors(metadata),
        **_issued(_first(metadata, "issued")),
        **({"URL": found[0]} if found else {}),
        **({"publisher": publisher} if (publisher := _first(metadata, "publisher")) else {}),
        "note": f"{one_line(source['path'])}, SHA-256 {source['sha256']}",
    }


def _authors(metadata: Mapping[str, Any]) -> Data:
    given = next((metadata[key] for key in _KEYS["author"] if metadata.get(key)), None)
    each = given if isinstance(given, list) else [given]
    names = [_person(one_line(name)) for name in each if isinstance(name, str) and name.strip()]
    return {"author": [{"literal": name} for name in names]} if names else {}


def _person(author: str) -> str:
    """Leave out what somebody is: 记者 田禾 is 田禾; as it is given where nobody would be left."""
    alike = folded(author)
    if len(alike) != len(author):
        return author
    before = pattern("names", "author before").match(alike)
    start = before.end() if before else 0
    behind = pattern("names", "author behind", before="(?<=.)", behind="$").search(alike, start)
    return author[start : behind.start() if behind else None].strip() or author


def _issued(text: str) -> Data:
    match = _DATE.search(text)
    if match is None:
        return {}
    parts = [int(part) for part in match.groups() if part]
    return {"issued": {"date-parts": [parts]}}


def _first(metadata: Mapping[str, Any], name: str) -> str:
    """Return the first of the keys' values that holds something to read."""
    values = (metadata.get(key) for key in _KEYS[name])
    return next((one_line(str(value)) for value in values if isinstance(value, str | int)), "")
