"""A judge: a language model, wherever it runs, that is asked about ambiguous pairs only.

It answers yes, no, or the same with different figures, and never writes a word of the digest.
What it cannot be asked stays as cheap evidence has it, and a note says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from bidigest.matching.reranker import Adjustments, CandidatePairs, log_odds
from bidigest.model import Note
from bidigest.rerankers.llm_judge.answers import KeptAnswers, default_file
from bidigest.rerankers.llm_judge.choosing import next_rows, worth
from bidigest.rerankers.llm_judge.endpoint import Endpoint, Patience, UnreachableError
from bidigest.rerankers.llm_judge.questions import Answer, Question, answers, messages, question

BATCH = 20
"""Candidates of one request."""

ROUNDS = 8
"""How often the next questions are chosen, each time with the answers so far."""

_AT_ONCE = 4
_YES, _NO = 0.97, 0.02
"""Probability that a pair makes the same claim after a yes, and after a no, which is surer."""


@dataclass(frozen=True, slots=True)
class Judge:
    """A reranker that asks a chat endpoint."""

    url: str
    model: str
    questions: int
    file: Path = field(default_factory=default_file)
    patience: Patience = field(default_factory=Patience)

    @property
    def name(self) -> str:
        """What reasons call it."""
        return "judge"

    def rerank(self, pairs: CandidatePairs) -> Adjustments:
        """Ask the judge about the pairs most worth it; never raises for want of an answer.

        Args:
            pairs: all candidates, n_pairs of them.

        Returns:
            Adjustments, float64, (n_pairs,), and which are certain, bool, (n_pairs,), with notes.
        """
        with Endpoint(self.url, self.model, self.patience) as endpoint:
            session = _Session(endpoint, KeptAnswers(self.file, self.model), self.questions)
            asked = _all_rounds(session, pairs)
        rows = [row for row, answer in asked.items() if answer is not None]
        wanted = np.array([_YES if asked[row] else _NO for row in rows], dtype=np.float64)
        added, certain = np.zeros(len(pairs.first)), np.zeros(len(pairs.first), dtype=np.bool_)
        added[rows] = log_odds(wanted) - log_odds(pairs.scores[rows])
        certain[rows] = True
        return Adjustments(added, certain, session.notes(len(asked) - len(rows)))


def _all_rounds(session: _Session, pairs: CandidatePairs) -> dict[int, bool | None]:
    """Ask round by round.

    Returns:
        True, False, or None where there is no answer, by the row of each pair that was chosen.
    """
    value = worth(pairs)
    asked: dict[int, bool | None] = {}
    for number in range(ROUNDS):
        share = (session.limit - len(asked)) // (ROUNDS - number)
        rows = next_rows(pairs, value, asked, share)
        put = {
            row: question(pairs.texts[pairs.first[row]], pairs.texts[pairs.second[row]])
            for row in rows
        }
        given = session.ask(list(put.values()))
        for row in rows:
            answer = given.get(put[row].id)
            asked[row] = None if answer is None else answer != "no"
    return asked


@dataclass(slots=True)
class _Session:
    """What has been asked in this run, and whether there is any use in going on."""

    endpoint: Endpoint
    kept: KeptAnswers
    limit: int
    sent: int = 0
    failure: str = ""

    def ask(self, questions: Sequence[Question]) -> dict[str, Answer]:
        """Answer questions from the file or by the judge; answers by the questions' ids."""
        unique = {each.id: each for each in questions}
        known = {each.id: answer for each in unique.values() if (answer := self.kept.get(each))}
        waiting = [each for each in unique.values() if each.id not in known]
        batches = [waiting[start : start + BATCH] for start in range(0, len(waiting), BATCH)]
        while batches:
            batches = self._wave(batches, known)
        return known

    def _wave(
        self, batches: list[list[Question]], known: dict[str, Answer]
    ) -> list[list[Question]]:
        """Ask batches at once; return the halves of those whose reply cannot be believed.

        Halved again and again, a sentence that misleads the judge ends up in a batch by itself.
        """
        batches = self._affordable(batches)
        with ThreadPoolExecutor(_AT_ONCE) as threads:
            replies = list(threads.map(self._reply, batches))
        again: list[list[Question]] = []
        for batch, reply in zip(batches, replies, strict=True):
            given = None if reply is None else answers(reply, batch)
            if given is not None:
                self.kept.add({each.id: each for each in batch}, given)
                known.update(given)
            elif reply is not None and len(batch) > 1:
                again += [batch[: len(batch) // 2], batch[len(batch) // 2 :]]
        return again

    def _affordable(self, batches: list[list[Question]]) -> list[list[Question]]:
        affordable: list[list[Question]] = []
        for batch in batches:
            if self.failure or self.sent + len(batch) > self.limit:
                break
            self.sent += len(batch)
            affordable.append(batch)
        return affordable

    def _reply(self, batch: list[Question]) -> str | None:
        """Ask one batch; None where there is no reply, now or to any further question."""
        if self.failure:
            return None
        try:
            return self.endpoint.reply(messages(batch))
        except UnreachableError as error:
            self.failure = str(error)
            return None

    def notes(self, unanswered: int) -> tuple[Note, ...]:
        """Tell a reader what could not be asked or used, if anything."""
        if self.failure:
            return (Note("judge_unreachable", unanswered, self.failure),)
        if unanswered:
            return (Note("judge_unanswered", unanswered, "replies that cannot be used"),)
        return ()
