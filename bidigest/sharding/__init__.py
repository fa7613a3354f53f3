"""Sharding: what pairs of sentences tell by their texts, found block by block, wherever that runs.

In: pairs of sentences, and a pure function of some of them. Out: its values, the same whoever has
found them: this process, others on this machine, or the tasks of a cluster.
"""
