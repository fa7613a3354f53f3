"""Large inputs for measuring speed: new sentences in the words of real ones, some said twice.

    python -m benchmarks.large_inputs FOLDER SENTENCES [--evaluation FOLDER] [--seed 5]

Frames are the sentences of the seeds and of the evaluation pages (which do not come with the
project). In each, seven in ten content words give way to words of the same kind, drawn as often
as they occur in all frames, one in ten of these from jieba's dictionary, so that the vocabulary
keeps growing as it does in real text; every number gets new digits. No two sentences are equal.
A fifth of the sentences say again what another source has said: to the letter, with clauses
in another order, with one word changed, in either script. `repeats.tsv` names them.
100 sentences a source; of ten sources seven are Simplified Chinese, two Traditional, one English.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import rjieba

import bidigest
from bidigest.features.statements import width
from bidigest.languages.zh.scripts import HAN, converter, fold
from bidigest.text.plain_text import wording

SEEDS = Path(__file__).parent.parent / "seeds"
SENTENCES_A_SOURCE = 100
REPEATED = 0.2
REPLACED = 0.7
FROM_DICTIONARY = 0.1
LANGUAGES = ("Hans", "Hans", "Hant", "Hans", "en", "Hans", "Hans", "Hant", "Hans", "Hans")
"""By source, in turn."""

_HAN = re.compile(f"[{HAN}]")
_DIGIT = re.compile(r"\d")
_CONTENT = re.compile(r"n|v|a|j|l|i|t$")
_SUFFIX = re.compile(r"(ing|ed|ly|tion|s|er|al)$")
_MARKS = re.compile(r"[。！？!?.…\n*#`<>|\[\]_]")
_LATIN = re.compile(r"[A-Za-z]+|[^A-Za-z]+")

Words = list[tuple[str, str]]
"""A sentence's words with their kinds; words of an empty kind stay as they are."""


@dataclass(slots=True)
class Corpus:
    """Frames, and what may stand in their place, by language."""

    frames: dict[str, list[Words]] = field(default_factory=lambda: {"zh": [], "en": []})
    pools: dict[str, list[str]] = field(default_factory=dict)

    def add(self, sentence: str) -> None:
        """Take in a sentence of a usual length and without markup."""
        bare = fold(" ".join(sentence.split())).strip(" ,，、。.!！?？*-—\n")
        if _MARKS.search(bare) or not 10 <= width(bare) <= 110:
            return
        language = "zh" if len(_HAN.findall(bare)) * 3 > len(bare) else "en"
        words = chinese_words(bare) if language == "zh" else english_words(bare)
        self.frames[language].append(words)
        for word, kind in words:
            if kind:
                self.pools.setdefault(kind, []).append(word)


def chinese_words(sentence: str) -> Words:
    """Words with their part of speech where they carry content."""
    return [
        (word, tag if len(word) > 1 and _HAN.match(word) and _CONTENT.match(tag) else "")
        for word, tag in rjieba.tag(sentence, True)
    ]


def english_words(sentence: str) -> Words:
    """Words with their ending where they are long enough to carry content."""
    return [
        (word, _ending(word) if word.isalpha() and word.islower() and len(word) > 4 else "")
        for word in _LATIN.findall(sentence)
    ]


def _ending(word: str) -> str:
    match = _SUFFIX.search(word)
    return f"-{match[0]}" if match else "-"


def corpus(evaluation: Path | None) -> Corpus:
    """All frames of the seeds and, where given, of the evaluation pages."""
    found = Corpus()
    for text in _texts(evaluation):
        document = bidigest.read_bytes(text.encode(), "text.md")
        for sentence in document.sentences:
            found.add(wording(document, sentence.span))
    return found


def _texts(evaluation: Path | None) -> Iterator[str]:
    for path in sorted(SEEDS.glob("0*.txt")):
        yield path.read_text(encoding="utf-8")
    if evaluation is None:
        return
    for topic in _lines(evaluation / "multidoc_zh" / "topics.jsonl"):
        yield from ("\n\n".join(document["paragraphs"]) for document in topic["documents"])
    for topic in _lines(evaluation / "multidoc_en" / "topics.jsonl"):
        yield "\n\n".join(map(str, topic["sentences"]))
    for path in sorted((evaluation / "trilingual" / "raw").glob("*.md")):
        yield path.read_text(encoding="utf-8")


