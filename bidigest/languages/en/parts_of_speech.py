"""Parts of speech of English words in their sentence, by a conditional random field.

The model is the one that `gruut-lang-en` carries: trained on the English treebank of Universal
Dependencies, with the Penn Treebank's tags (Marcus et al., Computational Linguistics 1993).
"""

from __future__ import annotations

import re
import string
from base64 import b64encode
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import NamedTuple, Protocol

_TOKEN = re.compile(
    r"(?P<clitic>n['’]t\b|['’](?:s|ll|ve|re|d|m)\b)"
    # A verb in front of its n't: did|n't.
    r"|[^\W_]+?(?=n['’]t\b)"
    r"|[^\W_]+(?:[.,'’&/-](?!(?:s|ll|ve|re|d|m)\b)[^\W_]+)*"
    r"|\S",
    re.IGNORECASE,
)
_WINDOW = ((0, ""), (-1, "-1:"), (-2, "-2:"), (1, "+1:"), (2, "+2:"))
"""Which neighbours a word is told by, and what their features are called in the model."""

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "PRP"})
"""Of nouns and what stands for one."""


class Tagged(NamedTuple):
    """A word or a mark of an English text."""

    text: str
    tag: str
    """Of the Penn Treebank: NN, VBD, IN, …"""
    start: int
    """In code points of the text."""


class _Tagger(Protocol):
    def tag(self, items: list[dict[str, float]]) -> list[str]:
        """Tag a sentence whose words are given by their features."""
        ...


def tagged(text: str) -> tuple[Tagged, ...]:
    """Return the words and marks of an English text, with their parts of speech.

    Every mark that is no letter or digit is a word of its own; clitics ('s, n't) are too.
    """
    found = [(match.group(), match.start()) for match in _TOKEN.finditer(text)]
    words = [word.replace("’", "'") for word, _ in found]
    if not words:
        return ()
    tags = _tagger().tag([_features(words, at) for at in range(len(words))])
    return tuple(Tagged(word, tag, at) for (word, at), tag in zip(found, tags, strict=True))


def _features(words: list[str], at: int) -> dict[str, float]:
    features: dict[str, float] = {}
    for offset, prefix in _WINDOW:
        if 0 <= at + offset < len(words):
            features |= _own_features(words[at + offset], prefix)
    if at == 0:
        features["BOS"] = 1.0
    if at == len(words) - 1:
        features["EOS"] = 1.0
    return features


@lru_cache(maxsize=16_384)
def _own_features(word: str, prefix: str) -> dict[str, float]:
    """Compute the model's features of one word: itself, length, kind, first and last letters."""
    return {
        f"{prefix}bias": 1.0,
        f"{prefix}word:{b64encode(word.encode()).decode('ascii')}": 1.0,
        f"{prefix}len(word)": float(len(word)),
        f"{prefix}word.ispunctuation": float(word in string.punctuation),
        f"{prefix}word.isdigit()": float(word.isdigit()),
        **{f"{prefix}word[:{n}]:{word[:n]}": 1.0 for n in (2, 3)},
        **{f"{prefix}word[-{n}:]:{word[-n:]}": 1.0 for n in (2, 3)},
    }


@cache
def _tagger() -> _Tagger:
    # Loaded late: a text in Chinese needs none of it.
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    with as_file(files("gruut_lang_en") / "pos" / "model.crf") as path:
        tagger.open(str(path))
    found: _Tagger = tagger
    return found
