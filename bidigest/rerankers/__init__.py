"""Costlier evidence for candidate pairs: a language model as judge.

In: candidate pairs with scores. Out: what each pair gains in log-odds, and notes. A reranker is
asked only where a user names it, and follows the protocol `matching.reranker.Reranker`.
"""
