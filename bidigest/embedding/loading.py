"""The sentence model that a run uses: the default, none, or the one that the user names."""

from __future__ import annotations

from bidigest.embedding.bundled_model import NAME, BundledModel, installed
from bidigest.embedding.encoder import SentenceEncoder
from bidigest.embedding.named_model import NamedModel
from bidigest.model import Note
from bidigest.options import NO_MODEL, Options


def chosen(options: Options, sentences: int) -> tuple[SentenceEncoder | None, tuple[Note, ...]]:
    """Choose the model for this many sentences, with a note for readers if none is used."""
    if options.embeddings == NO_MODEL:
        return None, ()
    if sentences > options.most_embedded:
        limit = f"limit {options.most_embedded:,}"
        return None, (Note("too_many_to_embed", sentences, limit),)
    if options.embeddings != NAME:
        return NamedModel(options.embeddings), ()
    if not installed():
        return None, (Note("no_sentence_model", sentences, f"{NAME} is not installed"),)
    return BundledModel(), ()
