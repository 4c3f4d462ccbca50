"""Two branches compared: where they part, what each decided and came to, with its causes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.engine.moves import Choose, nominate, propose
from game.errors import UsageError
from game.present.branch_comparison import MOST_FIGURES, ComparisonPage
from game.present.branches import Branches
from game.present.opening import Plan, begin, open_scenario
from game.present.page import DecisionPage, TablePage
from game.present.sitting import Sitting
from tests.present.going_back import back_to, choose, part, to_turn

CONGRESS = Path(__file__).parents[1] / "scenarios" / "congress"


def two_branches(sitting: Sitting) -> ComparisonPage:
    choose(sitting, "wait")
    back_to(sitting, "opening")
    choose(sitting, "claim-the-shoal")
    return Branches(sitting).compare("A", "B")


def test_a_comparison_tells_where_they_part_and_what_each_decided(sit: Callable[..., Sitting]) -> None:
    page = two_branches(sit("arden"))
    assert page.parting == (
        "They part on 1 March 1925, at: The first morning.",
        "On A: We decided: Wait for the others to speak.",
        "On B: We decided: Claim the Gull Shoal.",
    )
    assert "same dice" in page.note


def test_the_causes_named_sum_to_the_difference(sit: Callable[..., Sitting]) -> None:
    page = two_branches(sit("arden"))
    numbers = [figure for figure in page.figures if figure.difference]
    assert numbers
    for figure in numbers:
        parts = [
            sum(int(cause.split()[0].replace("−", "-")) for cause in causes)
            for causes in (figure.left_causes, figure.right_causes)
        ]
        assert parts[1] - parts[0] == int(figure.difference.replace("−", "-")), figure


def test_while_a_game_goes_on_no_measure_and_no_interest_is_compared(sit: Callable[..., Sitting]) -> None:
    page = two_branches(sit("arden"))
    assert not part(page, "interests")
    assert not part(page, "measures")


def test_what_one_believes_of_the_others_is_all_that_is_compared(sit: Callable[..., Sitting]) -> None:
    columns = {figure.column for figure in two_branches(sit("arden")).figures}
    assert not columns & {"fuel.borrel", "fuel.corvane", "season"}


def test_two_finished_games_are_compared_with_their_endings_interests_and_measures(sit: Callable[..., Sitting]) -> None:
    sitting = sit("arden")
    for option in ("wait", "claim-the-shoal"):
        if sitting.over:
            back_to(sitting, "opening")
        choose(sitting, option)
        while not sitting.over:
            page = sitting.page
            if isinstance(page, TablePage):
                sitting.act("walk-out")
            else:
                assert isinstance(page, DecisionPage)
                sitting.act(f"choose:{next(one.id for one in page.options if one.enabled)}")
            to_turn(sitting)
    page = Branches(sitting).compare("A", "B")
    assert page.ends.left.startswith("over: ")
    assert set(part(page, "interests")) == {"The light burns", "Oil in store", "The aim of the council"}
    assert part(page, "measures")
    assert len(page.figures) <= MOST_FIGURES


def test_branches_that_part_inside_a_table_are_named_by_the_terms_that_differ(sit: Callable[..., Sitting]) -> None:
    sitting = sit("arden")
    choose(sitting, "wait")
    at = sitting.game.seq
    terms = {"light": "arden-alone", "toll": "heavy", "pilots": "licensed"}
    for toll in ("heavy", "none"):
        sitting.stand_after(at)
        to_turn(sitting)
        sitting.move(propose({**terms, "toll": toll}))
        to_turn(sitting)
    lines = Branches(sitting).page().lines
    assert [line.name.rsplit(" (", 1)[0] for line in lines] == [
        "We propose: The toll: Three barrels a year",
        "We propose: The toll: No toll",
    ]
    page = Branches(sitting).compare("A", "B")
    assert page.parting[1:] == (
        "On A: We propose: The toll: Three barrels a year.",
        "On B: We propose: The toll: No toll.",
    )


def test_branches_that_part_at_an_agenda_tell_what_was_put_on_it() -> None:
    sitting = begin(open_scenario(CONGRESS), Plan((("arden",),), "record", 3), None).sitting
    to_turn(sitting)
    at = sitting.game.seq
    page = sitting.page
    assert isinstance(page, TablePage)
    assert page.agenda is not None
    for issue in page.agenda.nominable[:2]:
        sitting.stand_after(at)
        to_turn(sitting)
        sitting.move(nominate([issue]))
        to_turn(sitting)
    lines = Branches(sitting).page().lines
    assert len(lines) == 2
    assert all(line.name.startswith("We put on the agenda: ") for line in lines)
    assert lines[0].name != lines[1].name


def test_a_game_from_a_carried_state_is_compared_like_any_other() -> None:
    from game.engine.game import Game
    from game.players.match import Match
    from game.present.english import english
    from game.scenario.loader import load

    game = Game.start(load(Path(__file__).parents[1] / "scenarios" / "three-parties"), 3, start={"tension": 12})
    sitting = Sitting(Match(game, {}), [("arden", "borrel", "corvane")], english())
    choose(sitting, "wait", "stay-home", "open-harbours")
    back_to(sitting, "opening")
    choose(sitting, "claim-the-shoal", "stay-home", "open-harbours")
    page = Branches(sitting).compare("A", "B")
    tension = next(figure for figure in page.figures if figure.column == "tension")
    assert tension.right_causes
    assert sum(isinstance(entry.move, Choose) for entry in game.path) >= 3


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [("A", "A", "Both are A"), ("A", "b", "A is the only one"), ("Z", "A", 'no branch "Z"'), ("", "A", 'no branch ""')],
)
def test_branches_that_do_not_exist_are_refused_in_a_sentence(
    sit: Callable[..., Sitting], left: str, right: str, why: str
) -> None:
    with pytest.raises(UsageError, match=why):
        Branches(sit("arden")).compare(left, right)
