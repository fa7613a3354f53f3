"""The subordinate clauses of an English sentence: what opens one, and what its verb may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bidigest.languages.en.parts_of_speech import Tagged
from bidigest.languages.word_lists import all_words

DOUBTFUL = all_words("features/clauses", "doubtful", of="en")
"""What opens a clause or governs a phrase: since the war ended, since 2011."""
_SUBORDINATORS = all_words("features/clauses", "subordinators", of="en")
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})


@dataclass(slots=True)
class SubordinateClauses:
    """The subordinate clauses that the words so far have opened."""

    waiting: int = 0
    """Those that wait for their verb."""
    just_closed: bool = False
    """Whether the last one has had its verb, and nothing has come between."""
    doubtful: bool = False
    """Whether the last one may be a phrase without a verb."""

    def open(self, kind: str) -> None:
        """Open one; it may be doubtful."""
        self.waiting += 1
        self.doubtful, self.just_closed = kind == "doubtful", False

    def close(self) -> None:
        """Close one by its verb."""
        self.waiting -= 1
        self.just_closed = True

    def pause(self) -> None:
        """End a phrase that a preposition opened, at a comma or the like: Since 2011."""
        if self.doubtful and self.waiting:
            self.waiting -= 1
            self.doubtful = False
        self.just_closed = False


def opens(words: Sequence[Tagged], at: int) -> str:
    """Tell whether a subordinate clause begins at this word: `certain`, `doubtful` or empty."""
    word = words[at]
    lower = word.text.lower()
    if word.tag in _RELATIVE:
        # in which, by whom; the WH word itself opened it.
        return "certain"
    if word.tag not in ("IN", "RB") or _is_of(words, at + 1):
        return ""
    if lower in _SUBORDINATORS and not (lower == "so" and word.tag == "RB"):
        return "certain"
    return "doubtful" if lower in DOUBTFUL and word.tag == "IN" else ""


def _is_of(words: Sequence[Tagged], at: int) -> bool:
    """Tell whether the word is `of`, which makes a preposition of because of, as of."""
    return at < len(words) and words[at].text.lower() == "of"


def ends_clause(words: Sequence[Tagged], at: int) -> bool:
    """Tell whether a verb in the third person was tagged as a plural: If the drug fails, …."""
    if words[at].tag == "VB":
        # How the eels find their way: what else could stand behind a plural?
        return words[at - 1].tag in ("NNS", "NNPS", "PRP")
    if words[at].tag != "NNS" or at + 1 == len(words) or words[at + 1].text != ",":
        return False
    return words[at - 1].tag in ("NN", "NNP")
