"""The words by which headings, labels and their kinds are known: `languages/*/headings.txt`.

Looked up in folded text in lower case, so that each stands once for both Chinese scripts.
"""

from __future__ import annotations

import re

from bidigest.languages.patterns import pattern

CATEGORY = pattern("headings", "category")
"""A label that says what kind of statement follows, and is no part of it."""

INTRODUCES = pattern("headings", "introduces", flags=re.IGNORECASE)
"""Words of a line with a colon that leads to what follows, as no title does."""

STANDARD_TITLE = pattern("headings", "standard title")
"""A title that reports share, known even without any mark of a heading."""

OF_ANY_MATTER = pattern("headings", "of any matter")
"""A title that tells nothing of what stands below it."""

KEYWORDS = pattern("headings", "keywords")

LINKS = pattern("headings", "links")

INSTRUCTIONS = pattern("headings", "instructions")
"""A label of instructions to whoever, or whatever, wrote the text."""
