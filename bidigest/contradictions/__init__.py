"""Contradictions: opposite claims, figures that cannot both be right, and wholes divided otherwise.

In: clusters of sentences with quantities. Out: conflicts with their readings, each quoted.
Nothing is decided between the sources.
"""
