"""Whether what a pronoun or a demonstrative stands for is named in its own sentence."""

from __future__ import annotations

import re

from bidigest.languages.en import antecedents as english
from bidigest.languages.folding import unwrapped
from bidigest.languages.zh import antecedents as chinese
from bidigest.languages.zh.scripts import has_chinese

_QUOTED = re.compile('“[^”]{1,200}”|"[^"]{1,200}"|「[^」]{1,200}」|«[^»]{1,200}»')
_NAME = re.compile(r"\b[A-Z]\w[\w'’-]*(?:\s[A-Z][\w'’-]*)*")
_HE = re.compile(r"\b(?:he|him|his)\b(?! or (?:she|hers?)\b)")
_SHE = re.compile(r"(?<! or )\b(?:she|hers?)\b(?! or (?:he|him|his)\b)")


def unquoted(text: str) -> str:
    """Fold a statement and leave out what it quotes, which is whoever's; the marks stay.

    Args:
        text: of the statement.
    """
    return unwrapped(_QUOTED.sub("“”", text))


def lacks_antecedent(text: str, said: str) -> bool:
    """Tell whether words stand for what only another sentence names: to clear them, 该厂.

    Args:
        text: of the statement.
        said: it, folded, without what it quotes.
    """
    if _of_two_persons(text, said):
        return True
    if has_chinese(text):
        return chinese.lacks_antecedent(said)
    return english.lacks_antecedent(text, said)


def _of_two_persons(text: str, said: str) -> bool:
    """Tell whether of two persons one is named: The clerk, Ann Marsh, said that he had told her."""
    of_two = _SHE.search(said) is not None and _HE.search(said) is not None
    return of_two and len(set(_NAME.findall(text))) < 2
