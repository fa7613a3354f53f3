"""Chinese, as the stages ask for it."""

from __future__ import annotations

import re
from importlib.resources import files

from bidigest.languages.pack import LanguagePack
from bidigest.languages.zh import claims, clauses, quantities
from bidigest.languages.zh.scripts import HAN
from bidigest.languages.zh.segmentation import segment

CHINESE = LanguagePack(
    code="zh",
    folder=files("bidigest.languages.zh"),
    writes=re.compile(rf"\A[^{HAN}]*+[{HAN}].*+", re.DOTALL),
    segment=segment,
    claims=claims,
    clauses=clauses,
    quantities=quantities,
)
