"""The ways a game has gone so far: its decisions and branches as screens and dialogs, each made once.

Going anywhere is for whoever leads through the game. What the screens look like is `game.window.screens.branching`'s
and `game.window.screens.comparing`'s.
"""

from __future__ import annotations

from game.errors import UsageError
from game.present.branch_comparison import ComparisonPage
from game.present.branch_maps import end_maps
from game.present.branches import Branches
from game.present.mapping import MapPage
from game.present.sitting import Sitting
from game.present.timeline import options_then, timeline
from game.window.screen import Screen
from game.window.screens.around import Around
from game.window.screens.branching import Past, beside_dialog, branch_dialog, go_dialog, past_screen
from game.window.screens.comparing import comparison_screen


class Ways:
    """The decisions and branches of one sitting."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._past: tuple[object, Past] | None = None
        self._comparison: tuple[object, ComparisonPage, tuple[MapPage, ...]] | None = None

    @property
    def past(self) -> Past:
        """Everything that was decided, as far as the person at the machine may know it."""
        sitting = self._sitting
        key = (sitting.game.seq, len(sitting.game.history), sitting.party, sitting.speech)
        if self._past is None or self._past[0] != key:
            history, branches = sitting.history(), Branches(sitting).page()
            self._past = (key, Past(history, branches, timeline(sitting, history, branches)))
        return self._past[1]

    def screen(self, around: Around) -> Screen:
        """The line of time, the decisions and the branches."""
        return past_screen(self.past, around)

    def compared(self, left: str, right: str, around: Around) -> Screen:
        """Two branches beside each other.

        Raises:
            UsageError: when there is no such branch, or both are the same.
        """
        sitting = self._sitting
        key = (left, right, len(sitting.game.history), sitting.over, sitting.party, sitting.speech)
        if self._comparison is None or self._comparison[0] != key:
            page = Branches(sitting).compare(left, right, whole=True)
            self._comparison = (key, page, end_maps(sitting, page.left, page.right))
        return comparison_screen(*self._comparison[1:], around)

    def going(self, seq: str, around: Around) -> Screen:
        """Asks whether to go back to an own decision.

        Raises:
            UsageError: when there is none with this number.
        """
        line = next((one for one in self.past.history.lines if str(one.seq) == seq and one.own), None)
        if line is None:
            raise UsageError(self._sitting.speech("refused.not-now"))
        tried, options = Branches(self._sitting).tried(line.seq), options_then(self._sitting, line.seq)
        return go_dialog(line, tried, options, around)

    def branch(self, letter: str, around: Around) -> Screen:
        """Asks what to do with a branch.

        Raises:
            UsageError: when there is no such branch.
        """
        page = self.past.branches
        line = next((one for one in page.lines if one.letter == letter), None)
        if line is None:
            raise UsageError(self._sitting.speech("refused.not-now"))
        return branch_dialog(line, page, around)

    def beside(self, around: Around) -> Screen:
        """Asks which branch to set beside the one that the game stands on."""
        return beside_dialog(self.past.branches, around)

    def end_of(self, letter: str) -> int:
        """The last entry of a branch.

        Raises:
            UsageError: when there is no such branch.
        """
        branches = Branches(self._sitting)
        return branches.end_of(branches.letter(letter))

    def parting(self, letter: str) -> int:
        """The own decision at which a branch parted from another.

        Raises:
            UsageError: when there is none.
        """
        branches = Branches(self._sitting)
        return branches.parting(branches.letter(letter))
