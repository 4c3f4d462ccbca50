"""How the terminal meets what people type where it was not asked for: pauses, yes or no, the midst of a package."""

from __future__ import annotations

import pytest

from game.present.debrief import debrief
from game.present.english import english
from game.terminal.blocks import Heading, Items, Paragraph
from game.terminal.debriefing import Debriefing
from tests.playing import SEATS, program, random_game
from tests.terminal.conftest import TO_FIRST_DECISION, TO_FIRST_TABLE, Script
from tests.terminal.test_play import TO_END, after, flowing


@pytest.mark.parametrize("typed", ["1", "yes", "claim"])
def test_a_page_that_only_wants_reading_says_so(play: Script, typed: str) -> None:
    assert f'"{typed}" does nothing on this page: press Enter to go on, or type help.' in flowing(play(typed))


def test_a_command_instead_of_yes_or_no_is_obeyed(play: Script) -> None:
    printed = flowing(after(play(*TO_FIRST_DECISION, "shoal", "state"), "Claim the Gull Shoal?"))
    assert printed.startswith("(yes or no) state Not done. How things stand")


def test_no_alone_is_only_no(play: Script) -> None:
    printed = flowing(after(play(*TO_FIRST_DECISION, "shoal", "n"), "(yes or no) n"))
    assert printed.startswith("Not done. > The game is saved")


def test_a_decision_instead_of_yes_or_no_is_taken(play: Script) -> None:
    assert "We decided: Claim the Gull Shoal" in flowing(play(*TO_FIRST_DECISION, "the lamps", "claim"))


def test_a_first_draft_that_was_not_seen_is_shown_before_it_goes(play: Script) -> None:
    printed = flowing(after(play(*TO_FIRST_TABLE, "send", "no"), "> send"))
    assert printed.index("The package we prepare") < printed.index("Is this the offer to make? (yes or no) no")
    assert "We propose" not in printed


def test_a_draft_that_was_shown_goes_without_a_question(play: Script) -> None:
    printed = flowing(after(play(*TO_FIRST_TABLE, "draft", "send"), "> send"))
    assert "(yes or no)" not in printed
    assert "We propose" in printed


def test_while_a_package_is_built_help_and_looking_answer_and_the_question_stands(play: Script) -> None:
    printed = flowing(after(play(*TO_FIRST_TABLE, "build", "help", "state", "look nobody", "3", "stop"), "> build"))
    assert "Nothing is offered before send." in printed
    assert "How things stand" in printed
    assert printed.count("stop to end) >") == 5
    assert "The light: Arden alone decides" in printed.split("The package we prepare")[1]


def test_quit_leaves_from_the_midst_of_building(play: Script) -> None:
    printed = flowing(after(play(*TO_FIRST_TABLE, "build", "quit", "state"), "stop to end) > quit"))
    assert printed.startswith("The game is saved")


def test_asterisks_that_were_typed_are_told_as_typed(play: Script) -> None:
    assert 'branch "*a*"' in flowing(play(*TO_FIRST_DECISION, "compare *a*"))


def test_going_back_to_no_decision_lists_those_there_are(play: Script) -> None:
    printed = flowing(play(*TO_FIRST_TABLE, "try 99"))
    assert "no decision of yours with the number 99; as history numbers them, there is " in printed


def test_the_debrief_lists_the_ending_and_does_not_tell_it_again() -> None:
    told = debrief(random_game(program(), 5), english(), SEATS)
    debriefing = Debriefing(told, english())
    *_, listed, how_on = debriefing.opening()
    assert isinstance(listed, Items)
    assert listed.items[0].words == "How it came out"
    assert isinstance(how_on, Paragraph)
    assert "Where it first left the record" in how_on.words
    first = debriefing.next_section()[0]
    assert isinstance(first, Heading)
    assert first.words == "Where it first left the record"


def test_sources_of_the_debrief_stand_as_numbers_with_one_list_beneath(play: Script) -> None:
    printed = after(play(*TO_END, "", "", "", "", "decisions", width=120), "> decisions")
    section = printed.split("Press Enter for the next part")[0]
    decisions, listed = section.rsplit("Sources", 1)
    assert "[1" in decisions
    words = [line.split("]", 1)[1].strip() for line in listed.splitlines() if "]" in line]
    assert words
    assert not [one for one in words if one in decisions]
    assert all(listed.count(one) == 1 for one in words)
