"""The text of the benchmark's synthetic scenario: much play and no story, the same at every call.

Twenty-eight decisions in order, chance among them: choices of two to five options with effects over thirty
variables, some with a `when`. Between them stand three tables of seven issues with four options each, two
parties, four rounds, agreement on the whole. It is YAML text; reading it is for the loader.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

ID = "synthetic"
PARTIES = ("arden", "borrel")
VARIABLES = tuple(f"level-{number}" for number in range(1, 31))
DECISIONS, TABLES, ISSUES, OPTIONS, ROUNDS = 28, 3, 7, 4, 4
CHANCE_EVERY = 5
"""Every so many decisions, one is chance's."""
SEED = 1939


def synthetic_text() -> str:
    """The whole file."""
    return "\n".join(_lines(Random(SEED))) + "\n"


def write_synthetic(folder: Path) -> Path:
    """Writes the scenario and the catalogue that it needs into `folder`, and returns the scenario's own folder."""
    catalogue = Path(__file__).parent / "world.yaml"
    (folder / "world.yaml").write_text(catalogue.read_text("utf-8"), "utf-8")
    scenario = folder / ID
    scenario.mkdir(exist_ok=True)
    (scenario / "scenario.yaml").write_text(synthetic_text(), "utf-8")
    return scenario


