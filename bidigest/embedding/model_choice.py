"""The sentence model that a run uses: the default, none, or the one that the user names."""

from __future__ import annotations

from functools import cache

from bidigest.embedding.bundled_model import NAME, BundledModel, installed
from bidigest.embedding.encoder import SentenceEncoder
from bidigest.embedding.named_model import NamedModel
from bidigest.model import Note
from bidigest.options import Options
from bidigest.options.fields import NO_MODEL


def chosen(options: Options, sentences: int) -> tuple[SentenceEncoder | None, tuple[Note, ...]]:
    """Choose the model for so many sentences, and what a reader should know if it is none."""
    if options.embeddings == NO_MODEL:
        return None, ()
    if sentences > options.most_embedded:
        limit = f"limit {options.most_embedded:,}"
        return None, (Note("too_many_to_embed", sentences, limit),)
    if options.embeddings == NAME and not installed():
        return None, (Note("no_sentence_model", sentences, f"{NAME} is not installed"),)
    return encoder_named(options.embeddings), ()


@cache
def encoder_named(model: str) -> SentenceEncoder:
    """Return the model of this name, which is loaded once a process, when it is first asked."""
    return BundledModel() if model == NAME else NamedModel(model)
