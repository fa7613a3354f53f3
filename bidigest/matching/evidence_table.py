"""A table of evidence of pairs of sentences: one row a pair, one column a kind."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bidigest.sparse.matrices import Booleans, Floats, Integers


@dataclass(frozen=True, slots=True)
class EvidenceTable:
    """All evidence of pairs; the columns are named by `evidence.kind_names`."""

    values: Floats
    """float64, (n_pairs, n_kinds); not a number where a kind can tell nothing."""
    cross_lingual: Booleans
    """(n_pairs,): whether one sentence is Chinese and the other not."""
    same_source: Booleans
    """(n_pairs,): whether both stand in one source."""
    modelled: bool = False
    """Whether a sentence model has been asked."""

    @classmethod
    def empty(cls, pairs: int, kinds: int, modelled: bool = False) -> EvidenceTable:
        """Make a table of zeros, of pairs of two sources in one language.

        Args:
            pairs: how many rows it has.
            kinds: how many columns.
            modelled: whether a sentence model has been asked.
        """
        across, same = np.zeros((2, pairs), dtype=np.bool_)
        return cls(np.zeros((pairs, kinds)), across, same, modelled)

    def put(self, at: slice, rows: EvidenceTable) -> None:
        """Put other rows, as many as there are, in the place of some next to each other."""
        self.values[at] = rows.values
        self.cross_lingual[at], self.same_source[at] = rows.cross_lingual, rows.same_source

    def part(self, at: slice) -> EvidenceTable:
        """Return rows next to each other, without copying them."""
        return EvidenceTable(
            self.values[at], self.cross_lingual[at], self.same_source[at], self.modelled
        )

    def rows(self, rows: Integers) -> EvidenceTable:
        """Return some of the rows, in the given order.

        Args:
            rows: int64, (n_chosen,), row numbers.
        """
        return EvidenceTable(
            self.values[rows], self.cross_lingual[rows], self.same_source[rows], self.modelled
        )
