"""The page of a turn at a table: the grid of issues, what stands, one's own walk-away value, what was said.

Values are the viewer's own, in words and as numbers; of the others it shows what they asked and offered and
what they say in public. Nothing here knows what a style thinks.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from game.engine.legality import LegalTable
from game.present.choosing import adviser_lines, step_figures
from game.present.conference_lines import (
    absent_words,
    agenda_line,
    hours_line,
    put_on_the_agenda,
    wording_words,
)
from game.present.desk import document_lines
from game.present.happened import spoken
from game.present.joining import unended
from game.present.page import Seat, TablePage
from game.present.reader import Reader
from game.present.said_alike import said_alike
from game.present.scales import importance, worth
from game.present.table_actions import last_word, table_actions
from game.present.table_parts import IssueLine, Position, StandingOffer, TermOption
from game.present.valuing import linkage_lines, package_worth, parting_words, red_line, walk_away_line
from game.scenario.cast import Advice
from game.scenario.model import Step
from game.scenario.table_rules import Issue, IssueOption, Table, Wording

if TYPE_CHECKING:
    from game.engine.views import TableView


def table_page(
    reader: Reader,
    step: Step,
    table: Table,
    legal: LegalTable,
    *,
    moved: Mapping[str, int],
    read: Collection[str] = (),
    since: int = 0,
) -> TablePage:
    """Makes the page of a turn at a table; what was said up to entry `since` is left out of `spoken`."""
    seen = reader.view.table
    assert seen is not None
    own = reader.seat
    talk = [one for one in reader.view.happenings() if one.step == step.id or one.step in table.sessions]
    put_by = put_on_the_agenda(talk)
    return TablePage(
        title=reader.line(step.title),
        date=reader.dates(step, stated=True),
        seat=Seat(own, reader.party(own)),
        step=step.id,
        situation=reader.prose(step.text),
        fresh=not any(one.step == step.id and one.kind == "table-move" and one.party == own for one in talk),
        session=_session(reader, seen),
        round=_round(reader, seen),
        turns=_turns(reader, seen),
        agreement=reader.speech(f"table.agreement.{table.agreement}"),
        figures=step_figures(reader, step, moved),
        documents=document_lines(reader, read, at=step.id),
        instructions=reader.prose(table.instructions.get(own)),
        advisers=adviser_lines(reader, own, _to_be_done(seen, table, legal), None),
        issues=tuple(_issue(reader, seen, table, issue, put_by) for issue in table.issues.values()),
        linkages=linkage_lines(reader, seen, table),
        spoken=tuple(line for line in spoken(reader, talk, since) if line.step == step.id),
        standing=_standing(reader, seen, table),
        walk_away=walk_away_line(reader, seen, table),
        parting=parting_words(reader, seen, table),
        whole=table.agreement == "whole",
        final=seen.final,
        open_issues=() if seen.nominating else legal.open_issues,
        standing_terms=seen.standing,
        own_last=_open_terms(seen, own),
        their_last=_their_last(seen, own),
        sources=reader.sources(step.sources),
        actions=table_actions(reader, seen, table, legal),
        agenda=agenda_line(reader, seen, table, legal, talk),
        hours=hours_line(reader, seen, table),
        later=seen.session_number > 0,
        alike=said_alike(reader, seen, table, legal),
    )


def _to_be_done(seen: TableView, table: Table, legal: LegalTable) -> tuple[Advice, ...]:
    """The advice that can still be followed: nobody advises an offer, or consent to one, when none can come any more.

    While offers can be made, consent is spoken of before anything stands, and not while only what we offered does.
    While the agenda is made the whole session lies ahead, and it is said what it is about.
    """
    if "nominate" in legal.kinds:
        return table.advice
    awaited = "propose" in legal.kinds and not seen.standing
    possible = {"hold", *legal.kinds, *(("accept",) if awaited else ())}
    return tuple(one for one in table.advice if one.recommends in possible)


def _session(reader: Reader, seen: TableView) -> str:
    if len(seen.sessions) == 1:
        return reader.speech("table.session.only")
    number, total = seen.session_number + 1, len(seen.sessions)
    ordinal = reader.speech.ordinal(number)
    held = all(reader.scenario.steps[later].when is None for later in seen.sessions[number:])
    key = "table.session" if held else "table.session.at-most"
    return reader.speech(key, session=ordinal.capitalize(), sessions=total)


def _round(reader: Reader, seen: TableView) -> str:
    if seen.nominating:
        return reader.speech("agenda.of-session")
    return reader.speech("table.round", round=seen.round + 1, rounds=seen.rounds)


def _turns(reader: Reader, seen: TableView) -> str:
    """Says how often we may still propose; the last word of the last mover of all is none of those turns."""
    if seen.final:
        return last_word(reader, seen)
    if seen.parties[-1] == reader.seat:
        return reader.speech.count("table.turns.then-last-word", seen.turns_left - 1)
    by_hours = "" if seen.hours_left is None else ".hours"
    return reader.speech.count(f"table.turns{by_hours}", seen.turns_left)


def _issue(reader: Reader, seen: TableView, table: Table, issue: Issue, put_by: Mapping[str, str]) -> IssueLine:
    weight = seen.weights.get(issue.id, 0)
    heaviest = max(seen.weights.values(), default=1)
    others = [party for party in table.parties if party not in issue.binds]
    return IssueLine(
        id=issue.id,
        name=reader.line(issue.name),
        importance=importance(reader.speech, weight, heaviest),
        weight=weight,
        options=tuple(_option(reader, seen, table, issue, option) for option in issue.options.values()),
        positions=tuple(_position(reader, seen, issue, party) for party in table.parties),
        standing=seen.standing.get(issue.id, ""),
        settled=seen.initialled.get(issue.id, ""),
        unsettled=issue.unsettled,
        bound=reader.speech.listed([reader.inside(party) for party in issue.binds]) if others else "",
        live=issue.id in seen.live,
        put_by=reader.inside(put_by[issue.id]) if issue.id in put_by else "",
    )


def _option(reader: Reader, seen: TableView, table: Table, issue: Issue, option: IssueOption) -> TermOption:
    value = seen.values.get(issue.id, {}).get(option.id, 0)
    return TermOption(
        id=option.id,
        number=option.number,
        text=unended(reader.line(option.text)),
        worth=worth(reader.speech, value) if seen.weights.get(issue.id, 0) else reader.speech("importance.indifferent"),
        value=value,
        sources=reader.sources(option.sources),
        wording=wording_words(reader, option),
        reads=reader.line(option.reads.get(reader.seat)),
        absent=absent_words(reader, seen, issue, option),
        people=reader.line(option.people),
        plain=option.wording is Wording.PLAIN,
        red_line=red_line(reader, seen, table, issue.id, option),
    )


def _position(reader: Reader, seen: TableView, issue: Issue, party: str) -> Position:
    consents = party in seen.consents and issue.id in seen.standing
    offered = seen.standing[issue.id] if consents else seen.positions.get(party, {}).get(issue.id, "")
    return Position(
        party=party,
        name=reader.party(party),
        own=party == reader.seat,
        option=offered,
        text=unended(reader.line(issue.options[offered].text)) if offered else "",
        said=reader.line(issue.positions.get(party)),
    )


def _standing(reader: Reader, seen: TableView, table: Table) -> StandingOffer | None:
    if seen.proposer is None or not seen.standing:
        return None
    bound = {party for issue in seen.standing for party in table.issues[issue].binds}
    awaited = [party for party in table.parties if party in bound and party not in seen.consents]
    return StandingOffer(
        party=seen.proposer,
        proposer=reader.inside(seen.proposer),
        own=seen.proposer == reader.seat,
        awaited=reader.speech.listed([reader.inside(party) for party in awaited]),
        worth=package_worth(reader, seen, seen.standing),
        consents=seen.consents,
    )


def _open_terms(seen: TableView, party: str) -> dict[str, str]:
    offered = seen.positions.get(party, {})
    return {issue: offered[issue] for issue in seen.open_issues if issue in offered}


def _their_last(seen: TableView, own: str) -> dict[str, str]:
    """What the others asked last: of the one whose package stands, else of the first who has asked at all."""
    others = [party for party in seen.parties if party != own]
    others.sort(key=lambda party: party != seen.proposer)
    return next((terms for terms in (_open_terms(seen, party) for party in others) if terms), {})
