"""From a sentence to what the page says: words that stand on their own, short enough to take in.

A statement is always a run of the sentence's own characters. A leading connective may go
(Therefore, 此外), markup goes, and a long sentence may be cut at a clause boundary; nothing is
ever put in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import rjieba

from bidigest.features.metadiscourse import announces
from bidigest.model import Document, Sentence, Span, Statement
from bidigest.text.language import HAN
from bidigest.text.plain_text import pieces, wording
from bidigest.text.tokens import folded, unwrapped

COMFORTABLE = 75
"""Width up to which a statement is taken in at one go, in Han characters (two Latin letters)."""
_SHORTEST = 9

_LEADING = re.compile(
    r"(?:(?:然而|但是|但|不过|因此|所以|因而|从而|于是|此外|另外|同时|与此同时|而且|并且|首先|其次|再次|"
    r"最后|最终|总之|综上所述|换言之|换句话说|也就是说|例如|比如|事实上|实际上|其实|当然|显然|尤其是|特别是|"
    r"更重要的是|更严重的是|更严峻的是|更值得关注的是|值得注意的是|值得关注的是|令人震惊的是|令人意外的是|讽刺的是|"
    r"一方面|另一方面|结果|相反|具体而言|具体来说|简而言之|简言之|一般来说|总的来说|更甚者|正因如此|"
    r"however|therefore|thus|hence|moreover|furthermore|besides|in addition|additionally|also|"
    r"meanwhile|nevertheless|nonetheless|for example|for instance|first|firstly|second|secondly|"
    r"third|finally|lastly|in fact|indeed|of course|in short|in other words|as a result|"
    r"consequently|in contrast|on the other hand|on the one hand|similarly|likewise|overall|still)"
    r"\s*[,，、:：]\s*|(?:但|但是|而且|并且|而(?![且非是已言立])|所以|因此|于是|and|but|so|yet)\s*(?=\S))",
)
_DANGLING = re.compile(
    r"(?:这|此|该|其(?!他|它|余|中)|它|他(?!们的确)|她|那(?!些[^，,。]{0,8}的)|前者|后者|上述|以上|如此|唯有如此|只有这样|"
    r"由此|为此|对此|据此|否则|不然|之所以|原因|如下|因为|由于|如何|为何|为什么|怎样|怎么|另|也|还|却|并(?!非)|就|便|则|反而|甚至|"
    r"从[^，,]{0,6}来看|你|我(?!国)|"
    r"(?:this|these|those|that|it|its|they|their|them|he|she|his|her|such|here|there|which|who|"
    r"we|our|i|you|your|my|former|latter|otherwise|instead|then|because|why|how|what|when)\b)"
)
# 该系统, 該案 near the start point to something named before; 应该 does not.
# So do 也 and 他们 in the first clause: something was said before, or someone named.
_POINTING = re.compile(
    r".{0,24}?(?<![应活本])该(?![怎如死])|[^，,。；;：:]{0,16}(?:也(?!许|门)|[他她它]们)"
)
# 通过这些实践, and 要打破这一困局, point back in the clause that leads in; so does "with this".
_BACK = re.compile(
    r"[^，,。；;：:]{1,8}(?:这(?:些|种|一|个|类|项|场|次|里|几)|此类|上述)[^，,。；;：:]{0,10}[，,]"
    r"|(?:in|with|by|for|from|through|on|of|at|as|to|all|both|despite|given|after)\s"
    r"(?:all\s|of\s|both\s)?(?:this|these|those|such|it|them)\b"
)
# Who said it, after what was said: 22 岁的大学生回忆说。
_ATTRIBUTION = re.compile(
    r"[^，,。；;：:“”「」]{1,40}(?:(?<![小学传听假])说|表示|指出|坦言|(?<![名简全昵别统职宣])称|[写问笑喊答]道)[。.]?$"
)
_QUESTION = re.compile(r"[?？]")
_TAIL = re.compile(r"[:：，,、；;—–-]\s*$")
_CLAUSE = re.compile(r"[，,；;。：:！!]|——|——|–|\s-\s")
_WIDE = re.compile(f"[{HAN}\u3000-\u303f\uff00-\uff60]+")
_SUBORDINATE = re.compile(
    r"(?:尽管|虽然|虽|如果|若|倘若|假如|当|由于|因为|为了|为|随着|通过|除非|除了|即使|即便|不仅|不只|不是|无论|不管|只有|只要|"
    r"一旦|既|与其|在[^，,]*(?:时|后|前|下|中|里|上|过程|阶段|方面)[，,]|对于|关于|根据|据|按照|"
    r"(?:although|though|while|if|when|because|since|unless|as|after|before|despite|in|on|for|to|by|with|"
    r"not only)\b)"
)
_NOMINAL = ("n", "vn", "m", "eng", "b", "t", "s", "j")
"""Parts of speech (of jieba's tag set) with which a clause may begin that has its own subject."""
_NOMINAL_LATIN = re.compile(r"[A-Z]")
_EXAMPLE = re.compile(
    r"例如|比如|譬如|案例|一家|一位|一名|某|该系统|该项目|该企业|该公司|该机构|"
    r"\b(?:for example|for instance|e\.g\.|such as one|one (?:company|firm|user|customer))\b"
)
_FINISHED = re.compile(r"[。．.！!？?…｡][”’」』）)】》\"'\s]*$")
_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("（", "）"), ("(", ")"), ("《", "》"))

_ENCLOSING = re.compile(f'["{re.escape("".join(mark for pair in _PAIRS for mark in pair))}]')

