"""Whether a sentence says something by itself, or hangs on what was said before."""

from __future__ import annotations

import re

import rjieba

from bidigest.features.chinese_clauses import clauses
from bidigest.features.english_clauses import main_clause
from bidigest.features.fragments import is_fragment, only_issues
from bidigest.features.metadiscourse import announces, asks_indirectly, talks
from bidigest.text.language import HAN
from bidigest.text.tokens import unwrapped

_SHORTEST = 9
"""Width of the shortest claim, in Han characters."""
_TERSE = 3
"""Words of an imperative that tells nobody anything yet."""
_MANY = 3
"""Clauses of a Chinese sentence that is not doubted either."""
_LONG = 24
"""Words of an English sentence that is not doubted for want of a verb: the tagger missed it."""

_DANGLING = re.compile(
    r"(?:他们(?!的确)|那些(?![^，,。]{0,8}的)|之所以|原因(?!不明)|因为它|唯有如此|只有这样|如此(?!类)|由此|为此|对此|据此|上述|"
    r"前者|后者|否则|不然|如下|如何|为何|为什么|怎样|怎么|反而|甚至|这|此(?!外|前[^，,]{0,2}[，,])|"
    r"其(?!他|它|余)|(?:而)?就在同|从[^，,]{0,6}来看|我(?![国军省市县区党校院])|"
    r"(?:两人|二人)(?!座|间|份)|另一[名人位方个]|在此之[前后]|"
    r"(?:this|these|those(?!\s(?:who|with|without|in|of|under|over|aged)\b)|its|they|their|them|"
    r"he|she|his|her|hers|theirs|ours|mine|yours|such|here|which|who|that(?!\s+(?:the|an?|no|all)\b)|"
    r"we|our|i|you|your|my|former|latter|otherwise|instead(?!\sof\b)|then(?!-))\b|"
    r"the (?:former|latter|same|other|others|two|pair|duo)\b|"
    r"(?:the |a )?(?:first|second|third|fourth|last|other),|"
    r"(?:so |too |not )?(?:much|most|some|all|none|part|half|little|a lot|more|any) of "
    r"(?:it|this|that|them|these|those)\b|"
    r"(?:both|others?|another|neither|none|some|many|most|several|all|each|few) "
    r"(?:were|was|are|is|have|has|had|will|would|say|says|said|can|could|did|do|does|may|might|"
    r"of (?:them|these|those|us|you|which|whom))\b|"
    r"(?:one|two|three|four|five|half) of (?:them|these|those|us|you|which|whom)\b|"
    r"it(?!\s+(?:takes?|took|costs?|cost)\b.{0,80}\bto\b|\s+(?:is|was|has been|will be|would be)"
    r"\s+\w+\s+(?:that|to|for)\b)\b|"
    # More, besides those named before; those where somebody was before; what was asked at first.
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|several|many|a few|\d+) "
    r"(?:more|other|further) (?!than\b)[a-z]+ (?:have|has|had|are|is|were|was|will|would|can|could|"
    r"may|[a-z]+(?<!s)(?<!in|of|at|to|or|by|on|as))\b(?! than\b)|"
    r"the [a-z]+ had (?:originally |initially |first )?"
    r"(?:asked|wanted|sought|hoped|planned|intended|demanded|requested|proposed)\b|"
    r"(?:[a-z]+ )?[a-z]+s there\b(?! (?:is|are|was|were|will)\b)|"
    r"(?:on )?the (?:same|next|following|previous) (?:day|night|morning|evening|week|month|year)\b|"
    r"(?:当地|那里|那儿)(?:官员|居民|民众|村民|警方|媒体|政府|专家|农民|人)|"
    r"(?:公司|法院|球队|医院|学校|政府|俱乐部|企业|银行|机构|委员会|部门|警方)"
    r"(?:原本|原先|起初|最初|随后|其后|之后|后来|事后|则|却)|"
    r"there(?!\s+(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|"
    r"remains?|exists?)\b)\b|"
    r"(?:said|says|told|added|adds|and|or|nor|but(?!\sfor\b))\b)"
)
_DANGLING_WORDS = frozenset(
    "该 它 它们 他 她 他们 她们 以上 另 也 还 却 并 就 便 则 你 您 你们 我 我们 咱们 "
    "那 那个 那种 那样 那里 那时 那么 那次 那天 那一 及 与 或 双方 对方 从而 使得 致使 以致 进而 "
    "令 以便 以防 以期 以免".split()
)
_ANSWER = re.compile(
    r"(?:(?:答|a)[:：]\s*)?(?:可以|不可以|不行|会|不会|是的|不是|对|不对|能|不能|没有|不用|不必|当然|yes|no)[，,]"
)
"""To what was asked before."""
_SO_AS_TO = re.compile(r"以(?:避免|防止|确保)")
_NEEDS_MAIN_CLAUSE = re.compile(
    r"(?:因为|由于|because|why|how|what|when|if|although|though|while|unless|whereas|that)\b"
)
# 该系统, 該案 near the start point to something named before; 应该 does not.
# So do 也 and 他们 in the first clause: something was said before, or someone named.
_POINTING = re.compile(
    r".{0,24}?(?<![应活本])该(?![怎如死])|[^，,。；;：:]{0,16}(?:也(?!许|门)|[他她它]们)"
    r"|[^，,。；;：:]{0,10}[场年月日天时候后前中里上午晚间][，,]?[他她](?!人|乡)"
)
# 通过这些实践, and 要打破这一困局, point back in the clause that leads in; so does "with this".
_BACK = re.compile(
    r"[^，,。；;：:]{1,8}(?:这(?:些|种|一|个|类|项|场|次|里|几)|此类|上述)[^，,。；;：:]{0,10}[，,]"
    r"|(?:in|with|by|for|from|through|on|of|at|as|to|all|both|despite|given|after|before|since|until)"
    r"\s(?:all\s|of\s|both\s)?(?:this|these|those|such|it|them|then|that(?=\s*,)|"
    r"that(?!\s(?:the|an?|no|all|of)\b)(?=\s[a-z]+))\b"
    # 有老师说,这是家里的事.
    r"|[^，,。；;：:]{1,8}(?:说|认为|表示|觉得)[，,：:]\s*(?:这|那|它|他|她)"
    r"|.{0,40}\b(?:any|no|some)thing like (?:it|this|that)\b"
    # Corresponding to what was said before.
    r"|.{0,20}\bthe (?:corresponding|respective|equivalent|comparable) "
    r"(?:figure|number|share|rate|value|sum|total)s?(?: (?:is|was|are|were|had|has)|,)\b"
)
# Whose words are quoted is not said: "…", she said.
# Nearly all do; few thought so: do what, thought what?
_ELLIPSIS = re.compile(
    r"\b(?:(?:all|some|most|many|few|none|others|both|neither) "
    r"(?:do|does|did|are|were|have|had|will)|"
    r"(?:think|thought|say|said|did|does|do|hoped|feared) so)\W*$"
)
_SOMEBODY_SAID = re.compile(
    r"[\"”],?\s(?:he|she|they)\s(?:said|says|added|told|asked|wrote|explained|argued|warned)\b"
    r"|[”」』],?\s*[他她]们?(?:说|表示|指出|补充)"
)
# Who said it, after what was said: 22 岁的大学生回忆说。
_ATTRIBUTION = re.compile(
    r"[^，,。；;：:“”「」]{1,40}(?:(?<![小学传听假])说|表示|指出|坦言|(?<![名简全昵别统职宣])称|[写问笑喊答]道)[。.]?$"
)
_QUESTION = re.compile(r"[?？]")
_HEADLESS = re.compile(r"[,;:.!，；：。！、)）》_]")
_TAIL = re.compile(r"[:：，,、；;—–-]\s*$")
_FINISHED = re.compile(r"[。．.！!？?…｡][”’」』）)】》\"'\s]*$")
_BROKEN_OFF = re.compile(r"(?:…|\.{3})[\s\"”」』)）]*$")
"""The page had no room for the rest."""
_AMOUNT = re.compile(r"[\d一二三四五六七八九十百千万亿两半][^\d，,。；;]{0,4}$")
_TITLE = re.compile(
    r"(?:重点|要点|指南|攻略|简介|介绍|一览|盘点|解读|快讯|速览|速读|目录|全文|大全|公告|通知|专题)$"
)
"""What a line that is a title ends in."""
# 社会招聘 校园招聘 三维设计; an address on the web.
_MENU = re.compile(
    rf"(?:\w{{0,6}}[{HAN}]\w{{0,9}}\s{{1,3}}){{3}}\w|://|[_|｜-]\s?[{HAN}]{{1,10}}(?:网|新闻|专区|百科|论坛)$|\w\.(?:com|cn|net|org)\b"
)
_CODE = re.compile(r"</?[a-z][a-z-]{0,20}[ />]|[{}]")
_COUNTS = re.compile(r"\d|[一二三四五六七八九十百千万亿两半]")
_HAN = re.compile(f"[{HAN}]")
_WIDE = re.compile(f"[{HAN}\u3000-\u303f\uff00-\uff60]+")
# A subject, and a verb that can be nothing else, with nothing between that may open a clause or
# be a person named before: no need to tag the sentence, which takes most of the time.
_PLAIN_CLAUSE = re.compile(
    r"(?:(?!(?:who|whom|whose|which|that|what|when|where|why|how|if|whether|because|although|though|"
    r"while|unless|once|lest|provided|as|since|before|after|until|till|than|so|he|she|they|it)\b)"
    r"[^\W_][\w.,%'’&/$€£-]*\s+){1,24}?"
    r"(?:is|are|was|were|has|had|will|would|can|could|may|might|must|should|cannot|did|does)\b"
)
_IMPERATIVE = frozenset({"VB", "VBP"})
_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("（", "）"), ("(", ")"), ("《", "》"))
_ENCLOSING = re.compile(f'["{re.escape("".join(mark for pair in _PAIRS for mark in pair))}]')


