"""Grand Alliance: a game of wartime diplomacy, 1939–1945.

Five lines play it from a notebook::

    import game
    talks = game.start(game.load("finland-1939"), seed=7)
    print(talks.pending, talks.legal("finland"))
    talks.play("finland", game.Choose("send-paasikivi"))
    print(talks.view("finland").word("moscow-aim"))

Names are loaded at the first use, so that importing this package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.engine.game import Game
    from game.engine.moves import ACCEPT, ADJOURN, WALK_OUT, Choose, press, propose
    from game.engine.views import View
    from game.scenario.loader import check, load

    start = Game.start

__all__ = ["ACCEPT", "ADJOURN", "WALK_OUT", "Choose", "Game", "View", "check", "load", "press", "propose", "start"]

_HOMES = {
    "Game": "game.engine.game",
    "View": "game.engine.views",
    "check": "game.scenario.loader",
    "load": "game.scenario.loader",
    **dict.fromkeys(("ACCEPT", "ADJOURN", "WALK_OUT", "Choose", "press", "propose"), "game.engine.moves"),
}


def __getattr__(name: str) -> object:
    if name == "start":
        return import_module("game.engine.game").Game.start
    if name not in _HOMES:
        raise AttributeError(f"module 'game' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
