"""The tree of branches, and what each person may know of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import astuple
from itertools import product
from pathlib import Path

import pytest

from game.engine.legality import LegalTable
from game.engine.moves import propose
from game.errors import MoveRefused, UsageError
from game.present.branch_comparison import ComparisonPage
from game.present.branches import MOST_SHOWN, Branches, BranchesPage
from game.present.opening import Plan, begin, open_scenario, resume
from game.present.sitting import Sitting
from game.present.timeline import options_then, timeline
from tests.present.going_back import back_to, choose, to_turn
from tests.scenarios.small import choice, do, write_small

SECRETS = "".join(
    (
        choice("first", "arden", 'left: {text: "Go left"}, right: {text: "Go right"}', record="left"),
        choice(
            "cellar",
            "borrel",
            f'dig: {{text: "Dig under the wall", effects: [{do("hole += 5")}]}}, '
            f'wait: {{text: "Wait in the cellar"}}, pray: {{text: "Pray in the cellar"}}',
            record="wait",
            more="known-to: [borrel]",
        ),
        choice("second", "arden", 'up: {text: "Go up"}, down: {text: "Go down"}', record="up"),
        choice("last", "borrel", 'sing: {text: "Sing"}, sleep: {text: "Sleep"}', record="sing"),
    )
)
HOLE = """
variables:
  hole: {name: "The hole", range: 0..9, unit: "feet", known-to: [borrel], believed: {arden: 0}, start: 0, basis: "-"}
