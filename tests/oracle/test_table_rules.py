"""Each rule of a table by example, told by the oracle."""

from __future__ import annotations

from game.engine.moves import ACCEPT, ADJOURN, WALK_OUT, TableMove, press, propose
from game.scenario.table_rules import Outcome
from tests.oracle.tables import after, opened, table
from tests.oracle.talks import Talks

PAIR = ("ash", "birch")
THREE = ("ash", "birch", "cedar")


def pair(*, rounds: tuple[int, ...] = (2,), pressers: tuple[str, ...] = ()) -> Talks:
    """Two parties, two issues, agreement on the whole."""
    return opened(table(PAIR, {"land": PAIR, "toll": PAIR}, rounds=rounds, pressers=pressers))


def three(*, rounds: tuple[int, ...] = (2,)) -> Talks:
    """Three parties by issue: land binds ash and birch, toll ash and cedar, dues birch alone, ferry everybody."""
    binds = {"land": ("ash", "birch"), "toll": ("ash", "cedar"), "dues": ("birch",), "ferry": THREE}
    return opened(table(THREE, binds, "by-issue", rounds))


def both(option: str) -> TableMove:
    return propose({"land": option, "toll": option})


def test_the_first_mover_may_propose_adjourn_or_walk_out() -> None:
    assert pair().kinds() == ["propose", "adjourn", "walk-out"]


def test_parties_move_in_listed_order_and_a_round_is_one_move_of_each() -> None:
    talks = pair()
    assert (talks.mover, talks.round) == ("ash", 0)
    after(talks, both("all"))
    assert (talks.mover, talks.round) == ("birch", 0)
    after(talks, both("no"))
    assert (talks.mover, talks.round) == ("ash", 1)


def test_a_proposal_carries_the_consent_of_its_proposer() -> None:
    talks = after(pair(), both("all"))
    assert (talks.proposer, talks.consents) == ("ash", {"ash"})
    assert talks.standing == {"land": "all", "toll": "all"}


def test_a_whole_package_names_every_issue() -> None:
    talks = pair()
    assert not talks.allows(propose({"land": "all"}))
    assert talks.allows(propose({"land": "all", "toll": "no"}))


def test_a_proposal_by_issue_names_one_open_issue_or_more() -> None:
    talks = three()
    assert talks.allows(propose({"ferry": "all"}))
    assert not talks.allows(propose({}))
    assert not talks.allows(propose({"moon": "all"}))
    assert not talks.allows(propose({"ferry": "most"}))


def test_accepting_a_whole_package_closes_the_table() -> None:
    talks = after(pair(), both("some"), ACCEPT)
    assert talks.outcome is Outcome.WHOLE
    assert talks.agreed() == {"land": "some", "toll": "some"}


def test_nobody_accepts_twice_nor_accepts_its_own_proposal() -> None:
    talks = opened(table(THREE, {"land": THREE}, rounds=(2, 1), pressers=THREE))
    after(talks, propose({"land": "all"}), ACCEPT)
    assert talks.mover == "cedar" and talks.allows(ACCEPT)
    after(talks, ADJOURN)
    talks.open_session("session-2")
    assert talks.mover == "ash" and not talks.allows(ACCEPT)
    after(talks, press("land"))
    assert talks.mover == "birch" and not talks.allows(ACCEPT)


def test_nobody_accepts_where_nothing_stands() -> None:
    assert not pair().allows(ACCEPT)


def test_a_counter_offer_replaces_what_stands_and_its_consents() -> None:
    talks = after(opened(table(THREE, {"land": THREE})), propose({"land": "all"}), ACCEPT, propose({"land": "some"}))
    assert talks.standing == {"land": "some"}
    assert (talks.proposer, talks.consents) == ("cedar", {"cedar"})