_MOST_CLAUSES = 24
"""Cuts are tried at so many clauses from a sentence's start; one with more is a list."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A run of clauses, without what leads in and what trails off."""

    span: Span
    text: str
    width: float
    clauses: Span


def width(text: str) -> float:
    """Length as a reader feels it: a Han character is 1, other characters half."""
    wide = sum(map(len, _WIDE.findall(text)))
    return wide + (len(text) - wide) / 2


def stands_alone(text: str) -> bool:
    """Is this a whole statement: no question, nothing hanging at its start or its end?"""
    bare = unwrapped(text)
    if width(bare) < _SHORTEST or _QUESTION.search(bare) or _TAIL.search(bare):
        return False
    if _ATTRIBUTION.match(bare):
        return False
    return not (_DANGLING.match(bare) or _POINTING.match(bare)) and _balanced(text)


def makes_claim(text: str) -> bool:
    """Does a whole statement say something by itself: neither points back nor only announces?"""
    bare = unwrapped(text)
    return not (_BACK.match(bare) or announces(text))


def is_example(text: str) -> bool:
    """Does the sentence tell of one case rather than of how things are?"""
    return _EXAMPLE.search(folded(text)) is not None


def is_finished(text: str) -> bool:
    """Does the sentence end as a sentence ends, with a mark of its own?"""
    return _FINISHED.search(text) is not None


def state(document: Document, sentence: Sentence) -> Statement:
    """The best statement that the sentence gives: all of it if short, a clause of it if long."""
    span = _without_leading(document, sentence.span)
    whole = _statement(document, span)
    if whole.width <= COMFORTABLE:
        return whole
    cuts = sorted(_cuts(document, span), key=lambda cut: (-cut.width, cut.span.start))
    stated = (_statement(document, cut.span) for cut in cuts if _whole(cut, span))
    return next((statement for statement in stated if statement.alone), whole)


def _statement(document: Document, span: Span) -> Statement:
    spans = pieces(document, span)
    text = "".join(document.quote(piece) for piece in spans)
    return Statement(text, spans, stands_alone(text) and makes_claim(text), width(text))


def _without_leading(document: Document, span: Span) -> Span:
    """The span after its leading connectives."""
    text = folded(document.quote(span))
    after = _after_leading(text, 0, len(text))
    return Span(span.start + after, span.end)


def _after_leading(text: str, start: int, end: int) -> int:
    """Where the leading connectives of this stretch of folded text end; never at its own end."""
    at = start
    while match := _LEADING.match(text, at, end):
        at = match.end()
    return at if at < end else start


def _bare(document: Document, clauses: Span, sentence: Span, said: str) -> Span:
    """Clauses of a sentence after their leading connectives; `said` is the sentence, folded."""
    if len(said) != sentence.end - sentence.start:
        return _without_leading(document, clauses)
    start, end = clauses.start - sentence.start, clauses.end - sentence.start
    return Span(sentence.start + _after_leading(said, start, end), clauses.end)


def _cuts(document: Document, span: Span) -> Iterator[_Cut]:
    """Runs of whole clauses that are short enough."""
    bounds = _bounds(document, span)
    said = folded(document.quote(span))
    for i, start in enumerate(bounds):
        for end in bounds[i + 1 :]:
            bare = _bare(document, _trimmed(document, Span(start, end)), span, said)
            text = wording(document, bare)
            cut = _Cut(bare, text, width(text), Span(start, end))
            if cut.width > COMFORTABLE:
                break
            if cut.width * 3 >= COMFORTABLE:
                yield cut


def _whole(cut: _Cut, span: Span) -> bool:
    """Does the cut keep its subject, and the main clause that a subordinate one needs?"""
    bare = folded(cut.text).lstrip('"“「『（( ')
    if cut.clauses.end < span.end and (
        _SUBORDINATE.match(bare) or _SUBORDINATE.match(_last_clause(bare))
    ):
        return False
    if cut.clauses.start == span.start:
        return True
    if not _WIDE.match(bare):
        return bool(_NOMINAL_LATIN.match(cut.text))
    word, tag = next(iter(rjieba.tag(bare[:12], True)), ("", ""))
    return tag.startswith(_NOMINAL) and not word.endswith(("地", "着"))


def _last_clause(text: str) -> str:
    """What follows the last clause mark within the text."""
    bare = text.rstrip(" \t\n，,；;：:、—–-")
    return bare[max((m.end() for m in _CLAUSE.finditer(bare)), default=0) :].lstrip()


def _bounds(document: Document, span: Span) -> list[int]:
    """Where the sentence's clauses begin, and its end; never inside brackets or quotations."""
    text = document.quote(span)
    marks = (m.end() for m in _CLAUSE.finditer(text) if _balanced(text[: m.end()]))
    first = islice((mark for mark in marks if mark < len(text)), _MOST_CLAUSES)
    return [span.start, *(span.start + mark for mark in first), span.end]


def _trimmed(document: Document, span: Span) -> Span:
    """The span without the clause mark at its end and the spaces around it."""
    text = document.quote(span)
    end = len(text.rstrip(" \t\n，,；;：:、—–-"))
    start = len(text) - len(text.lstrip())
    return Span(span.start + start, span.start + max(start, end))


def _balanced(text: str) -> bool:
    if not _ENCLOSING.search(text):
        return True
    if text.count('"') % 2:
        return False
    return all(text.count(open_) == text.count(close) for open_, close in _PAIRS)


def plain_sentence(document: Document, sentence: Sentence) -> str:
    """The sentence's whole wording."""
    return wording(document, sentence.span)
