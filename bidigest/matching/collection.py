"""The sentences of a run, prepared once for comparing any two of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import scipy.sparse as sparse

from bidigest.contrasts.analysis import Analysis, Traits, analyse
from bidigest.embedding import SentenceVectors
from bidigest.languages.zh.scripts import has_chinese
from bidigest.matching.aliases import with_aliases
from bidigest.matching.alignment import Aligned, align, shared_weight
from bidigest.matching.alignment import concepts as concept_vectors
from bidigest.matching.characters import character_runs
from bidigest.matching.context_similarity import Contexts, contexts
from bidigest.matching.exact_duplicates import first_occurrences
from bidigest.matching.meaning import Meanings, meanings, reporting_pieces
from bidigest.matching.number_columns import kinds_of, number_vectors
from bidigest.matching.term_weighting import rarity
from bidigest.model import Quantity, SentenceFeatures
from bidigest.sharding.shards import Shards
from bidigest.sparse.dot_products import comparable_columns, paired
from bidigest.sparse.matrices import Booleans, Floats, Integers
from bidigest.storage.pair_memory import PairMemory
from bidigest.text.tokens import terms


@dataclass(frozen=True, slots=True)
class Comparable:
    """A sentence as the matching sees it."""

    text: str
    """Its wording, without markup."""
    terms: tuple[str, ...]
    """Its content words."""
    features: SentenceFeatures
    """What else it tells by itself."""
    figures: tuple[Quantity, ...] = ()
    clauses: tuple[str, ...] = ()
    """For each figure, what is said around it."""
    titles: tuple[str, ...] = ()
    """The titles of the sections that it stands in, outermost first."""
    document: int = 0


@dataclass(frozen=True, slots=True)
class Collection:
    """All sentences of a run, prepared once; documents one after another, in reading order.

    Arrays are of shape (n_sentences,), matrices of (n_sentences, n_columns).
    """

    sentences: tuple[Comparable, ...]
    aligned: Aligned
    characters: sparse.csr_array
    contexts: Contexts
    titles: sparse.csr_array
    quantity_rarity: dict[tuple[str, float, float], float]
    numbers: sparse.csr_array
    """Of each number that a sentence gives, the root of its rarity."""
    chinese: Floats
    """Here and in the next four 1 or 0: whether a sentence has Han characters,"""
    negated: Floats
    """denies something,"""
    examples: Floats
    """tells of a case,"""
    anaphoric: Floats
    """leans on the one before it,"""
    non_assertive: Floats
    """or only asks or announces."""
    lengths: Floats
    """Code points of each sentence's wording."""
    measured: Integers
    """Of each sentence a bit for each kind of unit that its figures have; kinds may share one."""
    documents: Integers
    meanings: Meanings | None
    """By the run's sentence model; None where it has none."""
    first_occurrences: Integers
    """Of each sentence, the one that stands for it where many have the same wording."""
    memory: PairMemory = field(default_factory=PairMemory, repr=False, compare=False)
    """What the last run has found of pairs."""
    shards: Shards | None = field(default=None, repr=False, compare=False)
    """How the work on pairs is divided; None where it is not."""
    analyses: dict[int, Analysis] = field(default_factory=dict, repr=False, compare=False)
    """Of sentences that were compared with others, by their numbers; without their dates."""

    def traits(self, number: int) -> Traits:
        """Return in what a sentence may differ from others; it is analysed when first asked for."""
        found = self.analyses.get(number)
        if found is None:
            found = self.analyses[number] = analyse(self.sentences[number].text)
        return found

    @property
    def gives_quantities(self) -> Floats:
        """Whether each sentence gives figures: float64, (n_sentences,), 1 or 0."""
        found: Floats = (self.measured != 0).astype(np.float64)
        return found


