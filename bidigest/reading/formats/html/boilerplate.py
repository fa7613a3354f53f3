"""Elements of a page that are not what it is about: menus, share buttons, lists of links."""

from __future__ import annotations

import re
from collections import Counter
from operator import itemgetter

from bidigest.reading.formats.html.parsing import Element
from bidigest.reading.formats.lines import one_line, width

_TAGS = frozenset({"nav", "footer", "aside", "form", "figcaption"})
"""Captions too: they tell of a picture that is not shown."""
_NAMES = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|navbox|menu|breadcrumbs?|sidebar|side|footer|foot|copyright"
    r"|comments?|disqus|share|sharing|social|related|recommend\w{0,20}|tuijian|xiangguan|hot\w{0,6}|rank\w{0,20}"
    r"|sponsor\w{0,20}|ads?|advert\w{0,20}|promo\w{0,20}|newsletter|subscribe|cookie|popup|modal|login|pager"
    r"|pagination|mw-editsection|mw-jump\w{0,20}|reflist|references|catlinks|printfooter|noprint|hatnote"
    r"|toc|tags?|keywords?|editor|responsible|disclaimer|statement|qr\w{0,20}|app-?download"
    r"|jp-relatedposts|sharedaddy|bshare|addtoany|feed-\w+|tool\w{0,20}|addthis\w{0,20}"
    r"|author-?(?:bio|info|box)|by-?line\w{0,10}|date-?line|attribution|publish(?:ed)?[-_]?(?:date|time)|pub[-_]?date"
    r"|article[-_]date|post(?:ed)?-?on|time-?stamp|sign-?up|link-?back|infobox|post-?meta|caption\w{0,20}|photo-?credit"
    r"|img[-_]?desc\w{0,20}|licen[cs]e|reward\w{0,10}|donat(?:e|ion)s?|hotline|helpline|prev|guess\w{0,10}|wechat"
    r"|dashang|pinglun|fenxiang|erweima|weixin|zuozhe|bianji|zeren\w{0,10}|jubao|shengming|mianze"
    r"|shoucang|dianzan)(?:[-_ \d]|$)",
    re.I,
)
_COMMENTS = re.compile(
    r"(?:^| )(?:comments?|pinglun|disqus)(?![-_](?:open|closed|on|off|enabled|count))(?:[-_ \d]|$)",
    re.I,
)
_BESIDE = re.compile(r"\b(?:with|has|no|w|without)-?(?:side-?bar|ads?|toc|menu|nav)\b", re.I)
"""Names of what stands beside such a thing, or without it."""
_NAMES_OF_LINES = re.compile(
    r"(?:^|[-_ ])(?:related|by-?line|date-?line|newsletter|sign-?up|subscribe|promo|advert\w{0,20}"
    r"|photo-?credit|read-?more|see-?also|copyright)(?:[-_ \d]|$)",
    re.I,
)
"""Of a paragraph fewer names say that it is none: `note` or `side` may be how it looks."""
_LAST_WORD = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]{1,20}(?:[-_ \d]|$))")
"""Before the last word of `emailSignup`: `modalMinWidth` is of any width."""
_LONGEST_NAMES = 200
_SEPARATOR, _WORDS_OF_A_HEADING = re.compile("[-_]"), 3
_HOLDERS = frozenset({"body", "html", "article", "main"})
_LISTS = frozenset({"ul", "ol", "div", "table", "section", "dl"})
_PARTS = frozenset({"div", "li", "article", "section", "dl"})
_SMALL_TAGS = frozenset({"li", "p", "td", "tr"})

_SMALL = 0.3
"""Share of the main text: boilerplate by its name that is larger may be misnamed."""
_MOSTLY_LINKS = 0.6
_FEWEST_LINKS = 3
_LONGEST_LINK = 120
_LONGEST_HIDDEN = 1500
_PICTURE_HOLDERS = frozenset({"div", "figure", "center", "table"})
_LONGEST_CAPTION = 200
_SENTENCE_END = re.compile(r"[。！？!?.…][”’」』\"']?$")
_FEWEST_COMMENTS, _MOSTLY_COMMENTS = 3, 0.8
_LONGEST_COMMENT = 600
_WHEN_SAID = re.compile(
    r"\d{1,2}:\d{2}|\d{1,2}[-/.月]\d{1,2}|[天日周月年時时鐘钟]之?前|昨天|前天|\b(?:ago|yesterday)\b"
)
_ANSWERS = re.compile(
    r"回[复覆應应]|举报|檢舉|[点按]?[赞讚]|顶\b|踩\b|\b(?:reply|report|likes?|upvotes?|permalink)\b",
    re.I,
)
_NOTE_MARK = re.compile(r"\[\d{1,3}\]|\[(?:edit|编辑|編輯|citation needed)\]")


