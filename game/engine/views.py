"""What one viewer may know of one game: readable columns, texts, news, and its own side of a table.

A viewer is a party, `public` or `facilitator`. Everything that a screen, an adviser or a wire shows passes
through here; no view carries the record.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

import numpy as np

from game.engine.accounts import Account
from game.engine.asks import Packages
from game.engine.causes import as_told, secret_causes
from game.engine.chance import mix, salt
from game.engine.conferring import ConferenceTalks
from game.engine.happenings import Happening, table_of, took_place
from game.engine.known import known_list, value_set, walk_away
from game.engine.moves import Move
from game.engine.program import Columns, Program
from game.engine.tables import CompiledTable, Talks
from game.engine.world import World
from game.negotiation.worths import Valuation
from game.scenario.cast import Document, Paragraph, Text
from game.scenario.model import FACILITATOR
from game.scenario.table_rules import Issue, Table
from game.scenario.tree import Condition, Formula

Knowledge = Literal["known", "believed", "hidden"]
Terms = Mapping[str, str]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as one of its parties sees it; terms are option ids by issue.

    `round` counts from 0. `turns_left` counts the viewer's own moves to the end of the last session.
    `walk_away` is the viewer's own, 0–100, and `total_weight` what it is taken of; both are 0 for a
    viewer without a seat. `weights` and `values` are the viewer's own. `live` lists the issues on the agenda (at a
    table without one: all that are open), `nominating` tells that it is being made, and `room` how many more it takes.
    `hours_left` is None at a table without hours. `refused` has, by issue, the options that absentees have refused.
    """

    step: str
    session: str
    session_number: int
    sessions: tuple[str, ...]
    round: int
    rounds: int
    turns_left: int
    final: bool
    mover: str
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    open_issues: tuple[str, ...]
    options: Mapping[str, tuple[str, ...]]
    standing: Terms
    proposer: str | None
    consents: tuple[str, ...]
    initialled: Terms
    positions: Mapping[str, Terms]
    walk_away: int
    total_weight: int
    weights: Mapping[str, int]
    values: Mapping[str, Mapping[str, int]]
    live: tuple[str, ...]
    nominating: bool
    room: int
    hours_left: int | None
    refused: Mapping[str, tuple[str, ...]]
    _table: CompiledTable
    _valuation: Valuation | None
    _initialled: Packages

    def worth(self, terms: Terms) -> int:
        """Computes the viewer's worth of a package: issues not named are as initialled, or unsettled."""
        return 0 if self._valuation is None else int(self._valuation.worth(self._package(terms))[0])

    def linked(self, terms: Terms) -> tuple[int, ...]:
        """Lists by place in the file the viewer's own linkages that hold for a package."""
        if self._valuation is None:
            return ()
        package = self._valuation.complete(self._package(terms))
        return tuple(place for place, (holds, _) in enumerate(self._valuation.linkages) if holds(package)[0])

    def acceptable(self, terms: Terms) -> bool:
        """Tells whether a package is worth at least the viewer's walk-away value, exactly."""
        return self.worth(terms) >= self.walk_away * self.total_weight

    def _package(self, terms: Terms) -> Packages:
        package = self._initialled.copy()
        for issue, option in terms.items():
            place = self._table.issues.index(issue)
            if not package[place, 0]:
                package[place] = self._table.options[place].index(option) + 1
        return package