def prepare_collection(
    sentences: Sequence[Comparable],
    vectors: SentenceVectors | None = None,
    memory: PairMemory | None = None,
    shards: Shards | None = None,
) -> Collection:
    """Compute all that comparing any two of the sentences needs.

    Args:
        sentences: document by document, in reading order.
        vectors: theirs by a sentence model, int8, (n_texts, n_dimensions), if there is one.
        memory: what the last run has found of pairs, if any is kept.
        shards: how the work on pairs is divided, if it is.
    """
    texts = [sentence.text for sentence in sentences]
    told = [sentence.features for sentence in sentences]
    letters = [each.letters for each in told]
    aligned = align(with_aliases(texts, letters, [s.terms for s in sentences]))
    chinese = _flags(map(has_chinese, letters))
    documents = np.array([sentence.document for sentence in sentences], dtype=np.int64)
    return Collection(
        sentences=tuple(sentences),
        aligned=aligned,
        characters=comparable_columns(character_runs(letters)),
        contexts=contexts(aligned.concepts, documents),
        titles=_titles(sentences),
        quantity_rarity=rarity([[quantity_key(f) for f in s.figures] for s in sentences]),
        numbers=number_vectors(texts),
        chinese=chinese,
        negated=_flags(each.negated for each in told),
        examples=_flags(each.example for each in told),
        anaphoric=_flags(each.anaphoric for each in told),
        non_assertive=_flags(each.non_assertive for each in told),
        lengths=np.array([len(text) for text in texts], dtype=np.float64),
        measured=kinds_of([sentence.figures for sentence in sentences]),
        documents=documents,
        meanings=_meanings(vectors, chinese, documents, texts),
        first_occurrences=first_occurrences(texts, letters),
        memory=memory or PairMemory(),
        shards=shards,
    )


def _titles(sentences: Sequence[Comparable]) -> sparse.csr_array:
    """Weigh the words of the titles above each sentence: (n_sentences, n_columns)."""
    titles = [" ".join(sentence.titles) for sentence in sentences]
    known = {title: terms(title) for title in sorted(set(titles))}
    return comparable_columns(concept_vectors([known[title] for title in titles]))


def _meanings(
    vectors: SentenceVectors | None, chinese: Floats, documents: Integers, texts: Sequence[str]
) -> Meanings | None:
    """Prepare the vectors for comparing, if there are any.

    Args:
        vectors: int8, (n_pieces, n_dimensions), the sentences' and their clauses'.
        chinese: float64, (n_sentences,), 1 or 0.
        documents: int64, (n_sentences,).
        texts: the sentences' wordings.
    """
    if vectors is None:
        return None
    return meanings(vectors, chinese, documents, reporting_pieces(texts))


def _flags(values: Iterable[bool]) -> Floats:
    """Return 1 or 0 for each sentence: float64, (n_sentences,)."""
    return np.array(list(values), dtype=np.float64)


def quantity_key(figure: Quantity) -> tuple[str, float, float]:
    """Return the key by which a figure is known in its collection."""
    return figure.unit, figure.low, figure.high


@dataclass(frozen=True)
class Pairs:
    """Pairs of sentences, by their numbers; what several kinds of evidence need is kept."""

    collection: Collection
    first: Integers
    second: Integers

    @cached_property
    def coverage_ab(self) -> Floats:
        """Weight of each first sentence's words that the second says too: float64, (n_pairs,)."""
        return shared_weight(self.collection.aligned, self.first, self.second)

    @cached_property
    def coverage_ba(self) -> Floats:
        """Weight of each second sentence's words that the first says too: float64, (n_pairs,)."""
        return shared_weight(self.collection.aligned, self.second, self.first)

    @cached_property
    def concept_cosine(self) -> Floats:
        """Cosine in the space of words and English stems: float64, (n_pairs,)."""
        vectors = self.collection.aligned.concepts
        return paired(vectors, vectors, self.first, self.second)

    @cached_property
    def measured_alike(self) -> list[tuple[int, int, int]]:
        """Pairs that both give figures of one kind: the row, and the two sentences."""
        measured = self.collection.measured
        rows = np.flatnonzero(measured[self.first] & measured[self.second])
        ends = self.first[rows].tolist(), self.second[rows].tolist()
        return list(zip(rows.tolist(), *ends, strict=True))

    @cached_property
    def cross_lingual(self) -> Booleans:
        """Whether one sentence is Chinese and the other is not: bool, (n_pairs,)."""
        chinese = self.collection.chinese
        different: Booleans = chinese[self.first] != chinese[self.second]
        return different

    @cached_property
    def nearest_clauses(self) -> Floats:
        """Cosine of the two nearest clauses, by the sentence model: float64, (n_pairs,)."""
        assert self.collection.meanings is not None
        return self.collection.meanings.clauses(self.first, self.second)

    def only_one(self, has: Floats) -> Floats:
        """Return 1 where only one of the two sentences has something, else 0.

        Args:
            has: float64, (n_sentences,), 1 or 0.

        Returns:
            float64, (n_pairs,).
        """
        return np.abs(has[self.first] - has[self.second])

    def added(self, has: Floats) -> Floats:
        """Count how many of the two sentences have something.

        Args:
            has: float64, (n_sentences,), 1 or 0.

        Returns:
            float64, (n_pairs,).
        """
        return has[self.first] + has[self.second]
