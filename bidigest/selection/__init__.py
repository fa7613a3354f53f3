"""Clusters to points, and which of them the page shows.

In: clusters, salience. Out: numbered points with representative sentence, citations, reasons.
Maximal marginal relevance (Carbonell and Goldstein 1998).
"""
