"""Archives of XML parts: Word documents, presentations, books."""
