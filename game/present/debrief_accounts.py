"""The debrief's accounts: for every figure that moved, each change with its causes, from the start to the end.

The causes of a change sum to it, a held limit included.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.accounts import Account
from game.engine.game import Game
from game.engine.happenings import Happening
from game.present.accounts import account_line, is_shown
from game.present.debrief_parts import Case, Grid, Row, Section
from game.present.happened import heading
from game.present.joining import unended
from game.present.parts import AccountLine
from game.present.quantities import column_name, number_words
from game.present.reader import Reader


def accounts(reader: Reader, game: Game) -> Section:
    """Lists the account of every shown figure that moved."""
    moved: dict[str, list[tuple[Happening, Account]]] = {}
    for happening in game.happenings:
        for account in happening.accounts:
            if account.before != account.after and is_shown(reader, account.column):
                moved.setdefault(account.column, []).append((happening, account))
    ordered = [moved[column] for column in reader.scenario.columns if column in moved]
    several = tuple(_account(reader, changes) for changes in ordered if len(changes) > 1)
    once = [changes[0] for changes in ordered if len(changes) == 1]
    return Section("accounts", reader.speech("debrief.accounts"), (*several, *_changed_once(reader, once)))


def _changed_once(reader: Reader, changes: list[tuple[Happening, Account]]) -> Iterator[Grid]:
    """Gathers the figures with a single change in one table."""
    if not changes:
        return
    say = reader.speech
    rows = []
    for happening, account in changes:
        row = _row(reader, happening, account)
        rows.append(Row((column_name(reader.scenario, say, account.column), *row.cells)))
    headers = tuple(say(f"debrief.account.{key}") for key in ("figure", "date", "step", "change", "causes"))
    yield Grid(say("debrief.account.once"), headers, tuple(rows), (False,) * 5)


def _account(reader: Reader, changes: list[tuple[Happening, Account]]) -> Case:
    say = reader.speech
    name = column_name(reader.scenario, say, changes[0][1].column)
    rows = tuple(_row(reader, happening, account) for happening, account in changes)
    headers = tuple(say(f"debrief.account.{key}") for key in ("date", "step", "change", "causes"))
    column, first, last = changes[0][1].column, changes[0][1].before, changes[-1][1].after
    start, end = reader.worded(column, first), reader.worded(column, last)
    return Case(
        heading=name,
        paragraphs=(say("debrief.account.start", before=start, after=end),),
        grids=(Grid(name, headers, rows, (False, False, False, False)),),
    )


def _row(reader: Reader, happening: Happening, account: Account) -> Row:
    before, after = (
        number_words(reader.scenario, reader.speech, account.column, number, unit=False)
        for number in (account.before, account.after)
    )
    change = reader.speech("debrief.account.from-to", before=before, after=after)
    causes = reader.speech("terms.between").join(_causes(account_line(reader, account)))
    date = reader.dates(reader.scenario.steps[happening.step])
    return Row((date, heading(reader, happening), change, causes))


def _causes(line: AccountLine) -> Iterator[str]:
    for item in line.items:
        yield f"{item.amount} {unended(item.because)}".strip()
