"""Builds the issues of a table, with a weight for every party and a value for every option.

Numbers may be given once, or once per reading: per value of the sealed variable that the party alone knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from game.scenario.build_draft import Draft, Place
from game.scenario.cast import PromiseState, Text
from game.scenario.table_rules import Absentee, Issue, IssueOption, Wording

if TYPE_CHECKING:
    from game.scenario.description_steps import AbsenteeDescription, IssueDescription, IssueOptionDescription

_WORDINGS = {wording.id: wording for wording in Wording}

ONLY = ("",)
"""The readings of a party whose values nothing selects."""


class IssueBuilder:
    """Builds issues of one table of `parties`; `readings` are the values that select a party's numbers."""

    def __init__(self, draft: Draft, parties: tuple[str, ...], readings: Mapping[str, tuple[str, ...]]) -> None:
        self.draft, self.parties, self.readings = draft, parties, readings

    def built(self, id_: str, described: IssueDescription, place: Place) -> Issue:
        """The issue at `place`."""
        draft = self.draft
        draft.knows(described.unsettled, described.options, place.at("unsettled").where, "REF06", "option")
        binds = self.parties
        if described.binds is not None:
            draft.all_known(described.binds, place.at("binds"), self.parties, "REF11", "party at this table")
            binds = tuple(described.binds)
        for key in ("weight", "values", "positions"):
            self._only_parties(getattr(described, key), place.at(key))
        numbered = enumerate(described.options.items(), 1)
        return Issue(
            id=id_,
            name=draft.text(described.name, place.at("name")),
            options={
                key: self._option(key, number, option, binds, place.at("options", key))
                for number, (key, option) in numbered
            },
            binds=binds,
            unsettled=described.unsettled,
            weight={party: self._weight(described, party, binds, place.at("weight")) for party in self.parties},
            values={party: self._values(described, party, binds, place.at("values")) for party in self.parties},
            positions=draft.texts_at(described.positions, place.at("positions")),
            chapter=draft.text_or_none(described.chapter, place, "chapter"),
            where=place.where,
            absent={
                party: self._absentee(party, described, absentee, place.at("absent"))
                for party, absentee in described.absent.items()
            },
        )

    def _option(
        self, id_: str, number: int, described: IssueOptionDescription, binds: tuple[str, ...], place: Place
    ) -> IssueOption:
        wording = _WORDINGS[described.wording or "neither"]
        opens = PromiseState.OPEN_ELASTIC if wording is Wording.ELASTIC else PromiseState.OPEN
        return IssueOption(
            id=id_,
            number=number,
            text=self.draft.text(described.text, place.at("text")),
            effects=self.draft.effects(described.effects, place, "effects", opens),
            sources=self.draft.cite(described.sources, place),
            where=place.where,
            wording=wording,
            reads=self._reads(described, binds, place),
            people=self.draft.text_or_none(described.people, place, "people"),
        )

    # What elastic words are read as, and who must consent from afar

    def _reads(self, described: IssueOptionDescription, binds: tuple[str, ...], place: Place) -> dict[str, Text]:
        if described.wording != "elastic":
            if described.reads:
                message = "Only elastic words are read in several ways."
                hint = "Write `wording: elastic`, or delete `reads`."
                self.draft.refuse(place.key("reads"), "KEY07", message, hint)
            return {}
        here = place.at("reads")
        for party in described.reads:
            self.draft.knows(party, binds, here.key(party), "REF11", "party bound by this issue")
        for party in binds:
            if party not in described.reads:
                message = f"These words are elastic, and what {party} reads into them is missing."
                self.draft.refuse(here.where, "KEY10", message, f'Add `reads: {{{party}: "…"}}`.')
        return self.draft.texts_at(described.reads, here)

    def _absentee(self, party: str, issue: IssueDescription, described: AbsenteeDescription, around: Place) -> Absentee:
        draft, place = self.draft, around.at(party)
        if party in self.parties:
            message = f"{party} sits at this table, so its consent is no absentee's."
            draft.refuse(around.key(party), "KEY07", message, "Name it in `binds` instead.")
        else:
            draft.knows(party, draft.parties, around.key(party), "REF02", "party")
        if described.to is not None:
            draft.all_known(described.to, place.at("to"), issue.options, "REF06", "option of this issue")
        return Absentee(
            to=tuple(described.to or (option for option in issue.options if option != issue.unsettled)),
            consents=draft.required_condition(described.consents, place.at("consents")),
            refusal=draft.text(described.refusal, place.at("refusal")),
            where=around.key(party),
        )

    def _only_parties(self, given: Mapping[str, object], place: Place) -> None:
        for party in given:
            self.draft.knows(party, self.parties, place.key(party), "REF11", "party at this table")

    def _weight(self, described: IssueDescription, party: str, binds: tuple[str, ...], place: Place) -> dict[str, int]:
        readings = self.readings.get(party, ONLY)
        given = described.weight.get(party)
        if given is None:
            self._may_be_missing(party, binds, place, "weight")
            return dict.fromkeys(readings, 0)
        if isinstance(given, int):
            return dict.fromkeys(readings, given)
        self._covers(given, readings, place.at(party), party)
        return {reading: given.get(reading, 0) for reading in readings}

    def _values(
        self, described: IssueDescription, party: str, binds: tuple[str, ...], place: Place
    ) -> dict[str, tuple[int, ...]]:
        readings = self.readings.get(party, ONLY)
        given = described.values.get(party)
        if given is None:
            self._may_be_missing(party, binds, place, "values")
            return dict.fromkeys(readings, (0,) * len(described.options))
        here = place.at(party)
        if not any(isinstance(value, dict) for value in given.values()):
            return dict.fromkeys(readings, self._of_options(described, given, here))
        self._covers(given, readings, here, party)
        return {
            reading: self._of_options(described, given[reading], here.at(reading))
            for reading in readings
            if reading in given
        }

    def _of_options(self, described: IssueDescription, given: object, place: Place) -> tuple[int, ...]:
        values = given if isinstance(given, dict) else {}
        for option in values:
            self.draft.knows(option, described.options, place.key(option), "REF06", "option of this issue")
        for option in described.options:
            if option not in values:
                message = f'The value of the option "{option}" is missing.'
                self.draft.refuse(place.where, "KEY10", message, f"Add `{option}: …`, from 0 to 100.")
        found = [values.get(option, 0) for option in described.options]
        return tuple(value if isinstance(value, int) else 0 for value in found)

    def _may_be_missing(self, party: str, binds: tuple[str, ...], place: Place, what: str) -> None:
        if party in binds:
            message = f"{party} is bound by this issue, and its {what} here {_verb(what)} missing."
            self.draft.refuse(place.where, "KEY10", message, f"Add `{party}: …`.")

    def _covers(self, given: Mapping[str, object], readings: tuple[str, ...], place: Place, party: str) -> None:
        if not readings:
            return
        if readings == ONLY:
            message = f"Numbers per reading need `values-by` to name the variable of {party}."
            self.draft.refuse(place.where, "KEY07", message, "Add it to the table, or write the numbers once.")
            return
        for reading in given:
            self.draft.knows(reading, readings, place.key(reading), "REF06", "reading")
        for reading in readings:
            if reading not in given:
                message = f'The numbers of {party} for "{reading}" are missing.'
                self.draft.refuse(place.where, "KEY10", message, f"Add `{reading}: …`.")


def _verb(what: str) -> str:
    return "are" if what.endswith("s") else "is"
