"""What has happened in words, for one viewer: decisions, dice, news, the ends of talks, promises.

Talks in progress are told move by move on the table's own page (`spoken`); everything else becomes one
`Happened` a step. It is given happenings that a view has let through, and adds nothing to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from game.engine.happenings import table_of
from game.engine.moves import Choose, TableMove
from game.present.accounts import account_lines, merged
from game.present.joining import unended
from game.present.moves import choice_of, listed_offer, package_lines, talk_words
from game.present.parts import Happened, Prose
from game.present.promised import promise_words, promises_settled
from game.present.reader import Reader
from game.present.table_parts import Spoken
from game.scenario.model import Chance, Dispatch, Step
from game.scenario.table_rules import Outcome, Table

if TYPE_CHECKING:
    from game.engine.happenings import Happening

Taken = frozenset[tuple[str, str]]
"""Steps, each with a party for which the short game moved there."""
MANY_TERMS = 1
"""More terms than this are told as a list, a line for each."""
_TALK = ("table-move", "press", "absentee-refused", "session-opened", "off-agenda")


def happened(
    reader: Reader,
    fresh: Sequence[Happening],
    everything: Sequence[Happening] | None = None,
    taken: Taken = frozenset(),
) -> tuple[Happened, ...]:
    """Tells what is `fresh`; the last words of talks stand with their end, the talk itself is left to the table.

    What says nothing and changes nothing shown is left out. `everything` is what was heard before as well,
    against which offers are compared. What was `taken` for a person is marked.
    """
    seqs = {happening.seq for happening in fresh}
    lines = [line for line in spoken(reader, everything or fresh) if line.seq in seqs]
    told: list[Happened] = []
    closed = closings(fresh)
    for happening in fresh:
        if happening.kind in _TALK or (
            happening.kind == "session-closed" and (happening.seq, happening.step) in closed
        ):
            continue
        ends = happening.kind in ("session-closed", "table-closed")
        talk = tuple(line for line in lines if ends and line.step == happening.step)
        talk = talk if (happening.step, reader.seat) in taken else _since_own(talk)
        lines = [line for line in lines if not (ends and line.step == happening.step)]
        told.append(_told(reader, happening, talk, everything or fresh, taken))
    return _joined(one for one in told if one.words or one.accounts)


def _since_own(talk: tuple[Spoken, ...]) -> tuple[Spoken, ...]:
    """What was said from our own last word on: the rest was read at the table."""
    last = max((line.seq for line in talk if line.own), default=0)
    return tuple(line for line in talk if line.seq >= last)


def closings(happenings: Iterable[Happening]) -> frozenset[tuple[int, str]]:
    """Entries and sessions with which a table closed: the end of the session is told with that of the talks."""
    return frozenset((happening.seq, happening.step) for happening in happenings if happening.kind == "table-closed")


def heading(reader: Reader, happening: Happening) -> str:
    """Heads a happening: by its step, or as a promise that fell due, or as something that was not told."""
    if happening.kind == "skipped":
        return reader.speech("happened.unseen")
    if happening.kind != "promise":
        return reader.line(reader.scenario.steps[happening.step].title)
    settled = [account.column.removeprefix("promise.") for account in promises_settled(reader, happening)]
    if len(settled) != 1:
        return reader.speech("happened.promises")
    promise = reader.scenario.promises[settled[0]]
    others = reader.speech.listed([reader.inside(party) for party in promise.to])
    return reader.speech("happened.promise", by=reader.inside(promise.by), to=others)


def spoken(reader: Reader, happenings: Sequence[Happening], since: int = 0) -> tuple[Spoken, ...]:
    """Tells the talk at tables; each offer by what is new in it; those up to entry `since` are left out."""
    lines: list[Spoken] = []
    offers: dict[tuple[str, str], Mapping[str, str]] = {}
    for happening in happenings:
        table = _table(reader, happening)
        if table is None or happening.party is None or not _is_heard(happening):
            continue
        place = (table.sessions[0], happening.party)
        if happening.seq > since:
            lines.append(_spoken(reader, table, happening, offers.get(place)))
        if isinstance(happening.move, TableMove) and happening.move.kind == "propose":
            offers[place] = {**offers.get(place, {}), **happening.move.terms}
    return _each_once(lines)


def _each_once(lines: Iterable[Spoken]) -> tuple[Spoken, ...]:
    """Leaves out what is said twice with one move, such as a refusal that is the same for several issues."""
    return tuple({(line.seq, line.party, line.words): line for line in lines}.values())


def _is_heard(happening: Happening) -> bool:
    """Whether it is talk; pressing is told once, with what comes of it."""
    pressing = isinstance(happening.move, TableMove) and happening.move.kind == "press"
    return happening.kind in ("press", "absentee-refused") or (happening.kind == "table-move" and not pressing)


def _joined(told: Iterable[Happened]) -> tuple[Happened, ...]:
    """Joins what follows each other at one step, such as decisions taken at the same time."""
    joined: list[Happened] = []
    for one in told:
        last = joined[-1] if joined else None
        if last is not None and (last.step, last.title) == (one.step, one.title):
            accounts = merged((*last.accounts, *one.accounts))
            joined[-1] = replace(last, words=last.words + one.words, accounts=accounts, lines=last.lines + one.lines)
        else:
            joined.append(one)
    return tuple(joined)


def _spoken(reader: Reader, table: Table, happening: Happening, before: Mapping[str, str] | None) -> Spoken:
    assert happening.party is not None
    words, lead, terms = "", "", tuple[str, ...]()
    if isinstance(happening.move, TableMove):
        words = talk_words(reader, table, happening.party, happening.move, before)
        lead, terms = listed_offer(reader, table, happening.party, happening.move, before)
    if happening.kind == "press" and table.press is not None:
        words = f"{words} {reader.line(table.press.outcomes[happening.outcome].text)}".strip()
    if happening.kind == "absentee-refused":
        words = _refusal(reader, table, happening.party, happening.outcome)
    return Spoken(
        seq=happening.seq,
        step=happening.step,
        party=happening.party,
        name=reader.party(happening.party),
        own=happening.party == reader.seat,
        words=words,
        accounts=account_lines(reader, happening.accounts),
        lead=lead,
        terms=terms,
    )


def _refusal(reader: Reader, table: Table, party: str, issue: str) -> str:
    """Who refused its consent from afar, on what, and in what words."""
    absentee = table.issues[issue].absent[party]
    name = reader.inside_line(table.issues[issue].name)
    return reader.speech("spoken.refused", party=reader.party(party), issue=name, refusal=reader.line(absentee.refusal))


def _told(
    reader: Reader, happening: Happening, talk: tuple[Spoken, ...], everything: Sequence[Happening], taken: Taken
) -> Happened:
    step = reader.scenario.steps[happening.step]
    unanswered = _unanswered(reader, happening, everything)
    ended = _ended_by(reader, happening, everything)
    left = _left_the_agenda(reader, happening, everything)
    event = event_words(reader, step, happening, taken)
    words = (*ended, *unanswered, *event, *left, *promise_words(reader, happening))
    return Happened(
        step=step.id,
        date=reader.dates(step),
        title=heading(reader, happening),
        words=(*(line.words for line in talk), *words),
        spoken=talk,
        accounts=merged((*(one for line in talk for one in line.accounts), *account_lines(reader, happening.accounts))),
        lines=(*_settled_lines(reader, happening), *agreed_lines(reader, happening)),
    )


def event_words(reader: Reader, step: Step, happening: Happening, taken: Taken = frozenset()) -> Prose:
    """Tells a happening itself, without the promises that came of it; the talk at tables is told as `spoken`."""
    match happening.kind:
        case "choice":
            return _choice_words(reader, step, happening, taken)
        case "chance":
            return _chance_words(reader, step, happening)
        case "dispatch":
            return reader.prose(step.body.text) if isinstance(step.body, Dispatch) else ()
        case "session-closed":
            return _session_words(reader, step, happening.outcome)
        case "absentee-refused":
            table = table_of(step, reader.scenario)
            return (_refusal(reader, table, happening.party, happening.outcome),) if table and happening.party else ()
        case "table-closed":
            return _closing_words(reader, step, happening)
    return ()


def _choice_words(reader: Reader, step: Step, happening: Happening, taken: Taken) -> Prose:
    choice = choice_of(step, happening.party or "")
    if choice is None or not isinstance(happening.move, Choose) or happening.party is None:
        return ()
    option = choice.options[happening.move.option]
    who = "own" if happening.party == reader.seat else "other"
    key = f"chosen.{who}.short" if (step.id, happening.party) in taken else f"chosen.{who}"
    first = reader.speech(key, party=reader.party(happening.party), option=unended(reader.line(option.text)))
    return (first, *reader.prose(option.told))


def _chance_words(reader: Reader, step: Step, happening: Happening) -> Prose:
    if not isinstance(step.body, Chance):
        return ()
    return reader.prose(step.body.outcomes[happening.outcome].text)


def _ended_by(reader: Reader, closing: Happening, everything: Sequence[Happening]) -> Prose:
    """Says why a session ended where nobody ended it: its hours, its agenda or its rounds ran out."""
    if closing.kind not in ("session-closed", "table-closed"):
        return ()
    place = (closing.seq, closing.step, "session-closed")
    why = next((one.outcome for one in everything if (one.seq, one.step, one.kind) == place), "")
    last = _last_move(closing, everything)
    ran_out = closing.kind == "session-closed" and last is not None and last.kind not in ("adjourn", "walk-out")
    if not why and not ran_out:
        return ()
    return (reader.speech(f"session.why.{why or 'rounds'}"),)


def _unanswered(reader: Reader, closing: Happening, everything: Sequence[Happening]) -> Prose:
    """Says so where a session ran out after an offer that nobody had a turn left to answer."""
    last = _last_move(closing, everything) if closing.kind == "session-closed" else None
    if last is None or last.kind != "propose":
        return ()
    party = next(one.party for one in reversed(everything) if one.move is last and one.party is not None)
    who, table = "own" if party == reader.seat else "other", _table(reader, closing)
    leaves = ".leaves" if table is not None and table.unmoved_leave else ""
    return (reader.speech(f"session.unanswered.{who}{leaves}", party=reader.inside(party)),)


def _left_the_agenda(reader: Reader, closing: Happening, everything: Sequence[Happening]) -> Prose:
    """Says which issues left the agenda as a session ended, because nobody had moved."""
    table = _table(reader, closing) if closing.kind == "session-closed" else None
    place = (closing.seq, closing.step, "off-agenda")
    left = [one.outcome for one in everything if (one.seq, one.step, one.kind) == place]
    if table is None or not left:
        return ()
    names = [reader.line(table.issues[issue].name) for issue in left]
    issues = reader.speech("terms.between").join(names)
    return (reader.speech.count("session.left", len(names), issues=issues),)


def _last_move(closing: Happening, everything: Sequence[Happening]) -> TableMove | None:
    """The last move of the session that ended so, as far as it was heard."""
    moves = [one.move for one in everything if one.step == closing.step and one.seq <= closing.seq]
    return next((move for move in reversed(moves) if isinstance(move, TableMove)), None)


def _session_words(reader: Reader, step: Step, why: str) -> Prose:
    """That a session is over, and when the talks go on; of the last, its end tells with the talks."""
    table = table_of(step, reader.scenario)
    if table is None or step.id == table.sessions[-1]:
        return ()
    later = reader.scenario.steps[table.sessions[table.sessions.index(step.id) + 1]]
    terms = settled_so_far(reader, table, step)
    settled = (_listed_or_told(reader, "session.settled", terms),) if terms else ()
    stay = table.agenda is not None and not table.unmoved_leave and why != "agenda-done"
    stays = (reader.speech("session.stays"),) if stay else ()
    return (*settled, reader.speech("session.closed", date=reader.dates(later)), *stays)


def settled_so_far(reader: Reader, table: Table, step: Step) -> Prose:
    """The terms initialled by the end of a session, as long as no later one has gone beyond its agenda."""
    seen = reader.view.talks(table.sessions[0])
    if seen is None or not seen.initialled:
        return ()
    later = seen.session_number - table.sessions.index(step.id)
    if later and not (later == 1 and seen.nominating):
        return ()
    return package_lines(reader, table, seen.initialled)


def _settled_lines(reader: Reader, happening: Happening) -> Prose:
    """What was settled by the end of a session that was not the last, a line for each term."""
    table = _table(reader, happening) if happening.kind == "session-closed" else None
    if table is None or happening.step == table.sessions[-1]:
        return ()
    lines = settled_so_far(reader, table, reader.scenario.steps[happening.step])
    return lines if len(lines) > MANY_TERMS else ()


def _listed_or_told(reader: Reader, key: str, lines: Prose) -> str:
    """A sentence that holds the terms, or that says that they are listed below it."""
    if len(lines) > MANY_TERMS:
        return reader.speech(f"{key}.below")
    return reader.speech(key, terms=reader.speech("terms.between").join(lines))


def _closing_words(reader: Reader, step: Step, happening: Happening) -> Prose:
    table = table_of(step, reader.scenario)
    if table is None:
        return ()
    end = table.ends.get(Outcome[happening.outcome.upper().replace("-", "_")])
    first = reader.speech(f"closed.{happening.outcome}")
    lines = _agreed(reader, table, happening)
    agreed = (_listed_or_told(reader, "closed.terms", lines),) if lines else ()
    return (first, *agreed, *(reader.prose(end.text) if end else ()))


def agreed_lines(reader: Reader, happening: Happening) -> Prose:
    """The terms of an agreement, a line for each; a single one stands in its sentence."""
    table = _table(reader, happening) if happening.kind == "table-closed" else None
    lines = _agreed(reader, table, happening) if table is not None else ()
    return lines if len(lines) > MANY_TERMS else ()


def _agreed(reader: Reader, table: Table, happening: Happening) -> Prose:
    """The terms that hold now that the table is closed, those left open at their unsettled option."""
    terms = {}
    if happening.outcome not in ("whole", "partial"):
        return ()
    for issue in table.issues:
        column = f"agreed.{table.sessions[0]}.{issue}"
        word = reader.view.word(column) if reader.view.knows(column) == "known" else ""
        if word in table.issues[issue].options:
            terms[issue] = word
    return package_lines(reader, table, terms)


def _table(reader: Reader, happening: Happening) -> Table | None:
    return table_of(reader.scenario.steps[happening.step], reader.scenario)
