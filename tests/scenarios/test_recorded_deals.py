# ruff: noqa: E501
"""What history signed at each table is worth at least as much as leaving to those who signed it, by the file's values.

Under every seal that selects somebody's values; where a file ever has it otherwise, it has to say why.
"""

from pathlib import Path

import pytest

from game.analysis.recorded import recorded_game
from game.analysis.tables import table_report, weigh_played
from game.engine.compiler import compile_scenario
from game.present.debrief import debrief
from game.present.debrief_parts import Case
from game.present.english import english
from game.present.findings import table_lines
from game.scenario.loader import load
from game.scenario.table_rules import Outcome, Table
from tests.kept import SHIPPED, kept_program
from tests.scenario.edits import CONGRESS, said, written

SIGNED = (
    ("outcome: failed", 'outcome: whole\n        against-interest: {finland: "An army stood at the door."}'),
    ("{finland: {propose: {harbour: none, money: none}}}, {soviet-union: walk-out}]", "{finland: accept}]"),
    ('finland: "min(60, 20 + readiness.finland / 4)"', "finland: 90"),
    ("  ending: stalemate", "  ending: leased"),
)
"""A record in which Finland signs away its harbour, though it could leave for more."""

SEEDS = range(6)
"""Enough for every value of every seal that selects values to come up."""


@pytest.mark.parametrize("scenario", SHIPPED)
def test_nobody_signed_for_less_than_leaving_was_worth(scenario: str) -> None:
    program = kept_program(scenario)
    tables = {id_: step.body for id_, step in program.scenario.steps.items() if isinstance(step.body, Table)}
    sealed = {column for table in tables.values() for column in table.values_by.values()}
    met: set[tuple[str, int]] = set()
    weighed = 0
    for seed in SEEDS:
        game = recorded_game(program, seed)
        drawn = {(column, game.values()[column]) for column in sealed}
        if drawn <= met:
            continue
        met |= drawn
        for id_, table in tables.items():
            if table.record.outcome not in (Outcome.WHOLE, Outcome.PARTIAL):
                continue
            found = weigh_played(game, id_)
            assert found.record is not None
            weighed += 1
            for party in found.parties:
                worth, least = found.record.shares[party], found.walk_aways[party]
                assert worth >= least, f"{id_}, seed {seed}: {party} signed for {worth}, and could leave for {least}"
    assert weighed
    columns = program.scenario.columns
    assert met == {(name, value) for name in sealed for value in range(columns[name].low, columns[name].high + 1)}


def test_a_file_that_has_it_otherwise_says_why_and_so_do_the_verb_and_the_debrief(tmp_path: Path) -> None:
    scenario = load(written(tmp_path, *SIGNED))
    laid_open = table_report(scenario, "talks")
    assert laid_open.record is not None
    assert laid_open.gap(laid_open.record.terms).below == ("finland",)
    lines = list(table_lines(scenario, laid_open, english()))
    assert "Why Finland signed all the same: An army stood at the door." in lines
    told = debrief(recorded_game(compile_scenario(scenario)), english()).section("tables")
    assert told is not None
    pairs = [pair for block in told.blocks if isinstance(block, Case) for pair in block.pairs]
    assert "An army stood at the door." in [pair.words for pair in pairs]


def test_only_parties_of_the_table_sign_against_their_interest(tmp_path: Path) -> None:
    (found, *_) = said(tmp_path, (SIGNED[0][0], SIGNED[0][1].replace("{finland:", "{finnland:")), *SIGNED[1:])
    assert "finnland" in found


def test_nobody_says_why_it_signed_where_nobody_did(tmp_path: Path) -> None:
    reason = (SIGNED[0][0], SIGNED[0][1].replace("outcome: whole", "outcome: failed"))
    assert said(tmp_path, reason) == [
        "error REC11 This says why finland signed against its interest, and by the recorded moves nobody did. "
        "Take it out, or change the recorded moves."
    ]


def test_nobody_says_why_it_signed_who_is_bound_by_nothing_that_was_settled(tmp_path: Path) -> None:
    changes = (
        ("outcome: partial\n", 'outcome: partial\n        against-interest: {arden: "For friends.", corvane: "For peace."}\n'),
        ("passage: as-friends, shoal: shared}}}, {borrel: accept}, {corvane: accept}]", "passage: as-friends}}}, {borrel: accept}, {corvane: adjourn}]"),
    )  # fmt: skip
    (found,) = (one for one in said(tmp_path, *changes, good=CONGRESS) if "REC11" in one)
    assert found == (
        "error REC11 This says why corvane signed against its interest, and only arden and borrel signed. "
        "Take it out, or change the recorded moves."
    )
