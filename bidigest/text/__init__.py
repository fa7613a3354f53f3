"""What the library knows of texts: language, script, tokens, sentence ends, clauses.

In: a string. Out: its language (`language_detection`), sentence spans, clauses, tokens to compare.
Sentence boundaries by rules; glosses of CC-CEDICT give English and Chinese one space of terms.
"""