def text_width(element: Element) -> int:
    """Measure how much text a reader sees in the element."""
    return width(one_line(element.text_content()))


def is_hidden(element: Element) -> bool:
    """Tell whether an element is not shown, or kept from those who have the page read to them."""
    style = (element.get("style") or "").replace(" ", "").lower()
    if "display:none" in style or element.get("hidden") is not None:
        return True
    return (
        element.get("aria-hidden") == "true"
        and element.tag not in _HOLDERS
        and text_width(element) < _LONGEST_HIDDEN
    )


def is_boilerplate(element: Element, main_width: int, *, by_links: bool = True) -> bool:
    """Tell whether an element is no part of a main text: hidden, named so, or mostly links.

    Args:
        element: the element.
        main_width: width of the main text.
        by_links: whether lists of links count.
    """
    if is_hidden(element):
        return True
    if _is_named_so(element):
        return text_width(element) < _SMALL * main_width
    if _is_caption(element):
        return True
    if not by_links or element.tag not in _LISTS:
        return False
    return _is_list_of_links(element) or _is_list_of_comments(element)


def is_named_for_comments(element: Element) -> bool:
    """Tell whether by its names an element holds comments, which may be longer than a text."""
    return bool(
        _COMMENTS.search(f"{element.get('class') or ''} {element.get('id') or ''}"[:_LONGEST_NAMES])
    )


def is_note_mark(element: Element) -> bool:
    """Tell whether an element is the mark of a footnote, or a link to edit."""
    if element.tag == "sup" and "reference" in (element.get("class") or ""):
        return True
    return len(element) < 4 and bool(_NOTE_MARK.fullmatch(element.text_content().strip()))


def _is_named_so(element: Element) -> bool:
    if element.tag in _TAGS:
        return True
    identity = element.get("id") or ""
    if len(_SEPARATOR.findall(identity)) >= _WORDS_OF_A_HEADING:
        identity = ""  # a heading's words, as documentation has them
    names = f"{element.get('class') or ''} {identity}".strip()
    if element.tag in _HOLDERS or not 0 < len(names) < _LONGEST_NAMES:
        return False
    names = _BESIDE.sub(" ", _LAST_WORD.sub("-", names))
    known = _NAMES_OF_LINES if element.tag in _SMALL_TAGS else _NAMES
    return bool(known.search(names))


def _is_caption(element: Element) -> bool:
    """Tell whether an element is a picture with a few words that are no sentence.

    As a term and what is said of it, a picture has a caption, be it of sentences.
    """
    if element.tag == "dl" and [child.tag for child in element] == ["dt", "dd"]:
        return next(element[0].iter("img"), None) is not None
    if element.tag not in _PICTURE_HOLDERS or next(element.iter("img"), None) is None:
        return False
    text = one_line(element.text_content())
    return width(text) < _LONGEST_CAPTION and not _SENTENCE_END.search(text)


def _is_list_of_links(element: Element) -> bool:
    links = list(element.iter("a"))
    if len(links) < _FEWEST_LINKS:
        return False
    whole = text_width(element)
    linked = sum(text_width(link) for link in links)
    return bool(whole) and linked / whole > _MOSTLY_LINKS and whole / len(links) < _LONGEST_LINK


def _is_list_of_comments(element: Element) -> bool:
    """Recognise parts alike, nearly each with when it was said and a way to answer."""
    kinds = Counter((child.tag, child.get("class")) for child in element if child.tag in _PARTS)
    kind, count = max(kinds.items(), key=itemgetter(1), default=(None, 0))
    if count < _FEWEST_COMMENTS:
        return False
    texts = [
        " ".join(child.itertext()) for child in element if (child.tag, child.get("class")) == kind
    ]
    told = sum(
        bool(len(text) <= _LONGEST_COMMENT and _WHEN_SAID.search(text) and _ANSWERS.search(text))
        for text in texts
    )
    return told >= _MOSTLY_COMMENTS * count
