"""Formats: whatever a report comes as, to Markdown that the rest of `reading` reads."""
