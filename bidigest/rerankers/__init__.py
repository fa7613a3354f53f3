"""Costlier evidence for candidate pairs: a sentence model, a language model as judge.

In: candidate pairs with scores. Out: what each pair gains in log-odds, and notes.
Off where a user has not asked for it; `protocol` is all that one has to keep.
"""
