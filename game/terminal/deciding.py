"""Which option of a decision is meant by what was typed, and choosing it, with a reason if one was given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from game.errors import UsageError
from game.present.page import DecisionPage
from game.present.parts import OptionLine
from game.present.sitting import Sitting
from game.scenario.suggestions import nearest
from game.terminal.words import Named, find, is_certain, parted_from_reason

SHORTEST_WORD = 3
"""An option is not taken by fewer letters than this: a slip of the finger decides nothing."""


class Decider:
    """Chooses among options; `confirm` asks where that is doubtful, `commands` are other words that may be meant."""

    def __init__(self, sitting: Sitting, confirm: Callable[[str], bool], commands: Callable[[], Iterable[str]]) -> None:
        self._sitting, self._confirm, self._commands = sitting, confirm, commands

    def choose(self, line: str, page: DecisionPage) -> None:
        """Makes the decision that is meant.

        Raises:
            UsageError: when none is meant, or it is not open.
            MoveRefused: when it is not allowed now.
        """
        speech = self._sitting.speech
        typed, found, why = parted_from_reason(line, speech)
        if not found and self._chosen_with_a_reason(typed, page):
            return
        option, certain = self._option(typed, page)
        if not option.enabled:
            raise UsageError(speech("terminal.not-open", why=option.why_not))
        if not certain and not self._confirm(speech("typed.do-you-mean", number=option.number, option=option.text)):
            return
        self._sitting.act(f"choose:{option.id}", reason=why.strip() if found else None)

    def _chosen_with_a_reason(self, typed: str, page: DecisionPage) -> bool:
        """Asks whether the words after an option's number are the reason for it; tells whether it was that."""
        speech = self._sitting.speech
        number, _, why = typed.partition(" ")
        option = next((one for one in page.options if str(one.number) == number), None)
        if option is None or not option.enabled or not re.search(r"[^\W\d]", why):
            return False
        if self._confirm(speech("typed.with-a-reason", number=number, option=option.text, reason=why.strip())):
            self._sitting.act(f"choose:{option.id}", reason=why.strip())
        return True

    def _option(self, typed: str, page: DecisionPage) -> tuple[OptionLine, bool]:
        """Finds the option that is meant, and whether it was named for certain."""
        speech = self._sitting.speech
        named = [Named(option.id, option.text, option.number) for option in page.options]
        if not typed.isdecimal() and len(typed) < SHORTEST_WORD:
            raise UsageError(speech("typed.too-short", typed=typed))
        try:
            wanted = find(typed, named, speech)
        except UsageError as error:
            close = nearest(typed.split()[0], list(self._commands()))
            meant = speech("typed.meant-command", meant=close) if close else ""
            raise UsageError(f"{error} {meant}".strip()) from None
        found = next(option for option in page.options if option.id == wanted)
        return found, is_certain(typed, Named(found.id, found.text, found.number))
