"""What tells claims apart although they sound alike: polarity, certainty, time, who and what.

In: the wordings of two sentences, each analysed once. Out: evidence, one number a pair and kind
(`CONTRASTS`), and for pairs that seem to say the same the contrast between them, with its places.
The words that exclude each other stand as data in `languages/*/contrasts/`.
"""

from bidigest.contrasts.analysis import Analysis, Traits, analyse
from bidigest.contrasts.contrast import Contrast, contrast
from bidigest.contrasts.evidence import CONTRASTS

__all__ = ["CONTRASTS", "Analysis", "Contrast", "Traits", "analyse", "contrast"]
