"""Prefect's tasks: one thin task a stage, with caching, retries and artifacts."""
