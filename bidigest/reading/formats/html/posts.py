"""Posts: what people said one after the other, as comments below an article or as a thread.

Each says when it was said, and how to answer it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from bidigest.reading.formats.html.parsing import Element, class_and_identifier, text_width
from bidigest.reading.formats.lines import one_line

_PARTS = frozenset({"div", "li", "article", "section", "dl"})
_FEWEST_COMMENTS, _MOSTLY_COMMENTS = 3, 0.8
_LONGEST_COMMENT = 600
_FEWEST_POSTS, _DEEPEST, _SEVERAL = 2, 8, 2
_NEARLY_ALL = 0.8
_LONGEST_HEADING = 8
_FORUMS = re.compile(r"(?:^|[-_ ])(?:questions?|threads?|topics?|bbs|forums?)(?:[-_ ]|$)", re.I)
_NAMED_ANSWERS = re.compile(r"(?:^|[-_ ])(?:answers?|comments?|repl(?:y|ies))(?:[-_ ]|$)", re.I)
_LONGEST_NAMES = 200
_WHEN_SAID = re.compile(
    r"\d{1,2}:\d{2}|\d{1,2}[-/.月]\d{1,2}|[天日周月年時时鐘钟]之?前|昨天|前天|\b(?:ago|yesterday)\b"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? '?\d"
)
_ANSWERS = re.compile(
    r"回[复覆應应]|举报|檢舉|[点按]?[赞讚]|顶\b|踩\b|\b(?:reply|report|likes?|upvotes?|permalink)\b",
    re.I,
)


def is_list_of_comments(element: Element) -> bool:
    """Recognise parts alike, nearly each with when it was said and a way to answer."""
    kinds = Counter((child.tag, child.get("class")) for child in element if child.tag in _PARTS)
    kind, count = max(kinds.items(), key=itemgetter(1), default=(None, 0))
    if count < _FEWEST_COMMENTS:
        return False
    alike = (child for child in element if (child.tag, child.get("class")) == kind)
    told = sum(map(_is_comment, alike))
    return told >= _MOSTLY_COMMENTS * count


def thread_around(element: Element, body: Element) -> list[Element]:
    """Find what the posts of a thread say, in order, if the element is one of them; else nothing.

    The posts are the smallest elements around it that can be answered and of which there are
    others with the tag and most of the classes.

    Args:
        element: a part of a page.
        body: the outermost element.
    """
    for post in _around(element, body):
        if post is element or not post.get("class") or post.tag not in _PARTS:
            continue
        if not _ANSWERS.search(text_beside([element], post)):
            continue
        said = [
            parts
            for each in _alike(post, body)
            if (parts := _body_of(each, element)) and (each is post or _is_answer(each, parts))
        ]
        if len(said) >= _FEWEST_POSTS:
            return [part for parts in said for part in parts]
    return _question_with_answers(element, body)


def _question_with_answers(element: Element, body: Element) -> list[Element]:
    """Find what is asked and what answers it on a page named as a forum, by a class of both.

    What answers stands in something named so, or has the same classes in a post with its time.
    """
    around = set(element.iterancestors())
    if not any(_FORUMS.search(_names(each)) for each in (element, *element.iterancestors())):
        return []
    for question in _narrower(element):
        classes = _classes(question)
        alike = (each for each in body.iter(question.tag) if classes & _classes(each))
        found = {each for each in alike if _is_named_as_answer(each, element, around)}
        found = found or _told_alike(question, body)
        inside = Counter(holder for each in found for holder in each.iterancestors())
        posts = {each for each in found if inside[each] < _SEVERAL}  # others hold a list of them
        outer = [each for each in posts if posts.isdisjoint(each.iterancestors())]
        kept = {question, *outer}
        # An element that says more than these holds several posts itself.
        if outer and sum(map(text_width, kept)) > text_width(element):
            return [each for each in body.iter(question.tag) if each in kept]
    return []


def _told_alike(question: Element, body: Element) -> set[Element]:
    """Find what has the classes of the question, each in a post of its own that says when."""
    classes = _classes(question)
    alike = [each for each in body.iter(question.tag) if classes == _classes(each)]
    if not classes or len(alike) < _FEWEST_COMMENTS:
        return set()
    holders = Counter(holder for each in alike for holder in each.iterancestors())
    posts = {}
    for each in alike:
        own = [holder for holder in each.iterancestors() if holders[holder] == 1]
        posts[each] = own[-1] if own else each
    told = (_WHEN_SAID.search(text_beside([each], post)) for each, post in posts.items())
    return set(alike) - {question} if all(told) else set()


def _is_named_as_answer(part: Element, question: Element, holders: set[Element]) -> bool:
    """Tell whether a part stands in something named as answers that does not hold the question."""
    for each in part.iterancestors():
        if each is question or each in holders:
            return False
        if is_named_as_answer(each):
            return True
    return False


def is_named_as_answer(element: Element) -> bool:
    """Tell whether by its names an element answers something, or holds what does."""
    return bool(_NAMED_ANSWERS.search(_names(element)))


def _names(element: Element) -> str:
    return class_and_identifier(element)[:_LONGEST_NAMES]


def _around(element: Element, body: Element) -> Iterator[Element]:
    """Yield the element and what it stands in, up to the body."""
    for _ in range(_DEEPEST):
        if element is None or element is body:
            return
        yield element
        element = element.getparent()


def _alike(post: Element, body: Element) -> list[Element]:
    """List the elements with the tag and most of the classes, the post among them, as outermost."""
    known, classes = set[Element](), _classes(post)
    for each in body.iter(post.tag):
        if _are_alike(classes, _classes(each)) and known.isdisjoint(each.iterancestors()):
            known.add(each)
    return [each for each in body.iter(post.tag) if each in known]


def _are_alike(some: set[str], others: set[str]) -> bool:
    """Tell whether most classes are common, or several are all that one of them has."""
    common = some & others
    return 2 * len(common) > len(some | others) or (
        len(common) >= _SEVERAL and common in (some, others)
    )


def _classes(element: Element) -> set[str]:
    return set((element.get("class") or "")[:_LONGEST_NAMES].split())


def _said(element: Element) -> str:
    return " ".join(element.itertext())


def _is_answer(post: Element, parts: Sequence[Element]) -> bool:
    """Tell whether a post, besides what it says, says when and how to answer, and is no article."""
    beside = text_beside(parts, post)
    return bool(_WHEN_SAID.search(beside) and _ANSWERS.search(beside)) and not has_title(post)


def text_beside(parts: Sequence[Element], post: Element) -> str:
    """Return the text of a post without that of parts of it."""
    inside = all_within(parts)
    outside = (each for each in post.iter() if each not in inside)
    texts = [text for each in outside for text in (each.text, each.tail) if text]
    return " ".join([*texts, *(part.tail for part in parts if part.tail)])


def all_within(parts: Iterable[Element]) -> set[Element]:
    """Return elements with all that stands in them."""
    return {each for part in parts for each in part.iter()}


def tells_when(text: str) -> bool:
    """Tell whether a text says when something was said."""
    return bool(_WHEN_SAID.search(text))


def can_be_answered(text: str) -> bool:
    """Tell whether a text offers to answer, or to judge, what stands beside it."""
    return bool(_ANSWERS.search(text))


def _is_comment(element: Element) -> bool:
    """Tell whether in this it says when it was said, and how to answer."""
    text = _said(element)
    short = len(text) <= _LONGEST_COMMENT
    return bool(short and _WHEN_SAID.search(text) and _ANSWERS.search(text))


def has_title(post: Element) -> bool:
    """Tell whether a part is an article of its own: its first heading is a link, or the highest."""
    heading = next(post.iter("h1", "h2", "h3"), None)
    if heading is None or len(one_line(heading.text_content())) <= _LONGEST_HEADING:
        return False
    return heading.tag == "h1" or next(heading.iter("a"), None) is not None


def _body_of(post: Element, element: Element) -> list[Element]:
    """List the parts of a post that are as the element, or what it holds, is in its own post."""
    for each in _narrower(element):
        classes = _classes(each)
        if found := [part for part in post.iter(each.tag) if _classes(part) == classes]:
            return found
    return []


def _narrower(element: Element) -> Iterator[Element]:
    """Yield the element, and what in it says nearly all of what it says, with classes."""
    whole = text_width(element)
    for each in element.iter("div", "section", "article", "span"):
        if each is element or (each.get("class") and text_width(each) >= _NEARLY_ALL * whole):
            yield each
