"""The branch browser as it is typed and read: tree, go, try, compare."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from game.terminal.blocks import Beside, Twig, Twigs
from game.terminal.rich_screen import RichScreen
from game.terminal.screen import PlainScreen

TO_DECISION = ("", "", "")
TWO = (*TO_DECISION, "claim", "undo", "wait", "")
TO_END = ("wait", *["", "1", "walk out", "yes"] * 4)
"""From the first decision to the page on how it came out."""


def after(printed: str, mark: str) -> str:
    """What was printed after the last `mark`."""
    assert mark in printed, printed[-3000:]
    return printed.rsplit(mark, 1)[1]


def page(printed: str, mark: str) -> str:
    """What was printed after the last `mark`, without the leave that is taken."""
    return after(printed, mark).split("The game is saved in")[0]


def flowing(words: str) -> str:
    """The words with line breaks forgotten."""
    return " ".join(words.split())


def test_tree_draws_the_branches_with_their_names_and_where_one_is(play) -> None:
    drawn = page(play(*TWO, "tree"), "> tree")
    assert "A  Claim the Gull Shoal (1 March 1925)\n" in drawn
    assert "└── B  Wait for the others to speak (1 March 1925) (you are here)\n" in drawn
    assert "from A at decision " in drawn
    assert "You are at the end of B." in drawn
    assert max(map(len, drawn.splitlines())) <= 80


def test_the_plain_tree_is_a_line_a_branch_with_depth_in_words(play) -> None:
    drawn = after(play(*TWO, "branches", plain=True), "> branches")
    assert "A, the first branch: Claim the Gull Shoal (1 March 1925)." in flowing(drawn)
    assert ", from A at decision " in flowing(drawn)
    assert not set(drawn) & set("─│└├")


def test_a_tree_of_one_branch_says_how_another_begins(play) -> None:
    drawn = flowing(after(play(*TO_DECISION, "tree"), "> tree"))
    assert "A The only branch so far (you are here)" in drawn
    assert "begins another branch; nothing is lost by it." in drawn


def test_go_and_a_letter_plays_on_at_the_end_of_a_branch(play) -> None:
    printed = play(*TWO, "go a", "tree")
    assert "You are at the end of A." in printed
    gone = after(printed, "> go a")
    assert "We decided: Claim the Gull Shoal" in gone
    assert "A  Claim the Gull Shoal (1 March 1925) (you are here)" in gone


@pytest.mark.parametrize("typed", ["try B", "try b", "try 5"])
def test_try_goes_to_a_decision_and_says_what_was_decided_there(play, typed: str) -> None:
    printed = after(play(*TWO, typed), f"> {typed}")
    said = "Here was decided so far: on A: Claim the Gull Shoal; on B: Wait for the others to speak."
    assert said in flowing(printed)
    assert "What will Arden do with the light?" in printed


@pytest.mark.parametrize("typed", ["compare", "compare A B", "compare a and b", "compare A, B", "compare A"])
def test_compare_sets_two_branches_beside_each_other(play, typed: str) -> None:
    printed = flowing(after(play(*TWO, typed), f"> {typed}"))
    assert "A beside B" in printed
    assert "They part on 1 March 1925, at: The first morning." in printed
    assert "On A: We decided: Claim the Gull Shoal." in printed
    assert "What moved" in printed


def test_a_wide_window_has_two_branches_side_by_side_and_a_narrow_one_under_each_other(play, tmp_path: Path) -> None:
    wide = page(play(*TWO, "compare", width=110), "> compare")
    (tmp_path / "game.json").unlink()
    narrow = page(play(*TWO, "compare"), "> compare")
    (tmp_path / "game.json").unlink()
    plain = page(play(*TWO, "compare", plain=True), "> compare")
    assert any("Tension in the strait" in line and line.count(" of 20") == 2 for line in wide.splitlines())
    for printed in (narrow, plain):
        assert any(line.strip().startswith("A: 1") and " of 20" in line for line in printed.splitlines())
        assert max(map(len, printed.splitlines())) <= 80


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("compare A A", "Both are A; name two branches"),
        ("compare Z", 'There is no branch "Z": there are A to B'),
        ("compare A B C", "Type compare and two branches"),
        ("compare 1 2", 'There is no branch "1"'),
        ("compare all", 'There is no branch "all"'),
        ("go Z", 'There is no branch "Z"'),
        ("go 99999", "There is no decision of yours with the number 99999"),
        ("go A B", "Type go and the number of a decision"),
        ("try", "Type try and the number of a decision"),
        ("try -1", "Type try and the number of a decision"),
        ("try A", "A is the first branch, and parted from none"),
        ("try 99999999999999999999999999", "There is no decision of yours"),
        ("go ²", "Type go and the number of a decision"),
        ("compare [b] A", 'There is no branch "[b]"'),
    ],
)
def test_what_is_no_branch_and_no_decision_is_refused_in_a_sentence(play, typed: str, answer: str) -> None:
    assert answer in flowing(after(play(*TWO, typed), f"> {typed}"))


def test_compare_with_one_branch_says_how_to_make_another(play) -> None:
    assert "There is only one branch so far" in flowing(play(*TO_DECISION, "compare"))


def test_at_the_end_the_branches_can_be_compared_and_the_page_says_so(play) -> None:
    printed = play("", "", "", "claim", "undo", *TO_END, "compare")
    assert "There are 2 branches: tree shows them" in flowing(printed)
    compared = flowing(after(printed, "> compare"))
    assert "A is at: Talks on the light" in compared
    assert "B is over: " in compared
    assert "Measures" not in compared


def test_the_debrief_can_be_left_for_a_comparison_and_read_on(play) -> None:
    printed = play("", "", "", "claim", "undo", *TO_END, "", "", "compare A B", "")
    assert "A beside B" in printed
    assert "Press Enter for the next part" in after(printed, "> compare A B")


@pytest.mark.parametrize("typed", ["tree", "compare A B", "compare"])
def test_nothing_of_branches_is_shown_while_the_machine_is_handed_over(play, typed: str) -> None:
    printed = play("", "", "", "", "claim", typed, people=("arden", "borrel"))
    handing_over = printed.split("Pass the machine to Borrel", 1)[1]
    assert "Claim the Gull Shoal" not in handing_over


def test_help_names_the_commands_of_the_branches(play) -> None:
    listed = flowing(after(play(*TO_DECISION, "help"), "> help"))
    for words in ("tree: the branches of this game", "try NUMBER:", "compare A B:", "go B: to the end of branch B"):
        assert words in listed


def sixty(depth: int) -> Twig:
    twigs = (sixty(depth - 1),) if depth else ()
    return Twig(f"B{depth}", "from A at decision 3", "Send the fleet to the shoal", "over: A treaty", "normal", twigs)


@pytest.mark.parametrize("plain", [False, True])
def test_a_tree_of_sixty_branches_each_out_of_the_last_stays_within_eighty_columns(plain: bool) -> None:
    out = io.StringIO()
    (PlainScreen(out) if plain else RichScreen(out, 80)).show([Twigs((sixty(59),))])
    printed = out.getvalue()
    assert printed.count("Send the fleet to the shoal") == 60
    assert max(map(len, printed.splitlines())) <= 80


def test_words_of_a_scenario_are_never_read_as_markup_in_a_comparison() -> None:
    out = io.StringIO()
    RichScreen(out, 110).show([Beside(("A", "B"), (("[b]One[/b]", "[red]", "\x1b[31m"),))])
    assert "[b]One[/b]" in out.getvalue()
    assert "\x1b[31m" not in out.getvalue()
