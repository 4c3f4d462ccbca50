"""Drives the oracle: random legal moves, drawn by the caller's own dice, and the moves of the record."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from game.engine.moves import ACCEPT, ADJOURN, WALK_OUT, Choose, Move, TableMove, nominate, press, propose
from tests.oracle.game import OracleGame
from tests.oracle.talks import Talks

ODDS: Mapping[str, int] = {"propose": 8, "accept": 8, "press": 4, "adjourn": 2, "walk-out": 1}
"""How often each kind is drawn: enough of each, and talks that still come to something."""


def random_move(game: OracleGame, party: str, random: Random) -> Move:
    """Draws a legal move of one party."""
    if game.step is not None and isinstance(game.step.body, Mapping):
        return Choose(random.choice(game.legal_options(party)))
    return random_table_move(game.table, random)


def random_table_move(talks: Talks, random: Random) -> TableMove:
    """Draws a legal move at a table."""
    if talks.nominating:
        return nominate(random_nomination(talks, random))
    kinds = talks.kinds()
    kind = random.choices(kinds, [ODDS[kind] for kind in kinds])[0]
    if kind == "propose":
        return propose(random_terms(talks, random))
    if kind == "press":
        return press(random.choice(talks.bargained))
    return {"accept": ACCEPT, "adjourn": ADJOURN, "walk-out": WALK_OUT}[kind]


def random_nomination(talks: Talks, random: Random) -> list[str]:
    """Draws issues for the agenda in any order: often as many as there may be, sometimes none."""
    most = talks.most_nominated
    return random.sample(talks.nominable, max(random.randint(0, most), random.randint(0, most)))


def random_terms(talks: Talks, random: Random) -> dict[str, str]:
    """Draws terms: all issues where agreement is whole, else one or more of those that may be named."""
    named = talks.bargained
    if talks.table.agreement == "by-issue":
        named = random.sample(named, random.randint(1, len(named)))
    return {issue: random.choice(list(talks.table.issues[issue].options)) for issue in named}


def recorded_move(game: OracleGame, party: str) -> Move:
    """The move that the record has for one party now, while the path has kept to it."""
    if game.step is not None and isinstance(game.step.body, Mapping):
        return Choose(game.choice(party).record.option)
    talks = game.table
    recorded = talks.table.record.moves[talks.session][talks.turn]
    assert recorded.party == party, f"the record has a move of {recorded.party} where {party} moves"
    return TableMove(recorded.kind, dict(recorded.terms), recorded.issue, recorded.issues)


def play_record(game: OracleGame) -> None:
    """Plays the record to the end."""
    while not game.over:
        assert game.on_record, f"the record is silent at {game.step and game.step.id}"
        for party in game.pending:
            game.play(party, recorded_move(game, party))


def play_randomly(game: OracleGame, random: Random) -> None:
    """Plays random legal moves to the end; several parties at once decide in random order."""
    while not game.over:
        party = random.choice(game.pending)
        game.play(party, random_move(game, party, random))
