"""The debrief's look at conferences: who put what on the table, what it took of the hours, and the words agreed upon.

What each side read into elastic words was its own affair while the talks went on; here the readings stand side by side,
with what came of them. Tables without an agenda, hours or elastic words have nothing to say here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.analysis.moments import copy_of
from game.engine.game import Game
from game.engine.happenings import Happening
from game.engine.history import CHANCE, Entry
from game.engine.moves import ACCEPT, TableMove
from game.present.debrief_parts import Case, Grid, Pair, Row, Section
from game.present.joining import ended, unended
from game.present.moves import package_words
from game.present.parts import Prose
from game.present.reader import Reader
from game.scenario.cast import PromiseState
from game.scenario.model import FACILITATOR, Step
from game.scenario.table_rules import Issue, IssueOption, Table, Wording


@dataclass(frozen=True, slots=True)
class _Session:
    """One session that was held: its moves, the hours they took, and what was initialled in it."""

    step: Step
    entries: tuple[Entry, ...]
    hours: int
    settled: Mapping[str, str]


def conferences(reader: Reader, game: Game) -> Section:
    """Tells of every table with an agenda or hours how its sessions went."""
    cases = tuple(
        _conference(reader, game, step, step.body)
        for step in reader.scenario.steps.values()
        if isinstance(step.body, Table) and (step.body.agenda or step.body.hours) and _entries(game, step.body)
    )
    return Section("conferences", reader.speech("debrief.conferences"), cases)


def words_read(reader: Reader, game: Game) -> Section:
    """Sets what each side read into the elastic words that were agreed beside what the others did."""
    cases = tuple(case for step in reader.scenario.steps.values() for case in _clauses(reader, game, step))
    return Section("words", reader.speech("debrief.words"), cases)


def _conference(reader: Reader, game: Game, step: Step, table: Table) -> Case:
    sessions = list(_sessions(reader, game, table))
    agenda, left = ["agenda"] if table.agenda else [], ["left"] if table.unmoved_leave else []
    headers = ["session", *agenda, "settled", *left, *(["hours"] if table.hours else []), "end"]
    rows = tuple(_row(reader, game, table, session) for session in sessions)
    grid = Grid("", tuple(reader.speech(f"debrief.conference.{key}") for key in headers), rows, (False,) * len(headers))
    heard = [one for one in game.happenings if one.kind == "absentee-refused" and one.step in table.sessions]
    return Case(
        heading=reader.line(step.title),
        paragraphs=tuple(dict.fromkeys(_refusal(reader, table, one) for one in heard)),
        grids=(grid,),
    )


def _row(reader: Reader, game: Game, table: Table, session: _Session) -> Row:
    say, nothing = reader.speech, reader.speech("debrief.conference.nothing")
    cells = [reader.line(session.step.title)]
    if table.agenda:
        cells.append(" ".join(_nominations(reader, table, session)) or nothing)
    cells.append(package_words(reader, table, session.settled) or nothing)
    if table.unmoved_leave:
        cells.append(_left(reader, game, table, session) or nothing)
    if table.hours:
        total = table.hours.sessions[session.step.id]
        cells.append(say("debrief.conference.hours-used", used=min(session.hours, total), of=total))
    return Row((*cells, _end(reader, game, session)))


def _left(reader: Reader, game: Game, table: Table, session: _Session) -> str:
    """The issues that left the agenda as a session ended."""
    place = (session.step.id, "off-agenda")
    left = [one.outcome for one in game.happenings if (one.step, one.kind) == place]
    return reader.speech("terms.between").join(reader.line(table.issues[issue].name) for issue in left)


def _nominations(reader: Reader, table: Table, session: _Session) -> Iterator[str]:
    for entry in session.entries:
        if isinstance(entry.move, TableMove) and entry.move.issues:
            names = (reader.line(table.issues[issue].name) for issue in entry.move.issues)
            issues = reader.speech("terms.between").join(names)
            yield reader.speech("debrief.conference.put", party=reader.party(entry.seat), issues=issues)


def _end(reader: Reader, game: Game, session: _Session) -> str:
    """Why a session ended: its hours or its agenda, a party that left, or its rounds."""
    told = (one.outcome for one in game.happenings if (one.step, one.kind) == (session.step.id, "session-closed"))
    why = next(told, "")
    last = session.entries[-1]
    left = isinstance(last.move, TableMove) and last.move.kind in ("adjourn", "walk-out")
    if not why and left and isinstance(last.move, TableMove):
        return reader.speech(f"debrief.conference.end.{last.move.kind}", party=reader.inside(last.seat))
    if last.move == ACCEPT and not why:
        return reader.speech("debrief.conference.end.settled")
    return reader.speech(f"debrief.conference.end.{why or 'rounds'}")


def _refusal(reader: Reader, table: Table, refused: Happening) -> str:
    issue, party = table.issues[refused.outcome], refused.party or ""
    words = reader.line(issue.absent[party].refusal)
    return reader.speech(
        "debrief.conference.refused", party=reader.party(party), issue=reader.line(issue.name), words=words
    )


def _sessions(reader: Reader, game: Game, table: Table) -> Iterator[_Session]:
    """The sessions that were held, in order; the state before and after each move is looked up on a copy."""
    copy, before = copy_of(game), dict[str, str]()
    for id_ in table.sessions:
        entries = tuple(entry for entry in _entries(game, table) if entry.step == id_)
        if entries:
            hours = sum(_takes(copy, table, entry) for entry in entries) if table.hours else 0
            after = _initialled_after(copy, table, entries[-1])
            settled = {issue: option for issue, option in after.items() if issue not in before}
            yield _Session(reader.scenario.steps[id_], entries, hours, settled)
            before = after


def _initialled_after(copy: Game, table: Table, entry: Entry) -> dict[str, str]:
    """What was initialled once a move was made; of the move that closed a table, by what stood before it."""
    copy.go_to(entry.seq)
    seen = copy.view(FACILITATOR).talks(table.sessions[0])
    if seen is not None:
        return dict(seen.initialled)
    copy.go_to(entry.parent)
    seen = copy.view(FACILITATOR).talks(table.sessions[0])
    if seen is None:
        return {}
    consents = {*seen.consents, entry.seat} if entry.move == ACCEPT else set[str]()
    signed = {issue: option for issue, option in seen.standing.items() if consents >= {*table.issues[issue].binds}}
    return {**seen.initialled, **signed}


def _entries(game: Game, table: Table) -> list[Entry]:
    return [entry for entry in game.path if entry.step in table.sessions and entry.seat != CHANCE]


def _takes(copy: Game, table: Table, entry: Entry) -> int:
    """The hours that a move took."""
    hours, move = table.hours, entry.move
    assert hours is not None and isinstance(move, TableMove)
    if move.kind != "propose":
        return {"nominate": hours.nominate, "accept": hours.accept, "press": hours.press}.get(move.kind, 0)
    copy.go_to(entry.parent)
    seen = copy.view(FACILITATOR).talks(table.sessions[0])
    standing = seen.standing if seen is not None else {}
    new = [table.issues[issue].options[option] for issue, option in move.terms.items() if standing.get(issue) != option]
    return hours.propose + hours.plain * sum(option.wording is Wording.PLAIN for option in new)


def _clauses(reader: Reader, game: Game, step: Step) -> Iterator[Case]:
    if not isinstance(step.body, Table):
        return
    values = game.values()
    for issue in step.body.issues.values():
        number = values.get(f"agreed.{step.id}.{issue.id}", 0)
        option = next((one for one in issue.options.values() if one.number == number), None)
        if option is not None and option.wording is Wording.ELASTIC:
            yield _clause(reader, game, step, issue, option)


def _clause(reader: Reader, game: Game, step: Step, issue: Issue, option: IssueOption) -> Case:
    say = reader.speech
    headers = (say("debrief.words.party"), say("debrief.words.read"))
    rows = tuple(Row((reader.party(party), reader.line(reads))) for party, reads in option.reads.items())
    came = Pair(say("debrief.words.came"), " ".join(_came_of(reader, game, option)))
    return Case(
        heading=reader.line(issue.name),
        date=reader.line(step.title),
        paragraphs=(say("debrief.words.clause", words=unended(reader.line(option.text))),),
        pairs=(came,) if came.words else (),
        grids=(Grid("", headers, rows, (False, False)),),
        sources=reader.sources(option.sources),
    )


def _came_of(reader: Reader, game: Game, option: IssueOption) -> Prose:
    """What became of the promises that the words made."""
    values = game.values()
    made = dict.fromkeys(effect.column for effect in option.effects if effect.column.startswith("promise."))
    return tuple(
        reader.speech(
            "debrief.words.promise",
            promise=ended(reader.line(reader.scenario.promises[column.removeprefix("promise.")].text)),
            state=reader.speech(f"debrief.promise.state.{PromiseState(values[column]).id}"),
        )
        for column in made
        if values[column] != PromiseState.NOT_MADE
    )
