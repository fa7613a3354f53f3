"""Names that pages give to elements: classes and identifiers that say what is no text."""

from __future__ import annotations

import re

from bidigest.reading.formats.html.parsing import (
    HEADINGS,
    WHOLE_TEXTS,
    Element,
    class_and_identifier,
    text_width,
)

_NAMES = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|navbox|menu|breadcrumbs?|\w{0,12}sidebar\w{0,8}|side|footer|foot"
    r"|copyright|comments?|disqus|share|sharing|social|related|recommend\w{0,20}|tuijian|xiangguan"
    r"|hot\w{0,6}|rank\w{0,20}"
    r"|sponsor\w{0,20}|ads?|advert\w{0,20}|promo\w{0,20}|newsletter|subscri(?:be|bers?|ptions?)|cookie|popup|modal|login|sign-?in|pager"
    r"|pagination|mw-editsection|mw-jump\w{0,20}|reflist|references|catlinks|printfooter|noprint|hatnote"
    r"|toc|tags?|keywords?|responsible|disclaimer|statement|qr\w{0,20}|app-?download"
    r"|jp-relatedposts|sharedaddy|bshare|addtoany|feed-\w+|tool\w{0,20}|addthis\w{0,20}"
    r"|author-?(?:bio|info|box)|by-?line\w{0,10}|date-?line|attribution|publish(?:ed)?[-_]?(?:date|time)|pub[-_]?date"
    r"|article[-_]date|post(?:ed)?-?on|time-?stamp|sign-?up|link-?back|post-?meta|caption\w{0,20}|photo-?credit"
    r"|img[-_]?desc\w{0,20}|licen[cs]e|reward\w{0,10}|donat(?:e|ion)s?|hotline|helpline|prev|guess\w{0,10}|wechat"
    r"|signature\w{0,12}|sig[-_]text|dashang|pinglun|fenxiang|erweima|weixin|zuozhe|bianji|zeren\w{0,10}|jubao|shengming|mianze"
    r"|shoucang|dianzan)(?:[-_ \d]|$)",
    re.I,
)
_FACTS = re.compile(r"(?:^|[-_ ])infobox(?:[-_ \d]|$)", re.I)
"""A table of an encyclopedia; elsewhere a note that is set off."""
_EDITOR, _WIDEST_EDITOR = re.compile(r"(?:^|[-_ ])editors?(?:[-_ \d]|$)", re.I), 160
"""Who edited a text, where it says so in a few words; `TRS_Editor` is what one was edited in."""
_EDITED = re.compile(r"[编編校审審]|\bedit(?:ed|ing) by\b|^editors?:", re.I)
_DIALOGS = re.compile(
    r"(?:^|[-_ ])(?:modal|pop-?ups?|dialog|toast|overlay|lightbox|hint|pay-?code)(?:[-_ \d]|$)",
    re.I,
)
_PLAYERS = re.compile(
    r"(?:^|[-_ ])(?:(?:video|audio|live|m|h5|d)-?player|vjs|video-?js)(?:[-_ \d]|$)", re.I
)
_COMMENTS = re.compile(
    r"(?:^| )(?:comments?|pinglun|disqus)(?![-_](?:open|closed|on|off|enabled|count))(?:[-_ \d]|$)",
    re.I,
)
_PERSONS = re.compile(
    r"(?:^|[-_ ])(?:authors?|users?|username|members?|posters?|postedby|avatar|profile|nick\w{0,5}"
    r"|handle|creator|joined|byline|name|zuozhe|yonghu)(?:[-_ \d]|$)",
    re.I,
)
_OF_A_PERSON = re.compile(
    r"/(?:u|users?|members?|people|profile|author)/|[?&](?:uid|u|user)=|space-uid", re.I
)
_BESIDE = re.compile(
    r"(?<![a-z])(?:with|has|no|w|without)[-_]?(?:side-?bar|ads?|toc|menu|nav)(?![a-z])", re.I
)
"""Names of what stands beside such a thing, or without it."""
_NAMES_OF_LINES = re.compile(
    r"(?:^|[-_ ])(?:related|by-?line|date-?line|newsletter|sign-?up|subscribe|promo|advert\w{0,20}"
    r"|photo-?credit|read-?more|see-?also|copyright)(?:[-_ \d]|$)",
    re.I,
)
"""Of a paragraph fewer names say that it is none: `note` or `side` may be how it looks."""
_LAST_WORD = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]{1,20}(?:[-_ \d]|$))")
"""Before the last word of `emailSignup`: `modalMinWidth` is of any width."""
_CAPITALS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOTES = re.compile(
    r"(?:^|[-_ ])(?:admonition|note|notecard|warning|caution|tip|important|danger|attention"
    r"|callout|topic|abstract)(?:[-_ \d]|$)",
    re.I,
)
"""What manuals set off in a box, which is read with the rest."""
_LONGEST_NAMES = 200
_SEPARATOR, _WORDS_OF_A_HEADING = re.compile("[-_]"), 3
_MARK_OF_SECTION = re.compile("^[a-z]{1,4}[-_](?=.{3})", re.I)
_NO_LETTER = re.compile(r"[\W_]+")
_SMALL_TAGS = frozenset({"li", "p", "td", "tr"})


