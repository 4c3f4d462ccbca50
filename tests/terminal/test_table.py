"""Packages built, sent, pressed and parted over at a table in the terminal, by example."""

from __future__ import annotations

from tests.terminal.test_play import TO_DECISION, TO_TABLE, after, flowing


def test_a_package_is_built_by_typing_and_sent(play) -> None:
    printed = play(*TO_TABLE, "light 3; toll none; pilots = 1", "send")
    draft = flowing(after(printed.split("> send")[0], "> light 3"))
    assert "The light: Arden alone decides (suits us fully)" in draft
    assert "The toll: No toll (does not suit us)" in draft
    assert "that is better than parting" in draft or "that is worse than parting" in draft
    assert "We propose: The light: Arden alone decides; The toll: No toll" in flowing(after(printed, "> send"))


def test_a_package_is_built_step_by_step(play) -> None:
    printed = play(*TO_TABLE, "build", "3", "", "2", "send")
    assert "The light: Arden alone decides; " in flowing(after(printed, "> send"))
    assert "Pilots: Pilots need a licence" in flowing(after(printed, "> send"))


def test_building_can_be_stopped(play) -> None:
    assert "The package we prepare" in after(play(*TO_TABLE, "build", "stop"), "stop to end) > stop")


def test_a_package_starts_from_what_they_asked(play) -> None:
    printed = play(*TO_TABLE, "send", "yes", "start theirs")
    assert "The package we prepare" in after(printed, "> start theirs")


def test_a_start_that_does_not_exist_lists_those_there_are(play) -> None:
    assert "what stands on the table" in flowing(after(play(*TO_TABLE, "start"), "> start"))
    assert "There is nothing to start from: our last offer." in flowing(play(*TO_TABLE, "start mine"))


def test_an_unknown_option_of_an_issue_lists_its_options(play) -> None:
    printed = flowing(after(play(*TO_TABLE, "toll golden"), "> toll golden"))
    assert "One barrel a year" in printed
    assert "The package we prepare" not in printed


def test_numbers_show_weights_values_and_the_walk_away_value(play) -> None:
    words = after(play(*TO_TABLE, "look"), "> look")
    numbers = after(play(*TO_TABLE, "numbers", "look"), "> look")
    assert "(vital, 8)" not in words and "/ 100" not in words
    assert "(vital, 8)" in numbers and "(suits us fully, 100)" in flowing(numbers) and "/ 100" in flowing(numbers)


def test_the_sentence_on_parting_is_on_every_turn(play) -> None:
    assert play(*TO_TABLE, "send", "yes").count("If we part now, we expect") == 2


def test_walking_out_asks_first(play) -> None:
    kept = after(play(*TO_TABLE, "walk out", "no"), "(yes or no) no")
    assert "Not done." in kept
    left = after(play(*TO_TABLE, "walk out", "yes"), "(yes or no) yes")
    assert "We walk out." in left and "The talks have failed." in left


def test_accepting_when_nothing_stands_is_refused_with_the_reason(play) -> None:
    assert "Nothing stands on the table to accept." in play(*TO_TABLE, "accept")


def test_pressing_names_an_issue_and_asks_first(play) -> None:
    assert "Type press and the issue" in play(*TO_TABLE, "press")
    pressed = flowing(after(play(*TO_TABLE, "press toll", "yes"), "(yes or no) yes"))
    assert "We press on one point: the toll." in pressed


def test_adjourning_ends_the_session(play) -> None:
    assert "The session is over. The talks go on:" in flowing(after(play(*TO_TABLE, "adjourn"), "> adjourn"))


def test_an_issue_is_shown_with_all_its_options(play) -> None:
    issue = after(play(*TO_TABLE, "issue light"), "> issue light")
    for words in (
        "Arden alone decides",
        "This holds if the issue stays open.",
        "The light is ours.",
        "Minutes of the talks",
    ):
        assert words in issue


def test_the_number_of_a_paper_is_the_same_wherever_it_stands(play) -> None:
    printed = play(*TO_DECISION, "documents", "read 2")
    listed = after(printed.split("> read 2")[0], "> documents")
    assert "2  The oil ledger of Arden" in " ".join(listed.split(" ")).replace("   ", "  ")
    assert "The oil ledger of Arden" in after(printed, "> read 2")


def test_a_command_is_never_taken_for_the_beginning_of_an_issue(play) -> None:
    assert "Decisions so far" in after(play(*TO_TABLE, "history"), "> history")


def test_an_offer_guessed_from_words_is_shown_and_asked_back(play) -> None:
    printed = flowing(after(play(*TO_TABLE, "offer light alone; toll none; pilots 1", "no"), "> offer light"))
    assert "Is this the offer to make? (yes or no) no" in printed
    assert "We propose" not in printed


def test_the_same_offer_again_asks_before_it_burns_a_turn(play) -> None:
    printed = flowing(after(play(*TO_TABLE, "send", "yes", "send", "no"), "> send"))
    assert "This says no more than our last offer, and uses up a turn. Make it again?" in printed
    assert "We repeat our offer" not in printed


def test_pressing_is_offered_only_where_it_is_possible(play) -> None:
    before = play(*TO_TABLE)
    assert "press 1, adjourn" in flowing(before)
    printed = play(*TO_TABLE, "press toll", "yes", "help", "press toll")
    assert "press ISSUE" not in after(printed.split("> press toll")[1], "> help")
    assert "press 1" not in flowing(printed.split("(yes or no) yes")[1])
    assert "pressed once in this session already" in flowing(after(printed, "> press toll"))


def test_where_a_package_names_every_issue_none_can_be_dropped(play) -> None:
    refused = flowing(after(play(*TO_TABLE, "light 2", "drop light"), "> drop light"))
    assert refused.startswith("A package here names every issue: none can be left out.")
