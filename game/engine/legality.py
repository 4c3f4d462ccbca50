"""What one party may do now in one game, and why a move is refused: one sentence each.

The rules themselves are the world's and the talks'; this puts them into ids and words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from game.engine.asks import ChoiceAsk, TableAsk
from game.engine.moves import TABLE_KINDS, Choose, Move, TableKind, TableMove
from game.engine.tables import CompiledTable


@dataclass(frozen=True, slots=True)
class LegalOption:
    """An option of a choice: whether it may be taken; `number` is its place in the file, from 1."""

    id: str
    number: int
    legal: bool


@dataclass(frozen=True, slots=True)
class LegalChoice:
    """The options of a choice, in file order."""

    step: str
    party: str
    options: tuple[LegalOption, ...]


@dataclass(frozen=True, slots=True)
class LegalTable:
    """What the mover at a table may do: the kinds of move, and the issues that it may name now.

    While the agenda is made, `open_issues` are those that are neither live nor settled, and `places` tells how many of
    them it may nominate.
    """

    step: str
    party: str
    kinds: tuple[TableKind, ...]
    open_issues: tuple[str, ...]
    options: Mapping[str, tuple[str, ...]]
    places: int = 0


Legal = LegalChoice | LegalTable


def legal_of(ask: ChoiceAsk | TableAsk) -> Legal:
    """Tells in ids what an ask of one row allows."""
    if isinstance(ask, ChoiceAsk):
        return LegalChoice(
            ask.step,
            ask.party,
            tuple(
                LegalOption(option, place + 1, ask.legal is None or bool(ask.legal[place][0]))
                for place, option in enumerate(ask.options)
            ),
        )
    table = ask.table
    kinds = tuple(kind for number, kind in enumerate(TABLE_KINDS, start=1) if ask.may[number][0])
    nameable = ask.nameable[:, 0]
    if ask.nominating:
        nameable = (ask.initialled[:, 0] == 0) & ~nameable
    open_issues = tuple(issue for issue, may in zip(table.issues, nameable, strict=True) if may)
    options = dict(zip(table.issues, table.options, strict=True))
    places = _places(ask) if ask.nominating else 0
    return LegalTable(table.sessions[ask.session], table.parties[ask.party], kinds, open_issues, options, places)


def _places(ask: TableAsk) -> int:
    """Counts the issues that the mover may nominate at most."""
    assert ask.table.conference and ask.room is not None
    return min(ask.table.conference.each, int(ask.room[0]))


def refusal(ask: ChoiceAsk | TableAsk, move: Move) -> str | None:
    """Returns why a move is refused, or None when it is legal."""
    if isinstance(ask, ChoiceAsk):
        if not isinstance(move, Choose):
            return "This is a choice: name one of its options."
        return _refused_option(ask, move.option)
    if not isinstance(move, TableMove):
        return "This is a table: propose, accept, press, adjourn or walk out."
    return _refused_talk(ask, move)


def _refused_option(ask: ChoiceAsk, option: str) -> str | None:
    if option not in ask.options:
        return f'There is no option "{option}" here{_meant(option, ask.options)}; there are {", ".join(ask.options)}.'
    place = ask.options.index(option)
    if ask.legal is not None and not ask.legal[place][0]:
        return f'The option "{option}" is not open to you as things stand.'
    return None


def _refused_talk(ask: TableAsk, move: TableMove) -> str | None:
    number = TABLE_KINDS.index(move.kind) + 1
    if not ask.may[number][0]:
        return _not_now(ask, move.kind)
    if move.kind == "propose":
        return _refused_terms(ask, move.terms)
    if move.kind == "press":
        return _refused_issue(ask, move.issue or "")
    if move.kind == "nominate":
        return _refused_nomination(ask, move.issues)
    return None


def _not_now(ask: TableAsk, kind: TableKind) -> str:
    if ask.nominating:
        return "The agenda of this session is being made: nominate issues for it, or none."
    if kind == "nominate":
        agenda = ask.table.conference and ask.table.conference.live
        return "The agenda of this session has been made." if agenda else "This table has no agenda."
    if ask.final and kind != "accept":
        return "This is the last word of the last session: you can only accept what stands, or walk out."
    if kind == "accept":
        if not ask.standing[:, 0].any():
            return "Nothing stands on the table that you could accept."
        return "You have already consented to what stands."
    if not ask.table.pressers & (1 << ask.party):
        return "At this table you have nothing to press with."
    return f"You have pressed once {'at this table' if ask.table.press_once else 'in this session'} already."


def _refused_terms(ask: TableAsk, terms: Mapping[str, str]) -> str | None:
    table = ask.table
    for issue, option in terms.items():
        wrong = _refused_issue(ask, issue)
        if wrong:
            return wrong
        options = table.options[table.issues.index(issue)]
        if option not in options:
            return (
                f'The issue "{issue}" has no option "{option}"{_meant(option, options)}; it has {", ".join(options)}.'
            )
    missing = [issue for issue in table.issues if issue not in terms]
    if table.whole and missing:
        return f"A proposal here must name every issue; still open: {', '.join(missing)}."
    return None if terms else "A proposal must name at least one issue."


def _refused_nomination(ask: TableAsk, issues: tuple[str, ...]) -> str | None:
    for issue in issues:
        wrong = _unsettled_issue(ask, issue)
        if wrong:
            return wrong
        if ask.nameable[ask.table.issues.index(issue), 0]:
            return f'The issue "{issue}" is on the agenda already.'
        if issues.count(issue) > 1:
            return f'The issue "{issue}" is named twice.'
    places = _places(ask)
    if len(issues) <= places:
        return None
    if places == 0:
        return "There is no room left on the agenda: nominate none."
    return f"You may nominate {places} at most here, and {len(issues)} are named."


def _refused_issue(ask: TableAsk, issue: str) -> str | None:
    wrong = _unsettled_issue(ask, issue)
    if wrong is None and not ask.nameable[ask.table.issues.index(issue), 0]:
        return f'The issue "{issue}" is not on the agenda.'
    return wrong


def _unsettled_issue(ask: TableAsk, issue: str) -> str | None:
    table: CompiledTable = ask.table
    if issue not in table.issues:
        return f'There is no issue "{issue}" on this table{_meant(issue, table.issues)}.'
    if ask.initialled[table.issues.index(issue), 0]:
        return f'The issue "{issue}" is settled already.'
    return None


def _meant(word: str, choices: tuple[str, ...]) -> str:
    close = get_close_matches(word, choices, n=1)
    return f' (did you mean "{close[0]}"?)' if close else ""
