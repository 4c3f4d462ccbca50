"""Checks that variables, seals and promises have a part in the scenario, and that nothing is read before its time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.scenario.audiences import shown_texts
from game.scenario.cast import Effect, Paragraph, Promise, PromiseState, Text, Variable
from game.scenario.expressions import Placed, expressions_of
from game.scenario.lint_effects import effects_of, effects_of_step
from game.scenario.mentions import BACKED_DOWN, INITIALLED, WALKED_OUT
from game.scenario.model import Chance, Scenario, Step
from game.scenario.positions import Finding, Position, Severity
from game.scenario.reads import columns_read, place_of
from game.scenario.scope import STEP_VARIABLES, listed
from game.scenario.table_rules import Table
from game.scenario.texts import place_in_text
from game.scenario.tree import Number


def check_variables(scenario: Scenario) -> list[Finding]:
    """A finding for every variable, seal or promise that is idle or cannot work."""
    findings = [*_idle(scenario), *_early(scenario), *_early_in_texts(scenario)]
    for step in scenario.steps.values():
        if isinstance(step.body, Chance) and step.body.seals is not None:
            findings.extend(_seal(scenario, step, step.body, step.body.seals))
    makers = _makers(scenario)
    for promise in scenario.promises.values():
        findings.extend(_promise(scenario, promise, makers.get(f"promise.{promise.id}", [])))
        findings.extend(_stretching(scenario, promise))
    return findings


def _own_variables(scenario: Scenario) -> Iterator[Variable]:
    """The variables that the file itself declares; those of the world catalogue stand in another file."""
    for variable in scenario.variables.values():
        if variable.name.where.path == scenario.title.where.path:
            yield variable


def _idle(scenario: Scenario) -> Iterator[Finding]:
    changed = {effect.column for effect in effects_of(scenario)} | _sealed(scenario)
    read = set(_read(scenario))
    for variable in _own_variables(scenario):
        if not changed.intersection(variable.columns):
            message = f"Nothing in this scenario changes {variable.id}."
            hint = "Give it an effect, or write its number where it is read."
            yield Finding(variable.name.where, Severity.WARNING, "LNT05", message, hint)
        if not read.intersection(variable.columns):
            message = f"Nothing in this scenario reads {variable.id}, so it makes no difference."
            hint = "Let an interest, a measure, odds or a condition read it, or delete it."
            yield Finding(variable.name.where, Severity.WARNING, "LNT06", message, hint)


def _sealed(scenario: Scenario) -> set[str]:
    bodies = (step.body for step in scenario.steps.values())
    return {body.seals for body in bodies if isinstance(body, Chance) and body.seals is not None}


def _read(scenario: Scenario) -> Iterator[str]:
    for placed in expressions_of(scenario):
        yield from columns_read(placed.expression.tree)
    for text in scenario.texts.values():
        for paragraph in text.paragraphs:
            yield from paragraph.placeholders
    for step in scenario.steps.values():
        yield from step.figures
        if isinstance(step.body, Table):
            yield from step.body.values_by.values()


def _early(scenario: Scenario) -> Iterator[Finding]:
    for placed in expressions_of(scenario):
        for name in dict.fromkeys(columns_read(placed.expression.tree)) if placed.step else ():
            source = _step_of(scenario, name)
            own = source is not None and source is placed.table
            if own and _is_read_in_time(name, placed):
                continue
            if source is not None and placed.step is not None and (own or source.number >= placed.step.number):
                same = own or source is placed.step
                yield _too_early(name, place_of(name, placed.expression), same=same)


def _early_in_texts(scenario: Scenario) -> Iterator[Finding]:
    """What texts of a step read before its time; an account gives its causes at any later time, too."""
    found = {address: list(_early_in(scenario, text)) for address, text in scenario.texts.items() if _reads(text)}
    if any(found.values()):
        for shown in shown_texts(scenario):
            yield from found.pop(shown.text.address, ())


def _reads(text: Text) -> bool:
    """Whether a text of a step hangs on how things stand when it is shown."""
    if not text.address.startswith("steps.") or text.address.endswith(".because"):
        return False
    return any(paragraph.placeholders or paragraph.when is not None for paragraph in text.paragraphs)


def _early_in(scenario: Scenario, text: Text) -> Iterator[Finding]:
    keys = text.address.split(".")
    step = scenario.steps[keys[1]]
    before = keys[2:] in (["title"], ["text"]) or keys[-1] == "question"
    last = _last_of(scenario, step, before)
    for paragraph in text.paragraphs:
        for name in _read_in(paragraph):
            source = _step_of(scenario, name)
            same = source is step and before and not name.startswith(f"{INITIALLED}.")
            if source is not None and (same or source.number > last.number):
                yield _too_early(name, _place_in(paragraph, name), same=same)


def _last_of(scenario: Scenario, step: Step, before: bool) -> Step:
    """The step at which a text of this one is read last: what belongs to a table is read in each of its sessions."""
    table = step.body
    return scenario.steps[table.sessions[-1]] if isinstance(table, Table) and not before else step


def _read_in(paragraph: Paragraph) -> Iterable[str]:
    guard = paragraph.when
    return paragraph.placeholders if guard is None else {*paragraph.placeholders, *columns_read(guard.tree)}


def _place_in(paragraph: Paragraph, name: str) -> Position:
    guard = None if name in paragraph.placeholders else paragraph.when
    return place_in_text(name, paragraph) if guard is None else place_of(name, guard)


def _too_early(name: str, where: Position, *, same: bool) -> Finding:
    when = "the same step" if same else "a later step"
    message = f"{name} is filled by {when}, so it is always `not-reached` here."
    hint = "Read what an earlier step has left, or move this to a later one."
    return Finding(where, Severity.WARNING, "LNT16", message, hint)


def _is_read_in_time(name: str, placed: Placed) -> bool:
    """Whether a table's own expression may read this of it: what is initialled; as it closes, who left or gave way."""
    kind = name.partition(".")[0]
    return kind == INITIALLED or (kind in (WALKED_OUT, BACKED_DOWN) and placed.closing)


