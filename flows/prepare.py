"""Do what else the first run waits for: `python -m flows.prepare`, as `make` does at installing.

Dictionaries, page templates and the vocabulary of the sentence model are compiled, and Prefect
makes its empty database. Whatever is missing here, or is deleted later, the run that needs it
makes.
"""

import subprocess
import sys

import bidigest
from bidigest.embedding import bundled_model

_TEXTS = {
    "a.md": "# 渡轮\n\n市长汤普森说，渡轮公司削减了三分之一的班次。\n",
    "b.md": "# Ferries\n\nMayor Thompson said the ferry company cut a third of its crossings.\n",
}
"""In two languages and with one name, since each dictionary is compiled when it is first asked."""


def compile_dictionaries() -> None:
    """Make a digest of two sentences, for which nothing is encoded, and keep nothing of it."""
    documents = [bidigest.read_bytes(text.encode(), path) for path, text in _TEXTS.items()]
    summaries = [bidigest.summarize(document) for document in documents]
    digest = bidigest.merge(documents, summaries, bidigest.Options(embeddings="none"))
    bidigest.render(digest, links=".")
    if bundled_model.installed():
        bundled_model.loaded()


def main() -> int:
    """Make the database while dictionaries are compiled; exit code 0, as nothing is lost by it."""
    print("compiling dictionaries and making Prefect's database", flush=True)
    command = [sys.executable, "-m", "prefect", "server", "database", "upgrade", "--yes"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as database:
        compile_dictionaries()
        said, _ = database.communicate()
    if database.returncode:
        print(said.decode(errors="replace"))
        print("Prefect's database was not made; the first run tries again", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
