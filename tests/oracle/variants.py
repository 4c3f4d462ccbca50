"""Variants of the invented scenarios: a few words of a file replaced, to turn one rule another way."""

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


FIRST_DAY = (
    "[{arden: {nominate: [passage]}}, {borrel: {nominate: [shoal]}}, {corvane: {nominate: []}},"
    " {arden: {propose: {passage: as-friends, shoal: shared}}}, {borrel: accept}, {corvane: accept}]"
)
SECOND_DAY = (
    "[{arden: {nominate: [tolls]}}, {borrel: {nominate: []}}, {corvane: {nominate: []}},"
    " {arden: {propose: {tolls: low}}}]"
)
NOBODY_SPEAKS = "[{arden: {nominate: []}}, {borrel: {nominate: []}}, {corvane: {nominate: []}}]"
HOURS = "hours: {session: 8, nominate: 1, propose: 1, press: 2, plain: 1}"
SHARED = '{text: "All fish it", wording: plain,'
DUNMERE = (
    '{to: [shared, taken], consents: "mood >= 50", refusal: "Dunmere answers that the shoal is not theirs to share."}'
)
LAPSES = 'due: reckoning, kept-when: "choice.boats == let-them-pass", lapses-when: "tension > 8"'
LETTER = 'absent: {dunmere: {to: [as-friends], consents: "mood >= 60", refusal: "No."}}\n          '
MEASURE = "{value: 4, sources: [history], confidence: literature}"
ANY_MEASURE = (MEASURE, "{low: 0, high: 10, sources: [history], confidence: literature}")
HARBOUR = """
  - id: harbour
    date: 1925-06-02
    title: "A table beside it"
    table:
      parties: [corvane, arden]
      agreement: whole
      rounds: 2
      hours: {session: 5, propose: 1, accept: 1, plain: 2}
      issues:
        quay:
          name: "The quay"
          unsettled: none
          options:
            none: {text: "None"}
            built: {text: "Built", wording: plain}
            some-day: {text: "Some day", wording: elastic, reads: {arden: "Never.", corvane: "Soon."}, effects: [QUAY]}
          weight: {arden: 2, corvane: 5}
          values: {arden: {none: 50, built: 0, some-day: 100}, corvane: {none: 0, built: 100, some-day: 80}}
          absent:
            borrel: {to: [built], consents: "tension <= 3", refusal: "Borrel wants no quay."}
            dunmere: {consents: mood >= 50, refusal: "Dunmere wants no quay."}
        lamp:
          name: "The lamp"
          binds: [corvane]
          unsettled: dark
          options: {dark: {text: "Dark", wording: plain}, lit: {text: "Lit"}}
          weight: {arden: 1, corvane: 1}
          values: {arden: {dark: 0, lit: 100}, corvane: {dark: 100, lit: 0}}
      walk-away: {arden: 10, corvane: 10}
      walk-away-basis: {arden: "Invented.", corvane: "Invented."}
      record: {outcome: failed, moves: {harbour: [{corvane: adjourn}], harbour-again: [{corvane: walk-out}]}}
"""
QUAY_MADE = '{do: "make quay", because: "the word is given"}'
HARBOUR_AGAIN = """
  - {id: harbour-again, date: 1925-06-06, title: "The harbour again", resume: harbour, rounds: 1, hours: 3}
"""
QUAY = """
  quay:
    {by: corvane, to: [arden, borrel], due: DUE, kept-when: "tension < 4", kept: 2, broken: 9, stretched: 3, text: "Q."}
"""
BESIDE: Sequence[Replacement] = (
    ("  - id: second-day\n", HARBOUR.replace("QUAY", QUAY_MADE) + "  - id: second-day\n"),
    ("  - id: reckoning\n", HARBOUR_AGAIN + "  - id: reckoning\n"),
)
AFTER = '  - {id: afterwards, date: 1925-06-09, title: "Afterwards", dispatch: {text: "It is over."}}\n'
CONGRESSES: dict[str, Sequence[Replacement]] = {
    "the congress as it is": [],
    "room for fewer than are nominated": [
        ("agenda: {live: 2, each: 1}", "agenda: {live: 1, each: 3}"),
        (FIRST_DAY, NOBODY_SPEAKS), (SECOND_DAY, NOBODY_SPEAKS), ("outcome: partial", "outcome: failed"),
        ("ending: stretched", "ending: as-before"), ANY_MEASURE,
    ],
    "room for all, and each nominates many": [("agenda: {live: 2, each: 1}", "agenda: {live: 20, each: 20}")],
    "what has not moved leaves the agenda": [
        ("agenda: {live: 2, each: 1}", "agenda: {live: 3, each: 2, unmoved: leaves}"),
        (FIRST_DAY, FIRST_DAY.replace("{arden: {nominate: [passage]}}", "{arden: {nominate: [passage, tolls]}}")
            .replace("{corvane: accept}]", "{corvane: accept}, {arden: {propose: {tolls: low}}}, {borrel: adjourn}]")),
    ],
    "no agenda": [
        ("      agenda: {live: 2, each: 1}\n", ""),
        (FIRST_DAY, "[{arden: {propose: {passage: as-friends}}}, {borrel: accept}, {corvane: adjourn}]"), ANY_MEASURE,
        (SECOND_DAY, "[{arden: {propose: {tolls: low}}}, {borrel: accept}, {corvane: walk-out}]"),
    ],
    "hours run out while the agenda is made": [
        ("hours: 4\n", "hours: 2\n"), (SECOND_DAY, "[{arden: {nominate: [tolls]}}, {borrel: {nominate: []}}]"),
    ],
    "hours run out by accepting": [
        (HOURS, HOURS.replace("press: 2", "press: 2, accept: 9")),
        (FIRST_DAY, FIRST_DAY.replace(", {corvane: accept}]", "]")), ANY_MEASURE,
    ],
    "hours run out by pressing": [(HOURS, HOURS.replace("press: 2", "press: 20"))],
    "a day without hours, and plain words that are dear": [
        ("hours: 4\n", "hours: 0\n"), (SECOND_DAY, "[{arden: {nominate: [tolls]}}]"),
        (HOURS, "hours: {session: 30, nominate: 1, propose: 1, press: 2, plain: 5}"),
    ],
    "hours enough for all": [(HOURS, "hours: {session: 100}"), ("hours: 4\n", "hours: 100\n"),
        (SECOND_DAY, SECOND_DAY.replace("}}}]", "}}}, {borrel: adjourn}]"))],
    "one press a session": [("        limit: table\n", "")],
    "an absent island is asked of two issues": [
        (DUNMERE, '{consents: "mood >= 50 and tension <= 3", refusal: "No."}'),
        ("weight: {arden: 5, borrel: 8}", LETTER + "weight: {arden: 5, borrel: 8}"),
    ],
    "an absent island by what it believes": [
        ('good: down, start: 3,', 'good: down, start: 3, known-to: [arden, borrel, corvane], believed: {dunmere: 2},'),
        ('"mood >= 50"', '"mood >= 50 or tension == 2"'), ('"100 - tension * 10"', "50"),
    ],
    "the whole at once, and the absent": [
        ("agreement: by-issue", "agreement: whole"), ("      agenda: {live: 2, each: 1}\n", ""),
        (FIRST_DAY, "[{arden: {propose: {passage: nobody, shoal: as-it-is, tolls: none}}}, {borrel: adjourn}]"),
        (SECOND_DAY, "[{arden: walk-out}]"), ("outcome: partial", "outcome: failed"),
        ("ending: stretched", "ending: as-before"), ANY_MEASURE,
    ],
    "elastic words at the option that holds unsettled": [("unsettled: nobody", "unsettled: as-friends")],
    "the promise lapses": [("tension > 8", "tension > 3"), ("ending: stretched", "ending: bent")],
    "a table beside it": [*BESIDE, ("promises:\n", "promises:" + QUAY.replace("DUE", "reckoning"))],
    "a promise in elastic words due as another table closes": [
        *BESIDE, (LAPSES, LAPSES.replace("reckoning", "harbour-again")),
        ("promises:\n", "promises:" + QUAY.replace("DUE", "afterwards")), ("endings:\n", AFTER + "endings:\n"),
    ],
}  # fmt: skip
DUES: dict[str, Sequence[Replacement]] = {
    "a promise is due twice": [(LAPSES, LAPSES.replace("reckoning", "[boats, reckoning]"))],
    "a promise is due as tables close and sessions end": [
        *BESIDE, (LAPSES, LAPSES.replace("reckoning", "[harbour, second-day, harbour-again, reckoning]")),
        ("promises:\n", "promises:" + QUAY.replace("DUE", "[reckoning, afterwards]")),
        ("endings:\n", AFTER + "endings:\n"),
    ],
}  # fmt: skip
"""Those in which a promise is due at several steps."""


def variant(name: str, folder: Path) -> Scenario:
    """Writes a variant of three parties into `folder` and reads it."""
    return _varied("three-parties", VARIANTS[name], folder)


def congress(name: str, folder: Path) -> Scenario:
    """Writes a variant of the congress into `folder` and reads it."""
    return _varied("congress", (CONGRESSES | DUES)[name], folder)


def _varied(scenario: str, replacements: Sequence[Replacement], folder: Path) -> Scenario:
    text = (HOME / scenario / "scenario.yaml").read_text("utf-8")
    for old, new in replacements:
        assert text.count(old) == 1, f"{old!r} stands in the file {text.count(old)} times"
        text = text.replace(old, new)
    (folder / "world.yaml").write_text((HOME / "world.yaml").read_text("utf-8"), "utf-8")
    (folder / scenario).mkdir()
    (folder / scenario / "scenario.yaml").write_text(text, "utf-8")
    return load(folder / scenario)
