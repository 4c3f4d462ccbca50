"""Talks with an agenda, hours, plain and elastic words and an absentee, as pages and news: the invented congress."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import MoveRefused
from game.present.conference import (
    cost,
    cost_words,
    last_hours_question,
    live_issues,
    may_put,
    passing_question,
    refused_nomination,
    waiting_issues,
)
from game.present.debrief_conference import conferences
from game.present.debrief_parts import Case
from game.present.offers import last_offers
from game.present.opening import Opened, Plan, begin, open_scenario
from game.present.page import ConsequencePage, DecisionPage, TablePage
from game.present.parts import Action
from game.present.sitting import Sitting
from game.present.table_parts import IssueLine
from tests.oracle.variants import congress as congress_by

CONGRESS = Path(__file__).parents[1] / "scenarios" / "congress"
ALL = (("arden",), ("borrel",), ("corvane",))


@pytest.fixture(scope="module")
def congress() -> Opened:
    return open_scenario(CONGRESS)


@pytest.fixture
def sitting(congress: Opened) -> Sitting:
    """A person at each of the three seats; the absentee's letter is sent by the program as in the record."""
    return begin(congress, Plan(ALL, "record", 3), None).sitting


def turn(sitting: Sitting) -> TablePage:
    """Reads on to the next turn at the table."""
    while not isinstance(sitting.page, TablePage):
        assert not sitting.over and not isinstance(sitting.page, DecisionPage)
        sitting.proceed()
    return sitting.page


def told(sitting: Sitting) -> str:
    """Everything that the next person is told before the next turn."""
    words: list[str] = []
    while not isinstance(sitting.page, TablePage | DecisionPage) and not sitting.over:
        if isinstance(sitting.page, ConsequencePage):
            words += [line for one in sitting.page.happened for line in (*one.words, *one.lines)]
        sitting.proceed()
    return " ".join(words)


def nominate(sitting: Sitting, *issues: str) -> None:
    turn(sitting)
    sitting.act("nominate", issues=issues)


def make_agenda(sitting: Sitting) -> None:
    nominate(sitting, "passage")
    nominate(sitting, "shoal")
    nominate(sitting)


def issue(page: TablePage, id_: str) -> IssueLine:
    return next(one for one in page.issues if one.id == id_)


def test_while_the_agenda_is_made_nothing_but_nominating_can_be_done(sitting: Sitting) -> None:
    page = turn(sitting)
    assert page.nominating and page.round == "making the agenda"
    assert [action.id for action in page.actions] == ["nominate"]
    assert page.open_issues == ()
    with pytest.raises(MoveRefused, match="agenda of this session is being made"):
        sitting.act("propose", terms={"passage": "nobody"})


def test_the_page_says_what_an_agenda_is_for_and_how_many_places_there_are(sitting: Sitting) -> None:
    agenda = turn(sitting).agenda
    assert agenda is not None
    words = " ".join(agenda.words)
    assert "only what is on it can be bargained over" in words
    assert "It holds 2 issues at a time. Nothing is on it yet. We may put" in words
    assert "is on it and is not settled when the session ends stays on it for the next" in words
    assert "We may put one issue on it now." in words
    assert (agenda.places, agenda.nominable) == (1, ("passage", "shoal", "tolls"))


def test_what_others_have_put_on_the_agenda_is_told_to_the_next(sitting: Sitting) -> None:
    nominate(sitting, "passage")
    page = turn(sitting)
    assert page.agenda is not None
    assert page.agenda.nominated == ("Arden puts on the agenda: Who may pass.",)
    assert [one.id for one in live_issues(page)] == ["passage"]
    assert issue(page, "passage").put_by == "Arden"
    assert [one.id for one in waiting_issues(page)] == ["tolls", "shoal"], "what weighs most with Borrel comes first"


