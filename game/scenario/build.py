"""Builds the checked scenario from its description: the last stage that knows the file.

It lays out the columns first, so that every expression after them can be read against all names. Whatever is
wrong becomes a finding; only a file without errors becomes a scenario.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.scenario import build_world
from game.scenario.build_columns import Columns, add_played, variable_columns
from game.scenario.build_dates import check_document_date, check_minutes, check_scenario_dates
from game.scenario.build_draft import Draft, Place, TooManyFindingsError
from game.scenario.build_map import build_map
from game.scenario.build_measures import build_measure
from game.scenario.build_steps import build_steps
from game.scenario.cast import Confidence, Document, Interest, Promise
from game.scenario.catalogue import Catalogue
from game.scenario.language import Scope
from game.scenario.mentions import STANDING, mentioned
from game.scenario.model import Ending, Measure, MeasureRecord, Question, Record, Scenario, Voice
from game.scenario.nodes import Node
from game.scenario.positions import Finding, Severity
from game.scenario.scope import listed

if TYPE_CHECKING:
    from game.scenario.description import (
        DocumentDescription,
        InterestDescription,
        MeasureRecordDescription,
        PromiseDescription,
        RecordDescription,
        ScenarioDescription,
    )


def build(file: ScenarioDescription, node: Node, catalogue: Catalogue, findings: list[Finding]) -> Scenario | None:
    """The scenario that `file` describes and `node` places, or None after at least one error."""
    draft = Draft(catalogue, findings)
    try:
        scenario = _Builder(draft, file, Place(node)).scenario()
    except TooManyFindingsError:
        return None
    return None if any(finding.severity is Severity.ERROR for finding in findings) else scenario


class _Builder:
    """Builds every part of one file, in the order in which they need each other."""

    def __init__(self, draft: Draft, file: ScenarioDescription, place: Place) -> None:
        self.draft, self.file, self.place = draft, file, place

    def scenario(self) -> Scenario | None:
        file, draft, place = self.file, self.draft, self.place
        draft.members = {id_: tuple(party.members) for id_, party in file.parties.items()}
        draft.sources = build_world.sources(draft, file.sources, place.at("sources"))
        before = draft.errors
        build_world.check_world(draft, file, place)
        check_scenario_dates(draft, file, place.at("dates"))
        check_minutes(draft, file, place.at("minutes"))
        if draft.errors > before:
            return None
        columns = self._columns()
        steps = build_steps(draft, file, place.at("steps"))
        return Scenario(
            id=file.id,
            language=file.language,
            name=draft.text_or_none(file.name, place, "name"),
            title=draft.text(file.title, place.at("title")),
            summary=draft.text(file.summary, place.at("summary")),
            content_note=draft.text(file.content_note, place.at("content-note")),
            first_date=file.dates.from_,
            last_date=file.dates.to,
            minutes_full=file.minutes.full,
            minutes_short=file.minutes.short,
            parties={
                id_: build_world.party(draft, id_, party, place.at("parties", id_))
                for id_, party in file.parties.items()
            },
            sides={id_: tuple(members) for id_, members, _ in build_world.sides(file, place.at("sides"))},
            side_names=build_world.side_names(draft, file, place.at("sides")),
            regions=build_world.regions(draft, file),
            catalogue=draft.catalogue,
            map=build_map(draft, file, place.at("map")),
            variables=build_world.variables(draft, file, columns, place.at("variables")),
            columns=columns.columns,
            interests=self._interests(),
            promises={id_: self._promise(id_, promise) for id_, promise in file.promises.items()},
            documents={id_: self._document(id_, document) for id_, document in file.documents.items()},
            steps=steps,
            endings=self._endings(),
            measures=self._measures(),
            voices=self._voices(),
            questions=self._questions(),
            record=self._record(file.record, place.at("record")),
            sources={id_: source for id_, source in draft.sources.items() if id_ in file.sources or id_ in draft.cited},
            texts=draft.texts,
            party_ids=tuple(draft.catalogue.parties),
        )

    def _columns(self) -> Columns:
        named = mentioned(self.place.node)
        standing = any(name.startswith(f"{STANDING}.") for name in named)
        columns = variable_columns(self.draft, self.file, self.place, self._shared(standing=standing))
        add_played(columns, self.file, named)
        self.draft.scope = Scope(columns.columns, columns.aliases, frozenset(self.file.promises))
        self.draft.variables = frozenset(columns.instances)
        return columns

    def _shared(self, *, standing: bool) -> Iterator[str]:
        """The shared variables that are kept here; `standing` tells whether the file speaks of it."""
        for id_, variable in self.draft.catalogue.variables.items():
            needed = id_ != STANDING or bool(self.file.promises) or standing
            regional = variable.per in ("region", "party-region")
            if needed and id_ not in self.file.variables and (self.file.regions or not regional):
                yield id_

    # What the parties weigh and promise

    def _interests(self) -> dict[str, tuple[Interest, ...]]:
        here, found = self.place.at("interests"), {}
        for party, interests in self.file.interests.items():
            self.draft.knows(party, self.draft.parties, here.key(party), "REF02", "party")
            self.draft.unique((interest.id for interest in interests), here.at(party), "interest")
            numbered = enumerate(interests)
            found[party] = tuple(self._interest(one, here.at(party).item(index, one.id)) for index, one in numbered)
        return found

    def _interest(self, described: InterestDescription, place: Place) -> Interest:
        draft = self.draft
        return Interest(
            id=described.id,
            name=draft.text(described.name, place.at("name")),
            weight=described.weight,
            value=draft.formula(described.value, place.at("value"), 0, 100),
            basis=draft.text(described.basis, place.at("basis")),
            sources=draft.cite(described.sources, place),
        )

    def _promise(self, id_: str, described: PromiseDescription) -> Promise:
        draft, place = self.draft, self.place.at("promises", id_)
        draft.knows(described.by, draft.parties, place.at("by").where, "REF02", "party")
        draft.all_known(described.to, place.at("to"), draft.parties, "REF02", "party")
        self._refuse_own_promise(described, place.at("to"))
        *before, due = self._dues(described, place.at("due"))
        return Promise(
            id=id_,
            by=described.by,
            to=tuple(described.to),
            due=due,
            kept_when=draft.required_condition(described.kept_when, place.at("kept-when")),
            kept=described.kept,
            broken=described.broken,
            secret=described.secret,
            text=draft.text(described.text, place.at("text")),
            stretched=described.stretched,
            lapses_when=draft.condition(described.lapses_when, place, "lapses-when"),
            due_before=tuple(before),
        )

    def _dues(self, described: PromiseDescription, place: Place) -> list[str]:
        """The steps at which a promise falls due, in the order of the file."""
        ids = self._step_ids()
        if isinstance(described.due, str):
            self.draft.knows(described.due, ids, place.where, "REF01", "step")
            return [described.due]
        self.draft.all_known(described.due, place, ids, "REF01", "step")
        places = [ids.index(step) for step in described.due if step in ids]
        if places != sorted(places):
            message = "The steps of `due` stand in another order here than in the file."
            self.draft.refuse(place.where, "KEY07", message, "Write them in the order in which they come.")
        return described.due

    def _refuse_own_promise(self, described: PromiseDescription, place: Place) -> None:
        if described.by in described.to:
            where = place.item(described.to.index(described.by), described.by).where
            others = [party for party in self.draft.parties if party != described.by]
            message = f'A promise is made to others, and "{described.by}" makes this one.'
            self.draft.refuse(where, "REF02", message, f"Write {listed(others)}." if others else "")

    def _step_ids(self) -> list[str]:
        return [step.id for step in self.file.steps]

    def _document(self, id_: str, described: DocumentDescription) -> Document:
        draft, place = self.draft, self.place.at("documents", id_)
        draft.knows(described.at, self._step_ids(), place.at("at").where, "REF01", "step")
        check_document_date(draft, described.date, described.at, self.file, place.at("date"))
        return Document(
            id=id_,
            title=draft.text(described.title, place.at("title")),
            text=draft.text(described.text, place.at("text")),
            date=described.date,
            at=described.at,
            to=draft.audience(described.to, place.at("to")),
            sources=draft.cite(described.sources, place),
            confidence=Confidence(described.confidence),
            reliability=described.reliability,
            level=described.level,
        )

    # How it ends

    def _endings(self) -> dict[str, Ending]:
        draft, here = self.draft, self.place.at("endings")
        draft.unique((ending.id for ending in self.file.endings), here, "ending")
        found = {}
        for number, described in enumerate(self.file.endings, 1):
            place = here.item(number - 1, described.id)
            found[described.id] = Ending(
                id=described.id,
                number=number,
                title=draft.text(described.title, place.at("title")),
                text=draft.text(described.text, place.at("text")),
                when=draft.condition(described.when, place, "when"),
                sources=draft.cite(described.sources, place),
                gist=draft.text_or_none(described.gist, place, "gist"),
            )
        return found

    def _measures(self) -> dict[str, Measure]:
        draft, here = self.draft, self.place.at("measures")
        return {id_: build_measure(draft, id_, one, here.at(id_)) for id_, one in self.file.measures.items()}

    def _voices(self) -> tuple[Voice, ...]:
        draft, here = self.draft, self.place.at("voices")
        draft.unique((voice.id for voice in self.file.voices), here, "voice")
        found = []
        for index, described in enumerate(self.file.voices):
            place = here.item(index, described.id)
            who, text = draft.text(described.who, place.at("who")), draft.text(described.text, place.at("text"))
            when = draft.condition(described.when, place, "when")
            found.append(Voice(described.id, who, text, when, draft.cite(described.sources, place)))
        return tuple(found)

    def _questions(self) -> tuple[Question, ...]:
        draft, here = self.draft, self.place.at("questions")
        draft.unique((question.id for question in self.file.questions), here, "question")
        found = []
        for index, described in enumerate(self.file.questions):
            place = here.item(index, described.id)
            text = draft.text(described.text, place.at("text"))
            found.append(Question(described.id, text, draft.condition(described.when, place, "when")))
        return tuple(found)

    def _record(self, described: RecordDescription, place: Place) -> Record:
        draft, notes = self.draft, place.at("chapter")
        endings = [ending.id for ending in self.file.endings]
        draft.knows(described.ending, endings, place.at("ending").where, "REF09", "ending")
        draft.unique((note.id for note in described.chapter), notes, "note")
        measures = {}
        for id_, measure in described.measures.items():
            draft.knows(id_, self.file.measures, place.at("measures").key(id_), "REF09", "measure")
            measures[id_] = self._measure_record(measure, place.at("measures", id_))
        numbered = enumerate(described.chapter)
        chapter = tuple(draft.text(note.text, notes.item(index, note.id).at("text")) for index, note in numbered)
        return Record(described.ending, measures, chapter, described.invented)

    def _measure_record(self, described: MeasureRecordDescription, place: Place) -> MeasureRecord:
        low, high = self._documented(described, place)
        return MeasureRecord(
            low=low,
            high=high,
            sources=self.draft.cite(described.sources, place),
            confidence=Confidence(described.confidence),
            text=self.draft.text_or_none(described.text, place, "text"),
            chapter=self.draft.text_or_none(described.chapter, place, "chapter"),
        )

    def _documented(self, described: MeasureRecordDescription, place: Place) -> tuple[int, int]:
        ends = [end for end in (described.low, described.high) if end is not None]
        if described.value is not None and not ends:
            return described.value, described.value
        if described.value is not None or len(ends) != 2:
            message = "What is documented should be either a value, or low and high."
            self.draft.refuse(place.where, "KEY07", message, "Write `value: …`, or `low: …` and `high: …`.")
            return 0, 0
        if ends[0] > ends[1]:
            self.draft.refuse(place.at("low").where, "KEY06", f"{ends[0]} is more than {ends[1]}.", "Exchange them.")
        return ends[0], max(ends)
