"""Questions to the judge, and which of its replies count.

Sentences are data: they travel as JSON strings, each pair under an id that no source can know
of another pair. A reply counts only if it holds no other id, none twice, and is right about the
pairs whose answer is known; of a reply that counts, each id has its one answer.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

from bidigest.package_data import parse_yaml
from bidigest.storage.cache_files import strict_json

Answer = Literal["yes", "no", "different"]

_LONGEST = 1000
"""Code points of a sentence that are sent."""


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two texts make the same claim; their order makes no difference."""

    id: str
    one: str
    other: str


def question(one: str, other: str) -> Question:
    """Make the question about two texts, shortened to what is sent; its id is theirs alone."""
    first, second = sorted((_sent(one), _sent(other)))
    digest = hashlib.sha256(f"{len(first)}\n{first}\n{second}".encode()).hexdigest()
    return Question(digest[:12], first, second)


def version() -> str:
    """Hash all that the judge is told, whatever it is asked about."""
    return hashlib.sha256(_text().encode()).hexdigest()[:12]


def messages(questions: Sequence[Question]) -> list[dict[str, str]]:
    """Write the questions as a chat, with the known pairs among them."""
    asked = sorted([*questions, *_known(questions)], key=lambda each: each.id)
    pairs = [{"id": each.id, "one": each.one, "other": each.other} for each in asked]
    return [
        {"role": "system", "content": _prompt()["instruction"]},
        {"role": "user", "content": json.dumps({"pairs": pairs}, ensure_ascii=False)},
    ]


def answers(reply: str, questions: Sequence[Question]) -> dict[str, Answer] | None:
    """Read answers by id, as far as they are given; None for a reply that is not to be believed."""
    given = _parsed(reply)
    known = _known(questions)
    ids = {each.id for each in questions}
    if given is None or not set(given) <= ids | {each.id for each in known}:
        return None
    if any(given.get(each.id) != expected for each, expected in known.items()):
        return None
    return {each: given[each] for each in sorted(ids) if given.get(each) in get_args(Answer)}


def known_pairs() -> tuple[tuple[str, str], ...]:
    """Return pairs of texts that do make the same claim, of which some are mixed in."""
    return tuple((one, other) for one, other in _prompt()["known"])


def _sent(text: str) -> str:
    whole = " ".join(text.split()).encode("utf-8", "replace").decode()
    return whole if len(whole) <= _LONGEST else whole[:_LONGEST] + "…"


def _known(questions: Sequence[Question]) -> dict[Question, Answer]:
    """Choose a pair that says the same and one that does not, by the questions."""
    bank = known_pairs()
    digest = hashlib.sha256("".join(each.id for each in questions).encode()).digest()
    first = digest[0] % len(bank)
    second = (first + 1 + digest[1] % (len(bank) - 1)) % len(bank)
    return {question(*bank[first]): "yes", question(bank[first][0], bank[second][1]): "no"}


def _parsed(reply: str) -> dict[str, Any] | None:
    """Parse the one JSON object of a reply, perhaps in a code fence, no key twice."""
    lines = reply.strip().splitlines()
    if len(lines) > 2 and lines[0].startswith("```") and lines[-1].strip() == "```":
        lines = lines[1:-1]
    try:
        given = strict_json("\n".join(lines))
    except (ValueError, RecursionError):
        return None
    return given if isinstance(given, dict) else None


@cache
def _text() -> str:
    return files("bidigest.rerankers.llm_judge").joinpath("prompt.yaml").read_text(encoding="utf-8")


@cache
def _prompt() -> Mapping[str, Any]:
    prompt: Mapping[str, Any] = parse_yaml(_text())
    return prompt
