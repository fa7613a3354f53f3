"""Language and script of a document and, where it mixes, of its sections and blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bidigest.languages.zh.scripts import HAN, HAN_CHARACTER
from bidigest.model import Block, Section, Span
from bidigest.text.language_detection import Detected, detect

_WORD = re.compile(rf"[^\W\d_{HAN}]+")
_SAMPLE = 20_000
_ENOUGH_LETTERS = re.compile(r"(?:[\W\d_]*+[^\W\d_]){20}")
"""With fewer, a block of another kind of letters is a name or a term."""


@dataclass(frozen=True, slots=True)
class Languages:
    """What is written in Chinese characters, and what is not."""

    document: Detected
    sections: tuple[Detected, ...]
    other: Detected
    """Of the blocks that are not written as most of the document is."""

    @classmethod
    def of(cls, text: str, blocks: Sequence[Block], sections: Sequence[Section]) -> Languages:
        """Detect the languages of a document, its sections and blocks.

        Args:
            text: of the document.
            blocks: in order.
            sections: in order.
        """
        document = detect(_sample(text, [block.span for block in blocks]) or text[:_SAMPLE])
        inside: list[list[Span]] = [[] for _ in sections]
        unlike = []
        for block in blocks:
            inside[block.section].append(block.span)
            if is_foreign(text, block.span, document):
                unlike.append(block.span)
        other = detect(_sample(text, unlike)) if unlike else document
        told = [_of_section(_sample(text, spans), document, other) for spans in inside]
        return cls(document, tuple(told), other)

    def tell(self, sections: Sequence[Section]) -> tuple[Section, ...]:
        """Return the sections with their languages."""
        return tuple(
            replace(section, language=told.language, script=told.script)
            for section, told in zip(sections, self.sections, strict=True)
        )

    def of_block(self, text: str, block: Block) -> Detected:
        """Tell the language and script of a block."""
        section = self.sections[block.section]
        if not is_foreign(text, block.span, section):
            return section
        return self.document if section == self.other else self.other


def is_foreign(text: str, span: Span, usual: Detected) -> bool:
    """Tell whether a stretch is in the other kind of letters: Han, or not Han.

    Args:
        text: of the document.
        span: the stretch.
        usual: what most is written in.
    """
    if usual.language in ("ja", "ko"):
        return False
    return _mostly_han(text[span.start : min(span.end, span.start + 1000)]) == (
        usual.language != "zh"
    )


@lru_cache(maxsize=512)
def _mostly_han(sample: str) -> bool | None:
    """Tell whether more of it is Han than words of letters; None where it is too short to tell."""
    if not _ENOUGH_LETTERS.match(sample):
        return None
    # A Han character weighs as much as a word of letters, as it does in `detect`.
    return len(HAN_CHARACTER.findall(sample)) > len(_WORD.findall(sample))


def _sample(text: str, spans: Sequence[Span]) -> str:
    parts, length = [], 0
    for span in spans:
        parts.append(text[span.start : min(span.end, span.start + _SAMPLE)])
        length += len(parts[-1])
        if length > _SAMPLE:
            break
    return "\n".join(parts)


def _of_section(sample: str, document: Detected, other: Detected) -> Detected:
    """Detect a section by Han; other letters are asked once a document, as langdetect is slow."""
    if is_foreign(sample, Span(0, len(sample)), document):
        return other
    if document.language != "zh" or not HAN_CHARACTER.search(sample):
        return document
    told = detect(sample)
    if told.language != "zh" or told.script == "undetermined":
        return document
    return told
