"""Sentences as vectors of what they mean, by a sentence model that runs on this machine.

In: the wordings of sentences. Out: unit vectors of each and of its clauses, in eight bits,
kept in the cache folder. By default multilingual E5 makes them (Wang et al., "Multilingual E5 Text
Embeddings", 2024).
"""

from bidigest.embedding.encoder import SentenceVectors
from bidigest.embedding.sentence_vectors import embed, gathered

__all__ = ["SentenceVectors", "embed", "gathered"]
