"""The agenda and the hours of a table as lines of its page, and what the words of an option are.

Made from what a view holds of the talks; what may be done with them is `game.present.conference`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from game.engine.legality import LegalTable
from game.engine.moves import TableMove
from game.present.moves import table_move_words
from game.present.reader import Reader
from game.present.table_parts import AgendaLine, HoursLine
from game.scenario.table_rules import Issue, IssueOption, Table, Wording

if TYPE_CHECKING:
    from game.engine.happenings import Happening
    from game.engine.views import TableView


def agenda_line(
    reader: Reader, seen: TableView, table: Table, legal: LegalTable, talk: Iterable[Happening]
) -> AgendaLine | None:
    """The agenda of the session; None at a table without one."""
    if table.agenda is None:
        return None
    nominable = legal.open_issues if seen.nominating else ()
    here = [one for one in talk if one.step == seen.session]
    return AgendaLine(
        nominating=seen.nominating,
        words=tuple(_agenda_words(reader, seen, table, legal)) if seen.nominating else (),
        live=seen.live,
        nominable=nominable,
        places=min(legal.places, len(nominable)),
        nominated=tuple(
            table_move_words(reader, table, one.party, one.move)
            for one in here
            if one.party and isinstance(one.move, TableMove) and one.move.kind == "nominate"
        ),
        unmoved_leave=table.unmoved_leave,
    )


def put_on_the_agenda(talk: Iterable[Happening]) -> dict[str, str]:
    """Who put each issue on the agenda, by issue."""
    return {
        issue: one.party
        for one in talk
        if one.party and one.kind == "table-move" and isinstance(one.move, TableMove)
        for issue in one.move.issues
    }


def hours_line(reader: Reader, seen: TableView, table: Table) -> HoursLine | None:
    """The hours of the session; None at a table without them."""
    hours = table.hours
    if hours is None or seen.hours_left is None:
        return None
    total = hours.sessions[seen.session]
    costs = reader.speech("terms.between").join(_costs(reader, table))
    return HoursLine(
        words=_left(reader, seen.hours_left, total),
        costs=reader.speech("hours.costs", costs=f"{costs[:1].upper()}{costs[1:]}") if costs else "",
        left=seen.hours_left,
        of=total,
        nominate=hours.nominate,
        propose=hours.propose,
        accept=hours.accept,
        press=hours.press,
        plain=hours.plain,
        closing=seen.session == seen.sessions[-1],
    )


def _left(reader: Reader, left: int, total: int) -> str:
    of = reader.speech.number(total)
    return reader.speech("hours.left.all", of=of) if left == total else reader.speech.count("hours.left", left, of=of)


def wording_words(reader: Reader, option: IssueOption) -> str:
    """Says whether an option's words are plain or elastic; empty where they are neither."""
    return "" if option.wording is Wording.NEITHER else reader.speech(f"wording.{option.wording.id}")


def absent_words(reader: Reader, seen: TableView, issue: Issue, option: IssueOption) -> str:
    """Says whose consent an option needs from afar, or that it was refused."""
    asked = [party for party, absentee in issue.absent.items() if option.id in absentee.to]
    if not asked:
        return ""
    key = "refused" if option.id in seen.refused.get(issue.id, ()) else "needs"
    return " ".join(
        reader.speech(f"absent.{key}", party=reader.party(party) if key == "refused" else reader.inside(party))
        for party in asked
    )


def _agenda_words(reader: Reader, seen: TableView, table: Table, legal: LegalTable) -> Iterator[str]:
    say = reader.speech
    assert table.agenda is not None
    if seen.session_number == 0:
        key = "agenda.leaves" if table.unmoved_leave else "agenda.stays"
        stays = (key,) if len(seen.sessions) > 1 else ()
        yield " ".join(say(key) for key in ("agenda.purpose", *stays, "agenda.default"))
    holds = say.count("agenda.holds", table.agenda.live)
    yield f"{holds} {_on_it(reader, seen, table)} {_places(reader, legal)}"


def _on_it(reader: Reader, seen: TableView, table: Table) -> str:
    """What is on the agenda by now, and how much more it takes; while it is empty the latter is not worth saying."""
    say = reader.speech
    if not seen.live:
        return say("agenda.live.nothing")
    live = say("terms.between").join(reader.line(table.issues[issue].name) for issue in seen.live)
    room = say.count("agenda.room", seen.room) if seen.room else say("agenda.room.none")
    return f"{say('agenda.live', issues=live)} {room}"


def _places(reader: Reader, legal: LegalTable) -> str:
    if not legal.open_issues:
        return reader.speech("agenda.places.nothing")
    if not legal.places:
        return reader.speech("agenda.places.none")
    return reader.speech.count("agenda.places", min(legal.places, len(legal.open_issues)))


def _costs(reader: Reader, table: Table) -> Iterator[str]:
    hours = table.hours
    assert hours is not None
    if hours.propose or hours.plain:
        first = reader.speech("hours.cost.propose", number=hours.propose or reader.speech("hours.cost.nothing"))
        more = reader.speech("hours.cost.plain", number=hours.plain)
        yield reader.speech("hours.first", first=first, second=more) if hours.plain else first
    if hours.press and table.press is not None:
        yield reader.speech("hours.cost.press", number=hours.press)
    if hours.accept:
        yield reader.speech("hours.cost.accept", number=hours.accept)
    if hours.nominate:
        yield reader.speech("hours.cost.nominate", number=hours.nominate)
