"""Random scenarios with much to bargain over: agendas, hours, plain and elastic words, absentees, promises that bend.

What `tests.oracle.generated` makes, and more tables, each with some of these rules.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

from game.scenario.cast import PromiseState
from game.scenario.model import Scenario
from game.scenario.table_rules import Wording
from tests.oracle.generated import Generator, Json, Known, read_file

PROMISE_STATES = tuple(state.id for state in PromiseState)
MOST_TABLES = 3
"""From so many tables on, another is made only by chance: large files have more findings than a reader bears."""
WORDINGS = tuple(wording.id for wording in Wording)


def generated_talks(folder: Path, seed: int, *, lists: bool = True) -> Scenario:
    """Reads scenario number `seed`; with `lists` a promise may be due at several steps."""
    return read_file(folder, TalksGenerator(Random(seed), lists=lists).file())


class TalksGenerator(Generator):
    """Makes one file with as many of the rules of conferences as its dice allow."""

    def __init__(self, random: Random, *, lists: bool = True) -> None:
        super().__init__(random)
        self.lists = lists
        self.elastic: list[str] = []
        """The promises that the elastic words of one issue may make, while it is made."""
        self.plain: list[str] | None = None
        """The promises that anything else may make at a table, while it is made."""

    # Promises

    def _promise(self) -> Json:
        promise = super()._promise() | {"stretched": self.random.choice([0, 8, 100])}
        if self._once(0.5):
            promise["lapses-when"] = "never"
        return promise

    def _makeable(self) -> list[str]:
        return list(self.promises) if self.plain is None else self.plain

    def _due(self) -> None:
        super()._due()
        places = {step["id"]: number for number, step in enumerate(self.steps)}
        for promise in self.promises.values():
            if "lapses-when" in promise:
                promise["lapses-when"] = f"({self.truth(None, 1)}) and ({self.truth(None, 1)})"
            earlier = [step for step, place in places.items() if place < places[promise["due"]]]
            if self.lists and earlier and self._once(0.5):
                before = self.random.sample(earlier, min(len(earlier), self.random.randint(1, 3)))
                promise["due"] = [*sorted(before, key=places.__getitem__), promise["due"]]

    # Tables

    def _step(self) -> None:
        """Makes a step, often a table, and often two tables whose sessions take turns."""
        tables = sum("table" in step for step in self.steps)
        if tables >= MOST_TABLES or self._once(0.5):
            super()._step()
            return
        for _ in range(self.random.randint(1, 2)):
            self._table()
        for table in self._some(list(self.open_tables), 0):
            if self._once(0.3):
                self._dispatch()
            self._resume(table)

    def _table(self) -> None:
        self.plain = list(self.promises)
        self.random.shuffle(self.plain)
        self.elastic = [self.plain.pop() for _ in range(self.random.randint(0, len(self.plain)))]
        super()._table()
        self.plain = None
        table = self.steps[-1]["table"]
        if table["agreement"] == "by-issue" and self._once(0.8):
            live, each = self.random.randint(1, 4), self.random.randint(1, 3)
            unmoved = "leaves" if (live + each) % 2 else "stays"
            table["agenda"] = {"live": live, "each": each, "unmoved": unmoved}
        if self._once(0.6):
            table["hours"] = self._hours(len(table["parties"]))
        if "press" in table:
            table["press"] |= {"limit": self.random.choice(["session", "table"])} if self._once(0.7) else {}
        self._record(self.steps[-1]["id"], table)
        self._between(self.steps[-1])

    def _between(self, step: Json) -> None:
        """Lets later steps read what is initialled so far, and who walked out or backed down."""
        id_, table = step["id"], step["table"]
        known = frozenset((*table["parties"], *step.get("known-to", ())))
        who = ("not-reached", "nobody", *table["parties"])
        self.columns.append(Known(f"walked-out.{id_}", 0, len(who) - 1, who, known))
        for party in table.get("press", {}).get("parties", ()):
            self.columns.append(Known(f"backed-down.{id_}.{party}", 0, 2, ("not-reached", "no", "yes"), known))
        for name, issue in table["issues"].items():
            options = ("not-reached", *issue["options"])
            self.columns.append(Known(f"initialled.{id_}.{name}", 0, len(options) - 1, options, known))

    def _hours(self, parties: int) -> Json:
        nominate = self.random.choice([0, 0, 1, 2])
        least = nominate * parties + 1
        hours: Json = {"session": self.random.randint(least, least + 14), "nominate": nominate}
        for kind in ("propose", "accept", "press", "plain"):
            if self._once(0.7):
                hours[kind] = self.random.choice([0, 1, 1, 2, 5])
        return hours

    def _record(self, id_: str, table: Json) -> None:
        """Lets the record put one issue on the agenda, and then the first party walk out."""
        first, *others = table["parties"]
        if "agenda" in table:
            opening: list[Json] = [{first: {"nominate": ["q0"]}}, *({other: {"nominate": []}} for other in others)]
            table["record"]["moves"][id_] = [*opening, {first: "walk-out"}]

    def _resume(self, table: str) -> None:
        hours = "hours" in self.open_tables[table]["table"]
        super()._resume(table)
        if hours and self._once(0.6):
            self.steps[-1]["hours"] = self.random.choice([0, 1, 2, 4, 9])

    def _issue(self, sitting: Sequence[str], settable: list[Known], changeable: list[Known]) -> Json:
        issue = super()._issue(sitting, settable, changeable)
        promise = self.elastic.pop() if self.elastic else None
        for option in issue["options"].values():
            if self._once(0.7):
                self._word(option, issue.get("binds", sitting), promise)
        away = [party for party in self.parties if party not in sitting]
        if away and self._once(0.6):
            issue["absent"] = {party: self._absentee(issue, party) for party in self._some(away)}
        return issue

    def _word(self, option: Json, bound: Sequence[str], promise: str | None) -> None:
        option["wording"] = self.random.choice(["plain", "elastic"])
        if option["wording"] == "plain":
            return
        option["reads"] = dict.fromkeys(bound, "R.")
        option["effects"] = [effect for effect in option["effects"] if not effect["do"].startswith("make ")]
        if promise is not None and self._once(0.8):
            option["effects"].append({"do": f"make {promise}", "because": "r"})

    def _absentee(self, issue: Json, party: str) -> Json:
        options = [option for option in issue["options"] if option != issue["unsettled"]]
        absentee: Json = {"consents": self.truth(frozenset({party}), 2), "refusal": "R."}
        return absentee | ({"to": self._some(options)} if self._once(0.6) else {})

    def _close(self, table: str) -> None:
        step = self.open_tables[table]
        super()._close(table)
        known = self.columns[-1].known_to
        for name, issue in step["table"]["issues"].items():
            if any("wording" in option for option in issue["options"].values()):
                self.columns.append(Known(f"wording.{table}.{name}", 0, len(WORDINGS) - 1, WORDINGS, known))
        for name in self._promises_made(json.dumps(step)):
            if f"promise.{name}" not in {column.name for column in self.columns}:
                signers = self.promises[name]
                secret = frozenset((signers["by"], *signers["to"])) if signers["secret"] else None
                top = len(PROMISE_STATES) - 1
                self.columns.append(Known(f"promise.{name}", 0, top, PROMISE_STATES, secret))

    def _promises_made(self, text: str) -> list[str]:
        return [name for name in self.promises if f'make {name}"' in text]
