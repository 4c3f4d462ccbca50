"""Variants of the scenario of three parties: a few words of its file replaced, to turn one rule another way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.scenario.loader import load
from game.scenario.model import Scenario

HOME = Path(__file__).parents[1] / "scenarios"
SAFE_PASSAGE = "by: arden, to: [corvane], due: fish-talks, kept-when"

Replacement = tuple[str, str]

VARIANTS: dict[str, Sequence[Replacement]] = {
    "effects of a close read the state before it": [
        ('"Arden saves oil", when: "fuel.arden < 6"', '"Arden saves oil", when: "agreed.lantern-talks == whole"'),
        ('"nobody marks the channel", when: "drift < 0 - 12"', '"nobody", when: "agreed.lantern-talks == failed"'),
    ],
    "effects of simultaneous choices read the state before them": [
        ('"keepers with oars", when: "boats.borrel.gull-shoal < 4"', '"o", when: "choice.opening.borrel == stay-home"'),
    ],
    "effects of chance read the state before it": [
        ('"the spring current"}', '"the spring current", when: "season == hard or chance.weather == mild"}'),
    ],
    "a promise is due at the last session of a table": [(SAFE_PASSAGE, SAFE_PASSAGE.replace("talks", "last"))],
    "a promise is due at the first session of another table": [
        (SAFE_PASSAGE, SAFE_PASSAGE.replace("fish-talks", "lantern-talks")),
    ],
    "promises due together read the state before any is settled": [
        (SAFE_PASSAGE, SAFE_PASSAGE.replace("fish-talks", "reckoning")),
        ('"fuel.corvane >= 9"', '"promise.safe-passage == open or standing.arden.corvane > 52"'),
    ],
    "one party of three is bound by nothing": [
        ('name: "The light"\n', 'name: "The light"\n          binds: [corvane, arden]\n'),
        ('name: "Pilots"\n', 'name: "Pilots"\n          binds: [arden, corvane]\n'),
    ],
    "agreement by issue at the table that agreed on the whole": [
        ("agreement: whole", "agreement: by-issue"),
        ("ends:\n        whole: {text", "ends:\n        partial: {effects: []}\n        whole: {text"),
    ],
    "more rounds, and a last session that is always held": [
        ("agreement: by-issue\n      rounds: 1", "agreement: by-issue\n      rounds: 5"),
        ('    when: "boats.borrel.gull-shoal > 0 or tension < 12"\n    rounds: 2', "    rounds: 3"),
    ],
}


def variant(name: str, folder: Path) -> Scenario:
    """Writes a variant into `folder` and reads it."""
    text = (HOME / "three-parties" / "scenario.yaml").read_text("utf-8")
    for old, new in VARIANTS[name]:
        assert text.count(old) == 1, f"{old!r} stands in the file {text.count(old)} times"
        text = text.replace(old, new)
    (folder / "world.yaml").write_text((HOME / "world.yaml").read_text("utf-8"), "utf-8")
    (folder / "three-parties").mkdir()
    (folder / "three-parties" / "scenario.yaml").write_text(text, "utf-8")
    return load(folder / "three-parties")
