"""What belongs to a sentence behind its full stop: closing marks, notes' numbers, pictograms."""

from __future__ import annotations

import re

_PICTOGRAMS = "\u2600-\u27bf\U0001f000-\U0001faff"
_CLOSERS = re.compile(
    r"(?:[”’」』﹂﹄»›）)】》〉〕\]*_~`]|[\"'](?=\s)|[\[［]\d{1,3}[\]］]|[¹²³⁰⁴-⁹]"
    r"|(?<=[a-z)”\"]\.)\d{1,3}(?:[,–-]\d{1,3})*+(?=\s))*"
    r"(?: ?\[\d{1,3}(?: ?[,–-] ?\d{1,3})*+\])*"
    rf"(?:[ ]?[{_PICTOGRAMS}][\ufe0f\u200d{_PICTOGRAMS}]*+|[ ]?[:;][-o'^]?[()DPp](?![^\s)]))?"
)
_NUMBERED = re.compile(r"\[\d{1,3}\] ")
_LAST_NUMBER = re.compile(r" \[\d{1,3}\]$")


def after_closing_marks(text: str, start: int, position: int, limit: int) -> int:
    """Find where the marks end that close a sentence.

    Where sentences begin with a number of their own, the next one keeps its: [1] Rain fell. [2].

    Args:
        text: a document's text.
        start: code point at which the sentence begins.
        position: code point behind its full stop.
        limit: the block's end.
    """
    match = _CLOSERS.match(text, position, limit)
    after = match.end() if match else position
    last = _LAST_NUMBER.search(text, position, after) if _NUMBERED.match(text, start) else None
    return last.start() if last else after
