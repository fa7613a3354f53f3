"""The families of sentences: whole, in the form that is promised, and their halves apart."""

import json

import pytest

from benchmarks.claim_families import OPPOSITES, Pair, files, pairs, told

NEAR_MISSES = {"entity", "year", "group", "aspect", "plan", "figure", "part"}
CODES = {"en", "zh-Hans", "zh-Hant"}


def families(held_out: bool) -> list[dict[str, list[list[str]]]]:
    """All families of a half."""
    lines = [path.read_text(encoding="utf-8").splitlines() for path in files(held_out)]
    return [json.loads(line) for each in lines for line in each]


@pytest.mark.parametrize("held_out", [False, True])
def test_each_family_has_its_sentences_with_known_kinds(held_out: bool) -> None:
    for family in families(held_out):
        same, opposite, other = family["same"], family["opposite"], family["other"]
        assert (len(same), len(opposite), len(other)) == (5, 3, 4)
        assert {code for code, *_ in (*same, *opposite, *other)} <= CODES
        assert {kind for *_, kind in opposite} <= set(OPPOSITES)
        assert {kind for *_, kind in other} <= NEAR_MISSES


def test_no_family_is_in_both_halves_and_none_is_lost() -> None:
    halves = [{tuple(each[1] for each in f["same"]) for f in families(h)} for h in (False, True)]
    assert halves[0].isdisjoint(halves[1])
    assert [len(half) for half in halves] == [1360, 400]


def test_a_family_makes_pairs_of_its_claim_with_each_other_sentence() -> None:
    """Ten of two that make the claim, fifteen with an opposite, twenty with a near miss."""
    assert sum(1 for _ in pairs(held_out=True)) == len(families(held_out=True)) * 45


def test_opposites_are_told_and_paraphrases_are_not() -> None:
    claim = "The council approved the bridge on Monday."
    denied = Pair("en", "opposite", "outcome", claim, "The council rejected the bridge on Monday.")
    said_again = Pair("en", "same", "same", claim, "On Monday the council passed the bridge.")
    assert told(denied)
    assert not told(said_again)
