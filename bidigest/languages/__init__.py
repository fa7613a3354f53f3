"""All that is known of one language, in one folder a language.

In: a language's code. Out: its word lists and patterns, from `en/`, `zh/`, … beside this file.
A list that a language does not have is empty: a further language needs no more than it has.
"""
