"""Lays out the columns of a game: one for each instance of each variable, and those that play itself fills.

Instances are named in the order of `among`; a pair may also be read the other way round. Start values and
beliefs are checked here; who may read a column is only noted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, permutations, product
from typing import TYPE_CHECKING

from game.scenario.build_draft import Draft, Place, TooManyFindingsError
from game.scenario.cast import Column, PromiseState
from game.scenario.catalogue import SharedVariable, range_from, resting_value
from game.scenario.mentions import BACKED_DOWN, INITIALLED, WALKED_OUT
from game.scenario.scope import MACHINE_VARIABLES
from game.scenario.suggestions import did_you_mean
from game.scenario.table_rules import Outcome, Wording

if TYPE_CHECKING:
    from game.scenario.description import PromiseDescription, ScenarioDescription, VariableDescription
    from game.scenario.description_steps import TableDescription

NOT_REACHED = "not-reached"
NOBODY = "nobody"
"""Who walked out of a table that ended otherwise."""
BACKED = ("no", "yes")
"""Whether a party that pressed signed in the end what it had pressed against."""
OWNER = "owner"
"""The shared variable that starts as each region's owner."""
MOST_COLUMNS = 5_000


class Columns:
    """All columns by name, other spellings of them, and the names of each variable's columns by its id."""

    def __init__(self) -> None:
        self.columns: dict[str, Column] = {}
        self.aliases: dict[str, str] = {}
        self.instances: dict[str, tuple[str, ...]] = {}

    def add(self, column: Column, alias: str = "") -> None:
        """Adds a column, and another spelling of its name."""
        self.columns[column.name] = column
        if alias:
            self.aliases[alias] = column.name

    def find(self, name: str) -> Column | None:
        """The column that goes by `name`."""
        return self.columns.get(self.aliases.get(name, name))


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers that a variable can take."""

    low: int
    high: int
    values: tuple[str, ...] | None

    def named(self, written: int | str) -> int | None:
        """The number for what a file writes, or None where it is not a value."""
        if isinstance(written, str):
            return self.low + self.values.index(written) if self.values and written in self.values else None
        return written if self.values is None and self.low <= written <= self.high else None

    def complaint(self, written: int | str) -> tuple[str, str]:
        """What to say of a value that cannot be."""
        if self.values is None:
            return f"{written} is not a number in {self.low}..{self.high}.", "Write one that is."
        hint = did_you_mean(str(written), self.values) or f"The values are {', '.join(self.values[:12])}."
        return f'"{written}" is not one of the values.', hint


def variable_columns(draft: Draft, file: ScenarioDescription, place: Place, shared: Iterable[str]) -> Columns:
    """The columns of the file's own variables, and of the `shared` ones of the catalogue."""
    found = Columns()
    for id_, described in file.variables.items():
        _add_declared(draft, found, id_, described, file, place.at("variables", id_))
    for id_ in shared:
        _add_shared(draft, found, draft.catalogue.variables[id_], file)
    _apply_start(draft, found, file.start, place.at("start"))
    return found


# The file's own variables


def _add_declared(
    draft: Draft, found: Columns, id_: str, described: VariableDescription, file: ScenarioDescription, place: Place
) -> None:
    _check_id(draft, id_, place)
    numbers = _numbers(draft, id_, described, place)
    columns = _unstarted(draft, id_, described, numbers, file, place)
    if len(found.columns) + len(columns) > MOST_COLUMNS:
        message = f"The variables have more than {MOST_COLUMNS} instances together."
        draft.refuse(place.where, "KEY06", message, "Keep fewer of them, or for fewer parties.")
        raise TooManyFindingsError
    for column, alias in _started(draft, columns, described, numbers, place):
        found.add(column, alias)
    found.instances[id_] = tuple(column.name for column, _ in columns)


def _check_id(draft: Draft, id_: str, place: Place) -> None:
    if id_ in draft.catalogue.variables or id_ in MACHINE_VARIABLES:
        message = f'The name "{id_}" is taken: it belongs to the game.'
        draft.refuse(place.where, "KEY05", message, "Choose another id for this variable.")


def _numbers(draft: Draft, id_: str, described: VariableDescription, place: Place) -> _Numbers:
    if (described.range is None) == (described.values is None):
        message = f'The variable "{id_}" should have either a range or values.'
        draft.refuse(place.where, "KEY07", message, "Write one of them: `range: 0..100` or `values: [a, b]`.")
    if described.values is not None and described.range is None:
        values = tuple(described.values)
        for index, value in enumerate(values):
            if value in values[:index]:
                draft.refuse(place.at("values").item(index, value).where, "KEY11", f'"{value}" stands here twice.')
        return _Numbers(0, len(values) - 1, values)
    low, high = range_from(described.range or "0..1")
    if low >= high:
        draft.refuse(place.at("range").where, "KEY06", f"The range {low}..{high} is empty.", "Write the lower first.")
    return _Numbers(min(low, high), max(low, high), None)


