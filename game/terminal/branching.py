"""The branch browser: the commands `tree`, `go`, `try` and `compare`.

A number means one of one's own decisions, a letter a branch. What a person may be told is the pages' to say
(`game.present.branches`); going anywhere is the sitting's. How it looks is `game.terminal.branch_layouts`'s.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from game.errors import UsageError
from game.present.branches import Branches
from game.present.sitting import Sitting
from game.present.speech import Speech
from game.terminal.blocks import Block, Paragraph
from game.terminal.looking import ALL
from game.terminal.screen import Screen

CameBack = Callable[[str], None]
_PARTED = re.compile(r"[\s,;]+")
_LONGEST_NUMBER = 9


class Branching:
    """The commands on branches; `came_back` is told, with a sentence, when the game stands elsewhere."""

    def __init__(self, sitting: Sitting, screen: Screen, speech: Speech, came_back: CameBack) -> None:
        self._sitting, self._screen, self._speech, self._came_back = sitting, screen, speech, came_back
        self._branches = Branches(sitting)

    def speak(self, speech: Speech) -> None:
        """Goes on in another language."""
        self._speech, self._branches = speech, Branches(self._sitting)

    def tree(self, about: str) -> None:
        """Shows the branches; `all` shows every one."""
        from game.terminal.branch_layouts import branches_blocks  # most games never show them

        whole = about.casefold() == ALL
        self._screen.show(branches_blocks(self._branches.page(whole=whole), self._speech))

    def go(self, about: str) -> None:
        """Goes back to a decision by its number, or to the end of a branch by its letter."""
        if about.isdecimal():
            self._sitting.go_to(_number(about))
            self._came_back(self._speech("terminal.gone"))
        elif about.isalpha():
            letter = self._branches.letter(about)
            self._sitting.stand_after(self._branches.end_of(letter))
            self._came_back(self._speech("tree.gone", letter=letter))
        else:
            raise UsageError(self._speech("go.which"))

    def try_otherwise(self, about: str) -> None:
        """Goes back to a decision, or to where a branch parted, and tells what was decided there."""
        if not (about.isdecimal() or about.isalpha()):
            raise UsageError(self._speech("try.which"))
        seq = _number(about) if about.isdecimal() else self._branches.parting(self._branches.letter(about))
        self._sitting.go_to(seq)
        gone = self._speech("terminal.gone")
        self._came_back(f"{gone} {self._branches.tried(seq)}".strip() if seq else gone)

    def compare(self, about: str) -> None:
        """Sets two branches side by side: those named, or the one named beside the present one."""
        from game.terminal.branch_layouts import comparison_blocks

        joints = ("and", self._speech("list.and"))
        words = [word for word in _PARTED.split(about) if word and word.casefold() not in joints]
        whole = len(words) > 1 and words[-1].casefold() == ALL
        page = self._branches.compare(*self._two(words[:-1] if whole else words), whole=whole)
        self._screen.show(comparison_blocks(page, self._speech))

    def hint(self) -> list[Block]:
        """Says, where there are several branches, how to look at them."""
        number = len(self._branches.tree)
        return [Paragraph(self._speech("tree.hint", number=number))] if number > 1 else []

    def _two(self, words: list[str]) -> tuple[str, str]:
        """The two branches that are meant: where there are but two, no letter is needed."""
        tree = self._branches.tree
        if len(tree) == 1 and not words:
            raise UsageError(self._speech("compare.only"))
        if len(tree) == 2 and not words:
            return tree.branches[0].letter, tree.branches[1].letter
        if len(words) == 1:
            named, here = self._branches.letter(words[0]), tree.branch_of(self._sitting.game.seq).letter
            return (named, here) if named != here else self._beside_here(here)
        if len(words) != 2:
            raise UsageError(self._speech("compare.which"))
        return words[0], words[1]

    def _beside_here(self, here: str) -> tuple[str, str]:
        """The present branch beside what it parted from, if it did."""
        parent = self._branches.tree[here].parent
        if not parent:
            raise UsageError(self._speech("compare.which"))
        return parent, here


def _number(typed: str) -> int:
    return int(typed[:_LONGEST_NUMBER])
