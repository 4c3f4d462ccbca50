"""The tree of a game's branches for the person at the machine: the page that lists them, and what was tried where.

A branch is named by its first decision that differs from what it parted from, as far as that person may know
(`game.present.branch_sides`); its letter stays. Two of them side by side are `game.present.branch_comparison`'s.
Nothing here goes anywhere in the tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from game.analysis.branches import BranchTree, shared
from game.errors import GameError, UsageError
from game.present.branch_comparison import ComparisonPage, comparison_page
from game.present.branch_sides import (
    Side,
    dated_words,
    deed_words,
    end_words,
    ending_words,
    first_difference,
    is_own,
    opened,
    own_decisions,
    seat_of,
    side_of,
    viewer_of,
)
from game.present.page import Seat
from game.present.parts import Action, Prose
from game.scenario.model import PUBLIC

if TYPE_CHECKING:
    from game.engine.history import Entry
    from game.present.sitting import Sitting

MOST_EXPLAINED = 2
"""Of so many branches that no longer fit it is said why."""
MOST_SHOWN = 12
"""As many branches as a page shows one by one unless all are asked for."""


@dataclass(frozen=True, slots=True)
class BranchLine:
    """One branch: its letter, its name, what it parted from and where, where it ends.

    `number` is the decision at which it parted, as the history counts, or 0 where that was no decision of the viewer's
    own. `decisions` counts the viewer's own since then. `here`: the game stands on it now; `seq` is its last entry.
    """

    letter: str
    name: str
    parent: str
    depth: int
    number: int
    decisions: int
    ends: str
    over: bool
    here: bool
    seq: int


@dataclass(frozen=True, slots=True)
class BranchesPage:
    """The branches in the order of the tree, each after what it parted from; `folded` tells of those left out.

    `where` says on which branch the game stands; actions `branch:LETTER`.
    """

    title: str
    seat: Seat
    lines: tuple[BranchLine, ...]
    folded: Prose
    where: str
    note: str
    actions: tuple[Action, ...]


class Branches:
    """The branches of one sitting."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting, self._speech = sitting, sitting.speech

    @property
    def tree(self) -> BranchTree:
        """Which branches there are now."""
        return BranchTree(self._sitting.game.history)

    def page(self, *, whole: bool = False) -> BranchesPage:
        """Makes the page of the tree; of many branches only some are shown one by one, unless `whole`.

        Raises:
            MoveRefused: while the machine is being handed over.
        """
        tree, sides = self.tree, self._sides()
        here = tree.branch_of(self._sitting.game.seq).letter
        shown = set(sides) if whole or len(sides) <= MOST_SHOWN else _worth_showing(sides, here)
        lines = tuple(self._line(sides, letter, here) for letter in _in_order(sides) if letter in shown)
        return BranchesPage(
            title=self._speech("branches.title"),
            seat=seat_of(sides[here]),
            lines=lines,
            folded=tuple(self._folded(sides[letter] for letter in sides if letter not in shown)),
            where=self._where(sides[here], tree),
            note=self._note(list(sides.values())),
            actions=tuple(Action(f"branch:{line.letter}", line.name or line.letter) for line in lines),
        )

    def _note(self, sides: Sequence[Side]) -> str:
        """What is to be said of branches as such; and of those that cannot be followed to their end, why."""
        usual = self._speech("branches.dice" if len(sides) > 1 else "branches.one")
        unfit = dict.fromkeys(side.unfit for side in sides if side.unfit)
        return " ".join((*islice(unfit, MOST_EXPLAINED), usual))

    def compare(self, left: str, right: str, *, whole: bool = False) -> ComparisonPage:
        """Sets two branches side by side.

        Raises:
            UsageError: when there is no such branch, or both are the same.
            MoveRefused: while the machine is being handed over.
        """
        letters = (self.letter(left), self.letter(right))
        if letters[0] == letters[1]:
            raise UsageError(self._speech("compare.same", letter=letters[0]))
        viewer, tree = viewer_of(self._sitting), self.tree
        sides = opened(self._sitting, [side_of(self._sitting, tree[letter], viewer) for letter in letters])
        return comparison_page(sides[0], sides[1], whole=whole)

    def letter(self, typed: str) -> str:
        """Finds the branch that is meant.

        Raises:
            UsageError: when there is none.
        """
        tree, letter = self.tree, typed.upper()
        if letter in tree:
            return letter
        key = "branch.no-such.one" if len(tree) == 1 else "branch.no-such.many"
        raise UsageError(self._speech(key, typed=typed[:20], last=tree.branches[-1].letter))

    def end_of(self, letter: str) -> int:
        """The last entry of a branch."""
        return self.tree[letter].end

    def parting(self, letter: str) -> int:
        """The decision at which a branch parted from another, for the person at the machine to decide anew.

        Raises:
            UsageError: when it did so at no decision of theirs.
        """
        side = side_of(self._sitting, self.tree[letter], viewer_of(self._sitting))
        number = _number(side)
        if not number:
            raise UsageError(self._speech("try.not-ours" if side.branch.parent else "try.first", letter=letter))
        return number

    def tried(self, seq: int) -> str:
        """Says what was decided at the place of one's own entry `seq`, on which branches; empty where one may not know.

        It is asked for after going there: whoever the machine is handed to is told nothing.
        """
        entry = self._sitting.game.history[seq]
        try:
            seat = self._sitting.reader.seat
        except GameError:
            return ""
        if entry.seat not in self._sitting.own or seat == PUBLIC:
            return ""
        sides, tried = self._sides(), self.tree.alternatives(seq)
        told = [
            self._speech(
                "tried.one",
                branches=self._named(one.branches),
                deed=deed_words(sides[one.branches[0]], one.entry, [other.entry for other in tried if other != one]),
            )
            for one in tried
        ]
        return self._speech("tried", deeds=self._speech("terms.between").join(told))

    def _sides(self) -> dict[str, Side]:
        viewer = viewer_of(self._sitting)
        sides = [side_of(self._sitting, branch, viewer) for branch in self.tree.branches]
        if viewer.id == PUBLIC:
            # Several persons look on at an end: what is over has been told to all of them.
            sides = [one for side in sides for one in opened(self._sitting, [side])]
        return {side.letter: side for side in sides}

    def _line(self, sides: Mapping[str, Side], letter: str, here: str) -> BranchLine:
        side = sides[letter]
        return BranchLine(
            letter=letter,
            name=self._name(side, sides),
            parent=side.branch.parent,
            depth=side.branch.depth,
            number=_number(side),
            decisions=own_decisions(side, max(0, len(side.game.history.path(side.branch.fork)) - 1)),
            ends=end_words(side),
            over=side.game.over,
            here=letter == here,
            seq=side.branch.end,
        )

    def _name(self, side: Side, sides: Mapping[str, Side]) -> str:
        if len(sides) == 1:
            return self._speech("branch.only")
        if side.viewer.id == PUBLIC:
            return self._speech("branch.untold")
        first, other = _parting(side, sides)
        if first is None:
            return self._speech("branch.unnamed")
        return dated_words(side, first, (other,) if other is not None else ())

    def _where(self, here: Side, tree: BranchTree) -> str:
        seq, letter = self._sitting.game.seq, here.letter
        if tree.is_end(seq):
            return self._speech("branches.at-end", letter=letter)
        passed = sum(is_own(here, entry) for entry in self._sitting.game.path)
        ahead = own_decisions(here) - passed
        on = self._speech("branches.on", letter=letter)
        gone = self._speech.count("branches.before", ahead, letter=letter) if ahead > 0 else on
        others = [one for one in tree.through(seq) if one != letter]
        if not others:
            return gone
        key = "branches.also.one" if len(others) == 1 else "branches.also.many"
        return f"{gone} {self._speech(key, letters=self._named(others))}"

    def _folded(self, sides: Iterable[Side]) -> Iterable[str]:
        """Tells of branches that are not shown: the finished ones by their endings, and the others together."""
        finished: dict[str, list[str]] = {}
        others: list[str] = []
        for side in sides:
            (finished.setdefault(ending_words(side), []) if side.game.over else others).append(side.letter)
        for ending, letters in finished.items():
            yield self._speech("branches.folded.over", ending=ending, letters=self._speech.listed(letters))
        if others:
            yield self._speech("branches.folded", letters=self._speech.listed(others))

    def _named(self, letters: Sequence[str]) -> str:
        if len(letters) > MOST_SHOWN:
            return self._speech("branches.several", number=self._speech.number(len(letters)))
        return self._speech.listed(letters)


