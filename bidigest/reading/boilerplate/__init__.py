"""Boilerplate: navigation, bylines, credits, notices, which belong in no digest.

In: pieces of a text. Out: the same, boilerplate marked with its reason, never dropped.
JSON and the page call it furniture.
"""
