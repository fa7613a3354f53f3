"""How much a sentence matters: in its source, among all, for the subject, by its place.

In: tokens, vectors, pairs of a `Document` or a whole corpus. Out: one float64 a sentence.
TextRank (Mihalcea and Tarau 2004), LexRank (Erkan and Radev 2004), centroids (Radev et al. 2000).
"""
