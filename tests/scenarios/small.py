"""Small scenarios for one rule at a time: the parts that matter are given, everything else is filled in.

It is YAML text; reading it is for the loader. The parties are those of the invented world beside this file.
"""

from __future__ import annotations

from pathlib import Path

from game.engine.compiler import compile_scenario
from game.engine.program import Program
from game.scenario.loader import load

ID = "small"
HOME = Path(__file__).parent


def small_text(steps: str, *, parties: str = "arden borrel", more: str = "", endings: str = "") -> str:
    """The whole file: `steps` as a list at two spaces, `more` as further parts at the margin."""
    named = "\n".join(f'  {party}: {{brief: "None."}}' for party in parties.split())
    return f"""format: 1
id: {ID}
language: en
title: "One rule"
summary: "Made for one rule."
content-note: "None."
dates: {{from: 1925-01-01, to: 1925-12-31}}
minutes: {{full: 10, short: 5}}
sources:
  made-up: {{title: "Made up", kind: reference}}
parties:
{named}
{more.strip()}
steps:
{steps.strip(chr(10))}
endings:
{endings.strip(chr(10)) or '  - {id: other, title: "Otherwise", text: "It ended."}'}
record: {{ending: other}}
"""


def write_small(folder: Path, steps: str, *, parties: str = "arden borrel", more: str = "", endings: str = "") -> Path:
    """Writes the scenario and the catalogue that it needs into `folder`, and returns the scenario's own folder."""
    (folder / "world.yaml").write_text((HOME / "world.yaml").read_text("utf-8"), "utf-8")
    scenario = folder / ID
    scenario.mkdir(exist_ok=True)
    text = small_text(steps, parties=parties, more=more, endings=endings)
    (scenario / "scenario.yaml").write_text(text, "utf-8")
    return scenario


def small(folder: Path, steps: str, *, parties: str = "arden borrel", more: str = "", endings: str = "") -> Program:
    """Compiles the scenario that is written so."""
    return compile_scenario(load(write_small(folder, steps, parties=parties, more=more, endings=endings)))


def choice(id_: str, party: str, options: str, *, record: str, more: str = "") -> str:
    """A step at which one party chooses; `options` is the inside of the mapping."""
    extra = f"    {more}\n" if more else ""
    return (
        f'  - id: {id_}\n    date: 1925-06\n    title: "{id_.capitalize()}"\n{extra}'
        f'    choice: {{party: {party}, question: "Which?"}}\n    options: {{{options}}}\n'
        f"    record: {{option: {record}}}\n"
    )


def news(id_: str, *, effects: str = "", more: str = "", dispatch: str = "") -> str:
    """A dispatch; `effects` is the inside of the list, `dispatch` adds keys to it, `more` a line to the step."""
    extra = f"    {more}\n" if more else ""
    inside = f"{dispatch}, " if dispatch else ""
    return (
        f'  - id: {id_}\n    date: 1925-06\n    title: "{id_.capitalize()}"\n{extra}'
        f'    dispatch: {{{inside}text: "News.", effects: [{effects}]}}\n'
    )


def do(*actions: str) -> str:
    """Effects as they stand in a list, each with the same cause."""
    return ", ".join(f'{{do: "{action}", because: "a reason"}}' for action in actions)
