"""Sentences that make no claim: they ask, or say what a text will tell or has told.

Two sources that ask the same question, or both promise the reader an answer, do not
corroborate each other.
"""

from __future__ import annotations

import re

from bidigest.languages.folding import unwrapped
from bidigest.languages.patterns import pattern

_COMING = pattern("features/metadiscourse", "coming")
_FOR_READERS = pattern("features/metadiscourse", "for readers")
_TALK = pattern("features/metadiscourse", "talk")
_ASIDE = pattern("features/metadiscourse", "aside")
_INDIRECT = pattern("features/metadiscourse", "indirect")
_ASKING_END = pattern("features/metadiscourse", "asking end")
_ASKING_SURELY = pattern("features/metadiscourse", "asking surely")
_TOPIC = pattern("features/metadiscourse", "topic", behind=r"[。.:!~…]*$")
_ONE_CLAUSE = re.compile(r"(?:[^,;。!?:]{1,20}:)?[^,;。!?:]*[!?。.~…]*")
"""With who is asked, or asks, before a colon."""
_ASKING_TITLE = pattern(
    "features/metadiscourse",
    "asking title",
    before=r"[^，,。；;：:！!]{0,20}",
    behind=r"[^，,。；;：:！!]{0,20}$",
)


def is_metadiscourse(text: str) -> bool:
    """Tell whether the sentence only says what a text tells, or for whom it is told."""
    bare = unwrapped(text)
    return bool(_COMING.match(bare) or _FOR_READERS.search(bare))


def addresses_reader(text: str) -> bool:
    """Tell whether it is only said to the reader: Well, wait one minute; 点击下方地图."""
    bare = unwrapped(text)
    return _TALK.match(bare) is not None or _ASIDE.search(bare) is not None


def asks_indirectly(text: str) -> bool:
    """Tell whether it ends with what it does not tell: 再看我们给了孩子什么."""
    return _INDIRECT.search(unwrapped(text)) is not None


def asks(text: str) -> bool:
    """Tell whether the sentence ends as a question, or is the title of one: 干粽叶泡多长时间."""
    bare = unwrapped(text)
    return bool(_ASKING_END.search(bare) or _ASKING_TITLE.fullmatch(bare))


def claims_nothing(text: str) -> bool:
    """Tell whether it is one question without a clause beside it, or only names what comes.

    The answer in another source says more: `Was anybody hurt?` and `Nobody was hurt`.
    """
    bare = unwrapped(text)
    only_asks = _ASKING_SURELY.search(bare) is not None and _ONE_CLAUSE.fullmatch(bare) is not None
    return only_asks or _TOPIC.match(bare) is not None
