"""The tree of what was decided: entries are only ever added, and another branch is another leaf.

It knows nothing of rules. Entry numbers (`seq`) count from 1 in the order of their making; 0 is the start.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from game.engine.moves import Move

CHANCE = "chance"
"""The seat of chance's own entries."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One move at its place in the tree; `seat` is a party's id, or `chance`."""

    seq: int
    parent: int
    seat: str
    step: str
    move: Move
    reason: str | None = None


@dataclass(slots=True)
class History:
    """All entries of one game, and where it stands now."""

    entries: list[Entry] = field(default_factory=list)
    at: int = 0
    _children: dict[int, list[int]] = field(default_factory=dict)
    _latest: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> History:
        """Takes entries as they were made, one after the other, and stands on the last; see `is_as_made`."""
        history = cls(list(entries))
        history.at = len(history)
        for entry in history:
            history._children.setdefault(entry.parent, []).append(entry.seq)
        for entry in reversed(history.entries):
            seq = entry.seq
            while seq and history[seq].parent not in history._latest:
                history._latest[history[seq].parent] = seq
                seq = history[seq].parent
        return history

    def __getitem__(self, seq: int) -> Entry:
        return self.entries[seq - 1]

    def __len__(self) -> int:
        return len(self.entries)

    def add(self, seat: str, step: str, move: Move, reason: str | None = None) -> Entry:
        """Adds an entry after the present one, and stands on it."""
        entry = Entry(len(self.entries) + 1, self.at, seat, step, move, reason)
        self.entries.append(entry)
        self._children.setdefault(self.at, []).append(entry.seq)
        self.stand(entry.seq)
        return entry

    def stand(self, seq: int) -> None:
        """Stands on entry `seq`; redo from any point before will lead back here."""
        self.at = seq
        while seq:
            parent = self[seq].parent
            self._latest[parent] = seq
            seq = parent

    def path(self, seq: int | None = None) -> tuple[Entry, ...]:
        """Lists the entries from the start to `seq` (default: where the game stands)."""
        found: list[Entry] = []
        at = self.at if seq is None else seq
        while at:
            found.append(self[at])
            at = self[at].parent
        return tuple(reversed(found))

    def next_on_branch(self, seq: int) -> int | None:
        """Returns the entry after `seq` on the branch last visited, or None at its end."""
        return self._latest.get(seq)

    def after_undo(self, seq: int) -> bool:
        """Tells whether something else had been tried before at the place of entry `seq`."""
        return self._children[self[seq].parent][0] != seq

    def looked_at(self) -> History:
        """Returns the same entries with a place of its own to stand at; only to look at."""
        return History(self.entries, self.at, self._children, dict(self._latest))

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)


@dataclass(slots=True)
class Sequel(History):
    """What follows entry `at`, made once more: entries bear the numbers after `before`, as they have in the whole."""

    before: int = 0

    def add(self, seat: str, step: str, move: Move, reason: str | None = None) -> Entry:
        """Adds an entry after the present one, and stands on it."""
        entry = Entry(self.before + len(self.entries) + 1, self.at, seat, step, move, reason)
        self.entries.append(entry)
        self.at = entry.seq
        return entry


def is_as_made(entries: Sequence[Entry]) -> bool:
    """Tells whether a game could have added these entries in this order, whatever its rules say.

    They are numbered from 1, each follows an earlier one, chance follows what it follows at once, and nobody decides
    before chance has done all that it does there.
    """
    return all(_is_as_made(entries, place, entry) for place, entry in enumerate(entries))


def _is_as_made(entries: Sequence[Entry], place: int, entry: Entry) -> bool:
    if entry.seq != place + 1 or not 0 <= entry.parent <= place:
        return False
    return entry.parent == place if entry.seat == CHANCE else entries[entry.parent].seat != CHANCE
