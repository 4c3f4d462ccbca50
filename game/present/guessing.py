"""Guessing what another side at a table wants: what may be guessed now, and what has been.

A guess costs nothing, changes nothing and counts for nothing; the debrief sets it beside the truth. Nothing of the
other side's is looked at here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.analysis.guessed import DEAREST, MOST_LEAST, Guess
from game.engine.game import Game
from game.errors import MoveRefused, UsageError
from game.present.parts import Action
from game.present.reader import Reader
from game.scenario.table_rules import Resume, Table


@dataclass(frozen=True, slots=True)
class GuessPage:
    """What may be guessed of one side at one table: its issues by id and name, and what was guessed last."""

    title: str
    table: str
    other: str
    name: str
    intro: str
    issues: tuple[tuple[str, str], ...]
    dearest: tuple[str, ...]
    least: int | None
    others: tuple[Action, ...]
    """The other sides at this table; actions `guess:PARTY`."""


class Guessing:
    """The guesses of one game, on all its branches."""

    def __init__(self, guesses: Sequence[Guess] = ()) -> None:
        self.made: tuple[Guess, ...] = tuple(guesses)

    def page(self, reader: Reader, game: Game, other: str = "") -> GuessPage:
        """Returns what may be guessed now: of the table at hand, else of the last one that the party sat at.

        Raises:
            MoveRefused: when the party has not sat at a table yet.
            UsageError: when no such side sits there.
        """
        table = _table_of(reader, game)
        parties = game.program.tables[table].table.parties
        others = tuple(party for party in parties if party != reader.seat)
        other = other or others[0]
        if other not in others:
            raise UsageError(reader.speech("guess.no-such", other=other[:40]))
        body = reader.scenario.steps[table].body
        assert isinstance(body, Table)
        last = self._last(reader.seat, table, other)
        return GuessPage(
            title=reader.speech("guess.title", party=reader.inside(other)),
            table=table,
            other=other,
            name=reader.inside(other),
            intro=reader.speech("guess.intro"),
            issues=tuple((id_, reader.line(issue.name)) for id_, issue in body.issues.items()),
            dearest=last.dearest if last else (),
            least=last.least if last else None,
            others=tuple(Action(f"guess:{party}", reader.party(party)) for party in others),
        )

    def guess(self, reader: Reader, game: Game, other: str, dearest: Sequence[str], least: int | None) -> None:
        """Keeps a guess in the place of the one made since the last move, if there is one.

        Raises:
            UsageError: when an issue is unknown or named twice, there are too many, or the number is not 0–100.
        """
        page = self.page(reader, game, other)
        known = {id_ for id_, _ in page.issues}
        if len(set(dearest)) != len(dearest) or not set(dearest) <= known or len(dearest) > DEAREST:
            raise UsageError(reader.speech("guess.issues", most=DEAREST))
        if least is not None and not 0 <= least <= MOST_LEAST:
            raise UsageError(reader.speech("guess.number"))
        made = Guess(game.seq, reader.seat, page.table, page.other, tuple(dearest), least)
        same = (made.seq, made.party, made.table, made.other)
        kept = (one for one in self.made if (one.seq, one.party, one.table, one.other) != same)
        self.made = (*kept, made)

    def _last(self, party: str, table: str, other: str) -> Guess | None:
        mine = (one for one in self.made if (one.party, one.table, one.other) == (party, table, other))
        return max(mine, key=lambda one: one.seq, default=None)


def _table_of(reader: Reader, game: Game) -> str:
    """The table at hand, else the last that the reader's party sat at."""
    steps = [game.step] if game.step else []
    steps += [game.scenario.steps[entry.step] for entry in reversed(game.path)]
    for step in steps:
        table = step.body.table if isinstance(step.body, Resume) else step.id if isinstance(step.body, Table) else ""
        if table and reader.seat in game.program.tables[table].table.parties:
            return table
    raise MoveRefused(reader.speech("guess.no-table"))
