"""Targets for coverage-guided fuzzing; the fast suite replays the corpus through them."""
