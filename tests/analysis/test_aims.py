"""What a strategist believed and aimed at is told after the talks, from what it heard alone."""

from __future__ import annotations

from game.analysis.aims import aims_at
from game.analysis.recorded import recorded_game
from game.analysis.talks import bargain
from tests.kept import kept_program, kept_scenario


def test_talks_tell_what_the_planning_party_believed_and_asked_for() -> None:
    held = bargain(kept_scenario("pact-1939"), "pact-table", styles=("strategist", "trades"), games=2)
    (aims,) = held.aims
    assert aims.party == "germany" and aims.asked[0] > aims.asked[-1] >= 0 and aims.asked[0] <= 100
    (belief,) = aims.beliefs
    assert belief.other == "soviet-union" and len(belief.dearest) == 3
    assert belief.least is not None and 0 <= belief.least <= 100
    assert held.as_json()["aims"] == {"germany": aims.as_json()}


def test_talks_of_other_styles_have_no_aims_to_tell() -> None:
    assert bargain(kept_scenario("pact-1939"), "pact-table", styles=("trades", "linear"), games=1).aims == ()


def test_where_issues_come_up_by_an_agenda_beliefs_alone_are_told() -> None:
    held = bargain(kept_scenario("yalta-1945"), "conference", styles=("trades", "strategist", "trades"), games=1)
    (aims,) = held.aims
    assert aims.asked == () and [belief.other for belief in aims.beliefs] == ["united-states", "united-kingdom"]


def test_a_game_that_was_played_is_remembered_by_its_moves() -> None:
    game = recorded_game(kept_program("finland-1939"))
    styles = {"finland": "strategist", "soviet-union": "person"}
    (aims,) = aims_at(game, "kremlin-talks", styles)
    assert aims.party == "finland" and aims.asked and aims.beliefs[0].other == "soviet-union"
    assert aims_at(game, "kremlin-talks", {"finland": "trades"}) == ()
