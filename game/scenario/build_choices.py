"""Builds the choice of one party: its options, the advice on them, and what history did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.scenario.build_advice import build_advice
from game.scenario.build_draft import Draft, Place
from game.scenario.cast import Text
from game.scenario.model import Choice, ChoiceRecord, Option

if TYPE_CHECKING:
    from game.scenario.description_parts import AdviceDescription
    from game.scenario.description_steps import ChoiceRecordDescription, OptionDescription

PLAY = "play"
"""The word of `short` for what is played in the short game too."""


class ChoiceBuilder:
    """Builds the choice of one party at `place`, which offers `options`."""

    def __init__(self, draft: Draft, party: str, place: Place, options: dict[str, OptionDescription]) -> None:
        self.draft, self.party, self.place, self.options = draft, party, place, options

    def built(
        self,
        question: Text,
        options: dict[str, OptionDescription],
        advice: Sequence[AdviceDescription],
        record: ChoiceRecordDescription,
        short: str,
    ) -> Choice:
        """The choice; `short` is an option's id or `play`."""
        numbered = enumerate(options.items(), 1)
        place = self.place
        here = place.at("short")
        self.draft.knows(short, (PLAY, *options), here.where, "REF06", "option")
        return Choice(
            party=self.party,
            question=question,
            options={id_: self._option(id_, number, option) for number, (id_, option) in numbered},
            advice=build_advice(self.draft, advice, (self.party,), options, place.at("advice")),
            default=None if short == PLAY else short,
            record=self._record(record, place.at("record")),
        )

    def _names_option(self, id_: str, place: Place) -> bool:
        return self.draft.knows(id_, self.options, place.where, "REF06", "option")

    def _option(self, id_: str, number: int, described: OptionDescription) -> Option:
        draft, place = self.draft, self.place.at("options", id_)
        if id_ == PLAY:
            draft.refuse(place.where, "KEY05", '"play" is a word of `short` and cannot be an option.', "Rename it.")
        self._check_reason(described, place)
        return Option(
            id=id_,
            number=number,
            text=draft.text(described.text, place.at("text")),
            detail=draft.text_or_none(described.detail, place, "detail"),
            when=draft.condition(described.when, place, "when"),
            why_not=draft.text_or_none(described.why_not, place, "why-not"),
            advocate=draft.text_or_none(described.advocate, place, "advocate"),
            costs=draft.text_or_none(described.costs, place, "costs"),
            people=draft.text_or_none(described.people, place, "people"),
            told=draft.text_or_none(described.told, place, "told"),
            effects=draft.effects(described.effects, place, "effects"),
            sources=draft.cite(described.sources, place),
            where=place.where,
        )

    def _check_reason(self, described: OptionDescription, place: Place) -> None:
        if described.when is not None and described.why_not is None:
            message = "This option is not always offered, and the reason for that is missing."
            self.draft.refuse(place.key("when"), "KEY02", message, "Add `why-not: …`.")
        if described.why_not is not None and described.when is None:
            message = "This option is always offered, so it needs no reason against it."
            self.draft.refuse(place.key("why-not"), "KEY07", message, "Add `when`, or delete `why-not`.")

    def _record(self, described: ChoiceRecordDescription, place: Place) -> ChoiceRecord:
        self._names_option(described.option, place.at("option"))
        if described.fallback is not None and self._names_option(described.fallback, place.at("fallback")):
            self._check_fallback(described, place)
        return ChoiceRecord(
            option=described.option,
            fallback=described.fallback,
            text=self.draft.text_or_none(described.text, place, "text"),
            chapter=self.draft.text_or_none(described.chapter, place, "chapter"),
            sources=self.draft.cite(described.sources, place),
        )

    def _check_fallback(self, described: ChoiceRecordDescription, place: Place) -> None:
        if described.fallback == described.option:
            message = "The fallback is the recorded option itself."
            self.draft.refuse(place.at("fallback").where, "KEY07", message, "Name another option, or delete it.")
