"""A turn at a table: how often one may still speak, what is asked before a move, what a session left unanswered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.errors import MoveRefused
from game.present.drafting import second_thought, stepped, taken_off
from game.present.opening import Plan, begin, open_scenario
from game.present.page import ConsequencePage, TablePage
from game.present.parts import Action
from game.present.sitting import Sitting
from game.terminal.table_layout import linkage_items
from tests.scenarios.small import write_small
from tests.scenarios.talks import TALKS

MINE = {"light": "lit", "toll": "barrel"}
OTHER = {"light": "lit", "toll": "none"}


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    """A person at each side; arden speaks first."""
    opened = open_scenario(write_small(tmp_path, TALKS))
    return begin(opened, Plan((("arden",), ("borrel",))), None).sitting


def turn(sitting: Sitting) -> TablePage:
    """Reads on to the next turn."""
    while not isinstance(sitting.page, TablePage):
        sitting.proceed()
    return sitting.page


def test_an_issue_is_moved_to_its_last_option_and_no_further(sitting: Sitting) -> None:
    page = turn(sitting)
    ways = [option.id for option in page.issues[0].options]
    draft: dict[str, str] = {}
    for _ in range(len(ways) + 3):
        draft = stepped(page, draft, page.issues[0].id, 1)
    assert draft[page.issues[0].id] == ways[-1]
    for _ in range(len(ways) + 3):
        draft = stepped(page, draft, page.issues[0].id, -1)
    assert draft.get(page.issues[0].id, ways[0]) == ways[0]


def test_an_offer_says_what_of_the_others_it_takes_off_the_table(sitting: Sitting) -> None:
    turn(sitting)
    sitting.act("propose", terms=MINE)
    page = replace(turn(sitting), whole=False)
    said = taken_off(page, {"light": "lit"}, sitting.speech)
    assert "The toll" in said and "The light" not in said
    assert not taken_off(page, OTHER, sitting.speech)


def propose(sitting: Sitting, *packages: dict[str, str]) -> None:
    for package in packages:
        turn(sitting)
        sitting.act("propose", terms=package)


def action(page: TablePage, id_: str) -> Action:
    return next(one for one in page.actions if one.id == id_)


def test_the_last_word_of_the_last_mover_is_not_counted_as_a_turn_to_propose(sitting: Sitting) -> None:
    assert turn(sitting).turns == "We may propose 3 more times at this table."
    propose(sitting, MINE)
    assert turn(sitting).seat.party == "borrel"
    assert turn(sitting).turns == "We may propose 2 more times; after that we can only accept what stands, or leave."
    propose(sitting, OTHER, MINE)
    assert turn(sitting).turns == "We may propose once more; after that we can only accept what stands, or leave."
    propose(sitting, OTHER)
    assert turn(sitting).turns.startswith("This is our last turn")
    propose(sitting, MINE)
    assert turn(sitting).final
    assert turn(sitting).turns == "This is the last word of the last session: accept what stands, or walk out."
    with pytest.raises(MoveRefused):
        sitting.act("propose", terms=OTHER)


def test_accepting_asks_once_and_names_what_is_signed(sitting: Sitting) -> None:
    propose(sitting, MINE)
    accept = action(turn(sitting), "accept")
    assert accept.confirm == "With our consent this package is signed, and the talks end. Sign it?"
    assert accept.details == ("The light: It burns", "The toll: A barrel a year")


def test_the_same_offer_again_is_a_second_thought(sitting: Sitting) -> None:
    page, speech = turn(sitting), sitting.speech
    assert second_thought(page, MINE, speech) == ""
    propose(sitting, MINE, OTHER)
    page = turn(sitting)
    assert "uses up a turn" in second_thought(page, MINE, speech)
    assert "accepting it would settle it" in second_thought(page, OTHER, speech)
    assert second_thought(page, {"light": "dark", "toll": "none"}, speech) == ""


def test_a_session_that_ends_with_an_offer_says_that_nobody_answered_it(sitting: Sitting) -> None:
    propose(sitting, MINE, OTHER)
    while not isinstance(sitting.page, ConsequencePage):
        sitting.proceed()
    for_arden = " ".join(sitting.page.happened[-1].words)
    assert "The session ends before the offer of Borrel is answered; it stays on the table." in for_arden
    assert turn(sitting).standing_terms == OTHER


def test_a_session_that_was_adjourned_says_nothing_of_answers(sitting: Sitting) -> None:
    propose(sitting, MINE)
    turn(sitting)
    sitting.act("adjourn")
    while not isinstance(sitting.page, ConsequencePage):
        sitting.proceed()
    assert "is answered" not in " ".join(sitting.page.happened[-1].words)


def test_the_history_tells_of_a_package_what_changed(sitting: Sitting) -> None:
    propose(sitting, MINE, MINE, OTHER, MINE)
    turn(sitting)
    lines = {line.seq: line.words for line in sitting.history().lines}
    assert list(lines.values()) == [
        "We propose: The light: It burns; The toll: A barrel a year.",
        "Borrel proposes: The light: It burns; The toll: A barrel a year.",
        "We propose, changing: The toll: No toll.",
        "Borrel repeats its offer.",
    ]


def test_talks_that_end_in_agreement_are_not_said_to_go_on(sitting: Sitting) -> None:
    propose(sitting, MINE)
    turn(sitting)
    sitting.act("accept")
    pages = []
    while not sitting.over or isinstance(sitting.page, ConsequencePage):
        pages.append(sitting.page)
        sitting.proceed()
    told = " ".join(words for page in pages if isinstance(page, ConsequencePage) for words in page.happened[-1].words)
    assert "The talks have ended in agreement." in told
    assert "go on" not in told


def test_what_hangs_together_is_said_in_its_own_words_where_it_has_them(tmp_path: Path) -> None:
    """What it rests on is said beside its number, since its words need not say so; without words both are said."""
    line = '{when: "light == lit", add: 20, basis: "A judgement: boats come home."'
    linkages = f'linkages: {{arden: [{line}}}, {line}, text: "A light is worth a toll."}}]}}'
    assert TALKS.count("walk-away:") == 1
    scenario = write_small(tmp_path, TALKS.replace("walk-away:", f"{linkages}\n      walk-away:"))
    page = turn(begin(open_scenario(scenario), Plan((("arden",), ("borrel",))), None).sitting)
    worded, said = page.linkages
    assert worded.words.startswith("Worth more to us than it seems.")
    assert worded.words.endswith("A judgement: boats come home.")
    assert (said.words, said.basis) == ("A light is worth a toll.", "A judgement: boats come home.")
    item = linkage_items(page, numbers=True)[0]
    assert "A light is worth a toll. A judgement: boats come home. (" in str(item)


def test_a_package_worth_less_than_its_rows_says_why(tmp_path: Path) -> None:
    """The heaviest of the linkages that hold is named; where none holds nothing is said."""
    lines = '{when: "light == lit", add: -20, basis: "B", text: "A light shows the way to others."}'
    lines += ', {when: "toll == none", add: -90, basis: "B", text: "Who asks for no toll is laughed at."}'
    scenario = write_small(tmp_path, TALKS.replace("walk-away:", f"linkages: {{arden: [{lines}]}}\n      walk-away:"))
    sitting = begin(open_scenario(scenario), Plan((("arden",), ("borrel",))), None).sitting
    turn(sitting)
    both = sitting.worth({"light": "lit", "toll": "none"}).together
    assert both.endswith("but together it counts for less. Who asks for no toll is laughed at.")
    assert sitting.worth({"light": "lit", "toll": "barrel"}).together.endswith("A light shows the way to others.")
    assert not sitting.worth({"light": "dark", "toll": "barrel"}).together