"""
HIDDEN = ("Dig", "wall", "cellar", "Cellar", "hole")


@pytest.fixture
def secrets(tmp_path: Path) -> Callable[..., Sitting]:
    """Begins a game in which Borrel decides something of which only Borrel learns."""
    opened = open_scenario(write_small(tmp_path, SECRETS, more=HOLE))

    def begun(*chairs: str) -> Sitting:
        return begin(opened, Plan(tuple((chair,) for chair in chairs), "record", 1), None).sitting

    return begun


def words(page: BranchesPage | ComparisonPage) -> str:
    return str(astuple(page))


def decide_everything(sitting: Sitting) -> None:
    """Makes every offer of the whole that can be made here, one branch for each."""
    start, legal = sitting.game.seq, sitting.game.legal("arden")
    assert isinstance(legal, LegalTable)
    for options in product(*legal.options.values()):
        sitting.stand_after(start)
        to_turn(sitting)
        sitting.move(propose(dict(zip(legal.options, options, strict=True))))
        to_turn(sitting)
        if sitting.over:
            return


# The tree


def test_a_game_that_was_never_gone_back_in_has_one_branch(sit: Callable[..., Sitting]) -> None:
    page = Branches(sit("arden")).page()
    assert [(line.letter, line.name, line.here) for line in page.lines] == [("A", "The only branch so far", True)]
    assert page.where == "You are at the end of A."
    assert "same dice" not in page.note


def test_a_branch_is_named_by_its_first_different_decision(sit: Callable[..., Sitting]) -> None:
    sitting = sit("arden")
    choose(sitting, "wait")
    back_to(sitting, "opening")
    choose(sitting, "claim-the-shoal")
    first, second = Branches(sitting).page().lines
    assert (first.name, second.name) == (
        "Wait for the others to speak (1 March 1925)",
        "Claim the Gull Shoal (1 March 1925)",
    )
    assert (first.here, second.here, second.parent) == (False, True, "A")
    assert sitting.game.history[second.number].seat == "arden"
    assert (first.decisions, second.decisions) == (1, 1)
    assert "same dice" in Branches(sitting).page().note


def test_the_same_decision_again_is_no_branch(sit: Callable[..., Sitting]) -> None:
    sitting = sit("arden")
    choose(sitting, "wait")
    back_to(sitting, "opening")
    choose(sitting, "wait")
    assert len(Branches(sitting).page().lines) == 1


def test_where_one_has_gone_back_to_is_told_with_what_lies_ahead(sit: Callable[..., Sitting]) -> None:
    sitting = sit("arden")
    choose(sitting, "wait")
    sitting.undo()
    assert Branches(sitting).page().where == "You have gone back on A: one decision of it lies ahead."


def test_where_several_branches_lead_on_all_of_them_are_named(sit: Callable[..., Sitting]) -> None:
    sitting = sit("arden")
    choose(sitting, "wait")
    back_to(sitting, "opening")
    choose(sitting, "claim-the-shoal")
    sitting.undo()
    said = "You have gone back on A: one decision of it lies ahead. B also leads on from here."
    assert Branches(sitting).page().where == said


def test_letters_stay_after_saving_and_opening_again(sit: Callable[..., Sitting], tmp_path: Path) -> None:
    path = tmp_path / "game.json"
    opened = open_scenario(Path(__file__).parents[1] / "scenarios" / "three-parties")
    sitting = begin(opened, Plan((("arden",),), seed=3), path).sitting
    for option in ("wait", "claim-the-shoal"):
        choose(sitting, option)
        back_to(sitting, "opening")
    choose(sitting, "claim-the-shoal")
    before = Branches(sitting).page().lines
    again = Branches(resume(path, scenario=opened.name).sitting).page().lines
    assert len(before) == 2
    assert again == before


def test_a_branch_whose_save_was_changed_is_told_of_and_the_others_go_on(
    sit: Callable[..., Sitting], tmp_path: Path
) -> None:
    path = tmp_path / "game.json"
    opened = open_scenario(Path(__file__).parents[1] / "scenarios" / "three-parties")
    sitting = begin(opened, Plan((("arden",),), seed=3), path).sitting
    choose(sitting, "wait")
    sitting.act("adjourn")
    to_turn(sitting)
    back_to(sitting, "opening")
    choose(sitting, "claim-the-shoal")
    saved = json.loads(path.read_text(encoding="utf-8"))
    adjourned = next(entry for entry in saved["entries"] if entry["seat"] == "arden" and entry["move"] == "adjourn")
    adjourned["step"] = "fish-last"
    path.write_text(json.dumps(saved), encoding="utf-8")

    again = resume(path, scenario=opened.name).sitting
    page = Branches(again).page()
    assert page.lines[0].ends == "what is saved of it fits no further"
    assert page.lines[1].here and "at: " in page.lines[1].ends
    assert 'the move "adjourn" of arden at fish-last, no longer fits' in page.note
    shown = timeline(again, again.history(), page)
    assert {lane.letter for lane in shown.lanes} == {"A", "B"}
    assert all(options_then(again, mark.line.seq) is not None for mark in shown.marks if mark.line.own)
    back_to(again, "opening")
    choose(again, "wait")


def test_of_sixty_branches_a_page_shows_a_few_and_tells_where_the_others_are(sit: Callable[..., Sitting]) -> None:
    sitting = sit("arden")
    choose(sitting, "wait")
    while len(Branches(sitting).tree) < 60:
        decide_everything(sitting)
    branches = Branches(sitting)
    short, whole = branches.page(), branches.page(whole=True)
    assert len(whole.lines) == len(branches.tree) > MOST_SHOWN
    assert len(short.lines) == MOST_SHOWN
    assert any(line.here for line in short.lines)
    folded = " ".join(short.folded)
    assert all(line in short.lines or line.letter in folded for line in whole.lines)
    assert not whole.folded


# What was tried


def test_trying_tells_what_was_decided_there_on_which_branches(sit: Callable[..., Sitting]) -> None:
    sitting = sit("arden")
    choose(sitting, "wait")
    back_to(sitting, "opening")
    choose(sitting, "claim-the-shoal")
    seq = next(entry.seq for entry in sitting.game.history if entry.seat == "arden")
    back_to(sitting, "opening")
    said = "Here was decided so far: on A: Wait for the others to speak; on B: Claim the Gull Shoal."
    assert Branches(sitting).tried(seq) == said


def test_nobody_is_told_what_another_tried(secrets: Callable[..., Sitting]) -> None:
    sitting = secrets("arden", "borrel")
    choose(sitting, "left", "dig")
    assert sitting.party == "arden"
    cellar = next(entry.seq for entry in sitting.game.history if entry.step == "cellar")
    assert Branches(sitting).tried(cellar) == ""
    sitting.go_to(cellar)
    assert Branches(sitting).tried(cellar) == "", "while the machine is handed over"
    to_turn(sitting)
    assert Branches(sitting).tried(cellar) == "Here was decided so far: on A: Dig under the wall."


# Two persons


def gone_back_in_the_cellar(sitting: Sitting) -> None:
    """Borrel digs, goes back and prays; then it is Arden's turn on both branches."""
    choose(sitting, "left", "dig")
    back_to(sitting, "cellar")
    choose(sitting, "pray")


def test_a_person_never_learns_what_the_other_decided_in_secret(secrets: Callable[..., Sitting]) -> None:
    sitting = secrets("arden", "borrel")
    gone_back_in_the_cellar(sitting)
    assert sitting.party == "arden"
    branches = Branches(sitting)
    page = branches.page()
    assert [line.name for line in page.lines] == ["No different as far as we know"] * 2
    assert page.lines[1].number == 0
    compared = branches.compare("A", "B")
    assert compared.parting == ("Nothing that we know of was decided differently on them.",)
    assert not compared.figures
    for secret in HIDDEN:
        assert secret not in words(compared), secret
        assert secret not in words(page), secret
    with pytest.raises(UsageError, match="B parted at no decision of ours"):
        branches.parting("B")


