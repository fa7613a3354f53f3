"""Features of a sentence by its own words, whatever else is said: computed once a source."""

from __future__ import annotations

from bidigest.features.metadiscourse import asks, is_metadiscourse
from bidigest.features.statements import is_example, stands_alone, state
from bidigest.languages.folding import bare, folded
from bidigest.languages.packs import UNKNOWN
from bidigest.languages.patterns import pattern
from bidigest.languages.sentence_ends import is_finished
from bidigest.model import Document, Language, SentenceFeatures, Summary
from bidigest.text.plain_text import wording
from bidigest.text.tokens import terms

_NEGATION = pattern("features/negation", "")


def sentence_features(text: str, language: Language = UNKNOWN) -> SentenceFeatures:
    """Compute the features of a sentence's wording."""
    return SentenceFeatures(
        letters=bare(text),
        negated=bool(_NEGATION.search(folded(text))),
        example=is_example(text),
        anaphoric=not stands_alone(text, language),
        non_assertive=asks(text) or is_metadiscourse(text),
        finished=is_finished(text),
    )


def analyse_sentences(document: Document, ranks: tuple[float, ...] = ()) -> Summary:
    """Analyse all sentences of a document: terms, features and statements, with the given ranks."""
    words, kinds, statements = [], [], []
    for sentence in document.sentences:
        text = wording(document, sentence.span)
        words.append(terms(text, sentence.language))
        kinds.append(sentence_features(text, sentence.language))
        statements.append(state(document, sentence))
    return Summary(ranks, tuple(words), tuple(kinds), tuple(statements))
