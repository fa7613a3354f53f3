"""Telling HTML and component tags from `a < b`, `Vec<T>` and other uses of the sign."""

from __future__ import annotations

import re

_TAG = re.compile(
    r"</?(?P<name>[A-Za-z][\w.:-]{0,60}+)"
    r"(?>(?:[^<>\"'{}]++|\"[^\"]{0,1000}+\"|'[^']{0,1000}+'"
    r"|\{(?>(?:[^{}]|\{[^{}]{0,300}+\}){0,300})\}){0,60})>"
)
_NAMES = (
    "a abbr address article aside audio b bdi bdo big blockquote body br button canvas caption "
    "center cite code col colgroup data dd del details dfn dialog div dl dt em embed fieldset "
    "figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img "
    "input ins kbd label legend li link main map mark math menu meta meter nav noscript object ol "
    "optgroup option output p param picture pre progress q rp rt ruby s samp script section select "
    "slot small source span strike strong style sub summary sup svg table tbody td template "
    "textarea tfoot th thead time title tr track tt u ul var video wbr"
)
_ELEMENTS = frozenset(_NAMES.split())


def is_tag(text: str, start: int, end: int) -> int:
    """Find where the tag ends that begins here with `<`; 0 if it is none.

    Args:
        text: of the document.
        start: code point of the `<`.
        end: code point that it may not go beyond.
    """
    match = _TAG.match(text, start, end)
    if not match:
        return 0
    name = match.group("name")
    # <Intro>, <Code.Block> and <my-element> are components; <T> is a type.
    component = (len(name) > 1 and name[0].isupper()) or "-" in name
    return match.end() if component or name.lower() in _ELEMENTS else 0
