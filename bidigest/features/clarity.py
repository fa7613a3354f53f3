"""Whether a statement is clear: it names whom it speaks of, and talks to nobody.

One that is not may still be the only words that a point has; it is shown last, not first.
"""

from __future__ import annotations

import re

from bidigest.features.antecedents import lacks_antecedent, unquoted
from bidigest.languages.en import clauses as english
from bidigest.languages.packs import UNKNOWN, pack_of_text
from bidigest.languages.patterns import is_finished, pattern
from bidigest.languages.zh import clauses as chinese
from bidigest.model import Language

_SAID = re.compile(r"\w")
_ANYWHERE = pattern("features/clarity", "anywhere")
_OPENING = pattern("features/clarity", "opening")
_LACKING = pattern("features/clarity", "lacking")
_DEFINITE = pattern("features/clarity", "definite")


def leans(text: str, language: Language = UNKNOWN) -> bool:
    """Tell whether a statement joins what was said before, or has no subject; talk does not lean.

    Args:
        text: of the statement.
        language: of its sentence.
    """
    said = unquoted(text)
    if _ANYWHERE.search(said):
        return False
    if _lacks(text, said) or _DEFINITE.match(said):
        return True
    names = _NAMES_SUBJECT.get(pack_of_text(text, language).code)
    return names is not None and not names(text)


def hangs(text: str) -> bool:
    """Tell whether words of a statement join it to another, or stand for what only that names.

    Args:
        text: of the statement.
    """
    return _lacks(text, unquoted(text))


def is_clear(text: str, language: Language = UNKNOWN) -> bool:
    """Tell whether a statement names its subject and speaks as prose does, not as talk.

    What stands in quotation marks is whoever's; only the words around it are looked at.

    Args:
        text: of the statement.
        language: of its sentence.
    """
    said = unquoted(text)
    if not _SAID.search(said) or _ANYWHERE.search(said):
        return False
    if _lacks(text, said) or _DEFINITE.match(said):
        return False
    rule = _RULES.get(pack_of_text(text, language).code)
    return rule is None or rule(text)


def _lacks(text: str, said: str) -> bool:
    """Tell whether a statement joins another, or speaks of what only another names.

    Args:
        text: of the statement.
        said: it, folded, without what it quotes.
    """
    if _OPENING.match(said) or _LACKING.search(said):
        return True
    return lacks_antecedent(text, said)


def _is_clear_chinese(text: str) -> bool:
    return chinese.names_subject(text) and (is_finished(text) or chinese.is_more_than_title(text))


_NAMES_SUBJECT = {"en": english.names_subject, "zh": chinese.names_subject}
_RULES = {"en": english.names_subject, "zh": _is_clear_chinese}