def test_a_whole_package_needs_every_party_bound_by_any_of_its_issues_and_no_other() -> None:
    made = table(THREE, {"land": ("ash", "birch"), "toll": ("ash",)})
    assert after(opened(made), both("all"), ACCEPT).outcome is Outcome.WHOLE
    every = table(THREE, {"land": ("ash", "birch"), "toll": ("cedar",)})
    assert after(opened(every), both("all"), ACCEPT).outcome is None
    assert after(opened(every), both("all"), ACCEPT, ACCEPT).outcome is Outcome.WHOLE


def test_an_issue_is_initialled_once_those_it_binds_have_consented() -> None:
    talks = after(three(), propose({"land": "all", "toll": "some"}), ACCEPT)
    assert talks.initialled == {"land": "all"}
    assert talks.standing == {"toll": "some"}
    assert talks.consents == {"ash", "birch"}
    after(talks, ACCEPT)
    assert talks.initialled == {"land": "all", "toll": "some"}


def test_an_issue_that_binds_its_proposer_alone_is_initialled_at_once() -> None:
    talks = after(three(), propose({"land": "all"}), propose({"dues": "some", "ferry": "all"}))
    assert talks.initialled == {"dues": "some"}
    assert talks.standing == {"ferry": "all"}


def test_the_consent_of_a_proposer_who_is_not_bound_settles_nothing() -> None:
    talks = after(three(), propose({"dues": "all"}))
    assert talks.initialled == {}
    after(talks, ACCEPT)
    assert talks.initialled == {"dues": "all"}


def test_a_party_that_is_not_bound_may_accept() -> None:
    talks = after(three(), propose({"land": "all"}), propose({"land": "some"}))
    assert talks.mover == "cedar" and talks.allows(ACCEPT)
    after(talks, ACCEPT)
    assert talks.initialled == {} and talks.consents == {"birch", "cedar"}


def test_a_package_with_nothing_left_on_it_is_gone() -> None:
    talks = after(three(), propose({"land": "all"}), ACCEPT)
    assert (talks.standing, talks.proposer, talks.consents) == ({}, None, set())
    assert talks.mover == "cedar" and not talks.allows(ACCEPT)


def test_a_settled_issue_is_not_proposed_again() -> None:
    talks = after(three(), propose({"land": "all"}), ACCEPT)
    assert not talks.allows(propose({"land": "no"}))
    assert not talks.allows(propose({"land": "no", "ferry": "no"}))


def test_a_table_by_issue_closes_whole_when_nothing_is_open() -> None:
    talks = after(three(), propose({"land": "all", "toll": "all", "dues": "all", "ferry": "all"}), ACCEPT)
    assert set(talks.initialled) == {"land", "dues"} and not talks.closed
    after(talks, ACCEPT)
    assert talks.outcome is Outcome.WHOLE


def test_what_each_party_last_offered_is_kept_issue_by_issue() -> None:
    talks = after(three(), propose({"land": "all", "toll": "all"}), propose({"ferry": "no"}), ADJOURN)
    assert talks.positions == {"ash": {"land": "all", "toll": "all"}, "birch": {"ferry": "no"}, "cedar": {}}
    longer = after(three(), propose({"land": "all", "toll": "all"}), propose({"toll": "no"}), propose({"land": "some"}))
    after(longer, propose({"toll": "some"}))
    assert longer.positions["ash"] == {"land": "all", "toll": "some"}


def test_adjourning_ends_the_session_and_what_stands_stays_on_the_table() -> None:
    talks = pair(rounds=(2, 2))
    after(talks, both("all"))
    assert talks.move(ADJOURN)
    assert not talks.closed
    talks.open_session("session-2")
    assert talks.standing == {"land": "all", "toll": "all"} and talks.proposer == "ash"
    assert (talks.mover, talks.turn) == ("ash", 0)


def test_the_end_of_rounds_ends_the_session() -> None:
    talks = pair(rounds=(1, 1))
    assert not talks.move(both("all"))
    assert talks.move(both("no"))
    assert not talks.closed


