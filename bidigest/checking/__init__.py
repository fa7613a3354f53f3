"""Checks of an edition: quotations to the character, pages as `digest.json` says, and reasons.

In: the folder of an edition and the sources. Out: problems, one line each; explanations.
"""
