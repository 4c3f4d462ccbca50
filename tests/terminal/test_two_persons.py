"""Two persons at one machine: a brief is seen only by its owner."""

from __future__ import annotations

import pytest

PEOPLE = ("arden", "borrel")


def test_the_machine_is_handed_over_before_the_first_brief(play) -> None:
    printed = play("", people=PEOPLE)
    assert "Pass the machine to Arden" in printed
    assert "You keep the light" not in printed


def test_the_screen_is_cleared_before_the_next_person(play) -> None:
    printed = play("", "", "", "", "wait", people=PEOPLE)
    before, after = printed.split("Pass the machine to Borrel")
    assert before.count("\n" * 50) == 2
    assert "Arden alone" not in after


def test_decisions_at_the_same_time_are_not_seen_by_the_other(play) -> None:
    printed = play("", "", "", "", "claim", "", "", "", people=PEOPLE)
    for_borrel = printed.split("Pass the machine to Borrel")[1]
    assert "Borrel" in for_borrel
    assert "To decide" in for_borrel
    assert "Claim the Gull Shoal" not in for_borrel


@pytest.mark.parametrize("command", ["state", "history", "brief", "papers", "interests", "undo", "why oil", "look"])
def test_no_command_opens_a_page_of_anybody_while_handing_over(play, command: str) -> None:
    printed = play("", "", "", "", "claim", command, people=PEOPLE)
    handing_over = printed.split("Pass the machine to Borrel", 1)[1]
    for secret in ("You keep the light", "Claim the Gull Shoal", "barrels", "The light burns"):
        assert secret not in handing_over


def test_each_hears_what_happened_since_its_own_last_decision(play) -> None:
    printed = play("", "", "", "", "claim", "", "", "", "stay", "", people=PEOPLE)
    assert printed.count("What has happened") >= 1
    assert "Corvane decided" in printed


def test_a_side_is_one_person(play) -> None:
    printed = play("", people=("arden",))
    assert "Pass the machine" not in printed
