"""How near two clauses are by the sentence model, where words have little in common."""

from __future__ import annotations

from dataclasses import dataclass, field

from bidigest.corpus import Corpus
from bidigest.embedding.sentence_vectors import whole_and_clauses
from bidigest.matching.meaning import Meanings
from bidigest.sparse.matrices import Floats
from bidigest.text.plain_text import wording


@dataclass(frozen=True, slots=True)
class ClauseMeanings:
    """The clauses of a corpus as vectors, found by words that stand in them."""

    corpus: Corpus
    meanings: Meanings
    _clauses: dict[int, list[str]] = field(default_factory=dict, repr=False)
    """Of sentences that were asked for, by their numbers: the whole, then its clauses."""

    @classmethod
    def of(cls, corpus: Corpus) -> ClauseMeanings | None:
        """Return the clauses' meanings, if a sentence model has read the corpus."""
        return None if corpus.meanings is None else cls(corpus, corpus.meanings)

    def cosine(self, one: int, other: int, said: str, also: str) -> float:
        """Compute the cosine of the clauses of two sentences that hold these words.

        Args:
            one: number of a sentence.
            other: number of the other.
            said: words of the first.
            also: words of the second.

        Returns:
            From -1 to 1, rounded; of whole sentences where no clause of theirs holds the words.
        """
        return round(float(self._vector(one, said) @ self._vector(other, also)), 6)

    def _vector(self, number: int, said: str) -> Floats:
        """Return the vector of the clause that holds the words: float64, (n_dimensions,)."""
        if number not in self._clauses:
            index, sentence = self.corpus.sentences[number]
            text = wording(self.corpus.documents[index], sentence.span)
            self._clauses[number] = whole_and_clauses(text)
        clauses = enumerate(self._clauses[number][1:], start=1)
        at = next((at for at, clause in clauses if said in clause), 0)
        vector: Floats = self.meanings.pieces(number)[at]
        return vector
