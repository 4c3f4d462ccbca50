"""What an action's id means as a move, and what is refused in a person's words before the rules are asked.

The faces hand back an `Action`'s id with what belongs to it: terms for `propose`, issues for `nominate`. Whether a
move is legal is the engine's to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.engine.moves import ACCEPT, ADJOURN, WALK_OUT, Choose, Move, nominate, press, propose
from game.errors import MoveRefused
from game.present.conference import refused_nomination
from game.present.page import Page, TablePage
from game.present.speech import Speech

_PLAIN_MOVES = {"accept": ACCEPT, "adjourn": ADJOURN, "walk-out": WALK_OUT}


def move_of(
    action: str, page: Page, speech: Speech, terms: Mapping[str, str] | None, issues: Sequence[str]
) -> Move | None:
    """Makes the move that an action's id stands for; None where it stands for none.

    Raises:
        MoveRefused: when a proposal or a nomination lacks something, or names what it may not.
    """
    word, _, about = action.partition(":")
    if word == "choose":
        return Choose(about)
    if word == "propose":
        _refuse_missing(page, speech, terms or {})
        return propose(terms or {})
    if word == "nominate":
        _refuse_nomination(page, speech, issues)
        return nominate(issues)
    if word == "press":
        return press(about)
    return _PLAIN_MOVES.get(word)


def _refuse_missing(page: Page, speech: Speech, terms: Mapping[str, str]) -> None:
    if not isinstance(page, TablePage):
        return
    if page.nominating:
        raise MoveRefused(speech("agenda.being-made"))
    missing = [issue.name for issue in page.issues if issue.id in page.open_issues and issue.id not in terms]
    if page.whole and missing:
        raise MoveRefused(speech("refused.missing", issues=speech("terms.between").join(missing)))
    if not terms:
        raise MoveRefused(speech("refused.empty"))


def _refuse_nomination(page: Page, speech: Speech, issues: Sequence[str]) -> None:
    wrong = refused_nomination(page, issues, speech) if isinstance(page, TablePage) else speech("refused.not-now")
    if wrong:
        raise MoveRefused(wrong)
