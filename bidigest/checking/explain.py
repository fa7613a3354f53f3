"""Why a point is what it is: its citations in context, its reasons, and what stayed apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from bidigest.checking.edition_folder import damage_as_error, edition_of, sources_root
from bidigest.checking.original_checks import kept_rendition
from bidigest.checking.rendered_pages import statement_for_reader
from bidigest.checking.verification import decoded
from bidigest.errors import DigestError
from bidigest.rendering import json as digest_json
from bidigest.rendering.escaping import one_line
from bidigest.rendering.json import Data
from bidigest.rendering.originals import told_place
from bidigest.rendering.page_messages import Messages, messages

_CONTEXT = 120
"""Code points that are searched for the sentence before and after."""

_MOST = 3
"""How many kinds of evidence are named."""

_MOST_FOR, _MOST_AGAINST = 4, 2
"""How many kinds of evidence are named that put a pair together, and how many that do not."""

_NOTICEABLE = 0.25
"""Difference in log-odds from which one kind is worth naming."""

_ENDS = "。！？!?\n\r"


def explain(folder: Path, identifier: str, *, root: Path | None = None) -> str:
    """Explain one point of an edition as text.

    Args:
        folder: an edition, or an output folder.
        identifier: the point's id, as `P3`.
        root: folder that the sources' paths are relative to; by default as the edition says.

    Raises:
        DigestError: the edition has no such point, or is damaged.
    """
    edition = edition_of(folder)
    data = digest_json.load(edition)
    with damage_as_error(edition):
        return _explained(identifier, data, edition, root)


def _explained(identifier: str, data: Data, edition: Path, root: Path | None) -> str:
    points = {point["id"]: point for point in data["points"]}
    if identifier not in points:
        last = data["points"][-1]["id"] if data["points"] else "none"
        raise DigestError(f"{edition}: has no point {identifier}; its last one is {last}")
    place = sources_root(edition, data, root)
    texts = {source["id"]: _text(source, place, edition) for source in data["sources"]}
    lines = _lines(points[identifier], points, data, texts, messages(data["language"]))
    return "\n".join(lines) + "\n"


def _text(source: Data, root: Path, edition: Path) -> str | None:
    """Read a source's text; None where it is gone, since the quotations stand in the digest."""
    try:
        file = kept_rendition(source, edition) or root / source["path"]
        return decoded(file.read_bytes(), source["encoding"])
    except (OSError, UnicodeError, LookupError):
        return None


def _lines(
    point: Data,
    points: Mapping[str, Data],
    data: Data,
    texts: Mapping[str, str | None],
    say: Messages,
) -> Iterator[str]:
    yield f"{point['id']}{say('colon')}{one_line(statement_for_reader(point, data))}"
    rank = 1 + list(points).index(point["id"])
    yield say(
        "explain.rank",
        rank=rank,
        n=len(points),
        support=f"{len(point['sources'])}/{len(data['sources'])}",
    )
    yield from ("", say("explain.citations"))
    paths = {source["id"]: source["path"] for source in data["sources"]}
    for item in point["citations"]:
        # `file:4` is opened at the line by terminals and editors.
        place = f" {told_place(item)}" if "where" in item else f":{item['line']}"
        yield f"  {item['source']} {one_line(paths[item['source']])}{place}".rstrip()
        yield f"    {one_line(_in_context(item, texts[item['source']]))}"
    yield from ("", say("explain.reasons"))
    yield from (f"  {line}" for line in _reasons(point, say))
    if point.get("nearest"):
        yield from ("", say("explain.nearest"))
        yield from (f"  {line}" for line in _nearest(point, points, data, say))


def _in_context(citation: Data, text: str | None) -> str:
    """Show a quotation in place: `sentence before [the quotation] sentence after`."""
    quote, start, end = citation["quote"], citation["start"], citation["end"]
    if text is None or text[start:end] != quote:
        return f"[{quote}]"
    return f"{_before(text, start)} [{quote}] {_after(text, end)}"


