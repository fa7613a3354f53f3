"""Pairs to clusters: sentences that make one claim, put together.

In: candidate pairs with probabilities. Out: clusters of sentence numbers, overlapping where a
sentence makes two claims. Average link (Sokal and Michener 1958).
"""