def test_only_as_many_issues_may_be_put_as_there_are_places(sitting: Sitting) -> None:
    page = turn(sitting)
    assert may_put(page, (), "shoal") and not may_put(page, ("passage",), "shoal")
    refused = refused_nomination(page, ("passage", "shoal"), sitting.speech)
    assert refused == "We may put one issue on the agenda, and 2 are named: Who may pass; The Gull Shoal."
    with pytest.raises(MoveRefused, match="2 are named"):
        sitting.act("nominate", issues=("passage", "shoal"))


def test_what_is_on_the_agenda_is_not_put_there_again(sitting: Sitting) -> None:
    nominate(sitting, "passage")
    page = turn(sitting)
    assert refused_nomination(page, ("passage",), sitting.speech) == "Who may pass is on the agenda already."
    assert "no such issue" in refused_nomination(page, ("moon",), sitting.speech)


def test_passing_is_asked_back_while_there_is_room(sitting: Sitting) -> None:
    page = turn(sitting)
    assert passing_question(page, (), sitting.speech) == "There is room on the agenda still. Put nothing on it?"
    assert passing_question(page, ("passage",), sitting.speech) == ""
    nominate(sitting, "passage")
    nominate(sitting, "shoal")
    full = turn(sitting)
    assert full.agenda is not None and "Who may pass; The Gull Shoal. It is full." in " ".join(full.agenda.words)
    assert passing_question(full, (), sitting.speech) == ""


def test_after_the_agenda_only_what_is_on_it_can_be_proposed(sitting: Sitting) -> None:
    make_agenda(sitting)
    page = turn(sitting)
    assert not page.nominating
    assert page.open_issues == ("passage", "shoal")
    with pytest.raises(MoveRefused, match='"tolls" is not on the agenda'):
        sitting.act("propose", terms={"tolls": "low"})
    with pytest.raises(MoveRefused, match="agenda of this session has been made already"):
        sitting.act("nominate", issues=("tolls",))


def test_the_hours_left_and_the_cost_of_each_move_are_said_before_it_is_made(sitting: Sitting) -> None:
    first = turn(sitting)
    assert first.hours is not None and first.hours.words == "This session has 8 hours."
    assert first.hours.costs.startswith("A proposal takes 1, and 1 more for each new option in plain words; pressing 2")
    make_agenda(sitting)
    page = turn(sitting)
    assert page.hours is not None and page.hours.words == "5 of the 8 hours of this session are left."
    say = sitting.speech
    elastic, plain = {"passage": "as-friends"}, {"passage": "by-the-clock", "shoal": "shared"}
    assert cost_words(page, "propose", say, elastic) == "5 of 8 hours left; this proposal costs 1."
    assert cost_words(page, "propose", say, plain) == (
        "5 of 8 hours left; this proposal costs 3: 1, and 2 for plain words (Who may pass; The Gull Shoal)."
    )
    assert cost_words(page, "accept", say) == "5 of 8 hours left; accepting costs none."
    assert cost_words(page, "press", say) == "5 of 8 hours left; pressing costs 2."


def test_plain_words_that_stand_already_are_not_paid_for_again(sitting: Sitting) -> None:
    make_agenda(sitting)
    turn(sitting)
    sitting.act("propose", terms={"shoal": "shared"})
    page = turn(sitting)
    assert cost(page, "propose", {"shoal": "shared"}) == 1
    assert cost(page, "propose", {"shoal": "taken"}) == 2


def test_the_cost_that_is_said_is_the_cost_that_is_taken(sitting: Sitting) -> None:
    make_agenda(sitting)
    for terms in ({"shoal": "taken"}, {"shoal": "taken", "passage": "as-friends"}):
        page = turn(sitting)
        assert page.hours is not None
        left = page.hours.left - cost(page, "propose", terms)
        sitting.act("propose", terms=terms)
        after = turn(sitting).hours
        assert after is not None and after.left == left


def test_a_proposal_that_spends_the_last_hour_is_asked_back(sitting: Sitting) -> None:
    make_agenda(sitting)
    page = turn(sitting)
    assert last_hours_question(page, {"passage": "as-friends"}, sitting.speech) == ""
    for terms in ({"shoal": "taken"}, {"shoal": "shared"}):
        turn(sitting)
        sitting.act("propose", terms=terms)
    page = turn(sitting)
    assert page.hours is not None and page.hours.left == 1
    assert last_hours_question(page, {"shoal": "as-it-is"}, sitting.speech).startswith("The session ends with this")
    assert cost_words(page, "propose", sitting.speech, {"shoal": "as-it-is"}).endswith("The session ends with it.")


