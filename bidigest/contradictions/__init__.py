"""Where sources cannot both be right: opposite claims, figures, and how a whole is divided.

In: clusters of sentences with quantities. Out: conflicts with their readings, each quoted.
Nothing is decided between the sources.
"""
