"""What can be done on a turn at a table, each with why it cannot, what is asked before it, and what it does.

Whether a move is legal is `game.engine.legality`'s to say; here it becomes an action with words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.legality import LegalTable
from game.present.moves import package_lines
from game.present.parts import Action
from game.present.pressing import press_actions
from game.present.reader import Reader
from game.present.valuing import parting_words
from game.scenario.table_rules import Table

if TYPE_CHECKING:
    from game.engine.views import TableView


def table_actions(reader: Reader, seen: TableView, table: Table, legal: LegalTable) -> tuple[Action, ...]:
    """Everything that can be done on a turn; while the agenda is made, putting issues on it or passing alone."""
    speech = reader.speech
    if seen.nominating:
        return (Action("nominate", speech("action.nominate")),)
    may = {kind: kind in legal.kinds for kind in ("propose", "accept", "press", "adjourn", "walk-out")}
    final = last_word(reader, seen) if seen.final else ""
    return (
        Action("propose", speech("action.propose"), may["propose"], "" if may["propose"] else final),
        _accept_action(reader, seen, table, final, may=may["accept"]),
        *press_actions(reader, seen, table, legal, final, may=may["press"]),
        Action(
            "adjourn",
            speech("action.adjourn"),
            may["adjourn"],
            "" if may["adjourn"] else final,
            details=(speech(_adjourning(seen, table)),),
        ),
        Action(
            "walk-out",
            speech("action.walk-out"),
            may["walk-out"],
            confirm=speech("confirm.walk-out"),
            details=tuple(words for words in (parting_words(reader, seen, table),) if words),
        ),
    )


def _accept_action(reader: Reader, seen: TableView, table: Table, final: str, *, may: bool) -> Action:
    accept = final if seen.proposer and not may and reader.seat not in seen.consents else ""
    reason = "refused.nothing-stands" if seen.proposer is None else "refused.consented"
    return Action(
        "accept",
        reader.speech("action.accept"),
        may,
        "" if may else accept or reader.speech(reason),
        _confirm_accept(reader, seen, table),
        package_lines(reader, table, seen.standing),
    )


def _confirm_accept(reader: Reader, seen: TableView, table: Table) -> str:
    """Asks before consenting, and says what the consent does: it signs, or others must still consent."""
    if table.agreement == "by-issue":
        return reader.speech("confirm.accept.by-issue")
    bound = {party for issue in seen.standing for party in table.issues[issue].binds}
    missing = [party for party in table.parties if party in bound - {*seen.consents, reader.seat}]
    if not missing:
        return reader.speech("confirm.accept.signs")
    return reader.speech("confirm.accept", awaited=reader.speech.listed([reader.inside(one) for one in missing]))


def _adjourning(seen: TableView, table: Table) -> str:
    """The sentence on what becomes of what was offered when the session is adjourned."""
    if seen.session_number + 1 == len(seen.sessions):
        return "tip.adjourn.last"
    return "tip.adjourn.leaves" if table.unmoved_leave else "tip.adjourn"


def last_word(reader: Reader, seen: TableView) -> str:
    """Says that the last word of all is had now, and on what."""
    return reader.speech("table.final" if seen.proposer is not None else "table.final.nothing-stands")
