"""Whether a line makes a claim: a finite verb behind a subject, or a quantity that is said of one.

In: a line. Out: whether it says what is so, rather than naming a subject as titles do.
By words and their places (`languages/*/predicates/`), not by a parser.
"""

from __future__ import annotations

import re

from bidigest.text.language import HAN
from bidigest.text.predicates import chinese, english

_HAN = re.compile(f"[{HAN}]")


def makes_claim(line: str) -> bool:
    """Tell whether this line says something, as a sentence or the headline of one would."""
    return has_predicate(line) or has_quantity(line)


def has_predicate(line: str) -> bool:
    """Tell whether a verb says something of a subject; not where the line only asks."""
    return chinese.has_predicate(line) if _HAN.search(line) else english.has_predicate(line)


def has_quantity(line: str) -> bool:
    """Tell whether a quantity is said of something: a share, a sum, an amount with its unit."""
    return chinese.has_quantity(line) if _HAN.search(line) else english.has_quantity(line)
