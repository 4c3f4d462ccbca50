"""A side that comes in late begins at its step; what came before is the record, told in lines and not taken back."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from game.present.entering import BEFORE, beginning, entrance
from game.present.opening import Opened, Plan, begin, open_scenario
from game.present.page import BriefingPage, ConsequencePage, DecisionPage, Page
from game.present.shelf import seat_lines
from game.present.sitting import Sitting
from game.storage import save_format

WESTERN, NORTHERN = ("united-kingdom", "france"), ("sweden", "norway")
ENTRANCES = [(WESTERN, "western-december"), (NORTHERN, "sweden-december")]


@cache
def opened() -> Opened:
    return open_scenario("finland-1939")


def sat(*chairs: tuple[str, ...], seed: int = 1) -> Sitting:
    return begin(opened(), Plan(chairs, seed=seed), None).sitting


def pages(sitting: Sitting) -> list[Page]:
    """Every page up to the first decision."""
    found = [sitting.page]
    while not isinstance(found[-1], DecisionPage):
        sitting.proceed()
        found.append(sitting.page)
    return found


@pytest.mark.parametrize(("side", "step"), ENTRANCES)
def test_a_late_side_begins_at_its_step_and_all_before_is_of_the_record(side: tuple[str, ...], step: str) -> None:
    sitting = sat(side)
    recorded = begin(opened(), Plan((side,), "record", 1), None).sitting
    assert sitting.game.step is not None
    assert sitting.game.step.id == step
    assert {entry.reason for entry in sitting.game.path if entry.seat != "chance"} == {BEFORE}
    assert [entry.move for entry in sitting.game.path][1:] == [entry.move for entry in recorded.game.path][1:]


@pytest.mark.parametrize(("side", "step"), ENTRANCES)
def test_what_happened_before_is_told_in_one_part_a_line_a_step(side: tuple[str, ...], step: str) -> None:
    told = next(page for page in pages(sat(side)) if isinstance(page, ConsequencePage))
    first = told.happened[0]
    assert first.title == "What has happened before we come in"
    assert any("four Soviet armies cross the frontier" in line for line in first.lines)
    assert not first.accounts
    assert len(told.happened) == 1


def test_the_brief_is_of_the_day_of_entrance() -> None:
    brief = next(page for page in pages(sat(NORTHERN)) if isinstance(page, BriefingPage))
    assert "note-on-mainila" in {line.id for line in brief.documents}


@pytest.mark.parametrize(("side", "step"), ENTRANCES)
def test_what_was_played_before_cannot_be_taken_back(side: tuple[str, ...], step: str) -> None:
    sitting = sat(side)
    pages(sitting)
    assert not sitting.can_undo
    assert not sitting.undo()
    assert sitting.game.step is not None
    assert sitting.game.step.id == step


def test_the_beginning_of_a_late_side_is_its_entrance() -> None:
    sitting = sat(NORTHERN)
    pages(sitting)
    start = beginning(sitting.game)
    sitting.act("choose:volunteers")
    sitting.go_to(0)
    assert sitting.game.seq == start > 0
    assert not [line for line in sitting.history().lines if line.own and line.past]


def test_beside_somebody_who_is_there_from_the_first_a_late_side_is_so_too() -> None:
    sitting = sat(NORTHERN, ("finland",))
    assert sitting.game.step is not None
    assert sitting.game.step.id == "opening"
    assert entrance(opened().scenario, ("sweden", "finland")) == ""


def test_the_earlier_of_two_late_sides_tells_when_the_game_begins() -> None:
    sitting = sat(NORTHERN, WESTERN)
    assert sitting.game.step is not None
    assert sitting.game.step.id == "western-december"


def test_the_storage_knows_the_reason_by_the_same_words() -> None:
    assert save_format.BEFORE == BEFORE


def test_seats_that_come_in_late_say_when() -> None:
    words = {line.id: line.words for line in seat_lines(opened().scenario, opened().speech)}
    assert words["sweden"] == "comes in on 5 December 1939"
    assert words["western"].endswith("France; comes in on 4 December 1939")
    assert words["finland"] == ""


def test_a_side_is_told_by_its_name_and_one_without_by_its_parties() -> None:
    scenario, speech = opened().scenario, opened().speech
    names = {line.id: line.name for line in seat_lines(scenario, speech)}
    assert (names["western"], names["northern"]) == ("London and Paris", "Stockholm and Oslo")
    unnamed = {line.id: line.name for line in seat_lines(replace(scenario, side_names={}), speech)}
    assert unnamed["northern"] == "Sweden and Norway"