class View:
    """What `viewer` may know of a game at one point."""

    def __init__(
        self,
        program: Program,
        world: World,
        viewer: str,
        seed: int,
        happenings: tuple[Happening, ...],
        decided: Mapping[str, Move],
    ) -> None:
        self.viewer, self.program, self.scenario = viewer, program, program.scenario
        self._world, self._seed, self._all, self._decided = world, seed, happenings, decided
        self._hidden = dict(program.hidden_from(viewer))
        self._columns: Columns = world.columns if viewer == FACILITATOR else known_list(program, world.columns, viewer)

    def knows(self, column: str) -> Knowledge:
        """Tells whether the viewer knows a column, believes a constant in its place, or has nothing to go by."""
        if self.program.places[column] not in self._hidden:
            return "known"
        return "believed" if self.viewer in self.scenario.columns[column].believed else "hidden"

    def value(self, column: str) -> int:
        """Returns a column's value as the viewer knows or believes it."""
        return int(self._columns[self.program.places[column]][0])

    def word(self, column: str) -> str:
        """Returns a column's value as the file writes it: a named value, or the number."""
        declared = self.scenario.columns[column]
        value = self.value(column)
        return declared.values[value - declared.low] if declared.values else str(value)

    def holds(self, condition: Condition | None) -> bool:
        """Tells whether a condition holds by what the viewer knows or believes."""
        if condition is None:
            return True
        return bool(np.all(self.program.evaluator(condition)(self._columns)))

    def number(self, formula: Formula) -> int:
        """Computes a formula by what the viewer knows or believes."""
        return int(np.max(self.program.evaluator(formula)(self._columns)))

    def paragraphs(self, text: Text) -> tuple[Paragraph, ...]:
        """Returns the paragraphs of a text that are shown to this viewer now."""
        return tuple(paragraph for paragraph in text.paragraphs if self.holds(paragraph.when))

    def interests(self, party: str | None = None) -> dict[str, int]:
        """Computes the viewer's own interests here, by what it knows: 0–100 by id.

        A facilitator may ask for those of any `party`.
        """
        owner = party if party and self.viewer == FACILITATOR else self.viewer
        return {interest.id: self.number(interest.value) for interest in self.scenario.interests.get(owner, ())}

    def happenings(self) -> tuple[Happening, ...]:
        """Returns what happened, as far as the viewer may know.

        Accounts of hidden columns are left out; of the others, the causes that are not for the viewer.
        """
        secret, found = self._secret_causes(), []
        for happening in self._all:
            told = happening.known_to is None or self.viewer in happening.known_to or self.viewer == FACILITATOR
            accounts = self._accounts(happening, secret)
            if told:
                found.append(replace(happening, accounts=accounts) if happening.accounts else happening)
            elif accounts:
                found.append(replace(happening, kind="skipped", party=None, outcome="", move=None, accounts=accounts))
        return tuple(found)

    @property
    def day(self) -> str:
        """The date of the step that the game stands at, or the scenario's last day once it is over."""
        step = self._world.step
        return step.step.date if step else self.scenario.last_date

    def documents(self) -> tuple[Document, ...]:
        """Returns the documents on the viewer's desk: of steps that took place by now, in file order.

        One of which no paragraph holds for the viewer is not there.
        """
        reached = {happening.step for happening in self._all if took_place(happening)}
        step = self._world.step
        if step:
            reached.add(step.step.id)
        return tuple(
            document
            for document in self.scenario.documents.values()
            if document.at in reached and self.may_read(document.to) and self.paragraphs(document.text)
        )

    def options_in_order(self, step: str, party: str) -> tuple[str, ...]:
        """Returns a choice's options in the order to show them: hashed from seed and step, never the file's."""
        body = self.scenario.steps[step].body
        assert isinstance(body, Mapping)
        options = body[party].options
        return tuple(sorted(options, key=lambda option: (mix(salt("order", self._seed, step, option)), option)))

    @property
    def table(self) -> TableView | None:
        """The table that is sitting now, if the viewer sits at it (or is the facilitator)."""
        step = self._world.step
        table = table_of(step.step, self.scenario) if step else None
        if not step or not table or (self.viewer not in table.parties and self.viewer != FACILITATOR):
            return None
        return self.talks(table.sessions[0])

    def talks(self, opened: str) -> TableView | None:
        """The talks opened at step `opened` as they stand, between sessions too, if the viewer sits at them."""
        talks = self._world.talks.get(opened)
        seated = talks is not None and self.viewer in (*talks.table.parties, FACILITATOR)
        return self._table_view(talks, opened) if talks is not None and seated else None

    def _secret_causes(self) -> frozenset[str]:
        kept = self.program.secrets
        if self.viewer not in kept:
            kept[self.viewer] = secret_causes(
                self.scenario, lambda column: self.knows(column) == "known", self.may_read
            )
        return kept[self.viewer]

    def _accounts(self, happening: Happening, secret: frozenset[str]) -> tuple[Account, ...]:
        """The accounts of a happening as the viewer is told them; one that is left with no part is no account."""
        if not happening.accounts:
            return ()
        known = (account for account in happening.accounts if self.knows(account.column) == "known")
        told = (as_told(account, self.scenario.columns[account.column], secret) for account in known)
        return tuple(account for account in told if account.items)

    def may_read(self, readers: frozenset[str] | None) -> bool:
        """Tells whether what is known to `readers`, or to everybody, is known to the viewer."""
        return readers is None or self.viewer in readers or self.viewer == FACILITATOR

    def _table_view(self, talks: Talks, opened: str) -> TableView:
        program = self.program.tables[opened]
        table = program.table
        own = table.parties.index(self.viewer) if self.viewer in table.parties else None
        chosen = 0 if own is None else int(value_set(self._world.columns, program, own)[0])
        valuation = None if own is None else table.valuations[own][chosen]
        body = self.scenario.steps[opened].body
        stands = bool(talks.stands[0])
        variable = body.values_by.get(self.viewer) if isinstance(body, Table) else None
        key = (self.scenario.columns[variable].values or ("",))[chosen] if variable else ""
        return TableView(
            step=opened,
            session=table.sessions[talks.session],
            session_number=talks.session,
            sessions=table.sessions,
            round=talks.round,
            rounds=table.rounds[talks.session],
            turns_left=table.moves_left(talks.session, talks.round),
            final=talks.final,
            mover=table.parties[talks.mover],
            parties=table.parties,
            issues=table.issues,
            open_issues=tuple(i for i, done in zip(table.issues, talks.initialled[:, 0], strict=True) if not done),
            options=dict(zip(table.issues, table.options, strict=True)),
            standing=_terms(table, talks.standing),
            proposer=table.parties[int(talks.proposer[0])] if stands else None,
            consents=tuple(p for n, p in enumerate(table.parties) if stands and int(talks.consents[0]) >> n & 1),
            initialled=_terms(table, talks.initialled),
            positions={party: _terms(table, talks.positions[n]) for n, party in enumerate(table.parties)},
            walk_away=0 if own is None else int(walk_away(self._world.columns, program, talks, own)[0]),
            total_weight=valuation.total_weight if valuation else 0,
            weights=_own_weights(body, self.viewer, key),
            values=_own_values(body, self.viewer, key),
            live=_live(talks),
            nominating=talks.nominating,
            room=int(talks.room[0]) if isinstance(talks, ConferenceTalks) and talks.rules.live else 0,
            hours_left=int(talks.hours[0]) if isinstance(talks, ConferenceTalks) and talks.rules.hours else None,
            refused=_refused(talks),
            _table=table,
            _valuation=valuation,
            _initialled=talks.initialled,
        )