Instance = tuple[str, ...]


def _unstarted(
    draft: Draft,
    id_: str,
    described: VariableDescription,
    numbers: _Numbers,
    file: ScenarioDescription,
    place: Place,
) -> list[tuple[Column, str]]:
    parties, regions = _among(draft, described, file, place)
    rest = numbers.low if numbers.values else resting_value(numbers.low, numbers.high)
    known_to = described.known_to
    if known_to == "owner" and described.per not in ("party", "party-region"):
        message = f"`owner` is for variables kept per party, and this one is kept per {described.per}."
        draft.refuse(place.at("known-to").where, "KEY07", message, "List the parties that know it.")
    elif isinstance(known_to, list):
        draft.all_known(known_to, place.at("known-to"), file.parties, "REF02", "party")
    believed = _believed(draft, described, numbers, file, place.at("believed"))
    made = []
    for instance in instances_of(described.per, parties, regions):
        knowing = frozenset(instance[:1]) if known_to == "owner" else None if known_to is None else frozenset(known_to)
        ignorant = {party: value for party, value in believed.items() if knowing is not None and party not in knowing}
        name = ".".join((id_, *instance))
        alias = ".".join((id_, *reversed(instance))) if described.per == "pair" else ""
        made.append((Column(name, numbers.low, numbers.high, rest, numbers.values, knowing, ignorant, id_), alias))
    return made


def instances_of(per: str, parties: Sequence[str], regions: Sequence[str]) -> list[Instance]:
    """What a variable is kept for, in order."""
    made: Mapping[str, Iterable[Instance]] = {
        "world": [()],
        "party": ((party,) for party in parties),
        "pair": combinations(parties, 2),
        "directed-pair": permutations(parties, 2),
        "region": ((region,) for region in regions),
        "party-region": product(parties, regions),
    }
    return list(made[per])


def _among(
    draft: Draft, described: VariableDescription, file: ScenarioDescription, place: Place
) -> tuple[Sequence[str], Sequence[str]]:
    parties, regions = tuple(file.parties), tuple(file.regions)
    among = described.among
    if among is None:
        return parties, regions
    where = place.at("among")
    if described.per == "world":
        message = "A variable of the world is kept once, so `among` has no place here."
        draft.refuse(place.key("among"), "KEY07", message, "Delete it, or say `per`.")
    elif described.per == "region":
        draft.all_known(among, where, regions, "REF04", "region in this file")
        return (), among
    elif described.per == "party-region":
        draft.all_known(among, where, (*parties, *regions), "REF02", "party or region in this file")
        chosen = tuple(word for word in among if word in parties), tuple(word for word in among if word in regions)
        return chosen[0] or parties, chosen[1] or regions
    else:
        draft.all_known(among, where, parties, "REF02", "party in this file")
    return among, ()


def _believed(
    draft: Draft, described: VariableDescription, numbers: _Numbers, file: ScenarioDescription, place: Place
) -> dict[str, int]:
    believed: dict[str, int] = {}
    for party, written in described.believed.items():
        draft.knows(party, file.parties, place.key(party), "REF02", "party")
        number = numbers.named(written)
        if number is None:
            draft.refuse(place.at(party).where, "KEY09", *numbers.complaint(written))
        else:
            believed[party] = number
    return believed


def _started(
    draft: Draft,
    columns: list[tuple[Column, str]],
    described: VariableDescription,
    numbers: _Numbers,
    place: Place,
) -> Iterator[tuple[Column, str]]:
    start, where = described.start, place.at("start")
    spellings = ((name, column.name) for column, alias in columns for name in (column.name, alias) if name)
    by_name = {spelling.partition(".")[2]: name for spelling, name in spellings}
    starts: dict[str, int] = {}
    pairs = start.items() if isinstance(start, dict) else [] if start is None else [("", start)]
    for instance, written in pairs:
        number = numbers.named(written)
        if number is None:
            draft.refuse((where.at(instance) if instance else where).where, "KEY09", *numbers.complaint(written))
        elif not instance:
            starts = dict.fromkeys((column.name for column, _ in columns), number)
        elif draft.knows(instance, by_name, where.key(instance), "REF05", "instance"):
            starts[by_name[instance]] = number
    for column, alias in columns:
        yield replace(column, start=starts.get(column.name, column.start)), alias


# The catalogue's shared variables