def _number(side: Side) -> int:
    fork = side.branch.fork
    return fork if fork and is_own(side, side.game.history[fork]) else 0


def _parting(side: Side, sides: Mapping[str, Side]) -> tuple[Entry | None, Entry | None]:
    """What names a branch, and what was done in its place: where it parted, or for the first where others first did."""
    if side.branch.parent:
        other = sides[side.branch.parent]
    else:
        others = [one for one in sides.values() if one.branch.parent == side.letter]
        other = min(others, key=lambda one: _alike(side, one))
    if side.viewer.id != other.viewer.id:
        # The other goes on, and only what it has in common with this one may be told.
        return next(iter(side.game.path[_alike(side, other) :]), None), None
    return first_difference(side, other), first_difference(other, side)


def _alike(side: Side, other: Side) -> int:
    """With how many entries two branches begin alike, as far as may be told of both."""
    if side.viewer.id == other.viewer.id:
        return shared(side.told, other.told)
    return shared(side.game.path, other.game.path)


def _in_order(sides: Mapping[str, Side]) -> Iterable[str]:
    """The letters in the order of the tree: each branch, then what parted from it."""
    children: dict[str, list[str]] = {}
    for side in sides.values():
        children.setdefault(side.branch.parent, []).append(side.letter)
    waiting = children[""][::-1]
    while waiting:
        letter = waiting.pop()
        yield letter
        waiting += children.get(letter, [])[::-1]


def _worth_showing(sides: Mapping[str, Side], here: str) -> set[str]:
    """The branch on which the game stands and what it parted from, then the newest that go on, then the newest."""
    shown: set[str] = set()
    letter = here
    while letter and len(shown) < MOST_SHOWN:
        shown.add(letter)
        letter = sides[letter].branch.parent
    newest = list(sides)[::-1]
    for letter in sorted(newest, key=lambda one: sides[one].game.over):
        if len(shown) < MOST_SHOWN:
            shown.add(letter)
    return shown
