"""A conference typed and read in the terminal: the invented congress, with its agenda, hours and elastic words."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from game.present.wishes import Wishes
from game.terminal.session import Session, Streams

CONGRESS = Path(__file__).parents[1] / "scenarios" / "congress"
TO_AGENDA = ("", "", "")
"""Past the content note, the brief and the news that a letter came."""
Talk = Callable[..., str]


@pytest.fixture
def talk(tmp_path: Path) -> Talk:
    """Plays the congress by typed lines for arden, the others as in the record; a save is gone on with if there."""

    def played(*lines: str, people: tuple[str, ...] = ("arden",), plain: bool = True, **more: object) -> str:
        out, save = io.StringIO(), tmp_path / "game.json"
        wishes = Wishes(CONGRESS, seats=people, seed=3, style="record", save=save, **more)  # type: ignore[arg-type]
        if save.exists():
            wishes = Wishes(CONGRESS, saved=save)
        streams = Streams(io.StringIO("".join(f"{line}\n" for line in lines)), out, plain, 80)
        Session(wishes, streams, lambda path, scenario: f"play {path.name}").run()
        return out.getvalue()

    return played


def flowing(words: str) -> str:
    """The words with line breaks forgotten."""
    return " ".join(words.split())


def test_a_session_opens_with_its_agenda(talk: Talk) -> None:
    printed = flowing(talk(*TO_AGENDA))
    assert "First session of 2, making the agenda." in printed
    assert "What may be put on the agenda, the weightiest for us first" in printed
    assert "1. Who may pass (vital) If it is never settled: Nothing is said" in printed
    assert "Type nominate and numbers or words" in printed
    assert "send" not in printed.split("making the agenda")[1]


@pytest.mark.parametrize("typed", ["nominate 1", "nominate passage", "nominate who may pass", "NOMINATE pass;"])
def test_issues_are_put_on_the_agenda_by_number_or_by_words(talk: Talk, typed: str) -> None:
    printed = flowing(talk(*TO_AGENDA, typed))
    assert "We put on the agenda: Who may pass." in printed
    assert "First session of 2, round 1 of 3." in printed


def test_nominate_nothing_passes_once_it_is_confirmed(talk: Talk) -> None:
    kept = flowing(talk(*TO_AGENDA, "nominate nothing", "no"))
    assert "There is room on the agenda still. Put nothing on it? (yes or no) no Not done." in kept
    assert "We put nothing on the agenda." in flowing(talk("", "nominate nothing", "yes"))


def test_issues_named_without_the_word_are_asked_back(talk: Talk) -> None:
    printed = flowing(talk(*TO_AGENDA, "tolls", "yes"))
    assert "Put on the agenda: The tolls? (yes or no) yes" in printed
    assert "We put on the agenda: The tolls." in printed


def test_too_many_issues_are_refused_in_a_sentence(talk: Talk) -> None:
    printed = flowing(talk(*TO_AGENDA, "nominate 1 3"))
    assert "We may put one issue on the agenda, and 2 are named: Who may pass; The tolls." in printed


def test_where_nothing_can_be_put_on_the_agenda_enter_passes(talk: Talk) -> None:
    printed = flowing(talk("", "", "", "", people=("corvane",)))
    assert "We can only pass." in printed
    assert "Press Enter to pass." in printed
    assert "We put nothing on the agenda." in printed


def test_what_can_be_typed_names_issues_that_lie_open(talk: Talk) -> None:
    printed = flowing(talk(*TO_AGENDA, "nominate 3"))
    assert "such as nominate 1, or nominate nothing" in printed
    bargained = printed.split("round 1 of 3")[1]
    first = bargained.split("On the agenda, with what each has proposed ")[1].partition(".")[0]
    assert f"press {first}, adjourn" in bargained


@pytest.mark.parametrize(
    "typed", ["send", "1 2; send", "accept", "press 1", "adjourn", "walk out", "draft", "start best"]
)
def test_nothing_else_is_done_while_the_agenda_is_made(talk: Talk, typed: str) -> None:
    printed = flowing(talk(*TO_AGENDA, typed))
    assert printed.count("The agenda of this session is being made") == 1
    assert "round 1 of 3" not in printed


def test_help_names_what_the_agenda_leaves(talk: Talk) -> None:
    printed = talk(*TO_AGENDA, "help")
    assert "nominate ISSUES: put issues on the agenda" in printed
    assert "accept: consent" not in printed
    later = talk("", "nominate 1", "help")
    assert "nominate ISSUES" not in later and "accept: consent" in later


def test_what_is_live_stands_in_full_and_the_rest_in_a_line(talk: Talk) -> None:
    printed = flowing(talk(*TO_AGENDA, "nominate 1").split("round 1 of 3")[1])
    assert "1. Who may pass (vital) 1 Nothing is said" in printed
    assert "3 Borrel's boats pass as friends do (suits us fully, elastic words)" in printed
    assert "Not on the agenda (more tells what becomes of each): 3 The tolls." in printed
    assert "A barrel a boat" not in printed


def test_more_tells_what_becomes_of_what_waits(talk: Talk) -> None:
    printed = flowing(talk(*TO_AGENDA, "nominate 1", "more"))
    assert "3. The tolls (vital) If it is never settled: No tolls (does not suit us)" in printed


def test_an_issue_shows_what_we_read_into_elastic_words_and_who_must_be_asked(talk: Talk) -> None:
    assert "What we read into these words: When we are friends." in flowing(talk(*TO_AGENDA, "issue 1"))
    printed = flowing(talk("", "issue 2"))
    assert "This needs the consent of Dunmere, which is not here." in printed
    assert "At any hour" not in printed


def test_the_draft_says_what_it_takes_of_the_hours(talk: Talk) -> None:
    printed = flowing(talk(*TO_AGENDA, "nominate 1", "1 2"))
    assert "5 of 8 hours left; this proposal costs 2: 1, and 1 for plain words (Who may pass)." in printed


def test_an_offer_in_one_line_is_shown_with_its_cost_before_it_goes(talk: Talk) -> None:
    printed = flowing(talk(*TO_AGENDA, "nominate 1", "offer 1 2", "no"))
    assert "this proposal costs 2" in printed
    assert "Is this the offer to make? (yes or no) no Not done." in printed


def test_accepting_and_pressing_say_what_they_cost_before_they_are_done(talk: Talk) -> None:
    printed = flowing(talk(*TO_AGENDA, "nominate 1", "press 1", "no"))
    assert "Each side may press once at this table" in printed
    assert "5 of 8 hours left; pressing costs 2. Press on “Who may pass”? The price" in printed


def test_a_nomination_is_taken_back_and_gone_on_with(talk: Talk) -> None:
    printed = flowing(talk(*TO_AGENDA, "nominate 1", "undo", "quit"))
    assert printed.count("making the agenda.") == 2
    assert "The last decision is taken back" in printed
    resumed = flowing(talk("", "nominate 3", "history"))
    assert "We put on the agenda: The tolls." in resumed
    assert "We put on the agenda: Who may pass. (on another branch)" in resumed


def test_two_persons_make_an_agenda_in_turn_and_see_nothing_of_each_other(talk: Talk) -> None:
    printed = talk("", "", "", "", "nominate 1", "", "", "", "nominate 2", people=("arden", "borrel"))
    _, second = printed.split("Pass the machine to Borrel")
    assert "When we are friends" not in second
    assert "Arden puts on the agenda: Who may pass." in second


@pytest.mark.parametrize("plain", [True, False])
def test_a_whole_congress_is_played_to_its_debrief(talk: Talk, plain: bool) -> None:
    first_day = ("nominate 1", "1 3; 2 2", "send", "", "nominate 3", "3 2", "send")
    printed = talk(*TO_AGENDA, *first_day, "yes", "", "2", "", "", "all", plain=plain)
    words = flowing(printed)
    assert "What each read into the words" in words, words[-1500:]
    assert "What came to the table, and what it took" in words
    assert max(len(line) for line in printed.splitlines() if "game.json" not in line) <= 80


WORDS = (
    "nominate 1 2 3 nothing tolls passage shoal more issues issue offer send ; , accept yes no press adjourn draft "
    "start best walk out undo redo history go state help situation basis numbers look because"
)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_typed_at_a_conference_is_answered(talk: Talk, seed: int) -> None:
    random_ = random.Random(seed)
    lines = [" ".join(random_.choices(WORDS.split(), k=random_.randrange(4))) for _ in range(120)]
    printed = talk(*TO_AGENDA, *lines, people=(("arden",), ("arden", "borrel"))[seed % 2])
    assert "Traceback" not in printed
    assert "Go on with it" in printed or "You have left the game" in printed


def test_what_is_settled_is_listed_as_a_session_opens_and_then_counted(talk: Talk) -> None:
    settled = ("nominate 1", "1 3; 2 2; send", "yes", "", "", "")
    printed = flowing(talk(*TO_AGENDA, *settled, "nominate 3", "issues"))
    _, opened, bargained = printed.split("Second session of 2")
    listed = "Settled 1. Who may pass: Borrel's boats pass as friends do"
    assert listed in opened and "type issues to see" not in opened
    first, asked = bargained.split("> issues")
    assert "Settled: 2 issues; type issues to see them." in first and listed not in first
    assert listed in asked


def test_an_issue_can_be_dropped_from_what_is_prepared(talk: Talk) -> None:
    printed = flowing(talk(*TO_AGENDA, "nominate passage", "passage 2; shoal 2", "drop shoal", "drop shoal", "send"))
    assert "The Gull Shoal: left out" in printed and "drop and an issue leaves that out" in printed
    assert "The Gull Shoal is not in what we prepare." in printed
    offer = printed.split("We propose: ")[1]
    assert offer.startswith("Who may pass: ") and "The Gull Shoal" not in offer.split(".")[0]


def test_what_is_prepared_stays_through_a_press(talk: Talk) -> None:
    printed = flowing(talk(*TO_AGENDA, "nominate shoal", "passage 2", "press passage", "yes", "draft"))
    drafted = printed.split("> draft")[1]
    assert "We press" in printed and "The package we prepare" in drafted
    assert "Who may pass: left out" not in drafted and "The Gull Shoal: left out" in drafted


def test_help_says_that_what_all_have_named_is_not_settled_by_that(talk: Talk) -> None:
    printed = flowing(talk(*TO_AGENDA, "nominate passage", "help"))
    assert "propose it, best alone, and have it accepted" in printed
