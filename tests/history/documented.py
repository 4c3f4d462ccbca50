"""What the tests of the recorded paths share: figures typed from the documents, and the record played to its end.

A figure lies in `NAME_record.json` beside this module with the document it comes from, typed by someone who had no
hand in the scenario. The games are played here, once each; what must hold of them is in `recorded_path`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from game.engine.game import Game
from game.engine.program import Program
from game.players.match import Length, Match
from game.players.styles import seat_of
from tests.kept import kept_program

LENGTHS: tuple[Length, ...] = ("full", "short")
SEEDS = range(12)


@dataclass(frozen=True, slots=True)
class Documented:
    """What the documents give for one measure: between `low` and `high`, both included."""

    low: int
    high: int
    unit: str
    confidence: str
    source: str


@dataclass(frozen=True, slots=True)
class DocumentedPath:
    """How the recorded path of a scenario ends by the documents, and what each measure must come to."""

    scenario: str
    ending: str
    measures: dict[str, Documented]


@cache
def documented(scenario: str) -> DocumentedPath:
    """Reads the figures typed for a scenario."""
    path = Path(__file__).with_name(f"{scenario.replace('-', '_')}_record.json")
    found = json.loads(path.read_text(encoding="utf-8"))
    measures = {measure: Documented(**figures) for measure, figures in found["measures"].items()}
    return DocumentedPath(found["scenario"], found["ending"], measures)


@cache
def program(scenario: str) -> Program:
    """Compiles a shipped scenario."""
    return kept_program(scenario)


@cache
def recorded(scenario: str, seed: int, length: Length = "full") -> Game:
    """Plays the recorded path to its end."""
    return played(scenario, "record", seed, length, follow_record=True)


def played(scenario: str, style: str, seed: int, length: Length = "full", *, follow_record: bool = False) -> Game:
    """Plays a game to its end with one style in every seat."""
    game = Game(program(scenario), seed, follow_record=follow_record)
    Match(game, {party: seat_of(style) for party in program(scenario).scenario.parties}, length).advance()
    assert game.over, f"seed {seed}, {style}: waits at {game.step and game.step.id}"
    return game


def recorded_games(scenario: str, seals: tuple[str, ...]) -> Iterator[tuple[str, Game]]:
    """Yields the recorded path at both lengths and every seed, each with what was drawn under seal."""
    for length in LENGTHS:
        for seed in SEEDS:
            game = recorded(scenario, seed, length)
            drawn = [f"{seal} {game.view('facilitator').word(seal)}" for seal in seals]
            yield f"{length}, seed {seed}, {', '.join(drawn)}", game