def _add_shared(draft: Draft, found: Columns, shared: SharedVariable, file: ScenarioDescription) -> None:
    regions = [region for region in file.regions if region in draft.catalogue.regions]
    names = []
    for instance in instances_of(shared.per, tuple(file.parties), regions):
        start = shared.start
        if shared.id == OWNER and shared.values:
            start = shared.values.index(draft.catalogue.regions[instance[0]].owner)
        name = ".".join((shared.id, *instance))
        found.add(Column(name, shared.low, shared.high, start, shared.values, None, {}, shared.id))
        names.append(name)
    found.instances[shared.id] = tuple(names)


def _apply_start(draft: Draft, found: Columns, start: Mapping[str, int | str], place: Place) -> None:
    for name, written in start.items():
        column = found.find(name)
        if column is None:
            draft.knows(name, (*found.columns, *found.aliases), place.key(name), "REF05", "variable")
            continue
        numbers = _Numbers(column.low, column.high, column.values)
        number = numbers.named(written)
        if number is None:
            draft.refuse(place.at(name).where, "KEY09", *numbers.complaint(written))
        else:
            found.columns[column.name] = replace(column, start=number)


# The columns that play itself fills


def add_played(found: Columns, file: ScenarioDescription, named: Collection[str]) -> None:
    """Adds the columns of choices, chance, tables and promises; some only where the file has `named` them."""
    for step in file.steps:
        known_to = None if step.known_to is None else frozenset(step.known_to)
        if step.choice is not None:
            name, party = f"choice.{step.id}", step.choice.party
            found.add(_played(name, step.options or (), _with(known_to, party), "choice"), f"{name}.{party}")
        for party, choice in (step.choices or {}).items():
            found.add(_played(f"choice.{step.id}.{party}", choice.options, _with(known_to, party), "choice"))
        if step.chance is not None:
            sealed = found.find(step.chance.seals) if step.chance.seals else None
            known = sealed.known_to if sealed else known_to
            found.add(_played(f"chance.{step.id}", step.chance.outcomes, known, "chance"))
        if step.table is not None:
            _add_agreed(found, step.id, step.table, known_to)
            _add_between(found, step.id, step.table, named)
    for id_, promise in file.promises.items():
        _add_promise(found, id_, promise)


def _with(known_to: frozenset[str] | None, party: str) -> frozenset[str] | None:
    return None if known_to is None else known_to | {party}


def _played(name: str, ids: Iterable[str], known_to: frozenset[str] | None, kind: str) -> Column:
    values = (NOT_REACHED, *ids)
    return Column(name, 0, len(values) - 1, 0, values, known_to, {}, kind)


def _add_agreed(found: Columns, step: str, table: TableDescription, known_to: frozenset[str] | None) -> None:
    parties = frozenset(table.parties)
    known = parties if known_to is None else known_to | parties
    outcomes = tuple(outcome.id for outcome in Outcome)
    found.add(Column(f"agreed.{step}", 0, len(outcomes) - 1, 0, outcomes, known, {}, "agreed"))
    for id_, issue in table.issues.items():
        found.add(_played(f"agreed.{step}.{id_}", issue.options, known, "agreed"))
    wordings = tuple(wording.id for wording in Wording)
    for id_, issue in table.issues.items():
        if any(option.wording for option in issue.options.values()):
            name = f"wording.{step}.{id_}"
            found.add(Column(name, 0, len(wordings) - 1, 0, wordings, known, {}, "wording"))


def _add_between(found: Columns, step: str, table: TableDescription, named: Collection[str]) -> None:
    """Adds who walked out or backed down, and what is initialled so far; all of a kind where a name is misspelt."""
    known = found.columns[f"agreed.{step}"].known_to
    if any(name.startswith(f"{WALKED_OUT}.") for name in named):
        found.add(_played(f"{WALKED_OUT}.{step}", (NOBODY, *table.parties), known, WALKED_OUT))
    if table.press is not None and any(name.startswith(f"{BACKED_DOWN}.{step}.") for name in named):
        for party in table.press.parties:
            found.add(_played(f"{BACKED_DOWN}.{step}.{party}", BACKED, known, BACKED_DOWN))
    own = {f"{INITIALLED}.{step}.{issue}": issue for issue in table.issues}
    misspelt = any(name.startswith(f"{INITIALLED}.{step}.") and name not in own for name in named)
    for name, issue in own.items():
        if misspelt or name in named:
            found.add(_played(name, table.issues[issue].options, known, INITIALLED))


def _add_promise(found: Columns, id_: str, promise: PromiseDescription) -> None:
    elastic = promise.stretched is not None or promise.lapses_when is not None
    # A promise of plain words keeps its four states, so that a file without the others plays and hashes as before.
    states = tuple(state.id for state in PromiseState if elastic or state <= PromiseState.BROKEN)
    signers = frozenset((promise.by, *promise.to)) if promise.secret else None
    found.add(Column(f"promise.{id_}", 0, len(states) - 1, 0, states, signers, {}, "promise"))