def _terms(table: CompiledTable, package: Packages) -> dict[str, str]:
    return {
        issue: table.options[place][int(package[place, 0]) - 1]
        for place, issue in enumerate(table.issues)
        if package[place, 0]
    }


def _live(talks: Talks) -> tuple[str, ...]:
    agenda = talks.agenda if isinstance(talks, ConferenceTalks) and talks.rules.live else talks.initialled == 0
    return tuple(issue for issue, on in zip(talks.table.issues, agenda[:, 0], strict=True) if on)


def _refused(talks: Talks) -> dict[str, tuple[str, ...]]:
    """Names the options that absentees have refused, by issue."""
    if not isinstance(talks, ConferenceTalks):
        return {}
    named = zip(talks.table.issues, talks.table.options, talks.refused[:, 0].tolist(), strict=True)
    return {
        issue: tuple(option for place, option in enumerate(options) if bits >> place & 1)
        for issue, options, bits in named
        if bits
    }


def _own_weights(body: object, viewer: str, key: str) -> dict[str, int]:
    issues: Mapping[str, Issue] = getattr(body, "issues", {})
    return {id_: _of_set(issue.weight[viewer], key) for id_, issue in issues.items() if viewer in issue.weight}


def _own_values(body: object, viewer: str, key: str) -> dict[str, dict[str, int]]:
    issues: Mapping[str, Issue] = getattr(body, "issues", {})
    return {
        id_: dict(zip(issue.options, _of_set(issue.values[viewer], key), strict=True))
        for id_, issue in issues.items()
        if viewer in issue.values
    }


def _of_set(sets: Mapping[str, Value], key: str) -> Value:
    return sets[key] if key in sets else sets[""]
