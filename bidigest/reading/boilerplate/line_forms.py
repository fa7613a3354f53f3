"""A line as the lexicon compares it: one form of each sign, no ornaments around it."""

from __future__ import annotations

import re
import unicodedata

from bidigest.languages.zh.scripts import HAN, HAN_CHARACTER, fold
from bidigest.reading.measures import inside_brackets

_BRACKETS = ("()", "[]", "【】", "〔〕", "「」", "《》", "〈〉", "[]")
_ORNAMENTS = " \t*_~=-–—−•·・▲△▼▽▶▷►◀■□●○◎◆◇★☆※↑↓→←»«›‹<>|#:：;；,，.。…!！?？'\"“”‘’✦✧✨❖▍▌▎▏"
_BESIDE_HAN = re.compile(rf"(?<=[{HAN}:,(])\s+(?=[\w{HAN}:,()])|(?<=[\w)])\s+(?=[{HAN}])")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "｜": "|", "／": "/"})


def normal_form(line: str) -> str:
    """Bring a line to the form for comparing.

    That is compatibility forms, Simplified, no blanks beside Han, trimmed of ornaments and of
    brackets that hold all of it.
    """
    form = fold(unicodedata.normalize("NFKC", line).translate(_QUOTES))
    form = form.replace("报导", "报道")
    if HAN_CHARACTER.search(form):
        form = _BESIDE_HAN.sub("", form)
    while True:
        trimmed = _without_pictograms(form.strip(_ORNAMENTS))
        inside = inside_brackets(trimmed, _BRACKETS)
        if not inside and trimmed == form:
            return " ".join(trimmed.split())
        form = inside or trimmed


def _without_pictograms(form: str) -> str:
    start, end = 0, len(form)
    while start < end and unicodedata.category(form[start]) in ("So", "Mn", "Cf"):
        start += 1
    while end > start and unicodedata.category(form[end - 1]) in ("So", "Mn", "Cf"):
        end -= 1
    # The sign of a copyright says what kind of line this is.
    return form if form[:1] in "©®" else form[start:end]
