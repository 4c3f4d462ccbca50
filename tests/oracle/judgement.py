"""What a party knows and what things are worth to it in a game of the oracle, but for the last reckoning by beliefs.

Nothing here changes the game.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.model import FACILITATOR, Dispatch
from tests.oracle.accounts import State, apply
from tests.oracle.game import Happening, OracleGame
from tests.oracle.trees import Reader, holds, number


def walk_away(game: OracleGame, party: str) -> int:
    """A party's walk-away value at the table now, less what pressing has taken off it this session."""
    formula = game.table.table.walk_away[party]
    return max(0, number(formula.tree, game.reader(party)) - game.table.fall[party])


def value_set(game: OracleGame, party: str) -> int:
    """The number, from 0, of the set of values by which a party judges packages at the table now."""
    variable = game.table.table.values_by.get(party)
    return 0 if variable is None else game.reader(party)(variable) - game.scenario.columns[variable].low


def worth(game: OracleGame, party: str, terms: Mapping[str, str]) -> int:
    """What a package is worth to a party at the table now; what it leaves open falls to its unsettled option."""
    table, key = game.table.table, _value_set_key(game, party)
    numbers = {name: issue.options[terms.get(name, issue.unsettled)].number for name, issue in table.issues.items()}
    total = 0
    for name, issue in table.issues.items():
        weights, values = issue.weight[party], issue.values[party]
        total += weights[_own(weights, key)] * values[_own(values, key)][numbers[name] - 1]
    package = {f"package.{name}": chosen for name, chosen in numbers.items()}
    mine = [linkage for linkage in table.linkages if linkage.party == party]
    return total + sum(linkage.add for linkage in mine if holds(linkage.when, package.__getitem__))


def _value_set_key(game: OracleGame, party: str) -> str:
    variable = game.table.table.values_by.get(party)
    if variable is None:
        return ""
    names = game.scenario.columns[variable].values
    assert names is not None, f"{variable} selects a set of values and has no named values"
    return names[value_set(game, party)]


def _own(sets: Mapping[str, object], key: str) -> str:
    return key if key in sets else ""


def interests(game: OracleGame) -> dict[str, dict[str, int]]:
    """What each party's interests have come to in truth, as the debrief tells it with every seal opened."""
    return {party: _values(game, party, game.state.__getitem__) for party in game.scenario.interests}


def believed_interests(game: OracleGame, party: str) -> dict[str, int]:
    """What a party takes its interests to have come to."""
    return _values(game, party, game.reader(party))


def _values(game: OracleGame, party: str, read: Reader) -> dict[str, int]:
    return {interest.id: number(interest.value.tree, read) for interest in game.scenario.interests[party]}


def gains(game: OracleGame, party: str) -> dict[str, int]:
    """The points that each option would bring its chooser at once, being chosen; beliefs are not moved by it."""
    known = game.known_to(party)
    known |= _resting(game, known)
    believed = {name: known[name] for name in known if not game.knows(party, name)}
    before, column = _sum(game, party, known.__getitem__), game.choice_column(party)
    found: dict[str, int] = {}
    for option in game.choice(party).options.values():
        after = dict(known)
        apply(game.scenario.columns, after, option.effects)
        after |= {column: option.number} | believed
        found[option.id] = _sum(game, party, after.__getitem__) - before
    return found


def _resting(game: OracleGame, known: State) -> State:
    """What one goes by who neither knows nor believes anything: nothing, or as little as the range allows."""
    unknown = (column for name, column in game.scenario.columns.items() if name not in known)
    return {column.name: min(max(0, column.low), column.high) for column in unknown}


def _sum(game: OracleGame, party: str, read: Reader) -> int:
    mine = game.scenario.interests.get(party, ())
    return sum(interest.weight * number(interest.value.tree, read) for interest in mine)


def told(game: OracleGame, viewer: str) -> set[tuple[str, str, str | None]]:
    """What a viewer has learned of: step, kind, and at a choice whose it was."""
    found: set[tuple[str, str, str | None]] = set()
    for one in game.happenings:
        for party, columns in _kept_in(game, one).items():
            learned = any(game.knows(viewer, column) for column in columns)
            if learned or (not columns and is_sent(game, one.step, viewer)):
                found.add((one.step, one.kind, party))
    return found


def _kept_in(game: OracleGame, one: Happening) -> dict[str | None, list[str]]:
    """The columns that keep what came of a happening: who knows one of them has learned of it."""
    body = game.scenario.steps[one.step].body
    if one.kind == "choice":
        assert isinstance(body, Mapping)
        alone = len(body) == 1
        return {party: [f"choice.{one.step}" if alone else f"choice.{one.step}.{party}"] for party in body}
    if one.kind == "promise":
        return {None: [change.column for change in one.changes if change.column.startswith("promise.")]}
    if one.kind == "dispatch":
        return {None: []}
    kept = {"chance": "chance", "table-closed": "agreed"}
    return {None: [f"{kept[one.kind]}.{one.step}"]} if one.kind in kept else {}


def is_sent(game: OracleGame, dispatch: str, viewer: str) -> bool:
    """Whether a viewer reads a dispatch: one of those it goes to, and who learn of its step."""
    step = game.scenario.steps[dispatch]
    assert isinstance(step.body, Dispatch)
    return all(names is None or viewer in names or viewer == FACILITATOR for names in (step.known_to, step.body.to))


def documents(game: OracleGame, viewer: str) -> list[str]:
    """The documents that a viewer may read: from the moment at which their step takes place, if a paragraph holds."""
    kinds = ("choice", "chance", "dispatch", "session-opened")
    reached = {one.step for one in game.happenings if one.kind in kinds}
    reached |= {game.step.id} if game.step else set()
    read = game.reader(viewer)
    return [
        document.id
        for document in game.scenario.documents.values()
        if document.at in reached
        and (document.to is None or viewer in document.to or viewer == FACILITATOR)
        and any(holds(paragraph.when, read) for paragraph in document.text.paragraphs)
    ]
