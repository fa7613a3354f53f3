"""Prefect's flows: tasks joined to a digest, and what serves, deploys and watches.

In: the parameters of a run, from a form, a schedule or a folder that changed. Out: an edition, and
the run's final state, whose message says what is new.
"""
