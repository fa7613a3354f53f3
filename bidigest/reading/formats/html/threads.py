"""Threads: what people said one after the other, found by how a page sets their posts.

The texts of posts have one kind of element, a post each, and beside each text stands when it was
said and by whom. Pages that say by their names that they are a forum may set the question
otherwise than what answers it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from bidigest.reading.formats.html.boilerplate import is_hidden
from bidigest.reading.formats.html.element_names import names_a_person
from bidigest.reading.formats.html.parsing import Element
from bidigest.reading.formats.html.posts import (
    all_within,
    can_be_answered,
    has_title,
    is_named_as_answer,
    tells_when,
    text_beside,
)
from bidigest.reading.formats.html.prose import Prose, prose_within, richest
from bidigest.reading.formats.lines import one_line, width

_SAID_IN = frozenset("div section article blockquote td span p dd".split())
_QUOTES = frozenset({"blockquote", "aside", "footer"})
_DIGITS = re.compile(r"\d+")
_FEWEST = 2
_MOSTLY = 0.75
_MOST_KINDS = 40
_LEAST_SHARE = 0.3
"""Of the kind that says most: one that says less is none, be it first."""
_NEARLY_ALL = 0.7
"""Of what posts say: what lies within them has so much, or is only a part of each."""
_LEAST_QUESTION, _FEW_WORDS = 40, 20

Kind = tuple[str, str]
"""A tag, and the classes or else the identifier without its figures."""


@dataclass(frozen=True, slots=True)
class _Posts:
    """Elements of one kind, one a post, in order, and how much they say."""

    said: Sequence[Element]
    size: int


def thread_of(
    found: Sequence[Element], body: Element, prose: Prose, *, forum: bool
) -> list[Element]:
    """Find what the posts of a thread say, in order, if what was found is a part of one.

    Args:
        found: the main elements, in order.
        body: the outermost element.
        prose: widths of the prose, by element.
        forum: whether the page says of itself that it is one.
    """
    sizes = _sizes(body)
    kinds = _kinds(body, sizes, forum=forum)
    best = _best(kinds.values(), body, forum=forum)
    if best is None:
        return []
    if not forum:
        return list(best.said) if all_within(best.said).intersection(found) else []
    thread = [*_question(best, body, prose), *best.said]
    return thread if _missed(thread, found, prose) <= best.size else []


def _missed(thread: Sequence[Element], found: Sequence[Element], prose: Prose) -> int:
    """Measure the prose of what was found that is not in a thread."""
    return sum(prose.get(each, 0) for each in all_within(found) - all_within(thread))


def _sizes(body: Element) -> Mapping[Element, int]:
    """Measure what each element says that is no link and not hidden; 0 in what is."""
    sizes = dict.fromkeys(body.iter(etree.Element), 0)
    silent: set[Element] = set()
    for element in sizes:
        parent = element.getparent()
        if parent in silent or element.tag == "a" or is_hidden(element):
            silent.add(element)
        else:
            sizes[element] += _weight(element.text)
        if element is not body and parent not in silent:
            sizes[parent] += _weight(element.tail)
    for element in reversed(sizes):
        if element is not body:
            sizes[element.getparent()] += sizes[element]
    return sizes


def _weight(text: str | None) -> int:
    """Measure a stretch of text; a few words, as who posted when, count next to nothing."""
    size = width(one_line(text or ""))
    return size if size >= _FEW_WORDS else min(size, 1)


def _kinds(body: Element, sizes: Mapping[Element, int], *, forum: bool) -> Mapping[Kind, _Posts]:
    """Gather elements with something to say by their kinds, those that say most first."""
    kinds: dict[Kind, list[Element]] = defaultdict(list)
    quoted: set[Element] = set()
    for element in body.iterdescendants(etree.Element):
        kind = _kind(element, by_holder=forum)
        if element.getparent() in quoted or (element.tag in _QUOTES and not kind[1]):
            quoted.add(element)
        elif kind[1] and element.tag in _SAID_IN and sizes[element]:
            kinds[kind].append(element)
    posts = {kind: _Posts(said, sum(sizes[e] for e in said)) for kind, said in kinds.items()}
    several = (item for item in posts.items() if len(item[1].said) >= _FEWEST)
    return dict(sorted(several, key=lambda item: -item[1].size)[:_MOST_KINDS])


def _kind(element: Element, *, by_holder: bool) -> Kind:
    """Return the kind of an element; without names it may be of the kind of what holds it."""
    holder = element.getparent() if by_holder else None
    for each, mark in ((element, ""), (holder, "> ")):
        if names := "" if each is None else each.get("class") or each.get("id") or "":
            return element.tag, mark + " ".join(sorted(_DIGITS.sub("", names).split()))
    return element.tag, ""


def _best(kinds: Iterable[_Posts], body: Element, *, forum: bool) -> _Posts | None:
    """Choose the first posts that say much; of several kinds in the same posts, the innermost."""
    told = [posts for posts in map(_outermost, kinds) if _is_told(posts, forum=forum)]
    least = _LEAST_SHARE * max((posts.size for posts in told), default=0)
    numbers = _places(body)
    several = (posts for posts in told if posts.size >= least)
    first = min(several, key=lambda posts: numbers[posts.said[0]], default=None)
    if first is None:
        return None
    inside = set(first.said[0].iter(etree.Element))
    best = max((p for p in told if p.said[0] in inside), key=lambda posts: posts.size)
    return _innermost(best, told)


def _places(body: Element) -> Mapping[Element, int]:
    """Return the place of each element in the order of the page, from 0."""
    return {each: number for number, each in enumerate(body.iter(etree.Element))}


def _innermost(best: _Posts, told: Sequence[_Posts]) -> _Posts:
    """Find what in the same posts says nearly as much, as a text does without its frame."""
    known = all_within(best.said)
    least = _NEARLY_ALL * best.size
    within = [p for p in told if p.size >= least and known.issuperset(p.said)]
    return min(reversed(within), key=lambda posts: posts.size)


def _outermost(posts: _Posts) -> _Posts:
    """Leave out what lies within another one, as a quotation does."""
    known = set(posts.said)
    return _Posts([e for e in posts.said if known.isdisjoint(e.iterancestors())], posts.size)


def _is_told(posts: _Posts, *, forum: bool) -> bool:
    """Tell whether beside most of what is said stands when, and by whom or how to answer."""
    if len(posts.said) < _FEWEST:
        return False
    holders = Counter(holder for each in posts.said for holder in each.iterancestors())
    told = sum(_is_post(each, _post_of(each, holders), forum=forum) for each in posts.said)
    return told >= _MOSTLY * len(posts.said)


def _post_of(said: Element, holders: Mapping[Element, int]) -> Element:
    """Return the outermost element around it that holds no other one."""
    post = said
    for holder in said.iterancestors():
        if holders[holder] > 1:
            break
        post = holder
    return post


def _is_post(said: Element, post: Element, *, forum: bool) -> bool:
    if post is said or not (forum or not has_title(post)):
        return False
    beside = text_beside([said], post)
    inside = all_within([said])
    around = [each for each in post.iter(etree.Element) if each not in inside]
    when = tells_when(beside) or any(e.tag == "time" or e.get("datetime") for e in around)
    told = when or (forum and any(map(is_named_as_answer, (said, *said.iterancestors()))))
    return told and (can_be_answered(beside) or any(map(names_a_person, around)))


def _question(posts: _Posts, body: Element, prose: Prose) -> list[Element]:
    """Find what the posts answer, if it stands before them and is none of their kind."""
    numbers = _places(body)
    first = posts.said[0]
    around = set(first.iterancestors())
    before = [e for e in prose if numbers[e] < numbers[first] and e not in around]
    if not before:
        return []
    among = {holder for e in before for holder in (e, *e.iterancestors())} - around - {body}
    question = richest(body, {e: prose[e] for e in before}, among=list(among))
    if question is None or prose_within(question, prose) < _LEAST_QUESTION:
        return []
    post = _post_of(question, Counter(dict.fromkeys(around, _FEWEST)))
    return [question] if _is_post(question, post, forum=True) else []
