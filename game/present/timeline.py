"""The game's decisions in time, branch by branch, for a drawing: which stands where, and where branches part.

What is told is what the list of decisions and the tree of branches tell (`game.present.history`,
`game.present.branches`); this only says where it goes. Nothing here draws.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.engine.moves import Choose
from game.errors import MoveRefused
from game.present.branches import Branches, BranchesPage
from game.present.dates import short_date_words
from game.present.page import DecisionPage, HistoryPage
from game.present.parts import HistoryLine, OptionLine
from game.present.reader import Reader
from game.present.turns import turn_page

if TYPE_CHECKING:
    from game.engine.history import Entry
    from game.present.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Moment:
    """A day of the game: the first column in which something of it stands, and its date."""

    column: int
    date: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A decision: its column, its branch by the letter, and its line in the list of decisions."""

    column: int
    letter: str
    line: HistoryLine


@dataclass(frozen=True, slots=True)
class Lane:
    """A branch as a line from column `begins` to column `ends`; where it parted from another, at `parent`'s lane."""

    letter: str
    parent: str
    begins: int
    ends: int
    over: bool
    here: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything to draw: days along the top, a lane for each branch that is shown, and marks on the lanes."""

    columns: int
    moments: tuple[Moment, ...]
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]


def timeline(sitting: Sitting, history: HistoryPage, branches: BranchesPage) -> Timeline:
    """Tells where the lines of a list of decisions stand on the branches that a page of the tree shows."""
    tree, game = Branches(sitting).tree, sitting.game
    shown = {line.letter for line in branches.lines}
    letters = {line.seq: tree.branch_of(line.seq).letter for line in history.lines}
    lines = [line for line in history.lines if letters[line.seq] in shown]
    keys = _keys(sitting, lines)
    columns = {key: column for column, key in enumerate(sorted(set(keys.values())))}
    marks = _marks(Mark(columns[keys[line.seq]], letters[line.seq], line) for line in lines)
    reader = sitting.reader
    steps = {step.number: step for step in game.scenario.steps.values()}
    firsts: dict[int, int] = {}
    for number, place in sorted(columns):
        firsts.setdefault(number, columns[number, place])
    return Timeline(
        columns=len(columns),
        moments=tuple(
            Moment(column, short_date_words(reader.speech, steps[number].date)) for number, column in firsts.items()
        ),
        lanes=tuple(_lane(line.letter, line.parent, marks, over=line.over, here=line.here) for line in branches.lines),
        marks=marks,
    )


def options_then(sitting: Sitting, seq: int) -> tuple[OptionLine, ...]:
    """What else the person could choose at their own entry `seq`; nothing where that was a move at a table."""
    entry = sitting.game.history[seq]
    if entry.seat not in sitting.own:
        return ()
    try:
        there = sitting.game.elsewhere(entry.parent)
    except MoveRefused:
        return ()  # What is saved of this branch no longer fits.
    if there.step is None or entry.seat not in there.pending:
        return ()
    reader = Reader(there.scenario, there.view(entry.seat), sitting.speech)
    page = turn_page(reader, there, sitting.own, read=())
    if not isinstance(page, DecisionPage) or not isinstance(entry.move, Choose):
        return ()
    return tuple(option for option in page.options if option.id != entry.move.option)


def _keys(sitting: Sitting, lines: list[HistoryLine]) -> dict[int, tuple[int, int]]:
    """The place of each entry in time: the number of its step, and how many that are shown came before it there."""
    history, steps = sitting.game.history, sitting.game.scenario.steps
    shown = {line.seq for line in lines}

    def key(entry: Entry) -> tuple[int, int]:
        before = [one for one in history.path(entry.parent) if one.step == entry.step and one.seq in shown]
        return steps[entry.step].number, len(before)

    return {seq: key(history[seq]) for seq in shown}


def _marks(found: Iterable[Mark]) -> tuple[Mark, ...]:
    """One mark for each place: what was decided again in the same way is told as it was on the way here."""
    kept: dict[tuple[int, str], Mark] = {}
    for mark in found:
        place = (mark.column, mark.letter)
        if place not in kept or mark.line.past:
            kept[place] = mark
    return tuple(kept.values())


def _lane(letter: str, parent: str, marks: tuple[Mark, ...], *, over: bool, here: bool) -> Lane:
    own = [mark.column for mark in marks if mark.letter == letter]
    return Lane(letter, parent, min(own, default=0), max(own, default=0), over, here)