def is_named_as_boilerplate(element: Element) -> bool:
    """Tell whether by its names an element is a menu, a button, a list of other articles."""
    names = _names(element)
    if element.tag in WHOLE_TEXTS or not names:
        return False
    if element.tag in _SMALL_TAGS:
        return bool(_NAMES_OF_LINES.search(names))
    if _EDITOR.search(names) and text_width(element) <= _WIDEST_EDITOR:
        return bool(_EDITED.search(element.text_content().strip()))
    return bool(_NAMES.search(names) or (element.tag == "table" and _FACTS.search(names)))


def is_named_as_note(element: Element) -> bool:
    """Tell whether by its names or its role an element is a note of the text, or its summary."""
    role = element.get("role") or ""
    return role in ("note", "doc-abstract", "doc-tip") or bool(_NOTES.search(_names(element)))


def is_named_as_player(element: Element) -> bool:
    """Tell whether by its names an element plays a film, and holds its buttons."""
    return element.tag not in WHOLE_TEXTS and bool(_PLAYERS.search(_names(element)))


def is_named_for_comments(element: Element) -> bool:
    """Tell whether by its names an element holds comments, which may be longer than a text."""
    return bool(_COMMENTS.search(class_and_identifier(element)[:_LONGEST_NAMES]))


def names_a_person(element: Element) -> bool:
    """Tell whether an element is named for who wrote something, or leads to them."""
    if element.tag == "a" and _OF_A_PERSON.search(element.get("href") or ""):
        return True
    return bool(_PERSONS.search(_CAPITALS.sub("-", _names(element))))


def is_named_as_dialog(element: Element) -> bool:
    """Tell whether by its names an element is shown above the page when it is asked for."""
    return element.tag not in WHOLE_TEXTS and bool(_DIALOGS.search(_names(element)))


def _names(element: Element) -> str:
    """Join the classes and the identifier; empty where these are too many to say anything."""
    identity = element.get("id") or ""
    if len(_SEPARATOR.findall(identity)) >= _WORDS_OF_A_HEADING or _is_of_heading(element):
        identity = ""  # a heading's words, as documentation has them
    names = f"{element.get('class') or ''} {identity}".strip()
    return _BESIDE.sub(" ", _LAST_WORD.sub("-", names)) if len(names) < _LONGEST_NAMES else ""


def _is_of_heading(element: Element) -> bool:
    """Tell whether the identifier of a section is its heading's words: `build-tools`.

    A short mark may stand before them: `s-build-tools`.
    """
    heading = next(element.iterchildren(*HEADINGS), None) if element.get("id") else None
    if heading is None:
        return False
    names = (element.get("id"), _MARK_OF_SECTION.sub("", element.get("id")))
    words, *identities = (
        _NO_LETTER.sub("", each).lower() for each in (str(heading.text_content()), *names)
    )
    return any(words.startswith(identity) for identity in identities)
