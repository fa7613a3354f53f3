"""A subject that somebody follows, as a file: `bidigest.yaml`.

In: a file with a title, sources, how the digest is to be, when, and whom to tell. Out: a
`SubjectFile`, checked, with messages that name line and key.
"""