def width(text: str) -> float:
    """Measure a text as a reader feels it: a Han character is 1, any other character half."""
    wide = sum(map(len, _WIDE.findall(text)))
    return wide + (len(text) - wide) / 2


def stands_alone(text: str) -> bool:
    """Tell whether this is a whole statement: no question, nothing hanging at its start or end."""
    bare = unwrapped(text)
    if width(bare) < _SHORTEST or _QUESTION.search(bare) or _TAIL.search(bare):
        return False
    if _HEADLESS.match(bare) or _CODE.search(bare) or _BROKEN_OFF.search(text):
        return False
    if _ATTRIBUTION.match(bare):
        return False
    return not points_back(bare, text) and balanced(text)


def points_back(bare: str, text: str) -> bool:
    """Tell whether a sentence refers to the one before it.

    Args:
        bare: the text as `tokens.unwrapped` returns it.
        text: the text as written.
    """
    if _DANGLING.match(bare) or _POINTING.match(bare) or _SO_AS_TO.match(bare):
        return True
    if _ANSWER.match(bare) or _SOMEBODY_SAID.search(text) or _ELLIPSIS.search(bare):
        return True
    if _first_word(bare) in _DANGLING_WORDS:
        return True
    return _NEEDS_MAIN_CLAUSE.match(bare) is not None and not _has_main_clause(text, certain=True)


