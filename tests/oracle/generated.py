"""Random scenarios that the format allows: every kind of step, variable and expression, from a seeded source.

They tell nothing. A file is written as JSON, which is YAML too; reading it is for the loader, and what plays it
is compared by the oracle. The parties and regions are those of the invented world of the tests.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random

from game.scenario.loader import load
from game.scenario.model import Scenario
from game.scenario.positions import ScenarioError
from tests.oracle.generated_statements import PARTIES, Json, Known, Statements

HOME = Path(__file__).parents[1] / "scenarios"
ID = "generated"


def write_file(folder: Path, file: Json) -> Path:
    """Writes a file and the catalogue into `folder`, and returns the scenario's own folder."""
    (folder / "world.yaml").write_text((HOME / "world.yaml").read_text("utf-8"), "utf-8")
    scenario = folder / file["id"]
    scenario.mkdir(exist_ok=True)
    (scenario / "scenario.yaml").write_text(json.dumps(file, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return scenario


def generated(folder: Path, seed: int) -> Scenario:
    """Reads scenario number `seed`."""
    return read_file(folder, Generator(Random(seed)).file())


def read_file(folder: Path, file: Json) -> Scenario:
    """Reads a file that was made here.

    Which ending the record comes to is the record's affair: the first that the reader does not refuse is taken.
    """
    *others, last = [ending["id"] for ending in reversed(file["endings"])]
    for ending in others:
        file["record"]["ending"] = ending
        try:
            return load(write_file(folder, file))
        except ScenarioError as refused:
            if not any(finding.code.startswith("REC") for finding in refused.findings):
                raise
    file["record"]["ending"] = last
    return load(write_file(folder, file))


class Generator(Statements):
    """Makes one file."""

    def file(self) -> Json:
        """The whole file."""
        for number in range(self.random.randint(4, 9)):
            self._variable(f"v{number}")
        self._shared()
        promises = [f"word-{number}" for number in range(self.random.randint(0, 3))]
        self.promises = {name: self._promise() for name in promises}
        for _ in range(self.random.randint(4, 12)):
            self._step()
        for table in list(self.open_tables):
            if self.random.random() < 0.3:
                self._resume(table)
        self._due()
        return self._document()

    def _document(self) -> Json:
        endings = [{"id": f"e{n}", "title": "E", "when": self.truth(None, 2), "text": "E."} for n in range(2)]
        measures = {"sum": {"name": "S", "unit": "u", "value": self.number(None, 2)}}
        value = {"low": -(10**9), "high": 10**9, "sources": [], "confidence": "firm"}
        return {
            "format": 1, "id": ID, "language": "en", "title": "T", "summary": "S", "content-note": "N",
            "dates": {"from": "1925-01-01", "to": "1925-12-31"}, "minutes": {"full": 9, "short": 3},
            "sources": {"made-up": {"title": "Made up", "kind": "reference"}},
            "parties": {party: {"brief": "B."} for party in self.parties},
            "regions": list(self.regions), "variables": self.variables,
            "interests": {party: self._interests(party) for party in self.parties if self._once(0.8)},
            "promises": self.promises,
            "documents": {f"paper-{n}": self._paper() for n in range(self.random.randint(0, 3))},
            "steps": self.steps, "endings": [*endings, {"id": "other", "title": "O", "text": "O."}],
            "measures": measures, "record": {"ending": "other", "measures": {"sum": value}},
        }  # fmt: skip

    # What is kept

    def _variable(self, id_: str) -> None:
        random = self.random
        regional = ["region", "party-region"] if self.regions else []
        per = random.choice(["world", "world", "party", "pair", "directed-pair", *regional])
        declared: Json = {"name": "V", "per": per}
        values = tuple(f"w{n}" for n in range(random.randint(2, 4))) if self._once(0.3) else None
        low = random.choice([0, 0, 0, -5, -100, -3000])
        high = low + random.choice([1, 9, 100, 127, 300, 40_000])
        if values:
            declared["values"], low, high = list(values), 0, len(values) - 1
        else:
            declared["range"] = f"{low}..{high}"
        if self._once(0.7):
            declared["start"] = random.choice(values) if values else random.randint(low, high)
        known_to, believed = None, frozenset[str]()
        if self._once(0.45):
            own = per in ("party", "party-region") and self._once(0.6)
            known_to = None if own else frozenset(self._some(self.parties, 0))
            declared["known-to"] = "owner" if own else sorted(known_to or ())
            if self._once(0.8):
                believed = frozenset(self._some(self.parties))
                words = values or range(low, high + 1)
                declared["believed"] = {party: random.choice(words) for party in sorted(believed)}
        self.variables[id_] = declared
        for instance in self._instances(per):
            known = frozenset(instance[:1]) if declared.get("known-to") == "owner" else known_to
            column = Known(".".join((id_, *instance)), low, high, values, known, believed)
            self.columns.append(column)
            self.written.append(column)

    def _instances(self, per: str) -> Iterable[tuple[str, ...]]:
        pairs = [(a, b) for a in self.parties for b in self.parties if a != b]
        made: Mapping[str, Iterable[tuple[str, ...]]] = {
            "world": [()], "party": [(party,) for party in self.parties], "pair": pairs[:1], "directed-pair": pairs,
            "region": [(region,) for region in self.regions],
            "party-region": [(party, region) for party in self.parties for region in self.regions],
        }  # fmt: skip
        return made[per]

    def _shared(self) -> None:
        for region in self.regions:
            for name in ("owner", "occupied-by", "leased-to"):
                self.written.append(Known(f"{name}.{region}", 0, 4, ("none", *PARTIES), None))
        self.columns += self.written[-3 * len(self.regions) :] if self.regions else []

    def _promise(self) -> Json:
        by = self.random.choice(self.parties)
        to = self._some([party for party in self.parties if party != by])
        kept, broken = self.random.choice([(0, 0), (5, 30), (100, 100), (7, 0)])
        return {"by": by, "to": to, "kept-when": "always", "kept": kept, "broken": broken, "text": "P.",
                "secret": self._once(0.4), "due": ""}  # fmt: skip

    def _due(self) -> None:
        """Gives each promise a due step that is later than the first that may make it."""
        self._add({"dispatch": {"text": "N."}})
        for name, promise in self.promises.items():
            makers = [n for n, step in enumerate(self.steps) if f'make {name}"' in json.dumps(step)]
            later = self.steps[makers[0] + 1 :] if makers else []
            promise["due"] = self.random.choice(later or self.steps)["id"]
            promise["kept-when"] = self.truth(None, 2)

    def _paper(self) -> Json:
        paper: Json = {"title": "D", "date": "1925-01-01", "at": self.random.choice(self.steps)["id"], "text": "D.",
                       "sources": [], "confidence": "firm"}  # fmt: skip
        if self._once(0.5):
            paper["to"] = self._some(self.parties)
        if self._once(0.4):
            readers = frozenset(paper["to"]) if "to" in paper else None
            paper["text"] = [{"id": "a", "text": "D.", "when": self.truth(readers, 1, all_knowing=False)}]
        return paper

    def _interests(self, party: str) -> list[Json]:
        own = frozenset({party})
        return [
            {"id": f"i{n}", "name": "I", "weight": self.random.randint(1, 1000), "basis": "B.",
             "value": self._held(self.number(own, 2), 0, 100)}
            for n in range(self.random.randint(1, 3))
        ]  # fmt: skip

    # Steps

    def _step(self) -> None:
        kinds = [self._choice, self._choices, self._chance, self._dispatch, self._table]
        self.random.choices(kinds, [4, 2, 4, 2, 3])[0]()
        if self.open_tables and self._once(0.35):
            self._resume(self.random.choice(list(self.open_tables)))

    def _add(self, body: Json) -> Json:
        step: Json = {"id": f"s{len(self.steps)}", "date": "1925-06", "title": "S"} | body
        if self._once(0.35) and "when" not in step:
            step["when"] = self.truth(None, 2)
        if self._once(0.25):
            step["known-to"] = self._some(self.parties, 0)
        self.steps.append(step)
        return step

    def _known_to(self, step: Json, *more: str) -> frozenset[str] | None:
        return frozenset((*step["known-to"], *more)) if "known-to" in step else None

    def _options(self, party: str, settable: list[Known], changeable: list[Known]) -> Json:
        made: Json = {}
        for place in range(self.random.randint(2, 4)):
            option: Json = {"text": "O", "effects": self._effects(settable, changeable, 3)}
            if place and self._once(0.4):
                option |= {"when": self.truth(frozenset({party}), 2), "why-not": "N."}
            made[f"o{place}"] = option
        return made

    def _recorded(self) -> Json:
        return {"option": "o0"} | ({"fallback": "o1"} if self._once(0.3) else {})

    def _choice(self) -> None:
        party = self.random.choice(self.parties)
        (settable,), changeable = self._parted(1)
        options = self._options(party, settable, changeable)
        head = {"party": party, "question": "Q?"}
        step = self._add({"choice": head, "options": options, "record": self._recorded()})
        values = ("not-reached", *options)
        self.columns.append(Known(f"choice.{step['id']}", 0, 9, values, self._known_to(step, party)))

    def _choices(self) -> None:
        deciding = self._some(self.parties, 2)
        setting, changeable = self._parted(len(deciding))
        body = {
            party: {"question": "Q?", "options": self._options(party, own, changeable), "record": self._recorded()}
            for party, own in zip(deciding, setting, strict=True)
        }
        step = self._add({"choices": body})
        for party in deciding:
            values = ("not-reached", *body[party]["options"])
            self.columns.append(Known(f"choice.{step['id']}.{party}", 0, 9, values, self._known_to(step, party)))

    def _outcomes(self, names: Sequence[str], settable: list[Known], changeable: list[Known]) -> Json:
        odds: list[int | str] = [self._held(self.number(None, 2), 0, 999) for _ in names]
        odds = [self.random.choice([0, 1, 5, 1000]) if self._once(0.5) else formula for formula in odds]
        odds[0] = self.random.randint(1, 50)
        made = {
            name: {"odds": odd, "text": "T.", "effects": self._effects(settable, changeable, 2)}
            for name, odd in zip(names, odds, strict=True)
        }
        self.random.shuffle(order := list(made))
        return {name: made[name] for name in order}

    def _chance(self) -> None:
        open_to = [one for one in self.written if one.values and one.name in self.variables.keys() - self.sealed]
        seal = self.random.choice(open_to) if open_to and self._once(0.5) else None
        names = list(seal.values or ()) if seal else [f"c{n}" for n in range(self.random.randint(2, 5))]
        (settable,), changeable = self._parted(1)
        outcomes = self._outcomes(names, [one for one in settable if one != seal], changeable)
        chance: Json = {"outcomes": outcomes, "basis": "B.", "record": self.random.choice(["disputed", names[0]])}
        if seal:
            chance["seals"] = seal.name
            self.sealed.add(seal.name)
        if self._once(0.3):
            chance["believed"] = {self.random.choice(self.parties): dict.fromkeys(names, 3)}
        step = self._add({"chance": chance})
        known = seal.known_to if seal else self._known_to(step)
        self.columns.append(Known(f"chance.{step['id']}", 0, 9, ("not-reached", *names), known))

    def _dispatch(self) -> None:
        (settable,), changeable = self._parted(1)
        body: Json = {"text": "N.", "effects": self._effects(settable, changeable, 4)}
        if self._once(0.4):
            body["to"] = self._some(self.parties)
        self._add({"dispatch": body})

    # Tables

    def _table(self) -> None:
        sitting = self._some(self.parties, 2)
        count = self.random.randint(1, 4)
        setting, changeable = self._parted(count + 1)
        issues = {f"q{n}": self._issue(sitting, own, changeable) for n, own in enumerate(setting[1:])}
        selectors = {party: self._selector(party) for party in sitting if self._once(0.3)}
        values_by = {party: one.name for party, one in selectors.items() if one}
        for issue in issues.values():
            for party, name in values_by.items():
                self._by_value(issue, party, self.variables[name]["values"])
        table: Json = {
            "parties": sitting, "agreement": self.random.choice(["whole", "by-issue"]),
            "rounds": self.random.randint(1, 3), "issues": issues, "values-by": values_by,
            "linkages": {party: [self._linkage(issues)] for party in sitting if self._once(0.3)},
            "walk-away": {p: self._held(self.number(frozenset({p}), 2), 0, 100) for p in sitting},
            "walk-away-basis": dict.fromkeys(sitting, "B."),
            "ends": {
                end: {"text": "E.", "effects": self._effects(setting[0], changeable, 2)}
                for end in ("whole", "failed") if self._once(0.7)
            },
        }  # fmt: skip
        if self._once(0.5):
            (settable,), changed = self._parted(1)
            outcomes = self._outcomes(["yields", "nothing"], settable, changed)
            price = self._effects([], changed, 1)
            for outcome in outcomes.values():
                outcome["points"] = self.random.choice([0, 8, 100])
            table["press"] = {"parties": self._some(sitting), "price": price, "outcomes": outcomes, "basis": "B."}
        step = self._add({"table": table})
        id_ = step["id"]
        table["record"] = {"outcome": "failed", "moves": {id_: [{sitting[0]: "walk-out"}]}}
        self.open_tables[id_] = step

    def _resume(self, table: str) -> None:
        body: Json = {"resume": table} | ({"rounds": self.random.randint(1, 2)} if self._once(0.5) else {})
        self._add(body)
        if self._once(0.5):
            self._close(table)

    def _close(self, table: str) -> None:
        """Takes a table to be over: from here on its outcome may be read."""
        step = self.open_tables.pop(table)
        known = frozenset((*step["table"]["parties"], *step.get("known-to", ())))
        outcomes = ("not-reached", "not-held", "failed", "partial", "whole")
        self.columns.append(Known(f"agreed.{table}", 0, 4, outcomes, known))
        for name, issue in step["table"]["issues"].items():
            self.columns.append(Known(f"agreed.{table}.{name}", 0, 9, ("not-reached", *issue["options"]), known))

    def _issue(self, sitting: Sequence[str], settable: list[Known], changeable: list[Known]) -> Json:
        names = [f"a{n}" for n in range(self.random.randint(2, 4))]
        issue: Json = {
            "name": "Q", "unsettled": self.random.choice(names),
            "options": {n: {"text": "A", "effects": self._effects(settable, changeable, 1)} for n in names},
            "weight": {party: self.random.choice([1, 3, 9, 1000]) for party in sitting},
            "values": {party: {n: self.random.randint(0, 100) for n in names} for party in sitting},
        }  # fmt: skip
        return issue | ({"binds": self._some(sitting)} if self._once(0.4) else {})

    def _selector(self, party: str) -> Known | None:
        fits = [one for one in self.written if one.values and one.name in self.variables]
        fits = [one for one in fits if one.known_to is None or party in one.known_to]
        return self.random.choice(fits) if fits else None

    def _by_value(self, issue: Json, party: str, values: Sequence[str]) -> None:
        if self._once(0.6):
            issue["weight"][party] = {value: self.random.randint(1, 9) for value in values}
        if self._once(0.6):
            names = list(issue["options"])
            issue["values"][party] = {value: {n: self.random.randint(0, 100) for n in names} for value in values}

    def _linkage(self, issues: Json) -> Json:
        name = self.random.choice(list(issues))
        when = f"{name} == {self.random.choice(list(issues[name]['options']))}"
        return {"when": when, "add": self.random.randint(-500, 500), "basis": "B."}
