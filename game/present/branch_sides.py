"""One branch as the person at the machine may know it: what was decided on it, what to call it, where it ends.

While a game goes on a person knows of each branch what their own view tells there. Of branches that are over
everything may be told, as their debriefs do. Nothing here goes anywhere in the tree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from textwrap import shorten
from typing import TYPE_CHECKING

from game.analysis.branches import Branch, shared
from game.engine.happenings import choice_column, table_of
from game.engine.history import CHANCE, Entry
from game.engine.moves import Choose, TableMove, propose
from game.errors import MoveRefused
from game.present.history import entry_words
from game.present.joining import unended
from game.present.moves import choice_of, table_move_words
from game.present.page import Seat
from game.present.problems import problem_words
from game.present.reader import Reader
from game.present.short_game import was_taken
from game.present.speech import Speech
from game.scenario.model import FACILITATOR, PUBLIC, Step

if TYPE_CHECKING:
    from game.engine.game import Game
    from game.present.sitting import Sitting

_LONGEST_NAME, _LONGEST_PACKAGE = 120, 300


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks at branches: a viewer of the engine, and the parties whose own decisions are theirs to see."""

    id: str
    own: Collection[str]


@dataclass(frozen=True, slots=True)
class Side:
    """A branch at its end: the game as it stands there, and the entries on the way that may be told."""

    branch: Branch
    game: Game
    reader: Reader
    viewer: Viewer
    told: tuple[Entry, ...]
    unfit: str = ""
    """Why the branch can be followed no further than here, where what is saved of it no longer fits the rules."""

    @property
    def letter(self) -> str:
        """The letter of the branch."""
        return self.branch.letter


def viewer_of(sitting: Sitting) -> Viewer:
    """Who sits at the machine now; where several persons look on together, nobody in particular.

    Raises:
        MoveRefused: while the machine is being handed over.
    """
    if not sitting.over:
        return Viewer(sitting.reader.seat, sitting.own)
    if len(sitting.chairs) == 1:
        return Viewer(sitting.chairs[0][0], sitting.chairs[0])
    return Viewer(PUBLIC, ())


def side_of(sitting: Sitting, branch: Branch, viewer: Viewer) -> Side:
    """Looks at a branch of a sitting at its end."""
    return side_at(sitting.game, branch, viewer, sitting.speech)


def side_at(game: Game, branch: Branch, viewer: Viewer, speech: Speech) -> Side:
    """Looks at a branch of a game at its end, or as far as it can be followed; the game stays where it is."""
    unfit = ""
    try:
        there = game.elsewhere(branch.end)
    except MoveRefused as error:
        there, unfit = _furthest(game, branch), problem_words(speech, error)
    reader = Reader(there.scenario, there.view(viewer.id), speech)
    return Side(branch, there, reader, viewer, _told(reader, there, viewer.own), unfit)


def _furthest(game: Game, branch: Branch) -> Game:
    """The game at the last entry on the way to the end of a branch that still fits the rules."""
    way = [0, *(entry.seq for entry in game.history.path(branch.end))]
    there, reached, beyond = game.elsewhere(0), 0, len(way) - 1
    while beyond - reached > 1:
        middle = (reached + beyond) // 2
        try:
            there, reached = game.elsewhere(way[middle]), middle
        except MoveRefused:
            beyond = middle
    return there


def opened(sitting: Sitting, sides: Sequence[Side]) -> tuple[Side, ...]:
    """The same sides as everybody may see them, if the games on all of them are over."""
    if not all(side.game.over for side in sides):
        return tuple(sides)
    everybody = Viewer(FACILITATOR, sitting.people)
    return tuple(side_of(sitting, side.branch, everybody) for side in sides)


def seat_of(side: Side) -> Seat:
    """Whose page it is; nobody's where everything may be told, or several look on."""
    one = side.viewer.id
    return Seat() if one in (PUBLIC, FACILITATOR) else Seat(one, side.reader.party(one))


def first_difference(side: Side, other: Side) -> Entry | None:
    """The first entry on one side that the other does not have, as far as both may be told."""
    return next(islice(side.told, shared(side.told, other.told), None), None)


