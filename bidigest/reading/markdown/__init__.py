"""Markdown of a source: what a CommonMark parser finds, inline marks, stretches of no prose.

In: the decoded text. Out: outline, marks inside paragraphs, code and comments, as spans.
Follows CommonMark 0.31 and GitHub's tables.
"""
