"""HTML: from a saved page to a rendition of what the page is about.

In: bytes of a page. Out: a `Rendition`, each block with the path of its element; what is not what
the page is about, such as menus, is left out.
"""
