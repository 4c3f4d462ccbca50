"""Scenarios that nobody wrote: whatever the reader lets pass plays to its end, by the oracle's numbers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from game.engine.compiler import compile_scenario
from game.engine.game import Game
from game.engine.program import Program
from game.players.playout import play_out
from game.players.styles import seat_of, styles
from game.scenario.loader import check, load
from game.scenario.positions import Severity
from tests.oracle.batch import Batch
from tests.oracle.driver import random_move
from tests.oracle.game import OracleGame
from tests.oracle.generated import HOME, Generator, generated, write_file
from tests.oracle.mutated import spoilt
from tests.oracle.single import compare_end, compare_legality, compare_point, compare_views


def play_batches(program: Program, rows: int, seed: int) -> None:
    for follow in (False, True):
        batch = Batch(program, range(rows), seed, follow=follow)
        batch.play()
        batch.compare_state()
        batch.compare_outcome()


def play_beside(program: Program, seed: int) -> None:
    """Plays one game in both, with every view of it, move by move."""
    game, oracle, random = Game(program, seed), OracleGame(program.scenario, seed), Random(seed)
    while not oracle.over:
        compare_point(game, oracle)
        compare_views(game, oracle)
        party = random.choice(oracle.pending)
        compare_legality(game, oracle, party, random)
        move = random_move(oracle, party, random)
        game.play(party, move)
        oracle.play(party, move)
    compare_point(game, oracle)
    compare_views(game, oracle)
    compare_end(game, oracle)


def play_by_styles(program: Program, seed: int) -> None:
    """Plays with every style at some seat; which sit together, and where, is another matter for each seed."""
    parties, waiting = program.scenario.parties, Random(seed).sample(styles(), len(styles()))
    while waiting:
        sitting = [waiting.pop() if waiting else "random" for _ in parties]
        play_out(program, 50, seed, {party: seat_of(style) for party, style in zip(parties, sitting, strict=True)})


@pytest.mark.parametrize("seed", range(16))
def test_a_random_scenario_plays_by_the_oracle_s_numbers(seed: int, tmp_path: Path) -> None:
    program = compile_scenario(generated(tmp_path, seed))
    play_batches(program, 20, seed)
    play_beside(program, seed)
    play_by_styles(program, seed)


def three_parties() -> dict[str, Any]:
    """The scenario of three parties as plain values."""
    text = (HOME / "three-parties" / "scenario.yaml").read_text("utf-8")
    return typed(yaml.load(text, yaml.BaseLoader))  # type: ignore[no-any-return]


def typed(node: Any) -> Any:
    """Makes numbers and truths of words that are such; dates stay words."""
    if isinstance(node, Mapping):
        return {key: typed(value) for key, value in node.items()}
    if isinstance(node, list):
        return [typed(value) for value in node]
    if node in ("true", "false"):
        return node == "true"
    return int(node) if node.lstrip("-").isdecimal() else node


@pytest.mark.parametrize("block", range(3))
def test_a_spoilt_file_is_refused_in_findings_or_plays(block: int, tmp_path: Path) -> None:
    written, played = three_parties(), 0
    for seed in range(block * 12, block * 12 + 12):
        random = Random(seed)
        file = written if seed % 2 else Generator(random).file()
        path = write_file(tmp_path, spoilt(file, random))
        if any(finding.severity is Severity.ERROR for finding in check(path)):
            continue
        played += 1
        program = compile_scenario(load(path))
        play_batches(program, 5, seed)
        play_by_styles(program, seed)
    assert played
