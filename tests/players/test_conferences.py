"""How the seats of the program bear themselves at a table with an agenda, hours and an absentee: the congress."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.analysis.recorded import recorded_game
from game.analysis.transcript import transcript
from game.engine.asks import TableAsk
from game.engine.game import Game
from game.engine.moves import ACCEPT, Choose, TableMove, move_from_json, move_to_json, nominate, propose
from game.engine.program import Program
from game.errors import UsageError
from game.players.agendas import first_among
from game.players.clocks import clock_of
from game.players.match import decided
from game.players.styles import seat_of, styles
from tests.kept import kept_program

NOBODY = nominate([])


def program() -> Program:
    return kept_program("congress")


def at_congress(*moves: TableMove, letter: str = "send-a-letter") -> Game:
    """The game at the congress after some moves there."""
    game = Game(program())
    for move in (Choose(letter), *moves):
        game.play(game.pending[0], move)
    return game


def asked(game: Game) -> TableAsk:
    ask = game.ask(game.pending[0])
    assert isinstance(ask, TableAsk)
    return ask


def move_of(style: str, game: Game) -> TableMove:
    party = game.pending[0]
    move = decided(seat_of(style), game.ask(party), game.seat_stream(party))
    assert isinstance(move, TableMove)
    return move


def test_the_record_is_played_to_its_ending_and_its_figures() -> None:
    game = recorded_game(program())
    assert game.ending() == "stretched" and game.measures() == {"tension-in-june": 4}
    moves = [one["move"] for one in transcript(game)["moves"]]  # type: ignore[attr-defined]
    assert {"nominate": ["passage"]} in moves and {"nominate": []} in moves


@pytest.mark.parametrize("style", styles())
def test_every_style_plays_to_the_end_by_legal_moves(style: str) -> None:
    for seed in range(12):
        game = Game(program(), seed)
        while not game.over:
            party = game.pending[0]
            game.play(party, decided(seat_of(style), game.ask(party), game.seat_stream(party)))
        copy, stopped = Game.replay(game.program, list(game.history), game.seed)
        assert stopped is None and copy.values() == game.values()


@pytest.mark.parametrize("style", ["trades", "holds-out", "concedes-early"])
def test_a_style_nominates_what_most_is_at_stake_on(style: str) -> None:
    assert move_of(style, at_congress()) == nominate(["passage"])
    assert move_of(style, at_congress(NOBODY, NOBODY)) == nominate(["shoal"])


def test_of_equal_stakes_the_first_in_the_file_is_nominated_and_what_is_all_the_same_never() -> None:
    stakes = np.array([[0, 5], [3, 5], [3, 9]], np.int32)
    picked = first_among(stakes, np.ones((3, 2), np.bool_), np.array([3, 2], np.int8))
    assert picked.T.tolist() == [[False, True, True], [True, False, True]]


@pytest.mark.parametrize("style", ["trades", "holds-out", "concedes-early", "record"])
def test_only_live_issues_are_offered(style: str) -> None:
    move = move_of(style, at_congress(nominate(["tolls"]), NOBODY, nominate(["shoal"])))
    assert move.kind in ("propose", "adjourn") and move.terms.keys() <= {"tolls", "shoal"}


@pytest.mark.parametrize("style", ["trades", "holds-out", "concedes-early", "record"])
def test_what_an_absentee_has_refused_is_not_offered_again(style: str) -> None:
    opening = (nominate(["shoal"]), nominate(["tolls"]), NOBODY)
    taken = propose({"shoal": "taken"})
    game = at_congress(*opening, taken, ACCEPT, ACCEPT, taken, ACCEPT, ACCEPT, letter="say-nothing")
    assert game.view("arden").table is None or game.step is not None
    assert [one.party for one in game.happenings if one.kind == "absentee-refused"] == ["dunmere"] * 2
    refused = asked(at_congress(*opening, taken, ACCEPT, ACCEPT, letter="say-nothing")).refused
    assert refused is not None and refused[:, 0].tolist() == [0, 4, 0]
    move = move_of(style, at_congress(*opening, taken, ACCEPT, ACCEPT, letter="say-nothing"))
    assert move.terms.get("shoal") != "taken"


def test_a_refusal_is_told_to_those_at_the_table_and_to_nobody_else() -> None:
    opening = (nominate(["shoal"]), NOBODY, NOBODY)
    game = at_congress(*opening, propose({"shoal": "shared"}), ACCEPT, ACCEPT, letter="say-nothing")
    heard = {
        viewer: [one.outcome for one in game.view(viewer).happenings() if one.kind == "absentee-refused"]
        for viewer in ("arden", "borrel", "corvane", "facilitator", "dunmere", "public")
    }
    told = {key: ["shoal"] for key in ("arden", "borrel", "corvane", "facilitator")}
    assert heard == told | {"dunmere": [], "public": []}


@pytest.mark.parametrize("style", ["trades", "holds-out", "concedes-early"])
def test_what_is_acceptable_is_accepted_where_another_offer_would_spend_the_hours(style: str) -> None:
    game = at_congress(nominate(["passage"]), NOBODY, NOBODY, propose({"passage": "as-friends"}))
    ask = asked(game)
    assert ask.hours_left is not None and ask.hours_left.tolist() == [4]
    hours = np.array([1], np.int32)
    ask.hours_left = hours
    move = decided(seat_of(style), ask, game.seat_stream("borrel"))
    assert move == ACCEPT


@pytest.mark.parametrize("style", ["trades", "holds-out", "concedes-early"])
def test_what_is_named_alone_just_as_one_would_have_it_is_accepted(style: str) -> None:
    """Borrel would have no tolls."""
    called_up = (nominate(["tolls"]), nominate(["passage"]), NOBODY)
    asked_too_much = at_congress(*called_up, propose({"tolls": "low"}))
    given = at_congress(*called_up, propose({"tolls": "none"}))
    assert given.pending == ("borrel",) and move_of(style, given) == ACCEPT
    assert move_of(style, asked_too_much) != ACCEPT


def test_the_clock_of_an_agenda_is_that_of_the_session_but_the_last_two_are_one_and_hours_shorten_it() -> None:
    ask = asked(at_congress(nominate(["passage"]), NOBODY, NOBODY))
    bound = ask.table
    assert (clock_of(ask, 8).left, clock_of(ask, 8).all) == (3, 3)
    assert clock_of(ask, 3).left == 2
    hours, rounds = bound.conference.hours if bound.conference else (), bound.rounds
    ask.table = replace(
        bound,
        sessions=("eve", *bound.sessions),
        rounds=(rounds[0], *rounds),
        conference=bound.conference and replace(bound.conference, hours=(hours[0], *hours)),
    )
    assert (clock_of(ask, 8).left, clock_of(ask, 8).all) == (2, 2)
    assert clock_of(ask, 3).left == 1
    unbound = replace(bound, conference=None)
    ask.table = unbound
    assert (clock_of(ask).left, clock_of(ask).all) == (5, 5)


def test_why_a_session_ended_early_is_told() -> None:
    done = at_congress(NOBODY, NOBODY, NOBODY)
    spent = at_congress(nominate(["passage"]), nominate(["tolls"]), NOBODY, *[propose({"passage": "as-friends"})] * 5)
    for game, why in ((done, "agenda-done"), (spent, "hours-spent")):
        assert [one.outcome for one in game.happenings if one.kind == "session-closed"] == [why]


@pytest.mark.parametrize(
    ("opening", "move", "why"),
    [
        ((), propose({"tolls": "low"}), "The agenda of this session is being made: nominate issues for it, or none."),
        ((), nominate(["tolls", "shoal"]), "You may nominate 1 at most here, and 2 are named."),
        ((nominate(["tolls"]),), nominate(["tolls"]), 'The issue "tolls" is on the agenda already.'),
        (
            (nominate(["tolls"]), nominate(["shoal"])),
            nominate(["passage"]),
            "There is no room left on the agenda: nominate none.",
        ),
        (
            (nominate(["tolls"]), NOBODY, NOBODY),
            propose({"shoal": "shared"}),
            'The issue "shoal" is not on the agenda.',
        ),
        ((nominate(["tolls"]), NOBODY, NOBODY), NOBODY, "The agenda of this session has been made."),
        ((), nominate(["toll"]), 'There is no issue "toll" on this table (did you mean "tolls"?).'),
    ],
)
def test_a_move_against_the_agenda_is_refused_in_a_sentence(
    opening: tuple[TableMove, ...], move: TableMove, why: str
) -> None:
    game = at_congress(*opening)
    assert game.refusal(game.pending[0], move) == why


def test_the_view_of_a_party_tells_the_agenda_the_hours_and_what_was_refused() -> None:
    game = at_congress(nominate(["shoal"]))
    seen = game.view("borrel").table
    assert seen is not None
    assert (seen.live, seen.nominating, seen.room, seen.hours_left, seen.refused) == (("shoal",), True, 1, 7, {})


def test_a_nomination_is_written_and_read_as_json() -> None:
    for move in (nominate(["tolls", "shoal"]), NOBODY):
        assert move_from_json(move_to_json(move), at_table=True) == move
    assert move_to_json(nominate(["tolls"])) == {"nominate": ["tolls"]}
    with pytest.raises(UsageError, match="A move was expected"):
        move_from_json({"nominate": [3]}, at_table=True)