def test_adjourning_the_last_session_closes_the_table() -> None:
    assert after(pair(), ADJOURN).outcome is Outcome.FAILED


def test_the_last_mover_of_the_last_round_of_the_last_session_accepts_or_walks_out() -> None:
    talks = after(pair(), both("all"), both("no"), both("all"))
    assert talks.final
    assert talks.kinds() == ["accept", "walk-out"]


def test_with_nothing_standing_the_last_mover_walks_out() -> None:
    presses = opened(table(PAIR, {"land": PAIR}, rounds=(1,), pressers=PAIR))
    after(presses, press("land"))
    assert presses.final and presses.kinds() == ["walk-out"]


def test_the_last_round_of_an_earlier_session_is_not_final() -> None:
    talks = after(pair(rounds=(1, 1)), both("all"))
    assert not talks.final
    assert talks.kinds() == ["propose", "accept", "adjourn", "walk-out"]


def test_an_acceptance_on_the_final_turn_that_is_not_enough_closes_the_table() -> None:
    talks = opened(table(THREE, {"land": THREE}, rounds=(1,)))
    after(talks, propose({"land": "no"}), propose({"land": "all"}))
    assert talks.final
    assert talks.move(ACCEPT)
    assert talks.outcome is Outcome.FAILED


def test_walking_out_ends_the_talks() -> None:
    talks = pair(rounds=(2, 2))
    assert talks.move(WALK_OUT)
    assert talks.outcome is Outcome.FAILED
    assert talks.agreed() == {"land": "no", "toll": "no"}


def test_what_was_initialled_survives_a_walk_out() -> None:
    talks = after(three(), propose({"land": "all", "ferry": "all"}), ACCEPT, WALK_OUT)
    assert talks.outcome is Outcome.PARTIAL
    assert talks.agreed() == {"land": "all", "toll": "no", "dues": "no", "ferry": "no"}


def test_each_presser_presses_once_a_session_and_anew_in_the_next() -> None:
    talks = pair(rounds=(2, 1), pressers=("ash",))
    assert talks.kinds() == ["propose", "press", "adjourn", "walk-out"]
    after(talks, press("land"))
    assert not talks.allows(press("toll"))
    after(talks, both("no"))
    assert not talks.allows(press("toll"))
    after(talks, ADJOURN)
    talks.open_session("session-2")
    assert talks.allows(press("land"))
    after(talks, both("all"))
    assert talks.mover == "birch" and not talks.allows(press("land"))


def test_a_press_names_an_open_issue() -> None:
    made = table(PAIR, {"land": PAIR, "toll": PAIR}, "by-issue", pressers=PAIR)
    talks = after(opened(made), propose({"land": "all"}), ACCEPT)
    assert not talks.allows(press("land")) and not talks.allows(press("moon"))
    assert talks.allows(press("toll"))


def test_pressing_takes_its_points_off_every_other_party_for_that_session_alone() -> None:
    talks = opened(table(THREE, {"land": THREE}, rounds=(2, 1), pressers=("ash", "birch")))
    talks.move(press("land"), 10)
    talks.move(press("land"), 5)
    assert talks.fall == {"ash": 5, "birch": 10, "cedar": 15}
    talks.move(ADJOURN)
    talks.open_session("session-2")
    assert talks.fall == {"ash": 0, "birch": 0, "cedar": 0}


def test_pressing_never_gives_another_s_consent() -> None:
    talks = after(pair(pressers=PAIR), both("all"), press("land"))
    assert talks.consents == {"ash"} and not talks.closed


def test_turns_left_count_the_mover_s_own_moves_through_all_sessions() -> None:
    talks = pair(rounds=(2, 3))
    assert talks.turns_left == 5
    after(talks, both("all"))
    assert talks.turns_left == 5
    after(talks, both("no"))
    assert talks.turns_left == 4
