"""Pressing at a table: on which issues it can be done, and what is asked before it: its price, and how often it helps.

What a press does is the engine's. The price is told of figures that the viewer knows or believes; the odds are
those of the file, by what the viewer knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.engine.legality import LegalTable
from game.present.accounts import is_shown
from game.present.parts import Action
from game.present.quantities import change_words, column_name
from game.present.reader import Reader
from game.scenario.cast import Effect
from game.scenario.table_rules import Issue, Press, Table

if TYPE_CHECKING:
    from game.engine.views import TableView


def press_actions(
    reader: Reader, seen: TableView, table: Table, legal: LegalTable, final: str, *, may: bool
) -> Iterator[Action]:
    """Pressing on each open issue, where we have anything to press with; says how often it can be done.

    `final` is why nothing but the last word is left, if it is so. On an issue where all the others offer what we want
    most, there is nothing to press for.
    """
    press = table.press
    if press is None or reader.seat not in press.parties:
        return
    once = "refused.pressed.table" if press.limit == "table" else "refused.pressed"
    spent = "" if may else final or reader.speech(once)
    for issue in legal.open_issues:
        granted = reader.speech("refused.granted") if is_granted(reader, seen, table, issue) else ""
        yield Action(
            f"press:{issue}",
            reader.speech("action.press", issue=reader.inside_line(table.issues[issue].name)),
            may and not granted,
            spent or granted,
            _question(reader, press, table.issues[issue]),
            (reader.speech(f"press.limit.{press.limit}"), *_word_at_stake(reader, seen)),
        )


def _word_at_stake(reader: Reader, seen: TableView) -> tuple[str, ...]:
    """Warns, where the file counts it, that who presses and then signs what lies there will be believed less."""
    counted = f"backed-down.{seen.step}.{reader.seat}" in reader.scenario.columns
    against = bool(seen.standing) and reader.seat not in seen.consents
    return (reader.speech("press.at-stake"),) if counted and against else ()


def is_granted(reader: Reader, seen: TableView, table: Table, issue: str) -> bool:
    """Whether every other side last offered what is worth most to us on an issue."""
    values = seen.values.get(issue, {})
    most = max((values.get(option, 0) for option in table.issues[issue].options), default=0)
    offered = [seen.positions.get(party, {}).get(issue) for party in table.parties if party != reader.seat]
    return all(option is not None and values.get(option, 0) == most for option in offered)


def _question(reader: Reader, press: Press, issue: Issue) -> str:
    speech = reader.speech
    price = speech("press.between").join(_price(reader, press.price))
    key = "confirm.press" if price else "confirm.press.free"
    return speech(key, issue=reader.line(issue.name), price=price, percent=_percent(reader, press))


def _price(reader: Reader, effects: tuple[Effect, ...]) -> Iterator[str]:
    """What pressing costs in any case, of the figures that the viewer has."""
    for effect in effects:
        told = is_shown(reader, effect.column) and reader.view.knows(effect.column) != "hidden"
        if not told or effect.operator != "change" or not reader.view.holds(effect.when):
            continue
        amount = reader.view.number(effect.amount)
        if amount:
            name = column_name(reader.scenario, reader.speech, effect.column)
            change = change_words(reader.scenario, reader.speech, effect.column, amount)
            yield reader.speech("press.price", name=name, change=change)


def _percent(reader: Reader, press: Press) -> int:
    """How often in a hundred times the others become readier to agree."""
    odds = {id_: reader.view.number(outcome.odds) for id_, outcome in press.outcomes.items()}
    helps = sum(weight for id_, weight in odds.items() if press.outcomes[id_].points > 0)
    total = sum(odds.values()) or 1
    return (200 * helps + total) // (2 * total)
