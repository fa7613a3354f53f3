"""English, as the stages ask for it."""

from __future__ import annotations

import re
from importlib.resources import files

from bidigest.languages.en import claims, clauses, quantities
from bidigest.languages.en.morphology import stem
from bidigest.languages.pack import LanguagePack

# Chinese and English stand in one line: so one segmentation cuts both.
from bidigest.languages.zh.scripts import HAN
from bidigest.languages.zh.segmentation import segment

ENGLISH = LanguagePack(
    code="en",
    folder=files("bidigest.languages.en"),
    writes=re.compile(rf"(?![{HAN}])[^\W\d_](?:(?![{HAN}])[\w'’-])*"),
    segment=segment,
    stem=stem,
    claims=claims,
    clauses=clauses,
    quantities=quantities,
)