def _lines(path: Path) -> Iterator[dict[str, list[dict[str, list[str]]]]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return (json.loads(line) for line in lines if line)


@cache
def dictionary() -> dict[str, list[str]]:
    """Words of jieba's dictionary that are no rarity, by part of speech."""
    import jieba

    found: dict[str, list[str]] = {}
    for line in jieba.get_dict_file().read().decode().splitlines():
        word, count, tag = line.split()
        if int(count) >= 20 and 1 < len(word) < 5:
            found.setdefault(tag, []).append(word)
    return found


class Writer:
    """New sentences out of a corpus, the same ones for the same seed."""

    def __init__(self, found: Corpus, seed: int) -> None:
        self._corpus = found
        self._chance = random.Random(seed)
        self._said: set[str] = set()

    def new(self, language: str) -> str:
        """A sentence that has not been said, without its full stop."""
        while True:
            frame = self._chance.choice(self._corpus.frames[language])
            sentence = "".join(self._word(word, kind) for word, kind in frame)
            if sentence not in self._said:
                self._said.add(sentence)
                return sentence

    def again(self, sentence: str) -> str:
        """The same said otherwise, or to the letter."""
        way = self._chance.randrange(3)
        clauses = re.split(r"([，,])", sentence)
        if way == 1 and len(clauses) == 3:
            return clauses[2].strip() + clauses[1] + clauses[0]
        if way == 2:
            return self._reworded(sentence)
        return sentence

    def _reworded(self, sentence: str) -> str:
        words = chinese_words(sentence) if _HAN.search(sentence) else english_words(sentence)
        able = [i for i, (_, kind) in enumerate(words) if kind in self._corpus.pools]
        if len(able) > 4:
            at = self._chance.choice(able)
            words[at] = (self._chance.choice(self._corpus.pools[words[at][1]]), "")
        return "".join(word for word, _ in words)

    def _word(self, word: str, kind: str) -> str:
        chance = self._chance
        if not kind:
            return _DIGIT.sub(lambda _: str(chance.randint(1, 9)), word)
        if chance.random() > REPLACED:
            return word
        listed = dictionary().get(kind) if chance.random() < FROM_DICTIONARY else None
        return chance.choice(listed or self._corpus.pools[kind])


def write(folder: Path, sentences: int, found: Corpus, seed: int) -> None:
    """The sources, and `repeats.tsv`: source and words of an original and of its repeat."""
    folder.mkdir(parents=True, exist_ok=True)
    writer, chance = Writer(found, seed), random.Random(seed + 1)
    said: dict[str, list[tuple[str, str]]] = {"zh": [], "en": []}
    repeats = []
    for number in range(max(1, sentences // SENTENCES_A_SOURCE)):
        name, script = f"{number:04}.md", LANGUAGES[number % len(LANGUAGES)]
        language, page, new = "en" if script == "en" else "zh", [], []
        for _ in range(SENTENCES_A_SOURCE):
            if said[language] and chance.random() < REPEATED:
                origin, original = chance.choice(said[language])
                page.append(writer.again(original))
                repeats.append(f"{origin}\t{original}\t{name}\t{page[-1]}\n")
            else:
                page.append(writer.new(language))
                new.append((name, page[-1]))
        said[language] += new
        (folder / name).write_text(_page(page, script), encoding="utf-8")
    (folder / "repeats.tsv").write_text("".join(repeats), encoding="utf-8")


def _page(sentences: Sequence[str], script: str) -> str:
    """A source in Markdown: a title, ten sections, five sentences a paragraph."""
    stop = ". " if script == "en" else "。"
    paragraphs = [
        stop.join([*sentences[at : at + 5], ""]).strip() for at in range(0, len(sentences), 5)
    ]
    sections = [
        f"## {sentences[at * 5][:12]}\n\n" + "\n\n".join(paragraphs[at : at + 2])
        for at in range(0, len(paragraphs), 2)
    ]
    text = f"# {sentences[0][:20]}\n\n" + "\n\n".join(sections) + "\n"
    return str(converter("s2t").convert(text)) if script == "Hant" else text


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("sentences", type=int)
    parser.add_argument("--evaluation", type=Path, default=None)
    parser.add_argument("--seed", type=int, default=5)
    wanted = parser.parse_args()
    write(wanted.folder, wanted.sentences, corpus(wanted.evaluation), wanted.seed)


if __name__ == "__main__":
    main()
