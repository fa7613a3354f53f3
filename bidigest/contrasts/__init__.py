"""Contrasts between two sentences that sound alike: polarity, certainty, time, who and what.

In: the wordings of two sentences, each analysed once (`analysis`). Out: evidence, one number a pair
and kind (`evidence`), and for pairs that seem to say the same the contrast between them, with its
places (`contrast`). Whose sentences these are, and what a page shows of them, is nothing to this
room: that is decided in `contradictions`. The words that exclude each other stand as data in
`languages/*/contrasts/`.
"""
