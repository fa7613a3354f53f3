r"""Templates of lines, as the lexicon's files hold them, to regular expressions.

    (a|b)   one of these            [a]    perhaps this      [a]*   up to three of these
    {slot}  a kind of words, below  (a){many}, (a){several}  one or more, two or more of it
    \(      the sign itself

A template holds for a whole line that is normalised by `line_forms.comparable`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bidigest.languages.patterns import NOTHING, either
from bidigest.languages.word_lists import languages
from bidigest.languages.zh.scripts import HAN

_LIST = "boilerplate/slots"
_SLOT = re.compile(r"\{([a-z]+)\}")


def _said(section: str) -> str:
    """Join what a section of `slots.txt` has in all languages; `(?!)` where none has it."""
    found = [either(_LIST, section, of=each) for each in reversed(languages())]
    return f"(?:{'|'.join(each for each in found if each != NOTHING) or NOTHING})"


def _filled(expression: str, slots: dict[str, str]) -> str:
    return _SLOT.sub(lambda slot: slots[slot[1]], expression)


_CAPITAL = r"(?-i:[A-Z][\w.'&-]*+)"
_LINK = rf"(?:,? (?:{_said('link')} )?|/)"
_PARTICLE = rf"(?:{_said('particle')} )?"
_HAN_NAME = rf"(?-i:[{HAN}·]){{1,12}}(?:[、,/ ](?-i:[{HAN}·]){{1,8}}){{0,5}}"
_WEEKDAY = _said("weekday")
_DATE = _filled(_said("date"), {"weekday": _WEEKDAY, "month": _said("month")})
_CLOCK = (
    rf"{_said('before clock')}?\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?{_said('behind clock')}?"
    r"(?:\s(?-i:[A-Z]{2,4}|[+-]\d{4}))?"
)
_MOMENT = rf"(?:{_DATE}|{_CLOCK}|{_said('relative day')})(?: ?{_WEEKDAY})?"
_ISSUE = rf"{_said('issue')}\s?\d{{1,4}}{_said('behind issue')}"
# Han characters have no case: looking for it in each of 90,000 takes 20 ms a class.
SLOTS = {
    "names": rf"(?:{_CAPITAL}(?:{_LINK}{_CAPITAL}){{0,10}}|{_HAN_NAME})",
    "people": rf"{_CAPITAL}(?:(?:,? {_said('and')} |, | {_PARTICLE}){_CAPITAL}){{1,6}}",
    "capitals": r"(?-i:[A-Z][A-Z.'-]{1,20}(?: [A-Z][A-Z.'-]{1,20}){0,3})",
    "credits": rf"(?:{_CAPITAL}(?:{_LINK}{_CAPITAL}){{0,10}})"
    rf"(?: {_said('credited for')} {_CAPITAL}(?: {_CAPITAL}){{0,3}})?"
    rf"(?:(?:[;,.]| {_said('and')}) .{{1,200}})?",
    "phrase": r"[^.。!?]{1,80}",
    "han": rf"(?-i:[{HAN}\w·]){{1,14}}(?: (?-i:[{HAN}\w·]){{1,14}}){{0,2}}",
    "source": rf"(?-i:[{HAN}\w]){{2,12}}",
    "press": _said("press"),
    "org": rf"(?-i:[{HAN}]){{2,10}}",
    "place": rf"(?-i:[{HAN}]){{1,8}}",
    "short": r"[^.。!?,]{1,30}",
    "account": rf"(?-i:[{HAN}\w·]){{1,20}}",
    "title": r".{1,200}",
    "rest": r".{0,300}",
    "words": r"[^.。!?]{1,60}",
    "word": r"[\w'-]{1,20}",
    "field": r"[\w&-]{1,20}(?: [\w&-]{1,20}){0,2}",
    "time": rf"(?:{_said('ago')}|{_MOMENT}(?:(?:,? at |[ ,|/·T]{{0,3}}){_MOMENT}){{0,3}})",
    "datetime": rf"{_DATE}(?: ?{_WEEKDAY})?[ ,|/·T]{{0,3}}{_CLOCK}",
    "clock": r"\d{1,2}:\d{2}(?::\d{2})?",
    "year": r"(?:1[89]|20)\d\d",
    "years": r"(?:1[89]|20)\d\d(?:[-–](?:1[89]|20)?\d\d)?",
    "month": r"\d{1,2}",
    "day": r"\d{1,2}",
    "number": r"[\d,.]{1,9}",
    "count": rf"[\d,.]{{1,9}}(?:{_said('count scale')}|k|w)?\+?{_said('counted')}?",
    "pages": r"\d{1,5}(?:[-–]\d{1,5})?",
    "pagenumber": r"(?:\d{1,4}|[ivxlc]{1,6})",
    "volume": rf"{_said('volume')}\s?\d{{1,4}}{_said('behind volume')}?(?:[,;]?\s?{_ISSUE}?)?"
    r"(?:[,;]?\s?\(?[\w ]{0,12}\d{4}\)?)?",
    "address": r"(?:https?://[!-~]{3,500}|www\.[!-~]{3,300}"
    r"|[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){0,3}\.[a-z]{2,12}(?:/[!-~]{0,300})?)",
    "contactdata": r"(?:\S{1,60}@\S{1,60}|@\w{2,30}|\+?[\d(][\d ()./-]{4,30}|https?://\S{3,300}"
    r"|[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}(?:/\S{0,300})?)[\x20-\x7e]{0,60}",
    "mailbox": r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}",
    "data": r"[\x20-\x7e]{1,60}",
    "phone": r"(?:\+?\d{1,3}[ -])?(?:\(?\d{2,4}\)?[ -]){1,3}\d{3,8}",
    "handle": r"@\w{2,30}",
    "hashtag": r"#[^\s#]{1,40}",
    "bar": r"\s?[|丨/·•]\s?",
    "dash": r"[-–—]{1,2}",
    "separator": r"(?:>|»|›|/|·|\||→)",
    "separators": r"[|·•:.,;/ ]",
    # No blank at its ends, so that those around a separator belong to one thing only.
    "crumb": r"[^\s>»›/|·→。，,!?][^>»›/|·→。，,!?]{0,38}(?<!\s)",
    "many": "{1,12}",
    "several": "{2,12}",
}
"""What a slot stands for; `roles` and `agency` are lists of the lexicon."""

REPEATING = ("many", "several")
"""Slots that stand for how often what is before them is repeated."""

NON_ASSERTIVE = frozenset({"phrase", "han", "source"})
"""Slots whose words must make no claim: else the line says something."""

_NAMED = re.compile(r"\(\?P<(c\d{1,4})>")
_TOKEN = re.compile(r"\{(\w+)\}|\\(.)|(\])(\*?)|([\[()|])|(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Template:
    """One template; compiled when it is first held against a line, as most of them never are."""

    expression: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, to be matched against whole lines."""
        return _compiled(self.expression)

    @property
    def non_assertive(self) -> tuple[str, ...]:
        """The names of the groups that must make no claim."""
        return tuple(_NAMED.findall(self.expression))


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)


def to_expression(template: str, slots: dict[str, str], *, named: bool = False) -> str:
    """Translate a template to a regular expression.

    Args:
        template: as the lexicon's files have it.
        slots: the expression of each slot, by name.
        named: whether slots that must make no claim become named groups.
    """
    parts = []
    for number, match in enumerate(_TOKEN.finditer(template)):
        slot, escaped, closing, star, sign, other = match.groups()
        if slot:
            group = (
                f"(?P<c{number}>{slots[slot]})" if named and slot in NON_ASSERTIVE else slots[slot]
            )
            parts.append(group)
        elif closing:
            parts.append("){0,3}" if star else ")?")
        elif sign:
            parts.append({"[": "(?:", "(": "(?:"}.get(sign, sign))
        else:
            parts.append(re.escape(escaped or other))
    return "".join(parts)


def template_of(line: str, slots: dict[str, str]) -> Template:
    """Make a template of a line of the lexicon, with its groups named."""
    return Template(to_expression(line, slots, named=True))
