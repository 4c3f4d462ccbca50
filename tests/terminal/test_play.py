"""The terminal game by example, on a small invented scenario."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

TO_DECISION = ("", "", "")
TO_TABLE = (*TO_DECISION, "wait", "")
TO_END = ["", "", *["", "1", "walk out", "yes"] * 12]


def after(printed: str, mark: str) -> str:
    """What was printed after the last `mark`."""
    assert mark in printed, printed[-3000:]
    return printed.rsplit(mark, 1)[1]


def flowing(words: str) -> str:
    """The words with line breaks forgotten."""
    return " ".join(words.split())


def test_the_content_note_comes_first(play) -> None:
    printed = play()
    assert "Boats are lost in a storm." in printed
    assert "You keep the light" not in printed


def test_the_brief_shows_members_interests_and_papers(play) -> None:
    printed = flowing(play(""))
    for words in ("You keep the light", "Ada Hale, keeper of the light", "The light burns: vital", "The tide table"):
        assert words in printed


def test_a_decision_is_taken_by_number_or_by_words(play, tmp_path: Path) -> None:
    numbers = play(*TO_DECISION)
    words = [line.split() for line in numbers.splitlines() if line.endswith("  Claim the Gull Shoal")]
    number = next(line[0] for line in words if line[0].isdecimal())
    for typed in (number, "claim-the-shoal", "claim", "claim the"):
        assert "We decided: Claim the Gull Shoal" in play(*TO_DECISION, typed)
        (tmp_path / "game.json").unlink()


@pytest.mark.parametrize("typed", ["gull shoal", "shoal", "cla"])
def test_words_from_the_middle_of_an_option_are_asked_back(play, tmp_path: Path, typed: str) -> None:
    kept = flowing(play(*TO_DECISION, typed, "no"))
    assert "Do you mean " in kept and ", Claim the Gull Shoal? (yes or no) no" in kept, kept[-400:]
    assert "We decided" not in kept
    (tmp_path / "game.json").unlink(missing_ok=True)
    assert "We decided: Claim the Gull Shoal" in play(*TO_DECISION, typed, "yes")


def test_words_after_a_number_are_offered_as_its_reason(play, tmp_path: Path) -> None:
    kept = flowing(play(*TO_DECISION, "1 to show them", "no"))
    assert "with the reason “to show them”? (yes or no) no" in kept and "We decided" not in kept
    (tmp_path / "game.json").unlink(missing_ok=True)
    printed = flowing(play(*TO_DECISION, "1 to show them", "yes", "history"))
    assert "(Our reason: to show them)" in printed


def test_a_word_that_fits_several_options_lists_them(play) -> None:
    printed = flowing(play(*TO_DECISION, "the"))
    assert '"the" fits several: ' in printed
    assert "Claim the Gull Shoal" in printed.split("fits several: ")[1]
    assert "We decided" not in printed


def test_a_mistyped_option_is_asked_back(play) -> None:
    assert 'Did you mean "wait"?' in flowing(play(*TO_DECISION, "wiat"))


def test_two_letters_decide_nothing(play) -> None:
    printed = flowing(play(*TO_DECISION, "wa"))
    assert '"wa" is too short to decide by' in printed
    assert "We decided" not in printed


def test_enter_decides_nothing(play) -> None:
    assert "There is something to decide here" in play(*TO_DECISION, "")


def test_what_changed_is_told_with_every_cause(play) -> None:
    printed = play(*TO_DECISION, "claim", style="trades")
    assert "Tension in the strait: 8 → 17 of 20" in printed
    assert "+8 the claim" in printed


def test_an_account_lists_the_causes_of_a_figure(play) -> None:
    account = after(play(*TO_DECISION, "claim", "", "account tension"), "> account tension")
    assert "At the beginning: 8 of 20." in account
    assert "+8 the claim" in account


def test_an_account_without_a_figure_says_how_to_ask(play) -> None:
    assert "state lists them" in flowing(play(*TO_DECISION, "account"))


def test_a_reason_is_kept_in_the_save(play, tmp_path: Path) -> None:
    play(*TO_DECISION, "wait because the night is long")
    entries = json.loads((tmp_path / "game.json").read_text())["entries"]
    assert [entry["reason"] for entry in entries if "reason" in entry] == ["the night is long"]


def test_undo_takes_the_decision_back_and_redo_makes_it_again(play) -> None:
    undone = after(play(*TO_DECISION, "claim", "undo"), "> undo")
    assert "What will Arden do with the light?" in undone
    redone = after(play(*TO_DECISION, "claim", "undo", "redo"), "> redo")
    assert "We decided: Claim the Gull Shoal" in redone


def test_undo_with_nothing_to_take_back_says_so(play) -> None:
    assert "There is nothing to take back." in play(*TO_DECISION, "undo")


def test_another_branch_is_kept_and_listed(play, tmp_path: Path) -> None:
    printed = play(*TO_DECISION, "claim", "undo", "wait", "", "history")
    listed = flowing(after(printed, "> history"))
    assert "We decided: Claim the Gull Shoal. (on another branch)" in listed
    assert "We decided: Wait for the others to speak" in listed
    saved = json.loads((tmp_path / "game.json").read_text())
    assert [entry["move"] for entry in saved["entries"] if entry["seat"] == "arden"] == ["claim-the-shoal", "wait"]


def test_go_returns_to_a_listed_decision(play) -> None:
    printed = play(*TO_DECISION, "claim", "", "go 5")
    assert "What will Arden do with the light?" in after(printed, "> go 5")


@pytest.mark.parametrize("typed", ["go", "go 0x5", "go 3", "go 999999999999999999999", "go -1"])
def test_go_anywhere_else_is_refused(play, typed: str) -> None:
    printed = flowing(after(play(*TO_DECISION, "claim", "", typed), f"> {typed}"))
    assert "history lists them" in printed or "as history numbers them" in printed


def test_the_history_numbers_only_what_go_takes(play) -> None:
    listed = after(play(*TO_DECISION, "claim", "", "history"), "> history").splitlines()
    numbered = [line for line in listed if line.strip()[:1].isdecimal()]
    assert numbered and all("We decided" in line or "We propose" in line for line in numbered)


def test_papers_are_listed_read_and_marked(play) -> None:
    printed = play(*TO_DECISION, "documents", "read tide", "documents")
    assert "The tide table, 1 March 1925 (not read yet)" in printed.split("> documents")[1]
    assert "Tide table" in printed.split("> read tide")[1] or "Sources" in printed.split("> read tide")[1]
    assert "(not read yet)" not in printed.split("> documents")[2].split("The oil ledger")[0]


@pytest.mark.parametrize("command", ["help", "state", "brief", "members", "interests", "advice", "sources", "?"])
def test_every_command_that_shows_answers_at_a_table(play, command: str) -> None:
    printed = after(play(*TO_TABLE, command), f"> {command}")
    assert len(printed.splitlines()) > 4
    assert "not understood" not in printed


def test_help_lists_every_command(play) -> None:
    printed = after(play(*TO_TABLE, "help"), "> help")
    for word in ("offer", "accept", "walk out", "undo", "redo", "history", "go NUMBER", "save FILE", "quit", "numbers"):
        assert word in printed


def test_an_unknown_word_suggests_a_command(play) -> None:
    assert 'Did you mean "history"?' in flowing(play(*TO_TABLE, "histroy"))


def test_save_writes_a_copy(play, tmp_path: Path) -> None:
    copy = tmp_path / "copy.json"
    assert "A copy is saved in" in play(*TO_DECISION, "wait", "", f"save {copy}")
    assert json.loads(copy.read_text())["scenario"] == "three-parties"


def test_saving_where_nothing_can_be_written_says_so_and_goes_on(play, tmp_path: Path) -> None:
    printed = play(*TO_DECISION, f"save {tmp_path}", "wait")
    assert "We decided" in printed
    assert "A copy is saved" not in printed


def test_the_end_of_input_leaves_politely(play) -> None:
    printed = flowing(play(*TO_DECISION, "wait"))
    assert printed.endswith("Go on with it: play game.json")


def test_quit_leaves_politely(play) -> None:
    printed = flowing(play(*TO_DECISION, "wait", "quit", "never read"))
    assert printed.endswith("Go on with it: play game.json")
    assert "never read" not in printed


def test_an_offer_with_terms_shows_the_whole_package_and_asks(play) -> None:
    for typed in ("offer light 3", "light 3; send"):
        printed = flowing(after(play(*TO_TABLE, typed, "no"), f"> {typed}"))
        assert "What we have not named here comes from what we want most" in printed
        assert "Is this the offer to make?" in printed


def test_a_draft_can_begin_from_things_as_they_are(play) -> None:
    printed = flowing(after(play(*TO_TABLE, "start as-is"), "> start as-is"))
    assert "What we have not named here comes from what holds if issues stay open" in printed


def test_after_the_list_of_papers_a_number_opens_one_and_decides_nothing(play) -> None:
    printed = play(*TO_DECISION, "documents", "1", "2")
    assert "We decided" not in after(printed, "> documents")
    assert printed.count("A number opens another paper.") == 2


def test_leaving_before_the_first_decision_leaves_a_game_to_go_on_with(play, tmp_path: Path) -> None:
    assert "Go on with it: play" in flowing(play(""))
    assert (tmp_path / "game.json").exists()


def test_a_game_is_played_to_its_debrief(play) -> None:
    printed = flowing(play(*TO_END, *[""] * 4, "all", ""))
    for words in (
        "Press Enter to compare with what happened.",
        "How it came out",
        "Decision by decision",
        "In history",
    ):
        assert words in printed


LOOKS = {
    "state": "How things stand",
    "state all": "How things stand",
    "history": "Decisions so far",
    "sources": "Sources",
    "help": "What can be typed",
}
OF_THE_RECORD = (
    "in history",
    "record",
    "fleet stayed home",
    "council meant to",
    "council had no plan",
    "textbook gives the storm",
)
"""Words that the debrief says, in small letters."""


@pytest.mark.parametrize("there", [TO_DECISION, TO_TABLE, (*TO_TABLE, "light 3; toll 2", "send")])
def test_nothing_of_the_record_is_shown_before_the_end(play, tmp_path: Path, there: tuple[str, ...]) -> None:
    printed = play(*there, *LOOKS).replace(str(tmp_path), "")
    for look, heading in LOOKS.items():
        assert after(printed, f"> {look}\n").lstrip().startswith(heading), look
    assert not [words for words in OF_THE_RECORD if words in flowing(printed).lower()]


def test_the_debrief_shows_the_record(play) -> None:
    printed = flowing(play(*TO_END, *[""] * 4, "all")).lower()
    assert not [words for words in OF_THE_RECORD if words not in printed]


def test_where_there_are_several_chairs_one_is_to_be_named(play) -> None:
    asked = flowing(play(*TO_END, *[""] * 4, "chair"))
    assert "Whose chair? There are those of Corvane and Borrel." in asked


def test_a_report_is_written_at_the_end_alone(play, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    assert "when the game is over" in flowing(play(*TO_DECISION, f"report {page}"))
    assert not page.exists()
    play(*TO_END, *[""] * 4, f"report {page}")
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_short_game_takes_the_spared_decisions_and_tells_them(play, tmp_path: Path) -> None:
    full = flowing(play(*TO_END))
    (tmp_path / "game.json").unlink()
    short = flowing(play(*TO_END, length="short"))
    asked = ("What will Arden do with the light?", "Three envoys sit down under the lamp.")
    assert [words in full for words in asked] == [True, True]
    assert [words in short for words in asked] == [False, False]
    taken = "1 March 1925, The first morning: Decided for us: Wait for the others to speak."
    assert taken in short and "Decided for us" not in full
    assert "1–3 March 1925, Talks on the light: " in short
    assert "type full to have it told at length" in short and "told at length" not in full
    assert "In the next room they talk about fish." in short, "the short game asked nothing"


def test_the_news_of_the_short_game_can_be_had_at_length(play) -> None:
    printed = flowing(play(*TO_END[:2], "full", "", "full", length="short"))
    assert "Decided for us (short game): Wait for the others to speak." in printed
    assert "This page is told in full." in printed


@pytest.mark.parametrize("width", [60, 110])
def test_lines_are_as_long_as_the_terminal_is_wide(play, width: int) -> None:
    lines = play(*TO_TABLE, "help", width=width).splitlines()
    longest = max(len(line) for line in lines if "game.json" not in line)
    assert width - 12 <= longest <= width


def test_the_same_script_prints_the_same_words(play, tmp_path: Path) -> None:
    script = [*TO_TABLE, "light 3; toll 2", "send", "", "accept", "history", "state"]
    first = play(*script)
    for kept in tmp_path.glob("game*.json"):
        kept.unlink()
    assert play(*script) == first


def test_reading_a_paper_keeps_the_draft_and_does_not_print_the_page_again(play) -> None:
    printed = play(*TO_TABLE, "light 3", "read tide", "draft")
    assert "First session of" not in after(printed, "> read tide")
    assert "The light: Arden alone decides" in after(printed, "> draft")
