"""The branches of a game's tree: which there are, where each parts from another, and where two of them part.

The tree of entries is only ever added to, so a branch keeps its letter. Moves count, not entries: the same move made
again at the same place begins no branch. Nothing here knows who may know what, or words anything.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase

from game.engine.history import Entry
from game.engine.moves import move_to_json

_Key = tuple[int, str, str, str]


@dataclass(frozen=True, slots=True)
class Branch:
    """One branch: `fork` is its first entry (0 for the first branch), `end` its last, `parent` what it parted from.

    `depth` counts the forks between it and the first branch. The parent of the first branch is empty.
    """

    letter: str
    parent: str
    depth: int
    fork: int
    end: int


@dataclass(frozen=True, slots=True)
class Alternative:
    """What was decided at one place of the tree, and the branches that went on from it."""

    entry: Entry
    branches: tuple[str, ...]


class BranchTree:
    """The branches of a history, in the order in which they began."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._branches = [Branch("A", "", 0, 0, 0)]
        self._nodes = {0: 0}
        """The node of every entry; entries that say the same at the same place share one."""
        self._parents, self._firsts, self._branch_of = {0: 0}, list[Entry | None]([None]), [0]
        self._continued: set[int] = set()
        known: dict[_Key, int] = {}
        for entry in entries:
            parent = self._nodes[entry.parent]
            key = (parent, *same_move(entry))
            if key not in known:
                known[key] = len(self._firsts)
                self._grow(parent, entry)
            self._nodes[entry.seq] = known[key]

    @property
    def branches(self) -> tuple[Branch, ...]:
        """Every branch, the oldest first."""
        return tuple(self._branches)

    def __len__(self) -> int:
        return len(self._branches)

    def __getitem__(self, letter: str) -> Branch:
        return next(branch for branch in self._branches if branch.letter == letter)

    def __contains__(self, letter: str) -> bool:
        return any(branch.letter == letter for branch in self._branches)

    def branch_of(self, seq: int) -> Branch:
        """Returns the branch to which entry `seq` belongs, however many others begin after it."""
        return self._branches[self._branch_of[self._nodes[seq]]]

    def is_end(self, seq: int) -> bool:
        """Tells whether nothing has been decided after entry `seq` yet."""
        return self._nodes[seq] not in self._continued

    def through(self, seq: int) -> tuple[str, ...]:
        """Names the branches on whose way to their end entry `seq` lies."""
        return self._through(self._nodes[seq])

    def alternatives(self, seq: int) -> tuple[Alternative, ...]:
        """Lists what its seat decided at the place of entry `seq`, on any branch, oldest first."""
        seat, place = self._first(self._nodes[seq]).seat, self._parents[self._nodes[seq]]
        siblings = [node for node, parent in self._parents.items() if node and parent == place]
        return tuple(
            Alternative(self._first(node), self._through(node)) for node in siblings if self._first(node).seat == seat
        )

    def _grow(self, parent: int, entry: Entry) -> None:
        node = len(self._firsts)
        self._firsts.append(entry)
        self._parents[node] = parent
        branch = self._branch_of[parent]
        if parent in self._continued:
            begun = self._branches[branch]
            branch = len(self._branches)
            self._branches.append(Branch(letters(branch), begun.letter, begun.depth + 1, entry.seq, entry.seq))
        self._continued.add(parent)
        self._branch_of.append(branch)
        self._branches[branch] = replace(self._branches[branch], end=entry.seq)

    def _first(self, node: int) -> Entry:
        entry = self._firsts[node]
        assert entry is not None
        return entry

    def _through(self, node: int) -> tuple[str, ...]:
        return tuple(branch.letter for branch in self._branches if node in self._way(self._nodes[branch.end]))

    def _way(self, node: int) -> set[int]:
        way = {node}
        while node:
            node = self._parents[node]
            way.add(node)
        return way


def letters(place: int) -> str:
    """Names the branch at `place`, counted from 0: A to Z, then AA, AB and so on.

    >>> letters(0), letters(25), letters(26), letters(701), letters(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    name, left = "", place + 1
    while left:
        left, letter = divmod(left - 1, len(ascii_uppercase))
        name = ascii_uppercase[letter] + name
    return name


def same_move(entry: Entry) -> tuple[str, str, str]:
    """What two entries have in common that say the same: the seat, the step and the move; reasons do not count."""
    return entry.seat, entry.step, json.dumps(move_to_json(entry.move), sort_keys=True)


def shared(left: Sequence[Entry], right: Sequence[Entry]) -> int:
    """Counts the entries with which two paths begin alike."""
    alike = 0
    for one, other in zip(left, right, strict=False):
        if same_move(one) != same_move(other):
            break
        alike += 1
    return alike
