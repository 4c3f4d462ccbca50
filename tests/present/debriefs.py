"""Looking up what a debrief tells, and playing the small invented game to an end that has one."""

from __future__ import annotations

from game.engine.game import Game
from game.engine.moves import WALK_OUT, Choose
from game.present.debrief_parts import Case, Debrief, Grid, Section


def section(told: Debrief, id_: str) -> Section:
    """The part of a debrief with this id."""
    found = told.section(id_)
    assert found is not None, f"no section {id_}"
    return found


def cases(told: Debrief, id_: str) -> list[Case]:
    """The cases of a part of a debrief."""
    return [block for block in section(told, id_).blocks if isinstance(block, Case)]


def grids(told: Debrief, id_: str) -> list[Grid]:
    """The tables that stand by themselves in a part of a debrief."""
    return [block for block in section(told, id_).blocks if isinstance(block, Grid)]


def pairs(case: Case) -> dict[str, str]:
    """What a case tells, by what it is called."""
    return {pair.label: pair.words for pair in case.pairs}


def finished(game: Game) -> Game:
    """Plays on by walking out of talks and taking the first legal option."""
    while not game.over:
        party = game.pending[0]
        legal = game.legal(party)
        options = [option.id for option in getattr(legal, "options", ()) if getattr(option, "legal", False)]
        game.play(party, Choose(options[0]) if options else WALK_OUT)
    return game