def _lines(random: Random) -> Iterator[str]:
    yield from _head()
    yield "steps:"
    for number in range(1, DECISIONS + 1):
        yield from _chance(random, number) if number % CHANCE_EVERY == 0 else _choice(random, number)
        if number % (DECISIONS // TABLES) == 0:
            yield from _table(random, number // (DECISIONS // TABLES))
    yield from _tail()


def _head() -> Iterator[str]:
    yield f"""format: 1
id: {ID}
language: en
title: "Much play and no story"
summary: "Made by a program for measuring. It tells nothing."
content-note: "None."
dates: {{from: 1925-01-01, to: 1925-12-31}}
minutes: {{full: 60, short: 10}}
sources:
  made-up: {{title: "Made up", kind: reference}}
parties:"""
    for party in PARTIES:
        yield f'  {party}: {{brief: "None."}}'
    yield "variables:"
    for number, name in enumerate(VARIABLES):
        yield f'  {name}: {{name: "Level {number + 1}", range: 0..100, start: {20 + number * 2}, basis: "Made up."}}'
    yield "interests:"
    for place, party in enumerate(PARTIES):
        yield f"  {party}:"
        for number in range(1, 5):
            name = VARIABLES[place * 15 + number * 3 - 1]
            words = f'name: "Interest {number}", basis: "Made up."'
            yield f'    - {{id: interest-{number}, weight: {number}, value: "{name}", {words}}}'


def _level(random: Random) -> str:
    return random.choice(VARIABLES)


def _effects(random: Random, most: int) -> str:
    names = random.sample(VARIABLES, random.randint(1, most))
    return ", ".join(f'{{do: "{name} {_change(random)}", because: "a reason"{_guard(random)}}}' for name in names)


def _change(random: Random) -> str:
    sign, amount = random.choice("+-"), random.randint(1, 12)
    extra = f" + {_level(random)} / {random.randint(8, 20)}" if random.random() < 0.25 else ""
    return f"{sign}= {amount}{extra}"


def _guard(random: Random) -> str:
    return f', when: "{_level(random)} > {random.randint(20, 60)}"' if random.random() < 0.2 else ""


def _date(number: int) -> str:
    return f"1925-{1 + number * 11 // (DECISIONS + 1):02d}"


def _choice(random: Random, number: int) -> Iterator[str]:
    party, count = PARTIES[number % 2], random.randint(2, 5)
    yield f'  - id: decision-{number}\n    date: {_date(number)}\n    title: "Decision {number}"'
    if random.random() < 0.15:
        yield f'    when: "{_level(random)} < {random.randint(60, 90)} or {_level(random)} > 30"'
    yield f'    choice: {{party: {party}, question: "Which?"}}\n    options:'
    guarded = {option for option in range(2, count + 1) if random.random() < 0.3}
    for option in range(1, count + 1):
        offered = _offered(random, option in guarded)
        yield f'      way-{option}: {{text: "Take way {option}", {offered}{_outcome(random, 4)}}}'
    recorded = random.choice([option for option in range(1, count + 1) if option not in guarded])
    fallback = ", fallback: way-1" if recorded > 1 else ""
    yield f"    record: {{option: way-{recorded}{fallback}, sources: [made-up]}}"


def _offered(random: Random, guarded: bool) -> str:
    return f'when: "{_level(random)} >= {random.randint(10, 45)}", why-not: "Not now.", ' if guarded else ""


def _outcome(random: Random, most: int) -> str:
    return f"effects: [{_effects(random, most)}], sources: [made-up]"


def _chance(random: Random, number: int) -> Iterator[str]:
    count = random.randint(2, 4)
    yield f'  - id: decision-{number}\n    date: {_date(number)}\n    title: "Chance {number}"'
    yield "    chance:\n      outcomes:"
    for outcome in range(1, count + 1):
        odds = f"{random.randint(1, 20)} + {_level(random)} / {random.randint(2, 9)}"
        yield f'        fall-{outcome}: {{odds: "{odds}", {_outcome(random, 3)}}}'
    yield f'      basis: "Made up."\n      record: fall-{1 + random.randrange(count)}'


def _table(random: Random, number: int) -> Iterator[str]:
    yield f'  - id: table-{number}\n    date: {_date(number * (DECISIONS // TABLES))}\n    title: "Table {number}"'
    yield f"    table:\n      parties: [{', '.join(PARTIES)}]\n      agreement: whole\n      rounds: {ROUNDS}"
    yield "      issues:"
    for issue in range(1, ISSUES + 1):
        yield from _issue(random, issue)
    yield "      walk-away:"
    for party in PARTIES:
        yield f'        {party}: "20 + {_level(random)} / 4"'
    yield f'      walk-away-basis: {{{PARTIES[0]}: "Made up.", {PARTIES[1]}: "Made up."}}'
    yield f"      ends: {{whole: {{effects: [{_effects(random, 3)}]}}, failed: {{effects: [{_effects(random, 3)}]}}}}"
    yield from _record(number)


def _issue(random: Random, issue: int) -> Iterator[str]:
    yield f'        issue-{issue}:\n          name: "Issue {issue}"\n          unsettled: part-1\n          options:'
    for option in range(1, OPTIONS + 1):
        effects = f", effects: [{_effects(random, 2)}]" if option > 1 else ""
        yield f'            part-{option}: {{text: "Part {option}"{effects}, sources: [made-up]}}'
    weights = ", ".join(f"{party}: {random.randint(1, 10)}" for party in PARTIES)
    yield f"          weight: {{{weights}}}"
    values = ", ".join(f"{party}: {{{_values(random, rising=place == 0)}}}" for place, party in enumerate(PARTIES))
    yield f"          values: {{{values}}}"


def _values(random: Random, *, rising: bool) -> str:
    inner = sorted(random.sample(range(5, 96), OPTIONS - 2))
    values = [0, *inner, 100] if rising else [100, *reversed(inner), 0]
    return ", ".join(f"part-{option}: {value}" for option, value in enumerate(values, 1))


def _record(number: int) -> Iterator[str]:
    first = ", ".join(f"issue-{issue}: part-4" for issue in range(1, ISSUES + 1))
    second = ", ".join(f"issue-{issue}: part-2" for issue in range(1, ISSUES + 1))
    yield f"""      record:
        outcome: whole
        moves:
          table-{number}:
            - {PARTIES[0]}: {{propose: {{{first}}}}}
            - {PARTIES[1]}: {{propose: {{{second}}}}}
            - {PARTIES[0]}: accept
        sources: [made-up]"""


def _tail() -> Iterator[str]:
    yield f"""endings:
  - {{id: high, title: "High", when: "{VARIABLES[0]} > 70", text: "It ended high."}}
  - {{id: agreed, title: "Agreed", when: "agreed.table-1 == whole and agreed.table-3 == whole", text: "Agreed."}}
  - {{id: low, title: "Low", when: "{VARIABLES[1]} + {VARIABLES[2]} < 40", text: "It ended low."}}
  - {{id: other, title: "Otherwise", text: "It ended otherwise."}}
measures:
  height: {{name: "Height", unit: "points", value: "{VARIABLES[0]} + {VARIABLES[5]} * 2 - {VARIABLES[9]}"}}
  breadth: {{name: "Breadth", unit: "points", value: "max({VARIABLES[3]}, {VARIABLES[4]})"}}
record:
  ending: agreed
  measures:
    height: {{low: -100, high: 300, sources: [made-up], confidence: reported}}
    breadth: {{low: 0, high: 100, sources: [made-up], confidence: reported}}"""
