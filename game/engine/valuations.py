"""A table of a scenario in numbers: options, bonds, each party's values, linkages and the recorded moves.

It bridges the file's words and the bargaining floor, which knows arrays only.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.engine.conference import CompiledAbsentee, Conference
from game.engine.emit import Emitter
from game.engine.moves import TABLE_KINDS
from game.engine.tables import CompiledTable, RecordedMove
from game.negotiation.worths import Holds, Packages, Valuation
from game.scenario.model import Scenario
from game.scenario.reads import columns_read
from game.scenario.table_rules import Absentee, Issue, Table, TableMove, Wording
from game.scenario.tree import Condition


def compile_table(step: str, table: Table, scenario: Scenario, namespace: Mapping[str, object]) -> CompiledTable:
    """Compiles the rules of one table; `namespace` holds the names that generated source may use."""
    issues = tuple(table.issues)
    press = table.press
    return CompiledTable(
        step=step,
        parties=table.parties,
        whole=table.agreement == "whole",
        issues=issues,
        options=tuple(tuple(issue.options) for issue in table.issues.values()),
        binds=tuple(sum(1 << table.parties.index(p) for p in issue.binds) for issue in table.issues.values()),
        unsettled=tuple(issue.options[issue.unsettled].number for issue in table.issues.values()),
        valuations=tuple(_valuations(table, party, scenario, namespace) for party in table.parties),
        sessions=table.sessions,
        rounds=tuple(table.rounds[session] for session in table.sessions),
        pressers=sum(1 << table.parties.index(party) for party in press.parties) if press else 0,
        press_points=tuple(outcome.points for outcome in press.outcomes.values()) if press else (),
        record=tuple(
            tuple(_recorded(table, move) for move in table.record.moves.get(session, ())) for session in table.sessions
        ),
        record_outcome=table.record.outcome,
        press_once=press is not None and press.limit == "table",
        wordings=_wordings(table),
        conference=_conference(table),
        partners=_partners(table, scenario),
        tells_who_walked_out=f"walked-out.{step}" in scenario.columns,
        tells_who_backed_down=any(name.startswith(f"backed-down.{step}.") for name in scenario.columns),
    )


def absentees_of(table: Table) -> list[tuple[Issue, str, Absentee]]:
    """Lists every issue's absentees, in the order in which a table numbers them."""
    return [(issue, party, absentee) for issue in table.issues.values() for party, absentee in issue.absent.items()]


def _partners(table: Table, scenario: Scenario) -> tuple[int, ...]:
    """Tells for each party which others of the table are on a side with it; a side alone at a table is none."""
    found = [0] * len(table.parties)
    for side in scenario.sides.values():
        places = [place for place, party in enumerate(table.parties) if party in side]
        if len(places) < len(found):
            for place in places:
                found[place] |= sum(1 << other for other in places if other != place)
    return tuple(found) if any(found) else ()


def _wordings(table: Table) -> tuple[tuple[int, ...], ...]:
    """Numbers the words of every option; nothing where a table has options in neither plain nor elastic words."""
    wordings = [[option.wording for option in issue.options.values()] for issue in table.issues.values()]
    by_issue = tuple(tuple(map(int, words)) if any(map(_is_worded, words)) else () for words in wordings)
    return by_issue if any(by_issue) else ()


def _is_worded(wording: Wording) -> bool:
    return wording is not Wording.NEITHER


def _conference(table: Table) -> Conference | None:
    """Compiles the agenda, the hours and the absentees; None where there is nothing of them."""
    agenda, hours, absentees = table.agenda, table.hours, absentees_of(table)
    if agenda is None and hours is None and not absentees:
        return None
    costs = (0, hours.propose, hours.accept, hours.press, 0, 0, hours.nominate) if hours else (0,) * 7
    places = list(table.issues)
    return Conference(
        live=agenda.live if agenda else 0,
        each=agenda.each if agenda else 0,
        unmoved_leave=table.unmoved_leave,
        hours=tuple(hours.sessions[session] for session in table.sessions) if hours else (),
        costs=costs,
        plain_cost=hours.plain if hours else 0,
        plain=tuple(_plain_options(issue) for issue in table.issues.values()),
        absentees=tuple(
            CompiledAbsentee(party, places.index(issue.id), sum(1 << issue.options[id_].number - 1 for id_ in one.to))
            for issue, party, one in absentees
        ),
    )


def _plain_options(issue: Issue) -> int:
    return sum(1 << option.number - 1 for option in issue.options.values() if option.wording is Wording.PLAIN)


def _valuations(table: Table, party: str, scenario: Scenario, namespace: Mapping[str, object]) -> tuple[Valuation, ...]:
    variable = table.values_by.get(party)
    keys = scenario.columns[variable].values if variable else ("",)
    own = [linkage for linkage in table.linkages if linkage.party == party]
    linkages = tuple((_holds(table, linkage.when, namespace), linkage.add) for linkage in own)
    linked_issues = tuple(_issues_read(table, linkage.when) for linkage in own)
    return tuple(_valuation(table, party, key, linkages, linked_issues) for key in keys or ("",))


def _valuation(
    table: Table,
    party: str,
    key: str,
    linkages: tuple[tuple[Holds, int], ...],
    linked_issues: tuple[tuple[int, ...], ...],
) -> Valuation:
    scores, unsettled, total = [], [], 0
    for issue in table.issues.values():
        weight = issue.weight[party].get(key, issue.weight[party].get("", 0))
        values = issue.values[party].get(key) or issue.values[party][""]
        open_value = values[issue.options[issue.unsettled].number - 1]
        scores.append(np.array([open_value, *values], np.int32) * np.int32(weight))
        unsettled.append(issue.options[issue.unsettled].number)
        total += weight
    return Valuation(tuple(scores), tuple(unsettled), total, linkages, linked_issues)


def _issues_read(table: Table, when: Condition) -> tuple[int, ...]:
    read = set(columns_read(when.tree))
    return tuple(place for place, issue in enumerate(table.issues) if f"package.{issue}" in read)


def _holds(table: Table, when: Condition, namespace: Mapping[str, object]) -> Holds:
    places = {f"package.{issue}": place for place, issue in enumerate(table.issues)}
    code = Emitter(places, dict.fromkeys(places, "i1")).truth(when.tree)
    test = eval(f"lambda c: {code.text}", dict(namespace))

    def holds(packages: Packages) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        truths = test(packages)
        return truths if np.ndim(truths) else np.full(packages.shape[1:], truths, np.bool_)

    return holds


def _recorded(table: Table, move: TableMove) -> RecordedMove:
    issues = list(table.issues.values())
    terms = [issue.options[move.terms[issue.id]].number if issue.id in move.terms else 0 for issue in issues]
    pressed = list(table.issues).index(move.issue) + 1 if move.issue else 0
    nominated = np.array([issue.id in move.issues for issue in issues]) if move.kind == "nominate" else None
    kind = TABLE_KINDS.index(move.kind) + 1
    return RecordedMove(table.parties.index(move.party), kind, np.array(terms, np.int8), pressed, nominated)
