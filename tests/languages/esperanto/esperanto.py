"""Esperanto as a language pack: what a package of its own would hold."""

from __future__ import annotations

import re
from pathlib import Path

from bidigest.languages.pack import LanguagePack

_ENDING = re.compile(r"(?:o|a|oj|aj|on|an|ojn|ajn|e|i|as|is|os|us|u)$")


def stem(word: str) -> str:
    """Leave out the ending, which tells the part of speech, number, case or tense."""
    return _ENDING.sub("", word) if len(word) > 3 else word


PACK = LanguagePack(code="eo", folder=Path(__file__).parent, stem=stem)
