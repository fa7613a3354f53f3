"""What a sentence tells by itself: its terms, whether it makes a claim, how it can be stated.

In: a sentence of a `Document`. Out: `SentenceFeatures`, worked out once a source, and `Statement`.
Metadiscourse after Hyland, "Metadiscourse: Exploring Interaction in Writing", 2005.
"""
