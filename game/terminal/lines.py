"""Reading what a person types, one line at a time, whatever comes: noise, huge lines, the end of input.

A line is made safe to look at, and its command words are made English; what it means is not known here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TextIO

from game.present.letters import usual_letters
from game.terminal.screen import Screen
from game.terminal.understanding import understood

LONGEST = 2_000
"""Characters of a line that are kept; the rest is read and dropped."""
ENDLESS = 20_000_000
"""Characters after which a line is taken for one that never ends, such as that of a device."""


class InputEnded(Exception):
    """The person has closed the input: Ctrl-D, or the end of a script."""


class Lines:
    """Lines from a stream, with a prompt before each; those of a script are printed, as a terminal would."""

    def __init__(self, source: TextIO, screen: Screen) -> None:
        self._source, self._screen = source, screen
        self.typed = ""
        """The last line as it was typed, in whatever language its command words were."""
        self._edited = source is sys.stdin and source.isatty() and screen.is_terminal
        if self._edited:
            _enable_editing()

    def complete_with(self, continued: Callable[[str], Sequence[str]]) -> None:
        """Offers at Tab what `continued` gives for the line so far: whole lines that begin with it."""
        if self._edited:
            _enable_completion(continued)

    def ask(self, prompt: str) -> str:
        """Reads a line, without control characters and without blanks at its ends; command words are in English.

        Raises:
            InputEnded: when there is no more input.
        """
        if self._edited:
            self.typed = _cleaned(self._typed(prompt))
            return understood(self.typed)
        self._screen.prompt(prompt)
        self.typed = line = _cleaned(self._read())
        if not self._source.isatty():
            self._screen.prompt(f"{line}\n")
        return understood(line)

    def _typed(self, prompt: str) -> str:
        try:
            return input(prompt)
        except (EOFError, UnicodeDecodeError):
            raise InputEnded from None

    def _read(self) -> str:
        try:
            line = self._source.readline(LONGEST)
            rest, read = line, 0
            while rest and not rest.endswith("\n"):
                read += len(rest)
                if read > ENDLESS:
                    raise InputEnded
                rest = self._source.readline(100_000)
        except (OSError, ValueError):
            raise InputEnded from None
        if not line:
            raise InputEnded
        return line


def _enable_editing() -> None:
    """Lets the arrow keys edit and recall lines, where Python has the means."""
    try:
        import readline  # noqa: F401 (imported for its effect on input())
    except ImportError:
        return


def _enable_completion(continued: Callable[[str], Sequence[str]]) -> None:
    try:
        import readline
    except ImportError:
        return

    def completed(line: str, place: int) -> str | None:
        offered = continued(line)
        return offered[place] if place < len(offered) else None

    readline.set_completer_delims("")
    readline.set_completer(completed)
    readline.parse_and_bind("bind ^I rl_complete" if "libedit" in (readline.__doc__ or "") else "tab: complete")


def _cleaned(line: str) -> str:
    line = usual_letters(line)
    return " ".join("".join(letter if letter.isprintable() else " " for letter in line[:LONGEST]).split())
