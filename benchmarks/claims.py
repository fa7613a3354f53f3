"""Digests of subjects against their readings, each made with weights that have not seen it.

The nine invented subjects; those of essays, two of which are learned from and one is not; those of
the press, of which four are held out and only their totals printed, as of the claims held out and
of subjects dense with contradictions; two of reports that nothing is learned from; and the seeds,
in the words of `benchmarks.merging`.

    python -m benchmarks.claims [--learned] [--only SUBJECT] [--wrong] [--docs]

`--learned`: with the weights of the package, which have seen all. `--wrong` prints the pairs that
stand in one point and should not; `--docs` puts the table into docs/merging.md and README.md.
Printed per subject, and over all, is what `benchmarks.claim_scores` counts.
"""

from __future__ import annotations

import argparse
import datetime
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.claim_readings import Gold
from benchmarks.claim_scores import SHARES, Counts, read_points, score, wrong_pairs
from benchmarks.fit_matching import held_out
from benchmarks.matching_examples import examples
from benchmarks.merging import scores
from benchmarks.subjects import (
    CLAIMS,
    CLAIMS_HELD_OUT,
    DISPUTES,
    ESSAYS,
    HELD_OUT,
    NEWS,
    NEWS_HELD_OUT,
    REPORTS,
    Subject,
    subjects,
    subjects_in,
)
from benchmarks.tables import put
from bidigest import Options, render
from bidigest.matching.parameters import DEFAULT, Parameters
from bidigest.pipeline import merge

DOCS = Path("docs/merging.md")
README = Path("README.md")
KINDS = (CLAIMS, CLAIMS_HELD_OUT, DISPUTES, ESSAYS, NEWS, NEWS_HELD_OUT, REPORTS)
NOT_LEARNED = (CLAIMS_HELD_OUT, DISPUTES, HELD_OUT, NEWS_HELD_OUT, REPORTS)
ONLY_TOTALS = frozenset(kind.name for kind in (CLAIMS_HELD_OUT, DISPUTES, NEWS_HELD_OUT))


def digest_of(subject: Subject, parameters: Parameters) -> dict[str, Any]:
    """Return `digest.json` of the subject as the program makes it, with these parameters."""
    options = Options(date=datetime.date(2026, 1, 2))
    digest = merge(subject.documents, subject.summaries, options, parameters=parameters)
    return dict(json.loads(render(digest, links=".")["digest.json"]))


def line(name: str, counts: Counts) -> str:
    """Return the shares of one subject, or of all, in one line."""
    parts = []
    for share, (part, whole) in SHARES.items():
        value = counts[part] / max(1, counts[whole])
        parts.append(f"{share} {counts[part]}/{counts[whole]}={value:.2f}")
    return f"{name:20} " + " ".join(parts)


def in_words(total: Counts) -> list[str]:
    """Say what was counted in lines for a reader who knows none of its names."""
    told = {name: f"{total[some]} of {total[of]}" for name, (some, of) in SHARES.items()}
    return [
        f"- {told['right']} pairs of sentences of two sources in one point make the same claim;",
        f"- {told['found']} claims of several sources are found as such;",
        f"- {told['count']} points name exactly the sources that make their claim;",
        f"- {told['twice']} statements say what an earlier one has said;",
        f"- {told['page']} claims that an editor would print stand on the page;",
        f"- {told['conflicts']} contradictions are shown, and {told['false']} shown ones are none.",
    ]


def measured(wanted: argparse.Namespace) -> tuple[list[str], dict[str, Counts]]:
    """Make each subject's digest; return the lines of them and the counts of each kind."""
    every = subjects()
    weights = {} if wanted.learned else held_out(examples(every, model=True))
    totals: dict[str, Counts] = {kind.name: Counter() for kind in KINDS}
    lines: list[str] = []
    others = [subject for folder in NOT_LEARNED for subject in subjects_in(folder)]
    for subject in (*every, *others):
        if wanted.only and subject.name != wanted.only:
            continue
        digest = digest_of(subject, replace(DEFAULT, scoring=weights.get(subject.name)))
        if not subject.reading:
            lines += [f"{subject.name}: {name} {share}" for name, share in scores(digest).items()]
            continue
        gold = Gold.of(subject)
        counts = score(digest, gold)
        totals.get(subject.kind, Counter()).update(counts)
        if subject.kind in ONLY_TOTALS:
            continue
        lines.append(line(subject.name, counts))
        if wanted.wrong:
            print_wrong(subject, digest, gold)
    return lines, totals


def print_wrong(subject: Subject, digest: Mapping[str, Any], gold: Gold) -> None:
    """Print the pairs that stand in one point and should not, in the sources' words."""
    texts = subject.texts()
    for pair in wrong_pairs(read_points(digest, gold)):
        print("   ", " | ".join(texts[name][start:end] for name, start, end in pair))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learned", action="store_true")
    parser.add_argument("--only")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--docs", action="store_true")
    wanted = parser.parse_args()
    lines, totals = measured(wanted)
    lines += [line(f"all {kind}", total) for kind, total in totals.items()]
    print("\n".join(lines))
    if wanted.docs:
        put(DOCS, "claims", ["```", *lines, "```"])
        put(README, "claims", in_words(totals[CLAIMS.name]))


if __name__ == "__main__":
    main()
