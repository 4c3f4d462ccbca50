"""What sessions decided: how a table lay before and after, however it closed."""

from __future__ import annotations

from game.analysis.sessions import decisive, held_sessions, lay_after
from game.engine.game import Game
from game.engine.moves import Choose, Move, nominate, press, propose
from tests.kept import kept_scenario

MOVES: tuple[tuple[str, Move], ...] = (
    ("dunmere", Choose("say-nothing")),
    ("arden", nominate(["tolls"])),
    ("borrel", nominate([])),
    ("corvane", nominate(["shoal"])),
    ("arden", propose({"shoal": "as-it-is", "tolls": "low"})),
    ("borrel", propose({"shoal": "as-it-is", "tolls": "low"})),
    ("corvane", propose({"shoal": "shared", "tolls": "low"})),
    ("arden", nominate([])),
    ("borrel", nominate([])),
    ("corvane", nominate([])),
    ("arden", press("tolls")),
)
"""Talks whose last hour goes with a press."""


def test_a_table_may_close_with_the_draw_of_a_press() -> None:
    game = Game.start(kept_scenario("congress"), 0)
    for party, move in MOVES:
        game.play(party, move)
    *_, last = held_sessions(game)
    assert last.entries[-1].seat == "chance"
    assert all(lay_after(game, "congress", "arden", entry.seq).closed for entry in last.entries[-2:])
    assert decisive(game) is not None