def test_why_a_session_ended_is_told(sitting: Sitting) -> None:
    make_agenda(sitting)
    for terms in ({"shoal": "taken"}, {"shoal": "shared"}, {"shoal": "as-it-is"}):
        turn(sitting)
        sitting.act("propose", terms=terms)
    words = told(sitting)
    assert "The hours of the session are spent." in words
    assert "What is not settled stays on the agenda for the next session." in words


def test_a_session_whose_agenda_is_settled_says_so_and_what_was_settled(sitting: Sitting) -> None:
    nominate(sitting, "tolls")
    nominate(sitting)
    nominate(sitting)
    turn(sitting)
    sitting.act("propose", terms={"tolls": "low"})
    for _ in range(2):
        turn(sitting)
        sitting.act("accept")
    words = told(sitting)
    assert "Nothing is left on the agenda of this session." in words
    assert "Settled so far: The tolls: A barrel a boat." in words


def test_an_absentee_refusal_is_told_with_who_and_on_what(congress: Opened) -> None:
    """The letter raises Dunmere's mood to 60; silence lowers it to 20, and it refuses to share the shoal."""
    for seed in range(1, 12):
        sitting = begin(congress, Plan(ALL, "random", seed), None).sitting
        if any(entry.step == "invitation" and entry.move.option == "say-nothing" for entry in sitting.game.path):  # type: ignore[union-attr]
            break
    make_agenda(sitting)
    assert issue(turn(sitting), "shoal").options[1].absent == "This needs the consent of Dunmere, which is not here."
    sitting.act("propose", terms={"shoal": "shared"})
    for _ in range(2):
        turn(sitting)
        sitting.act("accept")
    page = turn(sitting)
    refusal = "Dunmere refuses its consent on the Gull Shoal. Dunmere answers that the shoal is not theirs to share."
    assert [line.words for line in page.spoken].count(refusal) == 1
    assert issue(page, "shoal").options[1].absent == "Dunmere has refused this."
    assert page.standing is None


def test_each_reads_its_own_meaning_into_elastic_words_and_not_the_others(sitting: Sitting) -> None:
    make_agenda(sitting)
    arden = issue(turn(sitting), "passage").options[2]
    assert (arden.wording, arden.reads) == ("elastic words", "When we are friends.")
    assert issue(turn(sitting), "passage").options[1].wording == "plain words"
    sitting.act("adjourn")


def test_pressing_says_how_often_it_can_be_done(sitting: Sitting) -> None:
    make_agenda(sitting)
    press = next(action for action in turn(sitting).actions if action.id == "press:passage")
    assert press.details == ("Each side may press once at this table, in all its sessions together.",)
    sitting.act("press:passage")
    for _ in range(2):
        turn(sitting)
        sitting.act("propose", terms={"shoal": "as-it-is"})
    again = [action for action in turn(sitting).actions if action.id.startswith("press:")]
    assert all(not action.enabled for action in again)


def test_pressing_names_its_issue_its_price_and_how_often_it_helps(sitting: Sitting) -> None:
    make_agenda(sitting)
    press = next(action for action in turn(sitting).actions if action.id == "press:passage")
    assert press.confirm == (
        "Press on “Who may pass”? The price, whatever comes of it: Tension +1. Pressing makes the others "
        "readier to agree 50 times in 100; else it gains nothing, and may do harm."
    )


def test_nobody_presses_where_all_others_offer_what_it_wants_most(sitting: Sitting) -> None:
    make_agenda(sitting)
    page = turn(sitting)
    best = max(issue(page, "passage").options, key=lambda option: option.value)
    assert press_on(page, "passage").enabled
    sitting.act("propose", terms={"passage": best.id})
    assert press_on(offering_round(sitting, best.id), "passage").reason == (
        "On this the others offer what we want most already."
    )
    assert press_on(turn(sitting), "shoal").enabled


