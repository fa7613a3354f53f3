"""Headings and sections: marked, flattened into a line, or only short lines above text.

In: pieces of a text. Out: the same with headings told, the tree of sections, the title.
"""
