"""The languages that there are (Chinese, English, what packages bring), and which a text is in.

What needs a language's grammar is asked here, whatever the language: whether a line makes a claim,
rather than naming a subject as titles do.
"""

from __future__ import annotations

from functools import cache

from bidigest.languages.en.pack import ENGLISH
from bidigest.languages.pack import Claims, LanguagePack, Quantities, brought_by_packages
from bidigest.languages.zh.pack import CHINESE
from bidigest.languages.zh.scripts import HAN_CHARACTER
from bidigest.model.documents import Language

UNKNOWN = "und"
"""ISO 639-2 for a language that nobody could tell."""

BUILT_IN = (CHINESE, ENGLISH)
"""In the order in which a word's letters are asked."""

_BUILT_IN_CODES = frozenset(pack.code for pack in BUILT_IN)


def packs() -> tuple[LanguagePack, ...]:
    """List the packs of all languages: those built in, then what other packages bring."""
    return (*BUILT_IN, *brought_by_packages())


@cache
def quantity_grammars() -> tuple[Quantities, ...]:
    """List how quantities are written in each language that tells."""
    return tuple(pack.quantities for pack in packs() if pack.quantities is not None)


@cache
def pack_of(language: Language) -> LanguagePack:
    """Find a language's pack; that of Chinese where it has none, which splits Latin words too."""
    known = {pack.code: pack for pack in packs()}
    return known.get(language, CHINESE)


def pack_of_word(word: str, language: Language = UNKNOWN) -> LanguagePack | None:
    """Find the language of a word: its sentence's, if its letters allow, or else by its letters."""
    asked = BUILT_IN if language in _BUILT_IN_CODES else (pack_of(language), *BUILT_IN)
    return next((pack for pack in asked if pack.writes.fullmatch(word)), None)


def pack_of_text(text: str, language: Language = UNKNOWN) -> LanguagePack:
    """Find the language of a text: a further one as given, else Chinese if it holds any Han."""
    own = pack_of(language)
    if own not in BUILT_IN:
        return own
    return CHINESE if HAN_CHARACTER.search(text) else ENGLISH


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
