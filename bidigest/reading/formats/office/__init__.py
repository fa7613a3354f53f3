"""Archives of XML parts: Word documents, presentations, books.

In: bytes of an archive. Out: a `Rendition`, each block with its paragraph, slide or chapter.
"""
