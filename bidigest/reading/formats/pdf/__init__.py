"""PDF: from positioned characters to paragraphs and headings, each with its page and box.

In: bytes of a file, handed to a process of its own (`worker`). Out: a `Rendition`.
"""
