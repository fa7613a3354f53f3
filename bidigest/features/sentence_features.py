"""Features of a sentence by its own words, whatever else is said: computed once a source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bidigest.features.metadiscourse import asks, is_metadiscourse
from bidigest.features.statements import is_example, stands_alone, statement_of
from bidigest.languages.folding import bare, folded
from bidigest.languages.packs import UNKNOWN
from bidigest.languages.patterns import is_finished, pattern
from bidigest.model import Document, Language, Sentence, SentenceFeatures, Statement, Summary
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
        statements.append(statement_of(document, sentence))
    return Summary(ranks, tuple(words), tuple(kinds), _among_prose(document, kinds, statements))


def _among_prose(
    document: Document, kinds: Sequence[SentenceFeatures], statements: Sequence[Statement]
) -> tuple[Statement, ...]:
    """Show no Chinese lines that no full stop ends, where prose stands around them.

    On slides and in briefs nothing has one; in a text that has, such lines are talk, captions, or
    broken off. Entries of lists are not, nor headings that make a claim.
    """
    finished = sum(kind.finished for kind in kinds)
    if 2 * finished < len(kinds):
        return tuple(statements)
    pairs = zip(document.sentences, kinds, statements, strict=True)
    return tuple(
        said if kind.finished or not _is_line(document, sentence) else replace(said, alone=False)
        for sentence, kind, said in pairs
    )


def _is_line(document: Document, sentence: Sentence) -> bool:
    """Tell whether a Chinese sentence is no heading, nor an entry of a list."""
    heading = document.sections[sentence.section].heading
    is_heading = heading is not None and heading.start <= sentence.span.start < heading.end
    paragraph = document.blocks[sentence.block].kind == "paragraph"
    return sentence.language == "zh" and paragraph and not is_heading
