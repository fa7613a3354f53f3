"""PDF: from positioned characters to paragraphs and headings, each with its page and box."""
