"""What a column is called and what its number means, in words: "Readiness for war, Finland: 35 %".

Works from the scenario and a number; whether a viewer may see that number is decided before. Nothing here
reads a game.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.present.articles import inside_a_sentence
from game.present.joining import unended
from game.present.speech import Speech
from game.scenario.cast import Column, PromiseState, Text, Variable
from game.scenario.model import Chance, Scenario, Step
from game.scenario.table_rules import Outcome, Table

NONE, NOBODY = "none", "nobody"


def party_name(scenario: Scenario, speech: Speech, party: str) -> str:
    """Names a party of the file, or another of the catalogue."""
    known = scenario.parties.get(party) or scenario.catalogue.parties.get(party)
    return speech.plain(known.name) if known else id_words(party)


def party_inside(scenario: Scenario, speech: Speech, party: str) -> str:
    """Names a party within a sentence: "the Soviet Union"."""
    return inside_a_sentence(speech, party_name(scenario, speech, party))


def column_name(scenario: Scenario, speech: Speech, name: str) -> str:
    """Names a column whole: "Readiness for war, Finland", "Denmark, occupied by"."""
    column = scenario.columns[name]
    variable = scenario.variables.get(column.variable)
    if variable is None:
        return _decision_name(scenario, speech, name)
    instance = instance_name(scenario, speech, column, variable)
    whole = speech.plain(variable.name)
    if variable.per == "region":
        return speech("column.region", name=_small(whole), instance=_capital(instance))
    return speech("column.of", name=whole, instance=instance) if instance else whole


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _small(words: str) -> str:
    """Words that begin a heading as they go on within one; names in capitals stay."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def instance_name(scenario: Scenario, speech: Speech, column: Column, variable: Variable) -> str:
    """Names whose column it is: a party, two, a region; empty for the world's."""
    parts = column.name.split(".")[1:]
    regions = {"region": (True,), "party-region": (False, True)}.get(variable.per, (False, False))
    names = [
        inside_a_sentence(speech, (_place_name if of_region else party_name)(scenario, speech, part))
        for part, of_region in zip(parts, regions, strict=False)
    ]
    if len(names) < 2:
        return "".join(names)
    key = f"column.{variable.id}" if speech.has(f"column.{variable.id}") else f"column.{variable.per}"
    return speech(key, first=names[0], second=names[1])


def number_words(scenario: Scenario, speech: Speech, name: str, number: int, *, unit: bool = True) -> str:
    """Words a column's number: "35 % of war establishment", "the Soviet Union", "kept"."""
    column = scenario.columns[name]
    if column.values is not None:
        return _named(scenario, speech, column, column.values[number - column.low])
    written = speech.number(number)
    variable = scenario.variables.get(column.variable)
    if unit and variable is not None and variable.unit is not None:
        return speech("quantity.unit", number=written, unit=speech.plain(variable.unit))
    return written


def outcome_name(scenario: Scenario, speech: Speech, chance: Chance, id_: str) -> str:
    """Names a way in which chance may fall, as a sentence has it: "the line holds", "a security line".

    One that the file leaves without a name goes by what is told of it.
    """
    outcome = chance.outcomes[id_]
    if outcome.name is not None:
        return speech.plain(outcome.name)
    if chance.seals is not None:
        column = scenario.columns[chance.seals]
        return number_words(scenario, speech, chance.seals, column.low + (column.values or ()).index(id_))
    told = outcome.text or outcome.reading
    return unended(speech.plain(told)) if told else speech("outcome.unnamed", number=speech.number(outcome.number))


def change_words(scenario: Scenario, speech: Speech, name: str, amount: int) -> str:
    """Words a change of a quantity: "+5"; a change of a named value has no amount and is empty."""
    return "" if scenario.columns[name].values is not None else speech.signed(amount)


def direction_words(scenario: Scenario, speech: Speech, name: str) -> str:
    """Says whether higher is better for the party whose figure it is; empty where it is no party's, or neither is."""
    column = scenario.columns[name]
    variable = scenario.variables.get(column.variable)
    if variable is None or variable.per != "party" or variable.good == "none":
        return ""
    return speech(f"good.{variable.good}", party=instance_name(scenario, speech, column, variable))


def _named(scenario: Scenario, speech: Speech, column: Column, value: str) -> str:
    variable = scenario.variables.get(column.variable)
    if variable is not None:
        named = variable.value_names.get(value)
        if variable.values is not None and set(variable.values) & set(scenario.party_ids):
            return _party_value(scenario, speech, value, speech.plain(named) if named else "")
        return speech.plain(named) if named else id_words(value).lower()
    return _decided(scenario, speech, column, value)


def _party_value(scenario: Scenario, speech: Speech, value: str, named: str) -> str:
    """Words whose something is: a party as a sentence has it, or nobody."""
    if value == NONE:
        return speech("value.none")
    return inside_a_sentence(speech, named) if named else party_inside(scenario, speech, value)


def _decided(scenario: Scenario, speech: Speech, column: Column, value: str) -> str:
    if value == Outcome.NOT_REACHED.id:
        return speech("value.not-reached")
    if column.variable == "promise":
        return speech(f"promise.{PromiseState[value.upper().replace('-', '_')].id}")
    parts = column.name.split(".")
    if column.variable == "agreed" and len(parts) == 2:
        return speech(f"outcome.{value}")
    if column.variable == "backed-down":
        return speech(f"value.backed-down.{value}")
    if column.variable == "wording":
        return speech(f"value.wording.{value}")
    body = scenario.steps[parts[1]].body
    if isinstance(body, Chance):
        return outcome_name(scenario, speech, body, value)
    if column.variable == "walked-out":
        return _party_value(scenario, speech, NONE if value == NOBODY else value, "")
    text = _option_text(scenario.steps[parts[1]], parts[2:], value)
    return speech.plain(text) if text else id_words(value).lower()


def _option_text(step: Step, rest: list[str], value: str) -> Text | None:
    body = step.body
    if isinstance(body, Table):
        return body.issues[rest[0]].options[value].text
    if isinstance(body, Mapping):
        choice = body[rest[0]] if rest else next(iter(body.values()))
        return choice.options[value].text
    return None


def _decision_name(scenario: Scenario, speech: Speech, name: str) -> str:
    kind, subject, *rest = name.split(".")
    if kind == "promise":
        return speech.plain(scenario.promises[subject].text)
    step = scenario.steps[subject]
    title = speech.plain(step.title)
    if not rest:
        return title
    if isinstance(step.body, Table):
        return speech("column.of", name=title, instance=speech.plain(step.body.issues[rest[0]].name))
    return speech("column.of", name=title, instance=party_name(scenario, speech, rest[0]))


def _place_name(scenario: Scenario, speech: Speech, part: str) -> str:
    region = scenario.regions.get(part)
    return speech.plain(region.name) if region else party_name(scenario, speech, part)


def id_words(id_: str) -> str:
    """An id as a name, where no name is at hand: "Soviet Union"."""
    return id_.replace("-", " ").title()