def _step_of(scenario: Scenario, column: str) -> Step | None:
    kind, _, rest = column.partition(".")
    return scenario.steps.get(rest.partition(".")[0]) if kind in STEP_VARIABLES else None


def _seal(scenario: Scenario, step: Step, chance: Chance, seals: str) -> Iterator[Finding]:
    column = scenario.columns[seals]
    if set(column.values or ()) != set(chance.outcomes):
        message = f"This draw seals {seals}, so its outcomes must be {listed(column.values or ('numbers',), 'and')}."
        yield Finding(step.where, Severity.ERROR, "LNT15", message, "Give each value an outcome of the same id.")
    elif column.known_to is None:
        message = f"This draw seals {seals}, and everybody knows it."
        hint = f"Add `known-to` to {seals}, or draw without `seals`."
        yield Finding(step.where, Severity.WARNING, "LNT15", message, hint)


def _makers(scenario: Scenario) -> dict[str, list[Step]]:
    """The steps that may make each promise, by its column."""
    found: dict[str, list[Step]] = {}
    for step in scenario.steps.values():
        for column in {effect.column for effect in effects_of_step(step)}:
            if column.startswith("promise."):
                found.setdefault(column, []).append(step)
    return found


def _promise(scenario: Scenario, promise: Promise, makers: list[Step]) -> Iterator[Finding]:
    due = scenario.steps[promise.due]
    if not makers:
        message = f"Nothing makes the promise {promise.id}."
        hint = f'Give an option or an agreement the effect {{do: "make {promise.id}"}}.'
        yield Finding(promise.text.where, Severity.WARNING, "LNT14", message, hint)
    late = [step for step in makers if step.number >= due.number]
    if late:
        severity = Severity.ERROR if late == makers else Severity.WARNING
        message = f"The promise {promise.id} is due at {due.id}, and {late[0].id}, which makes it, is no earlier."
        yield Finding(promise.text.where, severity, "LNT13", message, "Choose a later step for `due`.")


def _stretching(scenario: Scenario, promise: Promise) -> Iterator[Finding]:
    made = [effect for effect in effects_of(scenario) if _in_elastic_words(effect, promise)]
    if made and promise.stretched is None:
        message = f"Elastic words make the promise {promise.id}, and what it costs to stretch them is missing."
        hint = f"Add `stretched: …`, from 0 to 100, to the promise {promise.id}."
        yield Finding(made[0].where, Severity.ERROR, "LNT19", message, hint)
    elif promise.stretched is not None and not made:
        message = f"The promise {promise.id} says what stretching costs, and no elastic option makes it."
        hint = "Make it among the effects of an option with `wording: elastic`, or delete `stretched`."
        yield Finding(promise.text.where, Severity.WARNING, "LNT19", message, hint)


def _in_elastic_words(effect: Effect, promise: Promise) -> bool:
    made = effect.column == f"promise.{promise.id}"
    return made and effect.amount.tree == Number(int(PromiseState.OPEN_ELASTIC))
