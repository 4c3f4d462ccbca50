"""The debrief's account of decisions: each beside the record's, and where the path first left it.

Words come from the scenario and from the comparison; a difference is told and never judged.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from game.analysis.comparison import TABLE_SEAT, Comparison, Decision, IssueGap
from game.analysis.deals import last_offers, last_recorded_offer
from game.engine.game import Game
from game.engine.history import Entry
from game.present.dates import date_words
from game.present.debrief_parts import Case, Grid, Pair, Passage, Row, Section
from game.present.debrief_talks import talks_title
from game.present.joining import unended
from game.present.moves import package_words
from game.present.reader import Reader
from game.present.short_game import taken_on, was_spared, was_taken
from game.scenario.cast import Text
from game.scenario.model import Choice, ChoiceRecord, Step
from game.scenario.table_rules import Issue, Outcome, Table, TableRecord

_FEW_TERMS = 4
"""So many terms that differ are told beside how talks ended; where there are more, the list below shows them."""
AGREED = (Outcome.WHOLE.id, Outcome.PARTIAL.id)


def first_divergence(
    reader: Reader, game: Game, comparison: Comparison, came_to: Collection[str], people: Collection[str] = ()
) -> Section:
    """Tells where the path first left the record, and how many decisions kept to it.

    What the short game decided is told as its own doing, and a person's first divergence beside it; `people` are the
    parties of persons, `came_to` the steps of the record.
    """
    say, taken = reader.speech, taken_on(game)
    differing = [decision for decision in comparison.decisions if not decision.same]
    by_default = [decision for decision in differing if (decision.step, decision.seat) in taken]
    told = _firsts(reader, differing, by_default) if differing else [say("debrief.first.none")]
    others = [decision for decision in differing if decision not in by_default]
    if by_default and differing[0] in by_default:
        if not others:
            told.append(say("debrief.first.short-alone"))
        elif others[0].step != differing[0].step:
            told += _firsts(reader, others, [])
    if differing and people:
        said = {differing[0].step, *(one.step for one in others[: bool(by_default)])}
        told += _own_first(reader, others, people, said)
    within = [decision for decision in comparison.decisions if decision.step in came_to]
    told.append(say("debrief.first.count", same=sum(decision.same for decision in within), of=len(within)))
    beyond = len(comparison.decisions) - len(within)
    told += [say.count("debrief.first.beyond", beyond)] if beyond else []
    spared = sum((decision.step, decision.seat) in taken for decision in comparison.decisions)
    told += [say.count("debrief.first.short-count", spared)] if spared else []
    return Section("first-divergence", say("debrief.first"), (Passage(tuple(told)),))


def decisions(reader: Reader, game: Game, comparison: Comparison, came_to: Collection[str]) -> Section:
    """Tells every decision in the order taken; `came_to` are the steps of the record."""
    entries = {entry.seq: entry for entry in game.path}
    account = _Account(reader, game, alone=reader.scenario.record.invented)
    cases = tuple(
        account.decision(decision, entries[decision.seq], beyond=decision.step not in came_to)
        for decision in comparison.decisions
    )
    return Section("decisions", reader.speech("debrief.decisions"), (*chapter_named(reader), *cases) if cases else ())


def chapter_named(reader: Reader) -> tuple[Passage, ...]:
    """Says once which textbook chapter is spoken of, where the scenario names one."""
    books = reader.sources(id_ for id_, source in reader.scenario.sources.items() if source.kind == "textbook")
    if not books:
        return ()
    named = reader.speech("terms.between").join(book.words for book in books)
    words = reader.speech("debrief.chapter.intro", sources=named)
    return (Passage((words,)),)


def outcome_words(reader: Reader, outcome: str) -> str:
    """Words how a table ended, to stand within a sentence."""
    return reader.speech(f"debrief.outcome.{outcome}")


def _firsts(reader: Reader, differing: list[Decision], by_default: list[Decision]) -> list[str]:
    """Words the first difference, and those of other parties at the same simultaneous decision."""
    first, *more = differing
    kind = "table" if first.seat == TABLE_SEAT else "short" if first in by_default else "choice"
    told = [_first(reader, first, kind)]
    together = (one for one in more if one.step == first.step and one.seat not in (first.seat, TABLE_SEAT))
    return told + [_first(reader, one, "also-short" if one in by_default else "also") for one in together]


def _own_first(reader: Reader, freely: list[Decision], people: Collection[str], told: Collection[str]) -> list[str]:
    """Words the first difference of persons, unless its step was `told`; `freely`: what no short game decided."""
    steps = reader.scenario.steps
    own = [one for one in freely if one.seat in people or set(people) & _seated(steps[one.step])]
    if not own:
        return [reader.speech("debrief.first.own.none")]
    if own[0].step in told:
        return []
    return [_first(reader, own[0], "own-table" if own[0].seat == TABLE_SEAT else "own")]


def _seated(step: Step) -> set[str]:
    """Those who sit at the table of a step."""
    return set(step.body.parties) if isinstance(step.body, Table) else set()


def _first(reader: Reader, decision: Decision, kind: str) -> str:
    step = reader.scenario.steps[decision.step]
    return reader.speech(
        f"debrief.first.{kind}",
        date=reader.dates(step),
        step=unended(reader.line(step.title)),
        party=reader.inside(decision.seat) if decision.seat != TABLE_SEAT else "",
        chosen=_decided(reader, step, decision, decision.chosen, {gap.issue: gap.mine for gap in _differing(decision)}),
        record=_decided(
            reader,
            step,
            decision,
            decision.record,
            {gap.issue: gap.record for gap in _differing(decision) if gap.record},
        ),
    )


def _differing(decision: Decision) -> tuple[IssueGap, ...]:
    return tuple(gap for gap in decision.issues or () if not gap.same)


def _decided(reader: Reader, step: Step, decision: Decision, chosen: str, terms: Mapping[str, str]) -> str:
    """Words what was decided; at a table, how it ended and the terms that differ."""
    if decision.seat != TABLE_SEAT:
        return unended(reader.line(_choice(step, decision.seat).options[chosen].text))
    assert isinstance(step.body, Table)
    outcome = outcome_words(reader, chosen)
    if not terms or chosen not in AGREED:
        return outcome
    return reader.speech("debrief.first.terms", outcome=outcome, terms=package_words(reader, step.body, terms))


def _choice(step: Step, seat: str) -> Choice:
    assert isinstance(step.body, Mapping)
    return step.body[seat]


@dataclass(frozen=True, slots=True)
class _Account:
    """Tells the decisions of one game; `alone`, where the record is made up, sets nothing of it beside them."""

    reader: Reader
    game: Game
    alone: bool

    def decision(self, decision: Decision, entry: Entry, *, beyond: bool) -> Case:
        """Words one decision; `beyond` is one that history never came to, so that nothing of it is history's."""
        step = self.reader.scenario.steps[decision.step]
        if isinstance(step.body, Table):
            return self._table_case(decision, step, step.body, beyond=beyond)
        return self._choice_case(decision, step, entry, beyond=beyond)

    def _choice_case(self, decision: Decision, step: Step, entry: Entry, *, beyond: bool) -> Case:
        reader, choice = self.reader, _choice(step, decision.seat)
        chosen, recorded = choice.options[decision.chosen], choice.options[decision.record]
        short = was_spared(entry)
        pairs = [_pair(reader, "chosen.short" if short else "chosen", chosen.text, chosen.sources)]
        differs = not decision.same and not self.alone
        if differs:
            pairs.append(_pair(reader, "nearest" if beyond else "record", recorded.text, recorded.sources))
        pairs += [_pair(reader, "advocate", chosen.advocate)]
        if differs:
            pairs.append(_pair(reader, "nearest-advocate" if beyond else "other-advocate", recorded.advocate))
        pairs += [_pair(reader, "costs", chosen.costs), _pair(reader, "people", chosen.people)]
        if entry.reason and not was_taken(entry):
            pairs.append(Pair(reader.speech("debrief.decision.reason"), entry.reason))
        pairs += self._history(choice.record)
        return Case(
            heading=reader.line(step.title),
            date=reader.dates(step),
            marks=(reader.party(decision.seat), *self._marks(decision, "short" if short else "", beyond=beyond)),
            paragraphs=reader.prose(chosen.told),
            pairs=tuple(pair for pair in pairs if pair.words),
        )

    def _table_case(self, decision: Decision, step: Step, table: Table, *, beyond: bool) -> Case:
        reader, say = self.reader, self.reader.speech
        chosen, recorded = self._endings(decision, table)
        pairs = [
            Pair(say("debrief.decision.chosen"), chosen),
            *([Pair(say("debrief.decision.record"), recorded)] if recorded and not beyond else []),
            *self._history(table.record),
            *_people(reader, decision, table),
            *(_chapter_of(reader, issue) for issue in table.issues.values()),
        ]
        return Case(
            heading=talks_title(reader, self.game, step.id),
            date=table_dates(reader, self.game, decision),
            marks=(
                reader.parties(table.parties),
                *self._marks(decision, _spared_at(self.game, table), beyond=beyond),
            ),
            pairs=tuple(pair for pair in pairs if pair.words),
            grids=(*self._gaps(decision, table), *self._offers(decision, table)),
        )

    def _history(self, record: ChoiceRecord | TableRecord) -> list[Pair]:
        if self.alone:
            return []
        return [
            _pair(self.reader, "happened", record.text, record.sources),
            _pair(self.reader, "chapter", record.chapter),
        ]

    def _marks(self, decision: Decision, short: str, *, beyond: bool) -> tuple[str, ...]:
        say = self.reader.speech
        beside = "beyond" if beyond else "same" if decision.same else "differs"
        marks = [] if self.alone else [say(f"debrief.decision.{beside}")]
        if short:
            marks.append(say(f"debrief.decision.{short}"))
        if decision.retaken:
            marks.append(say("debrief.decision.retaken"))
        return tuple(marks)

    def _endings(self, decision: Decision, table: Table) -> tuple[str, str]:
        """Words how talks ended here and, if there was one, in history; where both ended alike, what terms differ."""
        reader = self.reader
        here, there = outcome_words(reader, decision.chosen), outcome_words(reader, decision.record)
        say, differing = reader.speech, _differing(decision)
        if self.alone:
            return here, ""
        if decision.chosen != decision.record or not differing:
            return here, there
        if len(differing) > _FEW_TERMS:
            return say("debrief.decision.other-terms.listed", number=say.number(len(differing)), outcome=here), there
        mine = package_words(reader, table, {gap.issue: gap.mine for gap in differing})
        record = package_words(reader, table, {gap.issue: gap.record for gap in differing if gap.record})
        return (
            say("debrief.decision.other-terms", outcome=here, terms=mine),
            say("debrief.first.terms", outcome=there, terms=record) if record else there,
        )

    def _gaps(self, decision: Decision, table: Table) -> Iterator[Grid]:
        """Sets what holds on each issue beside the record, unless neither world agreed on anything."""
        reader, say = self.reader, self.reader.speech
        if decision.chosen not in AGREED and (self.alone or decision.record not in AGREED):
            return
        rows = []
        for gap in decision.issues or ():
            issue = table.issues[gap.issue]
            mine = reader.line(issue.options[gap.mine].text)
            recorded = issue.options[gap.record] if gap.record else None
            beside = say(f"debrief.issue.{'same' if gap.same else 'differs'}")
            history = reader.line(recorded.text) if recorded else say("debrief.issue.unheld")
            sources = reader.sources(recorded.sources) if recorded else ()
            name = reader.line(issue.name)
            rows.append(Row((name, mine)) if self.alone else Row((name, mine, history, beside), sources))
        headers = tuple(
            say(f"debrief.issue{key}") for key in ("", ".mine", *(() if self.alone else (".record", ".beside")))
        )
        yield Grid(say("debrief.issues"), headers, tuple(rows), (False,) * len(headers))

    def _offers(self, decision: Decision, table: Table) -> Iterator[Grid]:
        """Where either world had no whole agreement, sets what each party last offered beside its recorded offers."""
        if decision.chosen == decision.record == Outcome.WHOLE.id:
            return
        compiled = self.game.program.tables[decision.step].table
        mine = last_offers(self.game, decision.step)
        for place, party in enumerate(table.parties):
            recorded = {} if self.alone else last_recorded_offer(compiled, place)
            if mine[party] or recorded:
                yield self._offer(table, party, mine[party], recorded)

    def _offer(self, table: Table, party: str, mine: Mapping[str, str], recorded: Mapping[str, str]) -> Grid:
        """Only issues that were spoken of here or in history have a row: most of a long conference is silence."""
        reader, say = self.reader, self.reader.speech
        rows = []
        spoken = {id_: issue for id_, issue in table.issues.items() if id_ in mine or id_ in recorded}
        for id_, issue in spoken.items():
            here, there = (
                reader.line(issue.options[terms[id_]].text) if id_ in terms else say("debrief.offer.none")
                for terms in (mine, recorded)
            )
            beside = say(f"debrief.issue.{'same' if mine.get(id_) == recorded.get(id_) else 'differs'}")
            cells = (reader.line(issue.name), here, there, beside)
            rows.append(Row(cells[:2] if self.alone else cells if mine else (cells[0], there)))
        keys = ("", ".mine") if self.alone else ("", ".mine", ".record", ".beside") if mine else ("", ".record")
        headers = tuple(say(f"debrief.issue{key}") for key in keys)
        silent = say("debrief.offer.silent") if len(spoken) < len(table.issues) and not self.alone else ""
        note = silent if mine else " ".join(filter(None, (say("debrief.offer.nothing"), silent)))
        caption = say("debrief.offer", party=reader.inside(party))
        return Grid(caption, headers, tuple(rows), (False,) * len(keys), note)


