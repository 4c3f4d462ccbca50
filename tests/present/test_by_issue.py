"""A table that settles issue by issue: what asks twice, what all have named without settling it, what a word costs."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.present.drafting import second_thought
from game.present.opening import Plan, begin, open_scenario
from game.present.page import TablePage
from game.present.sitting import Sitting
from tests.scenarios.small import write_small
from tests.scenarios.talks import TALKS

LINKED = """agreement: by-issue
      linkages:
        arden:
          - {when: "light == lit", add: -400, text: "There is no price for this.", basis: "Invented."}
          - {when: "toll == none", add: -60, text: "It costs more than it seems.", basis: "Invented."}
          - {when: "light == dark and toll == none", add: -300, text: "Not both.", basis: "Invented."}
"""


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    """A person at each side; arden speaks first."""
    opened = open_scenario(write_small(tmp_path, TALKS.replace("agreement: whole\n", LINKED)))
    return begin(opened, Plan((("arden",), ("borrel",))), None).sitting


def turn(sitting: Sitting) -> TablePage:
    while not isinstance(sitting.page, TablePage):
        sitting.proceed()
    return sitting.page


def propose(sitting: Sitting, **terms: str) -> None:
    turn(sitting)
    sitting.act("propose", terms=terms)


def test_an_offer_that_another_took_off_the_table_may_be_made_again_unasked(sitting: Sitting) -> None:
    propose(sitting, light="dark", toll="barrel")
    propose(sitting, light="lit")
    again = {"light": "dark", "toll": "barrel"}
    assert turn(sitting).own_last == again
    assert second_thought(turn(sitting), again, sitting.speech) == ""


def test_an_offer_of_ours_that_lies_there_is_asked_about_unless_it_says_less(sitting: Sitting) -> None:
    propose(sitting, light="dark", toll="barrel")
    turn(sitting)
    sitting.act("adjourn")
    page = turn(sitting)
    assert page.seat.party == "arden" and page.standing is not None and page.standing.own
    assert "uses up a turn" in second_thought(page, page.standing_terms, sitting.speech)
    assert second_thought(page, {"light": "dark"}, sitting.speech) == ""


def test_what_both_have_named_is_said_to_be_unsettled_while_something_else_lies_with_it(sitting: Sitting) -> None:
    propose(sitting, light="dark", toll="barrel")
    assert turn(sitting).alike == ""
    propose(sitting, light="lit", toll="barrel")
    alike = turn(sitting).alike
    assert "not settled" in alike and "The toll: A barrel a year" in alike and "The light" not in alike
    propose(sitting, toll="barrel")
    assert turn(sitting).alike == "", "it lies there alone and needs only to be accepted"


def test_an_option_that_costs_more_than_its_row_says_so_in_its_row(sitting: Sitting) -> None:
    light, toll = turn(sitting).issues
    said = {option.id: option.red_line for option in (*light.options, *toll.options)}
    assert said["lit"] == "This crosses a red line of ours. There is no price for this."
    assert said["none"] == "It costs more than it seems."
    assert said["dark"] == said["barrel"] == ""


def test_a_red_line_stands_in_the_account_of_the_package_that_crosses_it(sitting: Sitting) -> None:
    turn(sitting)
    crossed = sitting.worth({"light": "lit", "toll": "barrel"}).together
    assert crossed == "This crosses a red line of ours. There is no price for this."
    assert "Not both." in sitting.worth({"light": "dark", "toll": "none"}).together
