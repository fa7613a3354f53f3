"""Editions: publishing a digest whole or not at all, and what is new since the last.

In: a `Digest` and an output folder. Out: an edition's folder, `latest`, and changes.
The only room that writes what readers open.
"""