def says_something(text: str) -> bool:
    """Tell whether a statement has a predicate of its own, and is neither talk nor announcement."""
    bare = unwrapped(text)
    if (
        _SOMEBODY_SAID.search(text)
        or _BACK.match(bare)
        or announces(text)
        or talks(text)
        or asks_indirectly(text)
        or only_issues(text)
    ):
        return False
    if not is_finished(text) and is_fragment(text):
        return False
    if not is_finished(text) and (_MENU.search(text) or _TITLE.search(bare)):
        return False
    if is_finished(text) or not _COUNTS.search(bare):
        return _has_predicate(text)
    # An entry of a list, a slide: Cracks in 14 of 60 piles, 维修费用四千万元.
    counts = _AMOUNT.search(bare) is not None if _HAN.search(bare) else True
    return counts or _has_predicate(text)


def is_finished(text: str) -> bool:
    """Tell whether the sentence ends as a sentence ends, with a mark of its own."""
    return _FINISHED.search(text) is not None


def balanced(text: str) -> bool:
    """Tell whether every bracket and quotation mark that opens is closed."""
    if not _ENCLOSING.search(text):
        return True
    if text.count('"') % 2:
        return False
    return all(text.count(open_) == text.count(close) for open_, close in _PAIRS)


def _first_word(bare: str) -> str:
    return next(iter(rjieba.cut(bare[:12], False)), "") if _HAN.match(bare) else ""


def _has_main_clause(text: str, *, certain: bool = False) -> bool:
    if _HAN.search(text):
        found = clauses(text)
        return len(found) > _MANY or any(c.predicate and not c.subordinate for c in found)
    main = main_clause(text)
    return main.verb is not None and (main.certain or not certain)


def _has_predicate(text: str) -> bool:
    if _HAN.search(text):
        return _has_main_clause(text)
    if _PLAIN_CLAUSE.match(unwrapped(text)):
        return True
    found = main_clause(text)
    if found.subject_points_back:
        return False
    imperative = len(found.words) > _TERSE and found.words[0].tag in _IMPERATIVE
    return found.verb is not None or imperative or len(found.words) > _LONG