def press_on(page: TablePage, issue_id: str) -> Action:
    return next(action for action in page.actions if action.id == f"press:{issue_id}")


def offering_round(sitting: Sitting, option: str) -> TablePage:
    """Lets both others name the same option for the passage; returns the next turn of the first."""
    for _ in range(2):
        turn(sitting)
        sitting.act("propose", terms={"passage": option})
    return turn(sitting)


def test_adjourning_says_what_becomes_of_what_was_offered(sitting: Sitting) -> None:
    make_agenda(sitting)
    adjourn = next(action for action in turn(sitting).actions if action.id == "adjourn")
    assert adjourn.details == ("Ends this session. What was offered and settled stays on the table for the next.",)


def test_the_news_of_a_session_begins_with_our_own_last_word(sitting: Sitting) -> None:
    make_agenda(sitting)
    turn(sitting)
    sitting.act("propose", terms={"passage": "as-friends"})
    turn(sitting)
    sitting.act("adjourn")
    words = told(sitting)
    assert "We propose: Who may pass" in words or "Arden proposes" in words
    assert "puts on the agenda" not in words


def test_a_nomination_can_be_taken_back_and_made_otherwise(sitting: Sitting) -> None:
    nominate(sitting, "passage")
    turn(sitting)
    assert sitting.undo()
    page = turn(sitting)
    assert page.nominating and page.seat.party == "arden" and live_issues(page) == ()
    nominate(sitting, "tolls")
    assert [one.id for one in live_issues(turn(sitting))] == ["tolls"]


@pytest.fixture
def moving(tmp_path: Path) -> Sitting:
    """The same where what has not moved leaves the agenda."""
    congress_by("what has not moved leaves the agenda", tmp_path)
    opened = open_scenario(tmp_path / "congress")
    return begin(opened, Plan(ALL, "record", 3), None).sitting


def test_an_agenda_that_is_left_by_what_does_not_move_says_so_before_it_is_made(moving: Sitting) -> None:
    agenda = turn(moving).agenda
    assert agenda is not None
    assert "only if two at the table have come to new words on it" in " ".join(agenda.words)


def test_what_left_the_agenda_is_told_and_what_becomes_of_an_offer_that_nobody_answers(moving: Sitting) -> None:
    make_agenda(moving)
    page = turn(moving)
    adjourn = next(action for action in page.actions if action.id == "adjourn")
    assert adjourn.details[0].endswith("all else leaves the table and the agenda.")
    for terms in ({"shoal": "taken"}, {"shoal": "shared"}):
        turn(moving)
        moving.act("propose", terms=terms)
    question = last_hours_question(turn(moving), {"shoal": "taken"}, moving.speech)
    assert question.endswith("It stays on the table only where an issue stays on the agenda. Make it?")
    moving.act("propose", terms={"shoal": "taken"})
    words = told(moving)
    assert "The session ends before the offer of Corvane is answered. It stays on the table" in words
    assert "2 issues leave the agenda: Who may pass; The Gull Shoal. In this session no two at the table came" in words
    assert "stays on the agenda for the next session" not in words
    page = turn(moving)
    assert page.agenda is not None and {"passage", "shoal"} <= {*page.agenda.nominable} and not page.agenda.live
    assert last_offers(moving.reader, moving.reader.view.happenings(), "congress") == (), "nothing lies there any more"


def test_the_debrief_lists_what_left_the_agenda_session_by_session(moving: Sitting) -> None:
    make_agenda(moving)
    turn(moving)
    moving.act("propose", terms={"shoal": "as-it-is"})
    turn(moving)
    moving.act("adjourn")
    turn(moving)
    (case,) = conferences(moving.reader, moving.game).blocks
    assert isinstance(case, Case)
    (grid,) = case.grids
    assert dict(zip(grid.headers, grid.rows[0].cells, strict=True))["Left the agenda without a move"] == (
        "Who may pass; The Gull Shoal"
    )
