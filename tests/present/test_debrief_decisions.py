"""The debrief's decisions: where a game first left the record, and each decision beside that of history."""

from collections.abc import Mapping

import pytest

from game.analysis.recorded import recorded_game
from game.engine.game import Game
from game.engine.moves import ACCEPT, Choose, propose
from game.engine.program import Program
from game.players.match import Match
from game.players.styles import seat_of
from game.present.debrief import debrief
from game.present.debrief_parts import Passage
from game.present.english import english
from tests.playing import program as compiled
from tests.playing import random_game
from tests.present.debriefs import cases, finished, pairs, section


@pytest.fixture(scope="module")
def program() -> Program:
    return compiled()


def test_the_first_divergence_names_date_step_party_and_both_options(program: Program) -> None:
    game = Game(program, 5)
    for party, option in (("arden", "wait"), ("corvane", "close-harbours"), ("borrel", "stay-home")):
        game.play(party, Choose(option))
    (passage,) = section(debrief(finished(game), english()), "first-divergence").blocks
    assert isinstance(passage, Passage)
    assert passage.paragraphs[0] == (
        "On 1 March 1925, at *The first morning*, Corvane decided otherwise than in history."
        " In this game: Close the harbours. In history: Open the harbours to all."
    )


def test_a_person_reads_where_their_own_decisions_first_left_the_record(program: Program) -> None:
    game = Game(program, 5)
    for party, option in (("arden", "wait"), ("corvane", "close-harbours"), ("borrel", "stay-home")):
        game.play(party, Choose(option))
    told = debrief(finished(game), english(), {"arden": "person", "borrel": "trades", "corvane": "trades"})
    (passage,) = section(told, "first-divergence").blocks
    assert isinstance(passage, Passage)
    assert "Corvane" in passage.paragraphs[0]
    assert any("those who played" in line for line in passage.paragraphs[1:])


def test_two_parties_that_leave_the_record_at_the_same_moment_are_both_named(program: Program) -> None:
    game = Game(program, 5)
    body = program.scenario.steps["opening"].body
    assert isinstance(body, Mapping)
    others = 0
    for party, choice in body.items():
        free = (id_ for id_, one in choice.options.items() if id_ != choice.record.option and one.when is None)
        option = next(free, choice.record.option)
        others += option != choice.record.option
        game.play(party, Choose(option))
    assert others >= 2
    (passage,) = section(debrief(finished(game), english()), "first-divergence").blocks
    assert isinstance(passage, Passage)
    first, *more = passage.paragraphs
    assert first.startswith("On 1 March 1925, at *The first morning*, ")
    named = [line for line in more if line.startswith("At the same time ")]
    assert len(named) == others - 1 and all("decided otherwise, too. In this game: " in line for line in named)


def test_a_decision_tells_both_courses_who_argued_and_what_happened(program: Program) -> None:
    game = Game(program, 5)
    for party, option in (("arden", "wait"), ("borrel", "stay-home"), ("corvane", "close-harbours")):
        game.play(party, Choose(option), reason="to keep our quays" if party == "corvane" else None)
    told = debrief(finished(game), english())
    (corvane,) = (case for case in cases(told, "decisions") if case.marks[0] == "Corvane" and "first" in case.heading)
    assert corvane.date == "1 March 1925"
    assert corvane.marks[1:] == ("otherwise than in history",)
    assert pairs(corvane) == {
        "Decided": "Close the harbours",
        "In history": "Open the harbours to all",
        "Who argued for it then": "swift",
        "Who argued for history's course": "rook",
        "What it cost": "The neighbours will remember it.",
        "The reason given": "to keep our quays",
        "What happened then": "The quays were open.",
    }
    assert [source.id for source in corvane.pairs[0].sources] == ["history-of-the-strait"]


def test_talks_that_ended_alike_on_other_terms_say_by_what_these_differ(program: Program) -> None:
    game = recorded_game(program, until="lantern-talks")
    terms = {"light": "always-lit", "toll": "small", "pilots": "licensed"}
    for party, move in (("arden", propose(terms)), ("borrel", ACCEPT), ("corvane", ACCEPT)):
        game.play(party, move)
    (case,) = (one for one in cases(debrief(finished(game), english()), "decisions") if "light" in one.heading)
    assert pairs(case)["Decided"] == "a whole agreement, on other terms (Pilots: Pilots need a licence)"
    assert pairs(case)["In history"] == "a whole agreement (Pilots: Anybody may pilot)"


def test_a_decision_taken_again_after_an_undo_is_marked(program: Program) -> None:
    game = Game(program, 5)
    for party, option in (("arden", "wait"), ("borrel", "stay-home"), ("corvane", "close-harbours")):
        game.play(party, Choose(option))
    game.undo()
    game.play("corvane", Choose("open-harbours"))
    told = debrief(finished(game), english())
    marked = {case.marks[0] for case in cases(told, "decisions") if "decided again after an undo" in case.marks}
    assert marked == {"Corvane"}


def test_a_decision_that_the_short_game_took_is_marked_and_has_no_reason(program: Program) -> None:
    game = Game(program, 5)
    match = Match(game, {"arden": None, "borrel": seat_of("record"), "corvane": seat_of("record")}, "short")
    match.advance()
    told = debrief(finished(game), english(), match.styles)
    (arden,) = (case for case in cases(told, "decisions") if case.marks[0] == "Arden" and "first" in case.heading)
    assert "decided by the short game, for a person" in arden.marks
    assert "The reason given" not in pairs(arden)


def test_a_table_tells_the_gap_of_each_issue(program: Program) -> None:
    game = Game(program, 5)
    for party, option in (("arden", "wait"), ("borrel", "stay-home"), ("corvane", "open-harbours")):
        game.play(party, Choose(option))
    told = debrief(finished(game), english())
    table = next(case for case in cases(told, "decisions") if case.heading == "Talks on the light")
    assert pairs(table)["Decided"] == "no agreement"
    assert pairs(table)["In history"] == "a whole agreement"
    grid, *offers = table.grids
    assert grid.headers == ("Issue", "In this game", "In history", "Beside each other")
    assert [row.cells for row in grid.rows] == [
        ("The light", "Each island tends the light in turn.", "The light burns every night.", "different"),
        ("The toll", "No toll.", "One barrel a year.", "different"),
        ("Pilots", "Pilots need a licence.", "Anybody may pilot.", "different"),
    ]
    assert [offer.caption for offer in offers] == [
        f"What {name} last offered" for name in ("Arden", "Borrel", "Corvane")
    ]
    assert offers[0].headers == ("Issue", "In history")
    assert offers[0].rows[0].cells == ("The light", "The light burns every night.")
    assert offers[0].note == "In this game it made no offer."


def test_a_table_of_several_sessions_is_dated_from_the_first_to_the_last_held(program: Program) -> None:
    dates = {
        case.date
        for seed in range(8)
        for case in cases(debrief(random_game(program, seed), english()), "decisions")
        if case.heading.startswith("Talks on the fishing ground")
    }
    assert dates <= {"1 March 1925", "1–2 March 1925", "1–4 March 1925", "1–3 March 1925"}
    assert len(dates) > 1
