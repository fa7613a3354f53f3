"""One measurement in a process of its own: what each stage costs beside jieba's segmentation.

    python -m benchmarks.stages FOLDER

Prints JSON: processor seconds by stage, those of `jieba.lcut` over the same text in the same
process, the peak of memory in bytes, and how many planted repeats came together. Packages are
imported and dictionaries opened before the clock starts, for both alike.
"""

from __future__ import annotations

import datetime
import json
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import bidigest
from bidigest.languages.zh.segmentation import tagged
from bidigest.limits import collect_seldom
from bidigest.model import Digest, Document, Summary
from bidigest.reading.boilerplate.lexicon import reasons

OPTIONS = bidigest.Options(date=datetime.date(2026, 1, 31), embeddings="none")
"""Without the sentence model, which costs many times all the rest: `benchmarks.cost.modelled`."""
_NEW_WORD = "高管的调查"
"""Opens the model of words that the dictionary has not; jieba opens its own as it is imported."""
_WARMING = "预热一下，约有三成。\n\nThis is said in order to warm up, by 30 %. 這裡說兩次。\n"


def main() -> None:
    folder = Path(sys.argv[1]).resolve()
    warm_up()
    seconds, digest = pipeline(folder)
    memory = peak()
    told: dict[str, Any] = {
        "sources": len(digest.documents),
        "sentences": sum(len(document.sentences) for document in digest.documents),
        "stages": seconds,
        "total": sum(seconds.values()),
        "memory": memory,
        "repeats": repeats_found(folder, digest),
        "floor": floor([document.text for document in digest.documents]),
    }
    print(json.dumps(told))


def warm_up() -> None:
    """Load what is loaded once a process, which is set up as the command line sets it up."""
    collect_seldom()
    tagged(_NEW_WORD)
    for reason in reasons():
        for template in reason.templates:
            assert template.pattern  # compiled once a process, where it is first needed
    document = bidigest.read_bytes(_WARMING.encode(), "warm.md")
    digest = bidigest.merge([document], [bidigest.summarize(document)], OPTIONS)
    bidigest.render(digest, links=".")


def pipeline(folder: Path) -> tuple[dict[str, float], Digest]:
    """Processor seconds of each stage of the library, and what it made."""
    seconds: dict[str, float] = {}
    documents, summaries = read_and_ranked(folder, seconds)
    with timed(seconds, "merge"):
        digest = bidigest.merge(documents, summaries, OPTIONS)
    with timed(seconds, "render"):
        bidigest.render(digest, links=".")
    return seconds, digest


def read_and_ranked(
    folder: Path, seconds: dict[str, float]
) -> tuple[list[Document], list[Summary]]:
    """The folder's documents and their summaries; `seconds` gets what either took."""
    with timed(seconds, "read"):
        paths = bidigest.find_sources(["."], root=folder)
        documents = [bidigest.read(path, root=folder) for path in paths]
    with timed(seconds, "summarize"):
        summaries = [bidigest.summarize(document) for document in documents]
    return documents, summaries


def peak() -> int:
    """Bytes of memory at most.

    Where the kernel tells it of this program alone: what a process has used counts that of the one
    that started it, before it became another program.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    lines = (line.split() for line in status.read_text().splitlines())
    return next(int(words[1]) * 1024 for words in lines if words[:1] == ["VmHWM:"])


@contextmanager
def timed(seconds: dict[str, float], name: str) -> Iterator[None]:
    """Processor time, which other people's work on the machine stretches less than the clock."""
    started = time.process_time()
    yield
    seconds[name] = time.process_time() - started


def floor(texts: list[str]) -> float:
    """Processor seconds of plain jieba over the same texts, its dictionary loaded before."""
    import jieba

    jieba.setLogLevel(60)
    jieba.lcut("预热")
    started = time.process_time()
    for text in texts:
        jieba.lcut(text)
    return time.process_time() - started


def repeats_found(folder: Path, digest: Digest) -> list[int] | None:
    """Planted repeats that share a point with their original.

    With it how many of them and of their originals were read as the sentences that they are, and
    how many there are.
    """
    file = folder / "repeats.tsv"
    if not file.exists():
        return None
    paths = [document.path for document in digest.documents]
    points: dict[tuple[str, str], set[str]] = {}
    for point in digest.points:
        for citation in point.citations:
            place = paths[int(citation.source[1:]) - 1], _bare(citation.quote)
            points.setdefault(place, set()).add(point.id)
    planted = [line.split("\t") for line in file.read_text("utf-8").split("\n") if line]
    places = [((one, _bare(said)), (two, _bare(again))) for one, said, two, again in planted]
    read = [(a, b) for a, b in places if a in points and b in points]
    return [sum(bool(points[a] & points[b]) for a, b in read), len(read), len(places)]


def _bare(text: str) -> str:
    from bidigest.languages.zh.scripts import fold

    return fold(text).rstrip("。. ").strip()


if __name__ == "__main__":
    main()
