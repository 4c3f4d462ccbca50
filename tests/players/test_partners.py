"""Parties of one side at a table: the strategist leaves standing what its partner has laid there, as far as it can."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.engine.asks import ACCEPT, PROPOSE, TableAsk, TableMoves
from game.engine.chance import Stream
from game.engine.compiler import compile_scenario
from game.players.situations import by_value_set
from game.players.strategist import Strategist
from game.players.styles import seat_of
from tests.benchmarks.own_tables import bargained
from tests.kept import kept_program

MILITARY = ("pact-1939", "military-table")
LONDON, PARIS = 0, 1


class Watching(Strategist):
    """Counts the turns at which its partner's package lies there unanswered, and how they were used."""

    def __init__(self) -> None:
        super().__init__()
        self.signed = self.outbid = 0

    def bargain(self, ask: TableAsk, stream: Stream) -> TableMoves:
        moves = super().bargain(ask, stream)
        for situation in by_value_set(ask):
            kind, here = moves.kind[situation.rows], situation.laid_by_partner & ask.asked[situation.rows]
            acceptable = situation.standing_worth >= situation.walk_away_worth
            assert acceptable[here & (kind == ACCEPT)].all()
            may = here & situation.may(ACCEPT) & acceptable
            self.signed += int((may & (kind == ACCEPT)).sum())
            self.outbid += int((may & (kind == PROPOSE)).sum())
        return moves


def test_a_table_knows_who_sits_on_one_side() -> None:
    tables = kept_program(MILITARY[0]).tables
    assert tables[MILITARY[1]].table.partners == (0b010, 0b001, 0)
    assert all(not rules.table.partners for step, rules in tables.items() if step != MILITARY[1])


def test_a_side_that_has_a_table_to_itself_is_none_there() -> None:
    scenario = kept_program(MILITARY[0]).scenario
    everybody = compile_scenario(replace(scenario, sides={"all": tuple(scenario.parties)}))
    assert not any(rules.table.partners for rules in everybody.tables.values())


@pytest.mark.parametrize("moscow", ["strategist", "trades", "holds-out"])
def test_what_its_partner_has_laid_there_is_signed_where_it_can_be_and_never_outbid(moscow: str) -> None:
    london, paris = Watching(), Watching()
    bargained(*MILITARY, [london, paris, seat_of(moscow)], games=40)
    assert (london.outbid, paris.outbid) == (0, 0) and paris.signed


def test_two_who_speak_with_one_voice_come_to_terms_with_who_holds_out() -> None:
    gained = bargained(*MILITARY, [Strategist(), Strategist(), seat_of("holds-out")], games=60)
    assert gained.agreement >= 0.3 and (gained.advantages.mean(axis=1) > 0).all()


def test_who_laid_a_package_is_a_partner_only_until_somebody_else_has_moved() -> None:
    seen: set[tuple[int, int, bool]] = set()

    class Looking(Watching):
        def bargain(self, ask: TableAsk, stream: Stream) -> TableMoves:
            for situation in by_value_set(ask):
                laid = situation.laid_by_partner
                seen.update((ask.party, int(by), bool(on)) for by, on in zip(ask.proposer, laid, strict=True))
            return super().bargain(ask, stream)

    bargained(*MILITARY, [Looking(), Looking(), seat_of("holds-out")], games=20)
    assert (PARIS, LONDON, True) in seen and (PARIS, LONDON, False) not in seen
    assert not any(on for party, by, on in seen if party == LONDON or by != LONDON), np.array(sorted(seen))
