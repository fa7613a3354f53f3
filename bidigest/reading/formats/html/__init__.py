"""HTML: from a saved page to a rendition of what the page is about."""
