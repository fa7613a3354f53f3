"""Prefect's flows: tasks joined to a digest, and what serves, deploys and watches."""