def _before(text: str, end: int) -> str:
    """Return the sentence that ends where the quotation begins, or as much as is near."""
    near = text[max(0, end - _CONTEXT) : end].rstrip()
    cut = max(near.rfind(mark, 0, len(near) - 1) for mark in _ENDS) if near else -1
    cut_short = "…" if cut < 0 and end > _CONTEXT else ""
    return cut_short + near[cut + 1 :].lstrip()


def _after(text: str, start: int) -> str:
    near = text[start : start + _CONTEXT].lstrip()
    found = [near.find(mark) for mark in _ENDS]
    ends = [position for position in found if position >= 0]
    return near[: min(ends) + 1] if ends else near + ("…" if start + _CONTEXT < len(text) else "")


def _reasons(point: Data, say: Messages) -> Iterator[str]:
    if not point["reasons"]:
        yield say("explain.alone")
    for reason in point["reasons"]:
        pair = " = ".join(_named(reason[side], point) for side in ("first", "second"))
        told = one_line(_put_together(reason["evidence"], say))
        yield f"{pair}  {reason['score']:.0%}  ({told})"


def _put_together(evidence: Mapping[str, float], say: Messages) -> str:
    """Name the kinds of evidence that say most for a pair, and what says most against it."""
    ranked = sorted(evidence.items(), key=lambda each: -abs(each[1]))
    speaking = [(kind, weight) for kind, weight in ranked if abs(weight) >= _NOTICEABLE] or ranked
    names = say.list([say.evidence(kind) for kind, weight in speaking if weight > 0][:_MOST_FOR])
    against = [say.apart(kind) for kind, weight in speaking if weight < 0][:_MOST_AGAINST]
    return say("explain.although", for_it=names, against=say.list(against)) if against else names


def _named(sentence: Data, point: Data) -> str:
    """Name the sentence as `S1 L17` or `S2 p. 4`, where it is one of the point's citations."""
    source, start = sentence["source"], sentence["start"]
    for item in point["citations"]:
        if (item["source"], item["start"] + item.get("before", 0)) == (source, start):
            return f"{source} {told_place(item)}".rstrip()
    return f"{source} @{start}"


def _nearest(point: Data, points: Mapping[str, Data], data: Data, say: Messages) -> Iterator[str]:
    usual = usual_evidence(data)
    for near in point["nearest"]:
        other = points.get(near["point"])
        statement = one_line(statement_for_reader(other, data)) if other else ""
        yield f"{near['point']}  {near['score']:.0%}  {statement}"
        if other and "evidence" in near:
            pair = f"{_named(near['first'], point)} ≠ {_named(near['second'], other)}"
            yield f"  {pair}{say('colon')}{kept_apart(near, usual, say)}"


_LIKELY = 0.5
"""Probability from which two sentences by themselves would be put together."""


def usual_evidence(data: Data) -> dict[str, float]:
    """Compute the mean of each kind of evidence over the pairs that this digest has merged."""
    merged = [reason["evidence"] for point in data["points"] for reason in point["reasons"]]
    found: dict[str, list[float]] = defaultdict(list)
    for evidence in merged:
        for kind, weight in evidence.items():
            found[kind].append(float(weight))
    return {kind: sum(weights) / len(merged) for kind, weights in sorted(found.items())}


def kept_apart(near: Data, usual: Mapping[str, float], say: Messages) -> str:
    """Name the kinds of evidence in which this pair falls shortest of those put together.

    One that is likely by itself was kept apart by the other sentences of the two points.

    Args:
        near: the pair, with its evidence and score.
        usual: mean of each kind of evidence over merged pairs.
        say: messages in the reader's language.
    """
    evidence: Mapping[str, float] = near["evidence"]
    short = sorted((weight - usual.get(kind, 0.0), kind) for kind, weight in evidence.items())
    named = [kind for less, kind in short if less <= -_NOTICEABLE][:_MOST]
    words = say.list(say.apart(kind) for kind in named)
    if near["score"] < _LIKELY:
        return words or say("apart.others")
    return say("apart.others") + (f" ({words})" if words else "")
