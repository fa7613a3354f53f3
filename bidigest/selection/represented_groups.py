"""Groups of sentences, each with the sentence that represents it and who gives other figures."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from bidigest.clustering.members import Members
from bidigest.contradictions.dissent import Disputed, dissenting
from bidigest.corpus import Corpus
from bidigest.model import Span
from bidigest.selection.cited_points import BoundPairs
from bidigest.selection.corroborated_clauses import corroborated, with_unshared_clauses
from bidigest.selection.headlines import headlines
from bidigest.selection.representative import Candidate, by_preference, choose_representative
from bidigest.selection.shared_quantities import shortened, with_unshared


@dataclass(frozen=True, slots=True)
class RepresentedGroup:
    """A group of sentences with its representative."""

    candidates: tuple[Candidate, ...]
    """All its sentences."""
    representative: Candidate
    against: frozenset[int]
    """Documents that give other figures than the representative."""

    @property
    def numbers(self) -> list[int]:
        """The sentences' numbers in the run."""
        return [each.sentence for each in self.candidates]

    @property
    def documents(self) -> frozenset[int]:
        """The documents that agree."""
        return frozenset(each.document for each in self.candidates) - self.against

    @property
    def sides(self) -> tuple[tuple[int, ...], ...]:
        """The sentences of the documents that agree, document by document."""
        found: dict[int, list[int]] = {}
        for each in self.candidates:
            if each.document not in self.against:
                found.setdefault(each.document, []).append(each.sentence)
        return tuple(tuple(found[document]) for document in sorted(found))

    @property
    def others(self) -> tuple[int, ...]:
        """Sentences that may represent it as well, the best first."""
        found = [
            each
            for each in self.candidates
            if each.statement.alone
            and each.statement.clear >= self.representative.statement.clear
            and each.certainty >= self.representative.certainty
            and not each.title
            and each.document not in self.against
            and each.sentence != self.representative.sentence
        ]
        return tuple(each.sentence for each in by_preference(found))


def represented_groups(
    corpus: Corpus,
    every: Members,
    bound: BoundPairs,
    disputed: Disputed,
    denied: Set[int] = frozenset(),
    *,
    language: str = "",
) -> list[RepresentedGroup]:
    """Choose the representative of each group: short, of weight, and agreed with.

    Args:
        corpus: all sentences.
        every: the groups, of members.
        bound: what is known of pairs within groups.
        disputed: of pairs of sentences, the figures that cannot both be right.
        denied: sentences that another is known to deny: which side these are on is known.
        language: that a reader has asked for, as `zh`; empty where none has.
    """
    weight, sentences, titles = corpus.salience(), every.sentences.tolist(), headlines(corpus)
    found = (
        [_candidate(corpus, m, sentences[m], weight, bound, titles) for m in group]
        for group in every.groups
    )
    candidates = [
        _with_unshared(corpus, [_in_language(corpus, each, language) for each in group])
        for group in found
    ]
    preferred = [_on_a_known_side(group, denied) for group in candidates]
    chosen = zip(_representatives(preferred), candidates, strict=True)
    return [_agreed(corpus, *each, disputed) for each in chosen]


def _with_unshared(corpus: Corpus, group: Sequence[Candidate]) -> list[Candidate]:
    return with_unshared_clauses(corpus, with_unshared(corpus, group))


def represented_by(
    corpus: Corpus, group: RepresentedGroup, sentence: int, disputed: Disputed
) -> RepresentedGroup:
    """Let another of a group's sentences represent it.

    Args:
        corpus: all sentences.
        group: the group.
        sentence: number of the sentence in the run.
        disputed: of pairs of sentences, the figures that cannot both be right.
    """
    if sentence == group.representative.sentence:
        return group
    other = next(each for each in group.candidates if each.sentence == sentence)
    against = dissenting(corpus, sentence, group.numbers, disputed)
    shown = _shortened(corpus, other, group.candidates)
    return replace(group, representative=shown, against=against)


def _on_a_known_side(group: Sequence[Candidate], denied: Set[int]) -> Sequence[Candidate]:
    """Choose of a group that somebody denies the sentences that he is known to deny.

    What else is in the group may have got to the wrong side, and would turn all sides round.
    """
    known = [each for each in group if each.sentence in denied and each.statement.clear]
    return known or group


def _representatives(candidates: Sequence[Sequence[Candidate]]) -> list[Candidate]:
    """Choose the representative of each group: no sentence for two of them, unless it must be."""
    representatives: list[Candidate] = []
    taken: set[tuple[int, Span]] = set()
    for group in candidates:
        free = [each for each in group if (each.document, each.span) not in taken]
        representatives.append(choose_representative(free or group))
        taken.add((representatives[-1].document, representatives[-1].span))
    return representatives


def _agreed(
    corpus: Corpus, representative: Candidate, group: Sequence[Candidate], disputed: Disputed
) -> RepresentedGroup:
    """Choose a representative that most sources agree with, and find who does not.

    Where those who give other figures are more, one of them represents the group instead.

    Args:
        corpus: all sentences.
        representative: who would represent the group, whoever agrees.
        group: its sentences.
        disputed: of pairs of sentences, the figures that cannot both be right.
    """
    numbers = [each.sentence for each in group]
    against = dissenting(corpus, representative.sentence, numbers, disputed)
    if 2 * len(against) > len({each.document for each in group}):
        best = choose_representative([each for each in group if each.document in against])
        theirs = dissenting(corpus, best.sentence, numbers, disputed)
        if len(theirs) < len(against) and best.statement.alone >= representative.statement.alone:
            representative, against = best, theirs
    return RepresentedGroup(tuple(group), _shortened(corpus, representative, group), against)


def _shortened(corpus: Corpus, said: Candidate, group: Sequence[Candidate]) -> Candidate:
    """Leave out, where that can be done, figures and clauses that no other source gives."""
    return corroborated(corpus, shortened(corpus, said, group), group)


def _in_language(corpus: Corpus, candidate: Candidate, language: str) -> Candidate:
    written = corpus.sentences[candidate.sentence][1].language
    return replace(candidate, foreign=bool(language) and written != language)


def _candidate(
    corpus: Corpus,
    member: int,
    number: int,
    salience: Sequence[float],
    bound: BoundPairs,
    titles: frozenset[int],
) -> Candidate:
    """Describe a sentence, by its number, as the member that it is of one group."""
    index, sentence = corpus.sentences[number]
    agreement = sum(bound.scores[pair] for pair in bound.pairs.get(member, ()))
    return Candidate(
        sentence=number,
        document=index,
        span=sentence.span,
        statement=corpus.statements[number],
        weight=salience[number],
        agreement=agreement,
        figures=len(sentence.figures),
        example=corpus.features[number].example,
        fragment=not corpus.features[number].finished,
        title=number in titles,
        informativeness=corpus.informativeness[number],
    )
