"""Whether a line makes a claim: a finite verb behind a subject, or a quantity that is said of one.

In: a line. Out: whether it says what is so, rather than naming a subject as titles do.
By words and their places (`languages/*/predicates/`), not by a parser.
"""

from __future__ import annotations

from bidigest.languages.pack import Claims
from bidigest.languages.packs import UNKNOWN, pack_of_text
from bidigest.model import Language


def makes_claim(line: str, language: Language = UNKNOWN) -> bool:
    """Tell whether this line says something, as a sentence or the headline of one would."""
    return has_predicate(line, language) or has_quantity(line, language)


def has_predicate(line: str, language: Language = UNKNOWN) -> bool:
    """Tell whether a verb says something of a subject; not where the line only asks."""
    return _claims(line, language).has_predicate(line)


def has_quantity(line: str, language: Language = UNKNOWN) -> bool:
    """Tell whether a quantity is said of something: a share, a sum, an amount with its unit."""
    return _claims(line, language).has_quantity(line)


def _claims(line: str, language: Language) -> Claims:
    claims = pack_of_text(line, language).claims or pack_of_text(line).claims
    assert claims is not None, "the languages of the library have them"
    return claims