def _pair(reader: Reader, label: str, text: Text | None, sources: tuple[str, ...] = ()) -> Pair:
    return Pair(reader.speech(f"debrief.decision.{label}"), reader.line(text), reader.sources(sources))


def _people(reader: Reader, decision: Decision, table: Table) -> Iterator[Pair]:
    """Tells what the terms that hold do to people, where the talks agreed on any; the sources stand with the terms."""
    for gap in decision.issues or () if decision.chosen in AGREED else ():
        issue = table.issues[gap.issue]
        words = reader.line(issue.options[gap.mine].people)
        yield Pair(f"{reader.speech('debrief.decision.people')}: {reader.line(issue.name)}", words)


def _spared_at(game: Game, table: Table) -> str:
    """Whether the short game bargained for a person here, in all sessions that were held or in some."""
    spared = {entry.step for entry in game.path if entry.step in table.sessions and was_spared(entry)}
    held = {entry.step for entry in game.path if entry.step in table.sessions}
    return "" if not spared else "short-talks" if spared == held else "short-sessions"


def table_dates(reader: Reader, game: Game, decision: Decision) -> str:
    """Words when a table sat: from its first session to the last that was held on the path."""
    first = reader.scenario.steps[decision.step]
    last = reader.scenario.steps[game.history[decision.seq].step]
    return date_words(reader.speech, first.date, last.until or last.date)


def _chapter_of(reader: Reader, issue: Issue) -> Pair:
    label = f"{reader.speech('debrief.decision.chapter')}: {reader.line(issue.name)}"
    return Pair(label, reader.line(issue.chapter))
