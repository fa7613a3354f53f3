"""The words after a quotation that say who said it: `“Is it over?” Mr. Lee asked.`, “…”市长表示."""

from __future__ import annotations

import re

from bidigest.text.abbreviations import kind_of_abbreviation, opens_sentence
from bidigest.text.language import HAN, fold

_FARTHEST = 7
"""Words from the quotation's end in which an English verb of saying stands."""

_ENGLISH = frozenset(
    "said says asked asks replied answered added cried called shouted yelled screamed whispered "
    "wondered demanded exclaimed wrote recalled joked insisted continued remarked told muttered "
    "murmured quipped laughed thought warned inquired snapped sighed".split()
)
_CHINESE = re.compile(
    r"[^，。！？!?…；;：:、“”「」『』]{0,24}?(?:"
    r"说(?![法明服辞])|道(?![路理德歉具])|问(?![题卷])|答(?![案卷])|喊|叫(?![做作])|嚷|吼|称(?![号呼赞])|"
    r"想(?![法象像])|表示|指出|强调|告诉|告知|解释|介绍|回忆|补充|感叹|感慨|宣布|认为|透露|坦言|回应|直言|呼吁|"
    r"警告|承诺|写[到在]|评论)"
)
_BETWEEN = re.compile(r"[^，。！？!?…；;：:“”「」『』]{1,16}[，,][“「『\"]")
"""“对！”她点头，“就是他。”"""
_SPEAKING = re.compile(
    r"(?:[说道问答喊叫嚷吼称想写]|表示|指出|强调|告诉[^，。]{0,8}|解释|介绍|宣布|认为|透露|坦言|回应|直言|呼吁)$"
)
_HAN = re.compile(f"[{HAN}]")


def is_attributed(following: str) -> bool:
    """Tell whether what follows a quotation only says who said it, up to the sentence's end.

    Args:
        following: the text right after the closing mark.
    """
    if _HAN.match(following):
        return bool(_BETWEEN.match(following) or _CHINESE.match(fold(following)))
    return _is_attributed_in_english(following.split()[:_FARTHEST])


def _is_attributed_in_english(words: list[str]) -> bool:
    first = words[0].rstrip(".,") if words else ""
    if not first[:1].isupper() or opens_sentence(first):
        return False
    for word in words[1:]:
        if word.rstrip(".,:!?") in _ENGLISH:
            return True
        if word[-1] in "!?" or (word[-1] == "." and not _is_of_name(word[:-1])):
            return False
    return False


def _is_of_name(word: str) -> bool:
    return len(word) == 1 or kind_of_abbreviation(word) is not None


def introduces(before: str) -> bool:
    """Tell whether what stands before a quotation leads up to it, so that it may end the sentence.

    Chinese sets a mark there or a verb of saying; a quotation that follows another word is a
    part of its sentence: 墙上写着“……”几个字.
    """
    bare = before.rstrip()
    return not _HAN.match(bare[-1:]) or bool(_SPEAKING.search(fold(bare)))
