"""Numerals that are no figures, blanked out before figures are looked for.

Everything here keeps length, so that positions in the plain text are positions in the source.
"""

from __future__ import annotations

import re

from bidigest.languages.zh.scripts import fold
from bidigest.quantities import proper_names, rare_notations
from bidigest.quantities.proper_names import is_within_a_country

GAP = "\0"
"""Stands in for every character of what is no figure."""

_ALIKE = str.maketrans(
    "０１２３４５６７８９％﹪＄￥＋－～〜：．–−‐‑\u00a0\u2009\u202f\u3000",
    "0123456789%%$¥+-~~:.----    ",
)
_HAN_DIGITS = "一二三四五六七八九"
_MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_YEAR = r"(?:1\d|20|21)\d\d"
_FUNCTION_WORDS = (
    "The|In|Over|Some|About|All|Of|With|At|By|For|From|On|To|Under|Only|Just|Nearly|Around|"
    "Approximately|Almost|Roughly|And|But|Or|As|If|When|While|After|Before|Since|Until|Between|"
    "Among|Another|More|Fewer|Less|Than|These|Those|Our|Their|His|Her|Its|My|Your|Last|First|Past|"
    "Next|Every|Each|Within|Both|Top|Still|Now|Yet|Also|Even|Not|Exactly|Have|Has|Had|Was|Were|Is|"
    "Are|We|They|He|She|It|Where|There|Most|Least|Up|Out|Near|Per|Another|Other|Says|Said"
)
_LABELS = (
    "[Cc]hapter|[Ff]igure|[Ff]ig[.]?|[Tt]able|[Ss]ection|[Ss]tep|[Pp]art|[Pp]hase|[Ll]evel|[Pp]age|"
    "[Vv]ersion|[Aa]ppendix|[Vv]olume|[Vv]ol[.]|[Nn]o[.]|[Ii]tem|[Aa]rticle|[Ll]esson|[Rr]ound|"
    "[Ee]pisode|[Ss]eason|[Ss]tage|[Tt]ier|[Rr]oom|[Rr]oute|[Hh]ighway|[Ff]light|[Gg]rade|[Tt]ype|"
    "[Qq]uestion|[Ee]quation|[Ee]xhibit|World War|Day|Point|Option|Group|Question"
)