def test_the_first_branch_is_named_by_what_one_decided_oneself_though_another_went_back_before(
    secrets: Callable[..., Sitting],
) -> None:
    sitting = secrets("arden", "borrel")
    gone_back_in_the_cellar(sitting)
    sitting.stand_after(Branches(sitting).end_of("A"))
    choose(sitting, "up")
    back_to(sitting, "second")
    choose(sitting, "down")
    back_to(sitting, "second")
    names = [line.name for line in Branches(sitting).page().lines]
    assert sitting.party == "arden"
    assert names == ["Go up (June 1925)", "No different as far as we know", "Go down (June 1925)"]


def test_its_owner_sees_a_secret_decision_and_what_it_moved(secrets: Callable[..., Sitting]) -> None:
    sitting = secrets("arden", "borrel")
    gone_back_in_the_cellar(sitting)
    choose(sitting, "up")
    assert sitting.party == "borrel"
    compared = Branches(sitting).compare("A", "B")
    assert "On A: We decided: Dig under the wall." in compared.parting
    (hole,) = compared.figures
    assert (hole.left, hole.right, hole.difference) == ("5 feet", "0 feet", "−5")
    assert hole.left_causes == ("+5 a reason",)


def test_where_a_branch_waits_for_a_secret_decision_it_is_not_named(secrets: Callable[..., Sitting]) -> None:
    sitting = secrets("arden", "borrel")
    choose(sitting, "left")
    back_to(sitting, "first")
    line = Branches(sitting).page().lines[0]
    assert sitting.party == "arden"
    assert line.ends == "waiting for another delegation"


def test_nothing_is_shown_while_the_machine_is_handed_over(secrets: Callable[..., Sitting]) -> None:
    sitting = secrets("arden", "borrel")
    gone_back_in_the_cellar(sitting)
    sitting.act("choose:up")
    for look in (lambda: Branches(sitting).page(), lambda: Branches(sitting).compare("A", "B")):
        with pytest.raises(MoveRefused):
            look()


def test_when_one_game_is_over_the_other_still_keeps_its_secrets(secrets: Callable[..., Sitting]) -> None:
    """At the end persons look on together; what is secret on a branch that goes on stays so."""
    sitting = secrets("arden", "borrel")
    choose(sitting, "left", "dig")
    back_to(sitting, "cellar")
    choose(sitting, "pray", "up", "sing")
    assert sitting.over
    branches = Branches(sitting)
    for secret in HIDDEN:
        assert secret not in words(branches.compare("A", "B")), secret
    assert branches.compare("A", "B").ends.right == "over: Otherwise"
    lines = branches.page().lines
    assert lines[0].name == "Not told while it goes on"
    assert lines[1].name == "Borrel decided: Pray in the cellar (June 1925)", "what is over is told to all"
    sitting.stand_after(branches.end_of("A"))
    to_turn(sitting)
    assert sitting.party == "arden"
    for secret in HIDDEN:
        assert secret not in words(Branches(sitting).compare("A", "B")), secret
        assert secret not in words(Branches(sitting).page()), secret


def test_the_list_of_moves_keeps_the_secrets_of_a_branch_that_goes_on_too(secrets: Callable[..., Sitting]) -> None:
    sitting = secrets("arden", "borrel")
    choose(sitting, "left", "dig")
    back_to(sitting, "cellar")
    choose(sitting, "pray", "up", "sing")
    listed = [line.words for line in sitting.history().lines]
    assert "Borrel decided: Pray in the cellar." in listed, "what was decided on the finished branch is told"
    assert not any("Dig" in words for words in listed)


def test_when_both_are_over_everything_is_told(secrets: Callable[..., Sitting]) -> None:
    sitting = secrets("arden", "borrel")
    for option in ("dig", "pray"):
        if sitting.over:
            back_to(sitting, "cellar")
            choose(sitting, option, "up", "sing")
        else:
            choose(sitting, "left", option, "up", "sing")
    compared = Branches(sitting).compare("A", "B")
    assert compared.parting[1:] == (
        "On A: Borrel decided: Dig under the wall.",
        "On B: Borrel decided: Pray in the cellar.",
    )
    assert [figure.column for figure in compared.figures] == ["hole"]
