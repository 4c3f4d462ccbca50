"""Builds a table: its issues with their weights and values, what the parties bring to it, and its record.

It checks that every party and every option has its number, and that the record names issues and options that
exist. Whether the recorded moves could be played in turn is judged later, on the built scenario.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from game.scenario.build_advice import TABLE_MOVES, build_advice
from game.scenario.build_columns import NOT_REACHED
from game.scenario.build_draft import Draft, Place
from game.scenario.build_issues import IssueBuilder
from game.scenario.cast import Column, Text
from game.scenario.language import Scope
from game.scenario.nodes import Mapping as MappingNode
from game.scenario.table_rules import (
    Agenda,
    Hours,
    Linkage,
    Outcome,
    Press,
    PressOutcome,
    Table,
    TableEnd,
    TableMove,
    TableRecord,
)

if TYPE_CHECKING:
    from game.scenario.description import ScenarioDescription
    from game.scenario.description_parts import ParagraphDescription
    from game.scenario.description_steps import (
        PressDescription,
        PressOutcomeDescription,
        StepDescription,
        TableDescription,
        TableRecordDescription,
        WideMoveDescription,
    )
    from game.scenario.tree import Formula

_OUTCOMES = {outcome.id: outcome for outcome in Outcome}


def build_table(draft: Draft, file: ScenarioDescription, step: StepDescription, place: Place) -> Table:
    """The table that `step` opens, at `place`, with every later session of it."""
    assert step.table is not None
    tables = {one.id for one in file.steps if one.table is not None}
    astray = frozenset(one.id for one in file.steps if one.resume is not None and one.resume not in tables)
    later = [one for one in file.steps if one.resume == step.id]
    rounds = {step.id: step.table.rounds} | {one.id: one.rounds or step.table.rounds for one in later}
    return _TableBuilder(draft, step.table, place, astray).built(rounds, _hours(step.id, step.table, later))


def _hours(id_: str, table: TableDescription, later: Sequence[StepDescription]) -> Hours | None:
    hours = table.hours
    if hours is None:
        return None
    sessions = {one.id: hours.session if one.hours is None else one.hours for one in later}
    return Hours(
        sessions={id_: hours.session} | sessions,
        nominate=hours.nominate,
        propose=hours.propose,
        accept=hours.accept,
        press=hours.press,
        plain=hours.plain,
    )


class _TableBuilder:
    """Builds one table; `astray` are later sessions of no table, which are complained of where they stand."""

    def __init__(self, draft: Draft, described: TableDescription, place: Place, astray: frozenset[str]) -> None:
        self.draft, self.described, self.place, self.astray = draft, described, place, astray
        self.parties = tuple(described.parties)

    def built(self, rounds: Mapping[str, int], hours: Hours | None) -> Table:
        draft, described, place = self.draft, self.described, self.place
        draft.all_known(self.parties, place.at("parties"), draft.parties, "REF02", "party")
        readings = self._readings()
        issues = IssueBuilder(draft, self.parties, readings)
        return Table(
            parties=self.parties,
            agreement=described.agreement,
            issues={id_: issues.built(id_, issue, place.at("issues", id_)) for id_, issue in described.issues.items()},
            values_by=dict(described.values_by),
            linkages=self._linkages(),
            walk_away=self._walk_away(),
            walk_away_basis=self._texts_of_all("walk-away-basis", described.walk_away_basis),
            instructions=self._texts("instructions", described.instructions),
            parting=self._texts("parting", described.parting),
            press=self._press(described.press, place.at("press")) if described.press else None,
            ends=self._ends(),
            advice=build_advice(draft, described.advice, self.parties, TABLE_MOVES, place.at("advice")),
            record=self._record(described.record, place.at("record"), tuple(rounds)),
            sessions=tuple(rounds),
            rounds=dict(rounds),
            agenda=self._agenda(),
            hours=hours,
        )

    def _agenda(self) -> Agenda | None:
        agenda = self.described.agenda
        if agenda is None:
            return None
        if self.described.agreement == "whole":
            message = "A package of this table covers every issue, so it has no agenda."
            self.draft.refuse(self.place.key("agenda"), "KEY07", message, "Write `agreement: by-issue`, or delete it.")
        return Agenda(agenda.live, agenda.each, unmoved_leave=agenda.unmoved == "leaves")

    # What the parties bring

    def _readings(self) -> dict[str, tuple[str, ...]]:
        """Per party, the values of the variable that selects its numbers; none where there is no such variable."""
        found = {}
        here = self.place.at("values-by")
        for party, name in self.described.values_by.items():
            self._is_party(party, here)
            columns = [id_ for id_, column in self.draft.scope.columns.items() if column.values]
            if self.draft.knows(name, columns, here.at(party).where, "REF05", "variable with named values"):
                found[party] = self.draft.scope.columns[name].values or ()
            else:
                found[party] = ()
        return found

    def _is_party(self, party: str, place: Place) -> bool:
        return self.draft.knows(party, self.parties, place.key(party), "REF11", "party at this table")

    def _none_missing(self, given: Mapping[str, object], place: Place, what: str) -> None:
        for party in self.parties:
            if party not in given:
                message = f"The {what} of {party} is missing."
                self.draft.refuse(place.where, "KEY10", message, f"Add `{party}: …`.")

    def _texts(self, key: str, given: Mapping[str, str | list[ParagraphDescription]]) -> dict[str, Text]:
        here = self.place.at(key)
        for party in given:
            self._is_party(party, here)
        return self.draft.texts_at(given, here)

    def _texts_of_all(self, key: str, given: Mapping[str, str | list[ParagraphDescription]]) -> dict[str, Text]:
        self._none_missing(given, self.place.at(key), key.replace("-", " "))
        return self._texts(key, given)

    def _walk_away(self) -> dict[str, Formula]:
        here, given = self.place.at("walk-away"), self.described.walk_away
        self._none_missing(given, here, "walk-away value")
        return {
            party: self.draft.formula(source, here.at(party), 0, 100)
            for party, source in given.items()
            if self._is_party(party, here)
        }

    def _linkages(self) -> tuple[Linkage, ...]:
        scope, here = package_scope(self.described), self.place.at("linkages")
        found = []
        for party, linkages in self.described.linkages.items():
            self._is_party(party, here)
            for number, linkage in enumerate(linkages, 1):
                one = here.at(party).item(number - 1, str(number))
                when = self.draft.required_condition(linkage.when, one.at("when"), scope)
                basis = self.draft.text(linkage.basis, one.at("basis"))
                words = self.draft.text_or_none(linkage.text, one, "text")
                found.append(Linkage(party, when, linkage.add, basis, words))
        return tuple(found)

    # Pressing, and how it ends

    def _press(self, described: PressDescription, place: Place) -> Press:
        self.draft.all_known(described.parties, place.at("parties"), self.parties, "REF11", "party at this table")
        numbered = enumerate(described.outcomes.items(), 1)
        return Press(
            parties=tuple(described.parties),
            price=self.draft.effects(described.price, place, "price"),
            outcomes={
                id_: self._press_outcome(id_, number, outcome, place.at("outcomes", id_))
                for number, (id_, outcome) in numbered
            },
            basis=self.draft.text(described.basis, place.at("basis")),
            limit=described.limit,
        )

    def _press_outcome(self, id_: str, number: int, described: PressOutcomeDescription, place: Place) -> PressOutcome:
        return PressOutcome(
            id=id_,
            number=number,
            odds=self.draft.odds(described.odds, place),
            points=described.points,
            effects=self.draft.effects(described.effects, place, "effects"),
            text=self.draft.text(described.text, place.at("text")),
        )

    def _ends(self) -> dict[Outcome, TableEnd]:
        found = {}
        for id_, end in self.described.ends.items():
            here = self.place.at("ends", id_)
            text = self.draft.text_or_none(end.text, here, "text")
            found[_OUTCOMES[id_]] = TableEnd(text, self.draft.effects(end.effects, here, "effects"))
        return found

    # The record

    def _record(self, described: TableRecordDescription, place: Place, sessions: tuple[str, ...]) -> TableRecord:
        moves = {}
        for session, written in described.moves.items():
            here = place.at("moves")
            if session not in self.astray:
                self.draft.knows(session, sessions, here.key(session), "REF01", "session of this table")
            numbered = enumerate(written)
            moves[session] = tuple(
                self._move(party, move, here.at(session).item(index, str(index + 1)))
                for index, one in numbered
                for party, move in one.items()
            )
        return TableRecord(
            outcome=_OUTCOMES[described.outcome],
            moves=moves,
            text=self.draft.text_or_none(described.text, place, "text"),
            chapter=self.draft.text_or_none(described.chapter, place, "chapter"),
            sources=self.draft.cite(described.sources, place),
            against_interest=self._against_interest(described, place.at("against-interest")),
        )

    def _against_interest(self, described: TableRecordDescription, place: Place) -> dict[str, Text]:
        return {
            party: self.draft.text(why, place.at(party))
            for party, why in described.against_interest.items()
            if self._is_party(party, place)
        }

    def _move(self, party: str, move: str | WideMoveDescription, place: Place) -> TableMove:
        self._is_party(party, place)
        here = place.at(party)
        if isinstance(move, str):
            return TableMove(party, move, {}, None, place.where)  # type: ignore[arg-type]
        if [move.propose, move.press, move.nominate].count(None) != 2:
            message = "This move should be a proposal, a press or a nomination."
            hint = "Write one of `propose: {…}`, `press: ISSUE`, `nominate: […]`."
            self.draft.refuse(here.where, "KEY07", message, hint)
        if move.nominate is not None:
            self.draft.all_known(move.nominate, here.at("nominate"), self.described.issues, "REF07", "issue")
            return TableMove(party, "nominate", {}, None, place.where, tuple(move.nominate))
        if move.press is not None:
            self.draft.knows(move.press, self.described.issues, here.at("press").where, "REF07", "issue")
            return TableMove(party, "press", {}, move.press, place.where)
        self._check_terms(move.propose or {}, here.at("propose"))
        return TableMove(party, "propose", dict(move.propose or {}), None, place.where)

    def _check_terms(self, terms: Mapping[str, str], place: Place) -> None:
        if not terms and isinstance(place.node, MappingNode):
            self.draft.refuse(place.where, "KEY06", "This proposal is empty.", "Name an option for an issue.")
        for issue, option in terms.items():
            if self.draft.knows(issue, self.described.issues, place.key(issue), "REF07", "issue"):
                options = self.described.issues[issue].options
                self.draft.knows(option, options, place.at(issue).where, "REF06", "option of this issue")


def package_scope(table: TableDescription) -> Scope:
    """The names that a linkage may use: the issues of its table, by their ids."""
    columns, aliases = {}, {}
    for id_, issue in table.issues.items():
        values = (NOT_REACHED, *issue.options)
        columns[f"package.{id_}"] = Column(f"package.{id_}", 0, len(values) - 1, 0, values, None, {}, "package")
        aliases[id_] = f"package.{id_}"
    return Scope(columns, aliases)