_ADDRESS = re.compile(
    r"(?:(?:https?|ftp)://|www\.)[!-~]+|(?<![\w.@-])[A-Za-z0-9_.-]{1,64}@[A-Za-z0-9.-]{1,255}"
)
_LABEL_IN_WORDS = re.compile(
    rf"(?<![A-Za-z])(?=[A-Zcfstpvalringqe])(?:{_LABELS}) "
    r"(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine"
    r"|[Tt]en)(?![A-Za-z])"
)
_NAME = re.compile(
    r"(?<![A-Za-z])(?=[A-Za-z])(?:"
    # Digits in a name: GPT-4.5, COVID-19, H1N1. Currencies stay: RMB100.
    r"(?<!_)(?!k?m[23](?![A-Za-z0-9]))(?!(?:USD|RMB|CNY|EUR|GBP|JPY|HKD|TWD|CHF|INR|Rs)\d)[A-Za-z][A-Za-z_]*+(?<!-to)[-.]?\d[A-Za-z0-9_.-]*+(?:\+\d(?!\d))?"
    rf"|(?:{_LABELS})[ #]?\d++(?:\.\d++)*+"
    rf"|{_MONTH}(?:\.? \d{{1,2}}(?:st|nd|rd|th)?(?![\d%])(?:,? {_YEAR})?|,? {_YEAR}(?!\d))"
    # A name and its number: Windows 11, Boeing 747, Web 2.0.
    rf"|(?!(?:{_FUNCTION_WORDS}|{_MONTH}|CHF|USD|EUR|GBP|RMB|CNY|INR|HKD|Rs) )[a-z]{{0,3}}[A-Z][A-Za-z]++ \d{{1,4}}+(?:\.\d++)?+"
    r"(?![\d,]*\d|[-~—+]| ?(?:%|per ?cent|hundred|thousand|[mbt]r?illion|bn|x\b|times|-?fold|to "
    r"|or "
    r"|out of|in \d|dollar|euro|year|month|week|day|hour|minute|km|kg|point|basis|degree)"
    r"|[ ]?[^\x00-\x7f]))"
)
_DIGITS = re.compile(
    r"(?=[0-9])(?:"
    rf"(?:{_YEAR} ?[-~—至到] ?)?{_YEAR} ?年(?![来多])(?: ?\d{{1,2}} ?月(?: ?\d{{1,2}} ?[日号])?)?"
    rf"|(?<!\d){_YEAR} ?[-~—/至到] ?(?:{_YEAR}|\d\d)(?!\d)(?:[-/]\d{{1,2}})?(?! ?[^\x00-\x7f年])"
    r"|(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?!\d)"
    r"|(?<!\d)(?:\d{1,2} ?[-~—至到] ?)?\d{1,2} ?月(?!饼)"
    r"(?: ?\d{1,2} ?[-~至到] ?)?(?: ?\d{1,2} ?[日号])?"
    r"|(?<!\d)(?:\d{1,2} ?[-~至到] ?)?\d{1,2} ?日(?![元圆币本内]|[以之]内)|(?<![\d,.])\d{1,4} ?号"
    r"|(?<!\d)\d{2,4} ?年代|(?<!\d)\d{2,4}'?s(?![a-z])|(?<!\d)\d0后|(?<!\d)\d{1,2} ?世纪"
    r"|(?<!\d)\d{1,2} ?年级|(?<!\d)\d ?季度|(?<!\d)\d ?星级"
    # A time of day, but not 师生比为1:18.
    r"|(?<![\d:])(?<!比)(?<!比[为是约达])(?<!例[为是约达])(?<!ratio of )(?<!odds of )"
    r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:])(?: ?[-~至到] ?\d{1,2}:\d\d)?"
    r"|(?<![\d.])(?:1?\d|2[0-4]) ?[点时](?:钟|整|半|许| ?\d{1,2} ?分)?(?!\d)"
    r"|(?<!\d)\d{1,2}(?::\d\d)? ?(?:a\.?m\.?|p\.?m\.?|o'clock)(?![a-z])"
    rf"|(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?![a-z])(?:,? {_YEAR})?"
    r"|(?<!\d)\d{1,4}(?:st|nd|rd|th)(?![a-z])"
    r"|(?<![\d.])\d{1,4}(?:\.\d{1,4}){2,}+|(?<!\d)\d{2,4}(?:-\d{3,8}){2}(?!\d)"
    r"|(?<!\d)\d++(?:\.\d++)++ ?版|(?<!\d)\d{2,5} ?[x×] ?\d{2,5}(?![\d^⁻⁰¹²³⁴-⁹])"
    r"|(?<![\d.,$€£¥])\d[GKDPAHSTV](?![A-Za-z\d])|(?<!\d)(?:24|7)[/×](?:7|24)(?!\d))"
    r"|(?=[+(（\[§#№图表式节])(?:"
    r"\+\d{2,4}(?:-\d{3,8}){2}(?!\d)|(?:\+\d{1,3}[ -])?\(\d{3}\) ?\d{3}-\d{4}"
    r"|\[\d{1,3}(?:[,-] ?\d{1,3})*\]|[(（] ?\d{1,2} ?[)）]|[§#№] ?\d++(?:\.\d++)*+"
    r"|[图表式节](?:格|表)? ?\d{1,2}[.-]\d{1,2}(?![\d%]| ?[万亿个家元]))"
)
_LIST_NUMBER = re.compile(
    r"(?m)(?:^|(?<=#))[\s>*•#·–-]{0,12}"
    rf"(?:\d{{1,2}}(?:\.\d{{1,2}})+ (?=[A-Z\"“《]|(?![万亿千百倍个元美分公米吨])[\u4e00-\u9fff])"
    rf"|\d{{1,2}}[)）、．]|\d{{1,2}}\.(?!\d)|[(（]?[{_HAN_DIGITS}十]{{1,3}}[)）、．](?!\d))"
)
_HAN = re.compile(
    r"(?=[一二三四五六七八九十百千万零〇两初第周星礼上下前后半（(丢朝独接成乱])(?:"
    rf"第 ?(?:\d++|[{_HAN_DIGITS}十百千零〇两]++)"
    rf"|(?<![{_HAN_DIGITS}两十几\d个])(?:周|星期|礼拜)[{_HAN_DIGITS[:6]}日天](?![次天场个周年])"
    rf"|[{_HAN_DIGITS}十]{{1,2}}月(?:[{_HAN_DIGITS}十]{{1,3}}[日号])?"
    rf"|(?:初[{_HAN_DIGITS}十]|[{_HAN_DIGITS}十]{{1,3}}[日号])(?![元圆内]|[以之]内)"
    r"|[零〇一二三四五六七八九]{4}年?|[一二三四五六七八九]十年代"
    rf"|[{_HAN_DIGITS}十]{{1,3}}世纪|[{_HAN_DIGITS}]年级|[一二三四]季度|[一二三四五]星级"
    rf"|[{_HAN_DIGITS}十]{{1,3}}大(?=报告|以来|精神|会议|召开|代表|上|后|提出|后)"
    rf"|[（(][{_HAN_DIGITS}十]{{1,3}}[）)]|[{_HAN_DIGITS}十]{{1,3}}[点时](?:钟|整|半"
    rf"|[{_HAN_DIGITS}十]{{1,3}}分)"
    r"|(?<![得获打拿扣加减给评满])(?<![得获打拿扣加减给评]了)十分(?!钟|之)"
    r"|(?<![十百千零])[一百千万]分(?![钟之点百])"
    r"|[上下前后][半]|半(?=导体|径|岛|球|途|路|夜|天|空|自动|决赛|成品)"
    r"|五花八门|三头六臂|七上八下|半斤八两|三天两头|三年五载|一年四季|三五成群|千家万户|一波三折"
    r"|接二连三"
    r"|丢三落四|朝三暮四|独一无二|三三两两|四分五裂|五体投地|[八九]九不离十|十有八九|九九八十一"
    r"|百里挑一"
    r"|一分为二|一五一十|十字路口|二八定律|百家争鸣|百年树人|十年树木|成[百千]上[千万]|千军万马"
    r"|千变万化"
    r"|万众一心|百花齐放|百年大计|千秋万代|五年计划|三番[五两]次|一日千里|一年到头|三年级|万里长城"
    r"|三分球"
    r"|三心二意|四面八方|十全十美|五湖四海|千山万水|千言万语|七嘴八舌|乱七八糟|二次元|千千万万"
    r"|一点一滴"
    r"|一步一个|一个个|一年一度|万人空巷|两回事|一方面|三七开|十年如一日|千载难逢|百万富翁|千万别)"
)
_ASCII_DIGIT = re.compile(r"[0-9]")
_SOME_HAN = re.compile("[一二两三四五六七八九十百千万半零〇]")
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


def plain(text: str) -> str:
    """Prepare text for finding figures: folded, half-width, lower case, other numerals blanked out.

    Its length stays the same, so that positions are those of the source.
    """
    found = proper_names.ENGLISH.sub(_blank, fold(text).translate(_ALIKE))
    if "://" in found or "@" in found or "www." in found:
        found = _ADDRESS.sub(_blank, found)
    found = rare_notations.usual(found)
    digits = _ASCII_DIGIT.search(found)
    if digits or _SOME_HAN.search(found):
        found = proper_names.CHINESE.sub(_blank, found)
        found = _HAN.sub(_blank, _LIST_NUMBER.sub(_blank, found))
    if digits:
        found = _DIGITS.sub(_blank, _NAME.sub(_blank_name, found))
    found = _LABEL_IN_WORDS.sub(_blank, found)
    lower = found.lower()
    return lower if len(lower) == len(found) else found.translate(_LOWER)


def _blank_name(match: re.Match[str]) -> str:
    if is_within_a_country(match[0], match.string, match.start()):
        return match[0]
    return _blank(match)


def _blank(match: re.Match[str]) -> str:
    return GAP * len(match[0])
