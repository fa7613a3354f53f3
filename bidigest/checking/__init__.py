"""Does an edition hold: quotations to the character, pages as `digest.json` says, and why.

In: the folder of an edition and the sources. Out: problems, one line each; explanations.
"""
