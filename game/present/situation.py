"""How things stand, and why: the state page, and the account behind any figure.

Everything is by the viewer's knowledge; a figure that it only believes says so. Nothing here computes an
effect: accounts come from the engine and are only gathered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from game.engine.happenings import Happening
from game.present.accounts import account_line
from game.present.articles import inside_a_sentence
from game.present.desk import interest_lines
from game.present.happened import heading
from game.present.page import AccountPage, StatePage
from game.present.parts import Action, FigureGroup, FigureLine, Happened
from game.present.quantities import NONE
from game.present.reader import Reader
from game.scenario.cast import Column, PromiseState, Variable

if TYPE_CHECKING:
    from game.engine.accounts import Account


def state_page(reader: Reader, date: str, moved: Mapping[str, int]) -> StatePage:
    """Makes the page of everything that this viewer knows or believes."""
    groups = _groups(reader, moved)
    figures = [figure for group in groups for figure in group.figures]
    return StatePage(
        title=reader.speech("state.title"),
        date=date,
        seat=reader.whose,
        groups=groups,
        interests=interest_lines(reader),
        promises=_promises(reader),
        note=reader.speech("state.believed") if any(one.knowledge == "believed" for one in figures) else "",
        actions=tuple(Action(f"account:{one.column}", one.name) for one in figures),
    )


def account_page(reader: Reader, column: str) -> AccountPage | None:
    """Makes the account of one figure from the start; None where the viewer has nothing to go by."""
    figure = reader.figure(column)
    if figure is None:
        return None
    variable = reader.scenario.variables.get(reader.scenario.columns[column].variable)
    touched = [happening for happening in reader.view.happenings() if _of(happening, column)]
    return AccountPage(
        title=figure.name,
        seat=reader.whose,
        figure=figure,
        start=reader.worded(column, _start(reader, column, touched)),
        explanation=_explanation(reader, variable, figure),
        happened=tuple(_happened(reader, happening, column) for happening in touched),
        actions=(Action("continue", reader.speech("action.back")),),
    )


def _groups(reader: Reader, moved: Mapping[str, int]) -> tuple[FigureGroup, ...]:
    """Figures by whom they are of: the world's first, then each party's, its standing with others, regions."""
    found: dict[str, list[FigureLine]] = {}
    for variable in reader.scenario.variables.values():
        for name in variable.columns if variable.shown else ():
            column = reader.scenario.columns[name]
            figure = None if _empty(reader, column) else reader.figure(name, moved.get(name, 0))
            if figure is not None:
                short = _toward(reader, column, variable) or figure.short
                figure = replace(figure, short=short, minor=_is_minor(reader, column, variable))
                found.setdefault(_heading(reader, column, variable), []).append(figure)
    shared = {reader.speech(f"state.{word}") for word in ("world", "between", "regions")}
    return tuple(
        FigureGroup(heading, tuple(figures), heading not in shared) for heading, figures in _ordered(reader, found)
    )


def _ordered(reader: Reader, found: dict[str, list[FigureLine]]) -> Iterable[tuple[str, list[FigureLine]]]:
    """The groups of one's own side first, land last."""
    between, last = reader.speech("state.between"), reader.speech("state.regions")
    places = list(reader.scenario.regions)
    if last in found:
        found[last].sort(key=lambda figure: places.index(figure.column.split(".")[-1]))

    def rank(group: tuple[str, list[FigureLine]]) -> tuple[bool, bool]:
        heading, figures = group
        owned = heading != between and figures[0].column.split(".")[1:2] == [reader.seat]
        return heading == last, not owned

    return sorted(found.items(), key=rank)


def _toward(reader: Reader, column: Column, variable: Variable) -> str:
    """What is said of the second government in a group about the first; empty for what is not between two so."""
    if variable.per != "directed-pair":
        return ""
    second = reader.party(column.name.split(".")[2])
    key = f"state.toward.{variable.id}"
    key = key if reader.speech.has(key) else "state.toward"
    return reader.speech(key, party=inside_a_sentence(reader.speech, second))


def _heading(reader: Reader, column: Column, variable: Variable) -> str:
    if variable.per in ("region", "party-region"):
        return reader.speech("state.regions")
    if variable.per == "party":
        return reader.party(column.name.split(".")[1])
    if variable.per == "directed-pair":
        first = inside_a_sentence(reader.speech, reader.party(column.name.split(".")[1]))
        return reader.speech("column.of", name=reader.speech.plain(variable.name), instance=first)
    return reader.speech("state.world" if variable.per == "world" else "state.between")


def _empty(reader: Reader, column: Column) -> bool:
    """Whether a column says nothing: land that nobody leases or occupies."""
    if column.values is None or column.values[0] != NONE or reader.view.knows(column.name) == "hidden":
        return False
    return reader.view.word(column.name) == NONE == column.values[column.start - column.low]


def _is_minor(reader: Reader, column: Column, variable: Variable) -> bool:
    """Whether it is between governments, or about land, and nothing has moved it."""
    return variable.per not in ("world", "party") and reader.view.value(column.name) == column.start


def _promises(reader: Reader) -> tuple[str, ...]:
    found = []
    for promise in reader.scenario.promises.values():
        column = f"promise.{promise.id}"
        if reader.view.knows(column) == "known" and reader.view.value(column) != PromiseState.NOT_MADE:
            state = reader.speech(f"promise.{reader.view.word(column)}")
            others = reader.speech.listed([reader.inside(party) for party in promise.to])
            words, by = reader.line(promise.text), reader.party(promise.by)
            found.append(reader.speech("promise.line", party=by, others=others, promise=words, state=state))
    return tuple(found)


def _of(happening: Happening, column: str) -> bool:
    return any(account.column == column and account.before != account.after for account in happening.accounts)


def _start(reader: Reader, column: str, touched: list[Happening]) -> int:
    accounts: list[Account] = [one for happening in touched for one in happening.accounts if one.column == column]
    return accounts[0].before if accounts else reader.view.value(column)


def _happened(reader: Reader, happening: Happening, column: str) -> Happened:
    step = reader.scenario.steps[happening.step]
    accounts = [account for account in happening.accounts if account.column == column]
    return Happened(
        step=step.id,
        date=reader.dates(step),
        title=heading(reader, happening),
        words=(),
        accounts=tuple(account_line(reader, account) for account in accounts),
    )


def _explanation(reader: Reader, variable: Variable | None, figure: FigureLine) -> tuple[str, ...]:
    lines = [*(reader.prose(variable.text) if variable is not None else ()), figure.direction]
    if figure.low is not None and figure.high is not None:
        low, high = reader.speech.number(figure.low), reader.speech.number(figure.high)
        lines.append(reader.speech("account.range", low=low, high=high))
    if figure.knowledge == "believed":
        lines.append(reader.speech("account.believed"))
    if variable is not None and variable.basis is not None:
        lines.append(reader.speech("account.basis", basis=reader.line(variable.basis)))
    return tuple(line for line in lines if line)
