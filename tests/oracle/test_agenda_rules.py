"""Agenda, hours, wordings, absentees' consent and promises in elastic words by example, told by the oracle.

Every number is worked out by hand; those of games stand in the file of the congress or in the small files here.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from game.engine.moves import ACCEPT, ADJOURN, WALK_OUT, Choose, TableMove, nominate, press, propose
from game.scenario.cast import PromiseState
from game.scenario.loader import load
from game.scenario.model import Scenario
from game.scenario.table_rules import Outcome, Table, Wording
from tests.oracle.driver import play_record
from tests.oracle.game import OracleGame
from tests.oracle.generated import HOME
from tests.oracle.tables import after, opened, table, with_agenda, with_hours
from tests.oracle.talks import Talks
from tests.scenarios.small import choice, do, news, write_small

PAIR = ("ash", "birch")
ISSUES = ("land", "toll", "dues", "ferry")


def made(*, rounds: tuple[int, ...] = (2,), pressers: tuple[str, ...] = ()) -> Table:
    """Two parties and four issues that are settled one by one."""
    return table(PAIR, dict.fromkeys(ISSUES, PAIR), "by-issue", rounds, pressers)


def agenda(live: int = 2, each: int = 2, *, rounds: tuple[int, ...] = (2,), pressers: tuple[str, ...] = ()) -> Talks:
    return opened(with_agenda(made(rounds=rounds, pressers=pressers), live, each))


# The agenda


def test_a_session_opens_with_one_nomination_by_each_party_and_nothing_else() -> None:
    talks = agenda()
    assert (talks.kinds(), talks.mover, talks.round, talks.turns_left) == (["nominate"], "ash", 0, 2)
    assert not any(talks.allows(move) for move in (WALK_OUT, ADJOURN, propose({"land": "all"})))
    after(talks, nominate(["land"]), nominate([]))
    assert (talks.mover, talks.turn, talks.round, talks.turns_left) == ("ash", 2, 0, 2)
    assert talks.kinds() == ["propose", "adjourn", "walk-out"] and not talks.allows(nominate(["toll"]))


def test_a_nomination_names_open_issues_that_are_not_live_once_each_and_as_many_as_there_is_room_for() -> None:
    talks = agenda(live=3, each=2)
    wrong = (["land", "land"], ["moon"], ["land", "toll", "dues"])
    assert not any(talks.allows(nominate(issues)) for issues in wrong)
    after(talks, nominate(["toll", "land"]))
    assert talks.live == {"land", "toll"} and talks.room == 1
    assert not talks.allows(nominate(["land"])) and not talks.allows(nominate(["dues", "ferry"]))
    assert talks.allows(nominate(["ferry"])) and talks.allows(nominate([]))


def test_who_finds_no_room_passes() -> None:
    talks = after(agenda(live=1, each=3), nominate(["dues"]))
    assert talks.kinds() == ["nominate"] and talks.most_nominated == 0
    assert not talks.allows(nominate(["land"])) and talks.allows(nominate([]))


def test_only_live_issues_are_proposed_and_pressed() -> None:
    talks = after(agenda(pressers=PAIR), nominate(["land"]), nominate([]))
    assert talks.allows(propose({"land": "no"})) and talks.allows(press("land"))
    assert not talks.allows(propose({"land": "no", "toll": "no"})) and not talks.allows(press("toll"))


def test_a_session_without_anything_live_ends_after_its_nominations() -> None:
    talks = agenda(rounds=(2, 2))
    assert not talks.move(nominate([])) and talks.move(nominate([]))
    assert not talks.closed
    talks.open_session("session-2")
    after(talks, nominate([]), nominate([]))
    assert talks.outcome is Outcome.FAILED


def test_a_session_ends_when_every_live_issue_is_initialled_and_the_table_when_every_issue_is() -> None:
    talks = after(agenda(rounds=(4, 4)), nominate(["land", "toll"]), nominate([]), propose({"land": "all"}))
    assert not talks.move(ACCEPT) and talks.live == {"toll"}
    after(talks, propose({"toll": "no"}))
    assert talks.move(ACCEPT) and not talks.closed
    talks.open_session("session-2")
    after(talks, nominate(["dues"]), nominate(["ferry"]), propose({"dues": "no", "ferry": "no"}), ACCEPT)
    assert talks.outcome is Outcome.WHOLE


def test_what_is_live_and_what_stands_stays_for_the_next_session() -> None:
    talks = after(agenda(rounds=(1, 1)), nominate(["land"]), nominate(["toll"]), propose({"land": "all"}), ADJOURN)
    talks.open_session("session-2")
    assert talks.live == {"land", "toll"} and talks.standing == {"land": "all"} and talks.room == 0
    assert not talks.allows(nominate(["dues"]))
    after(talks, nominate([]), nominate([]), propose({"toll": "all"}))
    assert talks.final and talks.kinds() == ["accept", "walk-out"]


def unmoved_leave(*rounds: int) -> Talks:
    """Three parties, of whom two bind the land, the toll and the dues, and all the ferry."""
    binds = dict.fromkeys(("land", "toll", "dues", "ferry"), ("ash", "birch", "cedar"))
    return opened(with_agenda(table(("ash", "birch", "cedar"), binds, "by-issue", rounds), 3, 3, unmoved_leave=True))


def begun(talks: Talks, *live: str) -> Talks:
    return after(talks, nominate(list(live)), nominate([]), nominate([]))


def test_what_two_parties_newly_consent_to_stays_on_the_agenda_and_the_rest_leaves_it() -> None:
    talks = begun(unmoved_leave(1, 1), "land", "toll", "dues")
    after(talks, propose({"land": "all", "toll": "all"}), propose({"land": "some"}), ACCEPT)
    assert talks.live == {"land"} and talks.standing == {"land": "some"}
    assert (talks.proposer, talks.consents) == ("birch", {"birch", "cedar"})
    talks.open_session("session-2")
    assert talks.nominable == ["toll", "dues", "ferry"] and talks.room == 2


def test_an_offer_that_its_proposer_alone_consents_to_leaves_the_table_with_its_issue() -> None:
    talks = begun(unmoved_leave(2, 1), "land", "toll")
    after(talks, propose({"land": "all"}), ACCEPT, ADJOURN)
    assert talks.live == {"land"}
    talks = begun(unmoved_leave(2, 1), "land", "toll")
    after(talks, propose({"land": "all"}), ADJOURN)
    assert (talks.live, talks.standing, talks.proposer, talks.consents) == (set(), {}, None, set())
    assert talks.positions["ash"] == {"land": "all"}


def test_an_issue_on_which_two_came_together_has_moved_whoever_spoke_last() -> None:
    talks = begun(unmoved_leave(1, 1), "land", "toll", "dues")
    after(talks, propose({"land": "all", "toll": "all"}), ACCEPT, propose({"land": "some", "dues": "no"}))
    assert talks.live == {"land", "toll"} and talks.standing == {"land": "some"}
    assert (talks.proposer, talks.consents) == ("cedar", {"cedar"})


def test_words_that_two_were_for_before_are_no_move_however_often_they_are_repeated() -> None:
    talks = begun(unmoved_leave(1, 1, 1), "land")
    after(talks, propose({"land": "all"}), ACCEPT, propose({"land": "some"}))
    talks.open_session("session-2")
    after(begun(talks), propose({"land": "all"}), ACCEPT, propose({"land": "some"}))
    assert (talks.live, talks.standing, talks.proposer, talks.consents) == (set(), {}, None, set())
    again = begun(unmoved_leave(1, 1, 1), "land")
    after(again, propose({"land": "all"}), ACCEPT, ADJOURN)
    again.open_session("session-2")
    after(begun(again), propose({"land": "some"}), ACCEPT, ADJOURN)
    assert again.live == {"land"} and again.standing == {"land": "some"}


def test_what_is_live_at_the_very_end_does_not_leave() -> None:
    talks = begun(unmoved_leave(2), "land")
    after(talks, propose({"land": "all"}), ADJOURN)
    assert talks.closed and talks.live == {"land"}


# Hours


def test_moves_take_their_hours_and_the_session_ends_when_none_are_left() -> None:
    costs = {"propose": 1, "plain": 2, "accept": 1}
    talks = opened(with_hours(made(rounds=(9, 9)), (12, 3), "all", **costs))
    after(talks, propose({"land": "all", "toll": "all", "dues": "no"}))
    assert talks.hours_left == 12 - (1 + 2 * 2)
    after(talks, propose({"land": "all", "toll": "no", "dues": "all"}))
    assert talks.hours_left == 7 - (1 + 2)
    after(talks, ACCEPT)
    assert talks.hours_left == 3 and set(talks.initialled) == {"land", "toll", "dues"}
    assert talks.move(propose({"ferry": "all"})) and not talks.closed
    talks.open_session("session-2")
    assert (talks.hours_left, talks.standing) == (3, {"ferry": "all"})
    assert talks.move(propose({"ferry": "some"})) is False and talks.hours_left == 2


def test_hours_may_be_spent_in_the_agenda_phase() -> None:
    limited = with_hours(with_agenda(made(rounds=(2, 2)), 4, 2), (3, 4), nominate=3)
    talks = opened(limited)
    assert talks.move(nominate(["land"])) and not talks.closed and talks.live == {"land"}
    talks.open_session("session-2")
    after(talks, nominate(["toll"]))
    assert talks.mover == "birch" and talks.hours_left == 1
    assert talks.move(nominate([])) and talks.outcome is Outcome.FAILED


def test_a_session_without_hours_has_one_move() -> None:
    talks = opened(with_hours(made(rounds=(2, 2)), (0, 5)))
    assert talks.move(propose({"land": "all"})) and talks.standing == {"land": "all"}


# Press, and those who are absent


@pytest.mark.parametrize(("limit", "again"), [("session", True), ("table", False)])
def test_pressing_once_a_table_is_remembered_at_the_next_session(
    limit: Literal["session", "table"], again: bool
) -> None:
    once = made(rounds=(2, 2), pressers=PAIR)
    assert once.press is not None
    talks = opened(replace(once, press=replace(once.press, limit=limit)))
    talks.move(press("land"), 10)
    after(talks, ADJOURN)
    talks.open_session("session-2")
    assert talks.allows(press("land")) is again and talks.fall == {"ash": 0, "birch": 0}


def refusing(made: Table, *refused: tuple[str, str]) -> Talks:
    talks = Talks(made, lambda issue, option: (issue, option) in refused)
    talks.open_session(made.sessions[0])
    return talks


def test_what_an_absentee_refuses_leaves_the_proposal_and_may_be_tried_again() -> None:
    binds = {"land": ("ash", "birch"), "toll": ("ash", "birch"), "ferry": ("ash", "birch", "cedar")}
    talks = refusing(table(("ash", "birch", "cedar"), binds, "by-issue", (3,)), ("land", "all"))
    after(talks, propose({"land": "all", "toll": "all", "ferry": "all"}), ACCEPT)
    assert talks.initialled == {"toll": "all"} and talks.standing == {"ferry": "all"}
    assert talks.consents == {"ash", "birch"} and talks.refused == {"land": {"all"}}
    after(talks, propose({"land": "all"}), ACCEPT, ACCEPT)
    assert (talks.standing, talks.proposer, talks.consents) == ({}, None, set())
    after(talks, propose({"land": "some"}), ACCEPT)
    assert talks.mover == "birch" and talks.initialled == {"toll": "all"}
    after(talks, ACCEPT)
    assert talks.initialled == {"toll": "all", "land": "some"}


def test_one_refused_option_takes_a_whole_package_off_the_table() -> None:
    talks = refusing(table(PAIR, {"land": PAIR, "toll": PAIR}, rounds=(2,)), ("toll", "all"))
    assert not talks.move(propose({"land": "some", "toll": "all"})) and not talks.move(ACCEPT)
    assert (talks.standing, talks.proposer, talks.consents, talks.outcome) == ({}, None, set(), None)
    assert talks.refused == {"toll": {"all"}}
    after(talks, propose({"land": "some", "toll": "some"}), ACCEPT)
    assert talks.outcome is Outcome.WHOLE


# A game of the congress


def congress() -> Scenario:
    return load(HOME / "congress")


def nominated(letter: str, *moves: TableMove) -> OracleGame:
    """A game of the congress on its first day after some moves."""
    return moved(OracleGame(congress()), Choose(letter), *moves)


def moved(game: OracleGame, *moves: Choose | TableMove) -> OracleGame:
    for move in moves:
        game.play(game.pending[0], move)
    return game


def test_the_record_of_the_congress_plays_to_its_ending() -> None:
    game = OracleGame(congress(), follow_record=True)
    play_record(game)
    assert game.ending() == "stretched" and game.measures() == {"tension-in-june": 3 - 1 + 2}
    assert game.state["promise.free-passage"] == PromiseState.STRETCHED
    wordings = [game.state[f"wording.congress.{issue}"] for issue in ("passage", "shoal", "tolls")]
    assert wordings == [Wording.ELASTIC, Wording.PLAIN, Wording.NEITHER]
    assert game.state["standing.arden.borrel"] == game.scenario.columns["standing.arden.borrel"].start - 8


def test_the_absent_island_judges_by_its_mood() -> None:
    opening = (nominate(["shoal"]), nominate(["tolls"]), nominate([]), propose({"shoal": "shared", "tolls": "low"}))
    silent = nominated("say-nothing", *opening, ACCEPT, ACCEPT)
    assert silent.table.initialled == {"tolls": "low"} and silent.table.live == {"shoal"}
    assert silent.table.hours_left == 8 - 3 - (1 + 2)
    heard = nominated("send-a-letter", *opening, ACCEPT, ACCEPT)
    assert heard.step is not None and heard.step.id == "second-day"
    assert heard.talks["congress"].initialled == {"tolls": "low", "shoal": "shared"}


def test_elastic_words_kept_raise_standing_as_plain_ones_do() -> None:
    moves = (nominate(["passage"]), nominate([]), nominate([]), propose({"passage": "as-friends"}), ACCEPT)
    game = moved(nominated("say-nothing", *moves), nominate([]), nominate([]), nominate([]))
    assert game.step is not None and game.step.id == "boats"
    assert game.state["promise.free-passage"] == PromiseState.OPEN_ELASTIC
    moved(game, Choose("let-them-pass"))
    assert game.state["promise.free-passage"] == PromiseState.KEPT and game.ending() == "bent"
    assert game.state["standing.arden.borrel"] == game.scenario.columns["standing.arden.borrel"].start + 4


# Promises


PASS = 'pass: {text: "Pass"}, break: {text: "Break", effects: [%s]}'
WORD = (
    'promises: {word: {by: arden, to: [borrel], due: last, kept-when: "held == 1", %s kept: 6, broken: 30, text: "W."}}'
)
HELD = 'variables: {held: {name: "Held", range: 0..1, start: 1}}\n'


def word_given(folder: Path, more: str = "", due_before: tuple[str, ...] = ()) -> OracleGame:
    """A game of one promise, due at the last of three days; on each its maker may turn what it hangs on."""
    turn = PASS % do("held = 1 - held")
    days = "".join(choice(day, "arden", turn, record="pass") for day in ("first", "second", "last"))
    scenario = load(write_small(folder, news("day", effects=do("make word")) + days, more=HELD + WORD % more))
    promises = {name: replace(promise, due_before=due_before) for name, promise in scenario.promises.items()}
    return OracleGame(replace(scenario, promises=promises))


@pytest.mark.parametrize(
    ("due_before", "options", "states", "standing"),
    [
        ((), ("pass", "break", "pass"), ("open", "open", "broken"), -30),
        (("first",), ("pass", "break", "break"), ("open", "open", "kept"), 6),
        (("first",), ("break", "break", "pass"), ("broken", "broken", "broken"), -30),
        (("first", "second"), ("pass", "break", "break"), ("open", "broken", "broken"), -30),
    ],
)
def test_a_promise_of_several_due_steps_is_broken_at_each_and_kept_at_the_last_alone(
    due_before: tuple[str, ...],
    options: tuple[str, ...],
    states: tuple[str, ...],
    standing: int,
    tmp_path: Path,
) -> None:
    game = word_given(tmp_path, due_before=due_before)
    start = game.scenario.columns["standing.arden.borrel"].start
    reached = []
    for option in options:
        game.play("arden", Choose(option))
        reached.append(PromiseState(game.state["promise.word"]).id)
    assert tuple(reached) == states and game.state["standing.arden.borrel"] == start + standing


@pytest.mark.parametrize("due_before", [(), ("first",)])
def test_a_promise_that_lapses_is_settled_before_it_is_judged_and_costs_nothing(
    due_before: tuple[str, ...], tmp_path: Path
) -> None:
    game = word_given(tmp_path, 'lapses-when: "held == 0",', due_before)
    start = game.scenario.columns["standing.arden.borrel"].start
    moved(game, Choose("break"))
    assert game.state["promise.word"] == (PromiseState.LAPSED if due_before else PromiseState.OPEN)
    moved(game, Choose("pass"), Choose("pass"))
    assert (game.state["promise.word"], game.state["standing.arden.borrel"]) == (PromiseState.LAPSED, start)
