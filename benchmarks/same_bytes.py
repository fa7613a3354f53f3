"""Fingerprints of digests, so that two states of the code can be compared byte by byte.

    python -m benchmarks.same_bytes FOLDER [FOLDER ...] > before.txt
    git checkout OTHER
    python -m benchmarks.same_bytes FOLDER [FOLDER ...] > after.txt
    diff before.txt after.txt

Each folder is one subject, or holds one subject a folder. `*.jsonl` files hold topics, one a line,
as `{"topic", "documents": [{"title", "paragraphs"}]}` or `{"topic", "sentences"}`. Prints one line
a subject: its name and the SHA-256 of its Markdown, HTML and JSON.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import bidigest

OPTIONS = bidigest.Options(date=datetime.date(2026, 1, 31))
SUFFIXES = (".txt", ".md")


def fingerprint(folder: Path) -> str:
    """Return the first 16 hexadecimal digits of each page of a folder's digest."""
    digest = bidigest.build([folder.name], OPTIONS, root=folder.parent)
    pages = bidigest.render(digest, links="..").values()
    return " ".join(hashlib.sha256(page.encode()).hexdigest()[:16] for page in pages)


def subjects(place: Path) -> Iterator[tuple[str, Path]]:
    """Yield name and folder of each subject at a place, in order."""
    if place.suffix == ".jsonl":
        yield from _topics(place)
    elif any(file.suffix in SUFFIXES for file in place.iterdir()):
        yield place.name, place
    else:
        for folder in sorted(place.iterdir()):
            if folder.is_dir():
                yield from subjects(folder)


def _topics(file: Path) -> Iterator[tuple[str, Path]]:
    for number, line in enumerate(file.read_text(encoding="utf-8").strip().split("\n")):
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "topic"
            folder.mkdir()
            for at, text in enumerate(_texts(json.loads(line))):
                (folder / f"{at:03}.txt").write_text(text, encoding="utf-8")
            yield f"{file.parent.name}/{number:03}", folder


def _texts(topic: dict[str, list[object]]) -> Iterator[str]:
    if "documents" in topic:
        for document in topic["documents"]:
            assert isinstance(document, dict)
            yield "\n\n".join([f"# {document['title']}", *document["paragraphs"]])
        return
    sentences = [str(sentence) for sentence in topic["sentences"]]
    for start in range(5):
        yield "\n\n".join(sentences[start::5])


def main() -> None:
    """Print the fingerprints of all named places."""
    for place in sys.argv[1:]:
        for name, folder in subjects(Path(place)):
            try:
                print(name, fingerprint(folder), flush=True)
            except bidigest.DigestError as error:
                print(name, type(error).__name__, flush=True)


if __name__ == "__main__":
    main()
