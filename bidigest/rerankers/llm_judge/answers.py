"""Answers that were given, kept as JSON lines, so that nothing is asked twice."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import get_args

from bidigest.rerankers.llm_judge.questions import Answer, Question, version
from bidigest.storage.cache_files import cache_folder


def default_file() -> Path:
    """Name the file in the user's cache folder in which answers are kept."""
    return cache_folder() / "answers.jsonl"


class KeptAnswers:
    """The answers of one model to this version of the prompt."""

    def __init__(self, file: Path, model: str) -> None:
        self._file = file
        self._model = model
        self._known = _read(file)

    def get(self, question: Question) -> Answer | None:
        """Return the answer to a question, where there is one."""
        return self._known.get(self._key(question))

    def add(self, questions: Mapping[str, Question], answers: Mapping[str, Answer]) -> None:
        """Keep answers, by the questions' ids; where no file can be written, for this run only."""
        fresh = {self._key(questions[name]): answer for name, answer in sorted(answers.items())}
        self._known = {**fresh, **self._known}
        with suppress(OSError):
            _append(self._file, fresh)

    def _key(self, question: Question) -> str:
        parts = [self._model, version(), question.one, question.other]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _read(file: Path) -> dict[str, Answer]:
    """Read the file; lines that are torn or no answers are passed over."""
    known: dict[str, Answer] = {}
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return known
    for line in lines:
        with suppress(ValueError, KeyError, TypeError, RecursionError):
            entry = json.loads(line)
            if entry["answer"] in get_args(Answer):
                known.setdefault(str(entry["key"]), entry["answer"])
    return known


def _append(file: Path, fresh: Mapping[str, Answer]) -> None:
    """Append answers in one write, so that two runs at once do not tear each other's lines."""
    lines = (json.dumps({"key": key, "answer": answer}) for key, answer in fresh.items())
    text = "".join(f"{line}\n" for line in lines)
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        size = os.fstat(descriptor).st_size
        os.lseek(descriptor, max(0, size - 1), os.SEEK_SET)
        torn = size and os.read(descriptor, 1) != b"\n"
        os.write(descriptor, (("\n" if torn else "") + text).encode())
    finally:
        os.close(descriptor)
