"""Recognition of a single line of boilerplate, by its own words and shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bidigest.languages.packs import has_predicate
from bidigest.reading.boilerplate.lexicon import lexicon
from bidigest.reading.boilerplate.line_forms import normal_form
from bidigest.reading.boilerplate.reader_address import speaks_to_reader
from bidigest.reading.boilerplate.shapes import is_code, is_column_head, is_page_number
from bidigest.reading.boilerplate.templates import Template

LONGEST_LINE = 300
_PARTS = re.compile(r"(?<=[.!?。])\s+|(?<=[!?。])(?=\S)")
_ADDRESS_BEHIND = re.compile(r"[\s:：]{0,3}https?://\S+$")
"""Where a mail in plain text has what a page would link."""
_WHO_REPORTS = ("dateline", "byline", "credit")
SHOWN_AS = {"dateline": "byline", "related": "links"}
"""Names of the lexicon's files that are no reasons of their own."""


@lru_cache(maxsize=4096)
def reason_of(line: str) -> str | None:
    """Return the reason for which a line is boilerplate; None where it says something.

    Args:
        line: as a reader sees it; where it is of several sentences, all must be boilerplate.
    """
    if len(line) > LONGEST_LINE:
        return None
    if is_code(line):
        return "code"
    if is_page_number(line):
        return "page"
    if is_column_head(line):
        return "byline"
    form = normal_form(_ADDRESS_BEHIND.sub("", line) or line)
    if not form:
        return None
    return _of_form(form) or _of_brackets(line) or _of_parts(form)


def opens_or_closes(line: str) -> bool:
    """Tell whether these words before or behind a sentence only say who reports, and where."""
    return _is_of(line, _WHO_REPORTS)


def heads_links(line: str) -> bool:
    """Tell whether other articles are named below this line: `Related articles`."""
    return _is_of(line, ("related",))


def _is_of(line: str, names: tuple[str, ...]) -> bool:
    return any(name in names for name in _reasons_of(normal_form(line)))


def _of_form(form: str) -> str | None:
    if name := next(_reasons_of(form), None):
        return SHOWN_AS.get(name, name)
    if not speaks_to_reader(form):
        return None
    return "notice" if len(form.split()) > 3 or len(form) > 20 else "navigation"


def _of_brackets(line: str) -> str | None:
    """Recognise `[Insert a chart here]`: of a placeholder the brackets are a part."""
    return "instruction" if "instruction" in _reasons_of(line.strip()) else None


def _of_parts(form: str) -> str | None:
    parts = [part.strip(" .!?。") for part in _PARTS.split(form)]
    parts = [part for part in parts if part]
    if len(parts) < 2:
        return None
    first = _of_form(parts[0])
    return first if first and all(map(_of_form, parts[1:])) else None


def _reasons_of(form: str) -> Iterator[str]:
    """Yield the names of the lexicon's files of which a template is the whole line, in order."""
    return (name for name, template in lexicon().possible(form) if _matches(template, form))


def _matches(template: Template, form: str) -> bool:
    match = template.pattern.fullmatch(form)
    return match is not None and not any(
        has_predicate(match[name]) for name in template.non_assertive if match[name]
    )
