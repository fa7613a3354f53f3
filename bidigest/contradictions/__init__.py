"""Contradictions between sources, which the page shows as conflicts.

In: clusters of sentences, with the `contrasts` between pairs of them and their quantities. Out:
conflicts, each with its readings quoted: opposite claims, figures that cannot both be right, wholes
divided otherwise. Nothing is decided between the sources.
"""