def deed_words(side: Side, entry: Entry, others: Iterable[Entry] = ()) -> str:
    """What was decided, in short, as the name of a branch: an own option by its text alone.

    `others` is what was decided at the same place on other branches.
    """
    choice = choice_of(side.reader.scenario.steps[entry.step], entry.seat)
    if _needs_no_name(side, entry) and choice is not None and isinstance(entry.move, Choose):
        words = side.reader.line(choice.options[entry.move.option].text)
    else:
        words = unlike_words(side, entry, others)
    return shorten(unended(words), _LONGEST_NAME, placeholder=" …")


def _needs_no_name(side: Side, entry: Entry) -> bool:
    """Whether it goes without saying who decided: the only party that the viewer holds."""
    return tuple(side.viewer.own) == (entry.seat,) and side.viewer.id == entry.seat


def unlike_words(side: Side, entry: Entry, others: Iterable[Entry]) -> str:
    """What was decided, and of a package only that in which it differs from those of others at the same place."""
    table = table_of(side.reader.scenario.steps[entry.step], side.reader.scenario)
    if table is None or not isinstance(entry.move, TableMove) or entry.move.kind != "propose":
        return entry_words(side.reader, side.game, entry)
    packages = [one.move.terms for one in others if isinstance(one.move, TableMove) and one.move.kind == "propose"]
    own = entry.move.terms.items()
    terms = {issue: option for issue, option in own if any(other.get(issue) != option for other in packages)}
    words = table_move_words(side.reader, table, entry.seat, propose(terms or entry.move.terms))
    return shorten(words, _LONGEST_PACKAGE, placeholder=" …")


def dated_words(side: Side, entry: Entry, others: Iterable[Entry] = ()) -> str:
    """What was decided and when."""
    date = side.reader.dates(side.reader.scenario.steps[entry.step])
    return side.reader.speech("branch.deed", deed=deed_words(side, entry, others), date=date)


def end_words(side: Side) -> str:
    """Where a branch ends: the ending that was reached, or what waits there."""
    say, step = side.reader.speech, side.game.step
    if side.unfit:
        return say("branch.unfit")
    if step is None:
        return say("branch.over", ending=ending_words(side))
    if not _may_name(side, step):
        return say("branch.waits-elsewhere")
    return say("branch.waits", title=side.reader.line(step.title), date=side.reader.dates(step))


def ending_words(side: Side) -> str:
    """The name of the ending that a branch has reached."""
    return side.reader.line(side.game.scenario.endings[side.game.ending() or ""].title)


def own_decisions(side: Side, passed: int = 0) -> int:
    """Counts the viewer's own decisions on a branch after its first `passed` entries, without the short game's."""
    return sum(is_own(side, entry) for entry in side.game.path[passed:])


def is_own(side: Side, entry: Entry) -> bool:
    """Whether the person who looks made this decision, and may make it anew."""
    return entry.seat in side.viewer.own and not was_taken(entry)


def _told(reader: Reader, game: Game, own: Collection[str]) -> tuple[Entry, ...]:
    """The entries on the way here that the viewer made, or that their view tells of."""
    happenings = reader.view.happenings()
    moved = {(one.step, one.party) for one in happenings if one.move is not None}
    fell = {one.step for one in happenings if one.kind in ("chance", "press")}
    return tuple(
        entry
        for entry in game.path
        if entry.seat in own or (entry.step, entry.seat) in moved or (entry.seat == CHANCE and entry.step in fell)
    )


def _may_name(side: Side, step: Step) -> bool:
    """Whether the viewer may know that this is what waits: a decision of their own, or one that everybody learns of."""
    who, pending = side.viewer, side.game.pending
    if who.id == FACILITATOR or any(party in who.own for party in pending):
        return True
    table = table_of(step, side.game.scenario)
    known = step.known_to
    if table is not None:
        return known is None or who.id in (*known, *table.parties)
    columns = [side.game.scenario.columns[choice_column(step, party)].known_to for party in pending]
    return all(parties is None or who.id in parties for parties in (known, *columns))
