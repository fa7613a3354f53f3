"""Sparse matrices of sentences: building them, their dot products, connected components.

In: rows of names or numbers. Out: `scipy.sparse` arrays (CSR, float64) and products of row pairs.
Knows nothing of language; every stage that compares many sentences builds on it.
"""
