"""What is kept between runs: caches, locks, fingerprints, strict JSON.

In: readings, digests, tables. Out: the same from disk; a lost or damaged cache changes nothing.
"""
