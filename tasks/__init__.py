"""Prefect's tasks: one thin task a stage, with caching, retries and artifacts.

In: what a stage of `bidigest` takes. Out: what it returns, kept by its content where that pays.
"""
