"""How far a party's word is believed tells at the tables of the shipped scenarios, and what is done there tells on it.

At a table with one whose word is believed less, a paper has to bring more; who presses and then signs what it pressed
against is believed less; so is who takes much and gives nothing.
"""

import numpy as np
import pytest

from game.analysis.recorded import recorded_game
from game.scenario.reads import columns_read
from game.scenario.table_rules import Outcome, Table
from tests.kept import SHIPPED, kept_program

WORDS = ("standing.", "moscow-in-berlin", "berlin-in-moscow")
"""The first letters of columns that tell how far somebody's word is believed."""


def tables(scenario: str) -> dict[str, Table]:
    steps = kept_program(scenario).scenario.steps
    return {id_: step.body for id_, step in steps.items() if isinstance(step.body, Table)}


@pytest.mark.parametrize("scenario", SHIPPED)
def test_the_less_the_others_word_is_believed_the_more_a_paper_must_bring(scenario: str) -> None:
    program, rises = kept_program(scenario), 0
    for id_, table in tables(scenario).items():
        if table.record.outcome is Outcome.NOT_HELD:
            continue
        columns = recorded_game(program, until=id_).world.columns
        for party, formula in table.walk_away.items():
            read = [name for name in columns_read(formula.tree) if name.startswith(WORDS)]
            assert not [name for name in read if name.startswith(f"standing.{party}.")], f"{party} weighs its own word"
            least = program.evaluator(formula)
            doubted = [column.copy() for column in columns]
            for name in read:
                doubted[program.places[name]] -= np.int8(min(30, int(doubted[program.places[name]][0])))
            before, after = (int(np.max(least(values))) for values in (columns, doubted))
            assert after >= before, f"{id_}, {party}"
            rises += after > before
    assert rises >= 3


@pytest.mark.parametrize("scenario", SHIPPED)
def test_who_signs_what_it_pressed_against_is_believed_less(scenario: str) -> None:
    """Not at a table after which nobody bargains with the same party again."""
    counted = 0
    for id_, table in tables(scenario).items():
        effects = [one for end in table.ends.values() for one in end.effects if one.when is not None]
        read = {name for one in effects if one.when for name in columns_read(one.when.tree)}
        pressers = {f"backed-down.{id_}.{party}" for party in table.press.parties} if table.press else set()
        told = {name for name in read if name.startswith("backed-down.")}
        assert told in (set(), pressers), id_
        counted += bool(told)
    assert counted
