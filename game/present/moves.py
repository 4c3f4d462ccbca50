"""Moves and packages in words: "The Soviet Union now asks: Hanko: a lease of 30 years".

A proposal is told by what is new in it, since the whole of it stands in the grid. Nothing here knows whether
a move is legal.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.happenings import table_of
from game.engine.moves import Choose, Move, TableMove
from game.present.joining import unended
from game.present.parts import Prose
from game.present.quantities import outcome_name
from game.present.reader import Reader
from game.scenario.model import Chance, Choice, Step
from game.scenario.table_rules import Table

FEW_ISSUES = 3
"""As many terms as can be told one by one."""


def choice_of(step: Step, party: str) -> Choice | None:
    """What a party has to choose at a step, if anything."""
    return step.body.get(party) if isinstance(step.body, Mapping) else None


def package_lines(reader: Reader, table: Table, terms: Mapping[str, str]) -> Prose:
    """Words a package in the order of the table's issues, a line for each: "Hanko: a lease"."""
    named = [(issue, terms[id_]) for id_, issue in table.issues.items() if id_ in terms]
    return tuple(
        reader.speech(
            "terms.one", issue=reader.line(issue.name), option=unended(reader.line(issue.options[option].text))
        )
        for issue, option in named
    )


def package_words(reader: Reader, table: Table, terms: Mapping[str, str]) -> str:
    """Words a package in one line: "Hanko: a lease; Ino: none"."""
    return reader.speech("terms.between").join(package_lines(reader, table, terms))


def talk_words(reader: Reader, table: Table, party: str, move: TableMove, before: Mapping[str, str] | None) -> str:
    """Words a move at a table as it is told: a long first offer only as one, any later one by what is new in it."""
    if move.kind == "propose" and not before and len(move.terms) > FEW_ISSUES:
        # The grid beside the talk has every term; read out one by one they would drown it.
        who = "own" if party == reader.seat else "other"
        return reader.speech(f"spoken.first.{who}", party=reader.party(party))
    return table_move_words(reader, table, party, move, before)


def listed_offer(
    reader: Reader, table: Table, party: str, move: TableMove, before: Mapping[str, str] | None
) -> tuple[str, tuple[str, ...]]:
    """An offer of several terms, to be written as a list: what stands above it, and its lines; else nothing."""
    if move.kind != "propose" or (not before and len(move.terms) > FEW_ISSUES):
        return "", ()
    new = {issue: option for issue, option in move.terms.items() if not before or before.get(issue) != option}
    if len(new) < 2:
        return "", ()
    kind, who = "counter" if before else "propose", "own" if party == reader.seat else "other"
    lead = reader.speech(f"spoken.{kind}.{who}.list", party=reader.party(party))
    return lead, package_lines(reader, table, new)


def table_move_words(
    reader: Reader, table: Table, party: str, move: TableMove, before: Mapping[str, str] | None = None
) -> str:
    """Words a move at a table; `before` is what the mover offered last, so that a new offer tells what is new."""
    who = "own" if party == reader.seat else "other"
    name = reader.party(party)
    if move.kind == "propose":
        return _proposal_words(reader, table, who, name, move.terms, before)
    if move.kind == "press":
        issue = reader.inside_line(table.issues[move.issue or ""].name)
        return reader.speech(f"spoken.press.{who}", party=name, issue=issue)
    if move.kind == "nominate":
        issues = reader.speech("terms.between").join(reader.line(table.issues[issue].name) for issue in move.issues)
        return reader.speech(f"spoken.nominate.{'' if issues else 'nothing.'}{who}", party=name, issues=issues)
    return reader.speech(f"spoken.{move.kind}.{who}", party=name)


def move_words(reader: Reader, step: Step, party: str, move: Move) -> str:
    """Words any move whole, as the history lists it."""
    if isinstance(move, TableMove):
        table = table_of(step, reader.scenario)
        return table_move_words(reader, table, party, move) if table else move.kind
    choice = choice_of(step, party)
    if choice is not None:
        return _chosen_words(reader, party, choice, move)
    return _outcome_words(reader, step, move)


def _chosen_words(reader: Reader, party: str, choice: Choice, move: Choose) -> str:
    text = unended(reader.line(choice.options[move.option].text))
    if party == reader.seat:
        return reader.speech("chosen.own", option=text)
    return reader.speech("chosen.other", party=reader.party(party), option=text)


def _outcome_words(reader: Reader, step: Step, move: Choose) -> str:
    """What chance brought: at a chance step, or of a press at a table."""
    if isinstance(step.body, Chance):
        outcome = step.body.outcomes[move.option]
        told = reader.line(outcome.text) or reader.line(outcome.reading)
        return told or outcome_name(reader.scenario, reader.speech, step.body, move.option)
    table = table_of(step, reader.scenario)
    if table is not None and table.press is not None:
        return reader.line(table.press.outcomes[move.option].text)
    return ""


def _proposal_words(
    reader: Reader, table: Table, who: str, name: str, terms: Mapping[str, str], before: Mapping[str, str] | None
) -> str:
    if not before:
        return reader.speech(f"spoken.propose.{who}", party=name, terms=package_words(reader, table, terms))
    new = {issue: option for issue, option in terms.items() if before.get(issue) != option}
    if not new:
        return reader.speech(f"spoken.repeat.{who}", party=name)
    return reader.speech(f"spoken.counter.{who}", party=name, terms=package_words(reader, table, new))
