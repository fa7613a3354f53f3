"""Addresses of the web as sources: fetched with care, and kept beside the digest.

In: addresses, what was kept of them, a clock, a network. Out: files, and of each who says it,
where and since when. Nothing else of the library asks anybody for a page.
"""
