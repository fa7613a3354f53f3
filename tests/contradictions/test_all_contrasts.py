"""Contradictions in sentences that have hardly a word in common but one fact."""

from __future__ import annotations

import pytest

from bidigest.contradictions.all_contrasts import all_contrasts
from bidigest.contradictions.slot_contrasts import slot_contrasts
from bidigest.contradictions.tallies import tally_contrasts
from bidigest.contrasts.analysis import analyse
from bidigest.contrasts.unhurt import unhurt
from tests.runs import run_of

MINUTES = "The pier was approved by 23 votes to 18.\n\nAn amendment was lost by 20 votes to 21.\n"
FORUM = "22比19，通过原方案。\n\n修正案投了，20比21，差一票。\n"


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (MINUTES, FORUM, 1),
        # In words.
        (MINUTES, FORUM.replace("22比19", "二十二票对十九票"), 1),
        (
            "The board approved the dam by six votes to three.\n",
            "董事会以五票對四票通過了大壩計畫。\n",
            1,
        ),
        (
            "The nine-member board voted 6-3 for the dam.\n",
            "The board approved the dam, five votes to four.\n",
            1,
        ),
        (
            "The nine-member board voted 6-3 against the dam.\n",
            "The board approved the dam, five votes to four.\n",
            0,
        ),
        # Of a board there is one vote in a report.
        (
            "九名理事以6票对3票通过了这次迁址。\n",
            "这项决定仅以五票對四票通過，可见理事意见分歧。\n",
            1,
        ),
        # Of another time.
        (
            "九名理事以6票对3票通过了这次迁址。\n",
            "上次的决定以五票對四票通過，可见理事意见分歧。\n",
            0,
        ),
        # Both results stand in both.
        (MINUTES, FORUM.replace("22比19", "23比18"), 0),
        # Another number of votes, and what was lost.
        (MINUTES, FORUM.replace("22比19", "25比19"), 0),
        (MINUTES, FORUM.replace("通过", "否决"), 0),
        # No other vote tells that both are of one body, and the sentences share nothing.
        ("The pier was approved by 23 votes to 18.\n", "22比19，通过了预算。\n", 0),
        # Of two that are left nobody knows which is meant.
        (MINUTES + "\nThe budget was approved by 24 votes to 17.\n", FORUM, 0),
        # No votes are counted in a match.
        ("The Tigers passed them by 23-18.\n", "The Tigers passed them by 22-19.\n", 0),
    ],
)
def test_two_results_of_one_vote(one: str, other: str, told: int) -> None:
    assert len(tally_contrasts(run_of(one, other))) == told


HURT = [
    ("警方表示，行动历时三小时，没有任何人受伤。", "有个学生在警方行动中从梯子上跌下来，手断了。"),
    (
        "Police said nobody was hurt when they cleared the pier.",
        "清理码头时有人摔伤送医，警方只字不提。",
    ),
    (
        "No injuries were reported after police cleared the pier.",
        "A young man from the pier came to the ward with a broken arm, and police kept silent.",
    ),
]
NOT_HURT = [
    # Nobody says that somebody was hurt.
    ("警方表示，行动历时三小时，没有任何人受伤。", "警方行动中没有人员伤亡，学生从梯子上下来。"),
    # Somebody might have been.
    ("警方表示，行动中没有任何人受伤。", "警方行动中可能有人摔伤。"),
    # Another year.
    ("警方表示，行动中没有任何人受伤。", "去年警方行动中有人摔伤。"),
    # Nothing in common.
    ("Nobody was hurt in the fire.", "The goalkeeper played on with a broken arm."),
]


@pytest.mark.parametrize(("nobody", "somebody"), HURT)
def test_who_was_hurt_contradicts_nobody(nobody: str, somebody: str) -> None:
    one, other = analyse(nobody), analyse(somebody)
    assert unhurt(one, other) and unhurt(other, one)


@pytest.mark.parametrize(("nobody", "other"), NOT_HURT)
def test_what_is_no_such_contradiction(nobody: str, other: str) -> None:
    assert unhurt(analyse(nobody), analyse(other)) is None


def test_whoever_has_the_other_date_contradicts_it_too() -> None:
    """No word of the third sentence says that waste flows into a river only once."""
    one = "On 5 November the tailings dam of the Grauhorn mine burst and waste flowed into the Orsa.\n"
    other = one.replace("5 November", "3 November")
    third = "On 3 November waste from the tailings dam of the Grauhorn mine flowed into the Orsa.\n"
    found = all_contrasts(run_of(one, other, third))
    assert {pair: each.kind for pair, each in found.items()} == {(0, 1): "date", (0, 2): "date"}


WELDING = "The fire at the Marlow paper mill on Tuesday night was caused by sparks from a welding torch.\n"
PUMP = WELDING.replace("sparks from a welding torch", "an overheated pump")


def test_two_causes_of_one_fire_contradict_each_other() -> None:
    assert {pair: each.kind for pair, each in all_contrasts(run_of(WELDING, PUMP)).items()} == {
        (0, 1): "polarity"
    }


def test_who_gives_the_other_cause_as_well_does_not_contradict_it() -> None:
    also = "The owner says the fire at the Marlow paper mill on Tuesday was caused by sparks.\n"
    assert slot_contrasts(run_of(WELDING, f"{PUMP}\n{also}")) == {}
