"""Formats: whatever a report comes as, to Markdown that the rest of `reading` reads.

In: a file's bytes and its name. Out: a `Rendition`, Markdown with the place in the file of each
stretch; or, of a file that holds several sources, these by name. `registry` has all readers.
"""
