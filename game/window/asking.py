"""The dialogs that ask before something is done, made from the page as it stands: in whatever language that is now.

Nothing here opens a dialog or does what is asked about.
"""

from __future__ import annotations

from collections.abc import Callable

from game.errors import UsageError
from game.present.page import DecisionPage
from game.present.parts import Action, Prose
from game.present.sitting import Sitting
from game.window.screen import Screen
from game.window.screens.dialogs import decide_dialog, question_dialog


def question(sitting: Sitting, words: str, action: str, doubt: Callable[[], str]) -> Callable[[], Screen]:
    """Asks `words` before an action: the page's own question about it, or else what `doubt` says now."""
    of_the_page = words == _of_the_page(sitting, action)[0]

    def made() -> Screen:
        asked, about = _of_the_page(sitting, action)
        return question_dialog((asked if of_the_page else doubt()) or words, action, sitting.speech, about)

    return made


def decision(sitting: Sitting, option: str, typed: Callable[[], str]) -> Callable[[], Screen]:
    """Asks whether an option is the decision; `typed` is the reason so far.

    Raises:
        UsageError: when it is not among the options now.
    """

    def made() -> Screen:
        page = sitting.page
        line = next((one for one in page.options if one.id == option), None) if isinstance(page, DecisionPage) else None
        if line is None:
            raise UsageError(sitting.speech("refused.not-now"))
        return decide_dialog(line, typed(), sitting.speech)

    made()
    return made


def _of_the_page(sitting: Sitting, action: str) -> tuple[str, Prose]:
    """What the page asks before an action, and what it says the action is about."""
    listed: tuple[Action, ...] = getattr(sitting.page, "actions", ())
    return next(((one.confirm, one.details) for one in listed if one.id == action), ("", ()))
