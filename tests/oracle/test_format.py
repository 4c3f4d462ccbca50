"""What `scenarios/README.md` says of play, sentence by sentence, on a scenario that has little else.

Every game is played in the engine and in the oracle, and both must come to the number worked out by hand.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.engine.compiler import compile_scenario
from game.engine.world import World
from game.scenario.loader import load
from tests.oracle.beside import NUMBERS, A, B, Beside, C
from tests.scenarios.small import choice, do, news, small, write_small

OPTIONS = 'x: {text: "X"}, y: {text: "Y"}'


def effects(folder: Path, variables: str, *actions: str) -> Beside:
    """A game in which one dispatch has happened."""
    return Beside(small(folder, news("only", effects=do(*actions)), more=f"variables: {{{variables}}}"))


# Variables


def test_what_has_no_start_begins_at_nothing_or_as_near_as_its_range_allows(tmp_path: Path) -> None:
    beside = effects(tmp_path, NUMBERS + ", word: {name: W, values: [first, second]}")
    assert [beside.word(name) for name in ("low", "none", "word")] == ["-3", "0", "first"]


def test_a_pair_is_one_number_in_either_order_and_a_directed_pair_is_two(tmp_path: Path) -> None:
    declared = "p: {name: P, per: pair, range: 0..9}, d: {name: D, per: directed-pair, range: 0..9}"
    beside = effects(tmp_path, declared, "p.borrel.arden += 2", "d.borrel.arden += 2", "d.arden.borrel += 5")
    values = beside.game.values()
    assert (values["p.arden.borrel"], values["d.borrel.arden"], values["d.arden.borrel"]) == (2, 2, 5)


def test_regions_begin_as_the_catalogue_has_them_unless_the_file_says_otherwise(tmp_path: Path) -> None:
    more = 'regions: [gull-shoal, long-strand]\nstart: {"owner.long-strand": arden, "leased-to.gull-shoal": borrel}'
    beside = Beside(small(tmp_path, news("only"), more=more))
    columns = ("owner.gull-shoal", "owner.long-strand", "leased-to.gull-shoal", "occupied-by.gull-shoal")
    assert [beside.word(column) for column in columns] == ["dunmere", "arden", "borrel", "none"]
    assert not any(name.startswith("standing.") for name in beside.game.values())


# The language and effects


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("(0 - 7) / 2", -4), ("7 / 2", 3), ("0 - 7 / 2", -3), ("-5 / 3", -2), ("min(3, up, 9)", 3), ("max(3, up)", 50),
        ("1 if up in [49, 50] else 2", 1), ("1 if not up > 50 and up >= 50 else 2", 1), ("2 * 3 - 1 + 4 / 3", 6),
        ("1 if up == 1 or up == 2 or always else 2", 1), ("1 if low < -2 else 2", 1), ("up - low", 53),
        ("(1 if up > 3 else 2) if never else (3 if low == -3 else 4)", 3), ("up / 7 * 7 - up", -1),
    ],
)  # fmt: skip
def test_expressions_come_to_whole_numbers(formula: str, value: int, tmp_path: Path) -> None:
    beside = effects(tmp_path, NUMBERS + ", r: {name: R, range: -1000..1000}", f"r = {formula}")
    assert beside.game.values()["r"] == value


@pytest.mark.parametrize(
    ("actions", "value"),
    [
        (("up += 80", "up -= 80"), 50),
        (("up += 80", "up -= 20"), 100),
        (("up -= 80", "up += 20"), 0),
        (("up += up", "up -= up / 2"), 75),
        (("up = 300",), 100),
        (("up = 0 - up",), 0),
        (("up += 900000000", "up += 900000000", "up += 900000000", "up -= 1000000000"), 100),
    ],
)
def test_changes_of_one_step_are_summed_and_held_once(actions: tuple[str, ...], value: int, tmp_path: Path) -> None:
    assert effects(tmp_path, NUMBERS, *actions).game.values()["up"] == value


def test_effects_and_their_conditions_read_the_state_before_the_step(tmp_path: Path) -> None:
    swap = do("up = none", "none = up") + ', {do: "low -= 3", when: "none == 0", because: "before"}'
    more = f"variables: {{{NUMBERS}}}"
    values = Beside(small(tmp_path, news("only", effects=swap), more=more)).game.values()
    assert (values["up"], values["none"], values["low"]) == (0, 5, -6)


def test_a_named_value_can_be_that_of_another_variable(tmp_path: Path) -> None:
    more = "regions: [gull-shoal, long-strand]"
    set_ = do("owner.gull-shoal = owner.long-strand", "occupied-by.gull-shoal = owner.gull-shoal")
    beside = Beside(small(tmp_path, news("only", effects=set_), more=more))
    assert beside.word("owner.gull-shoal") == "corvane" and beside.word("occupied-by.gull-shoal") == "dunmere"


# Choices, chance, who knows


def test_a_step_that_is_skipped_leaves_its_column_not_reached(tmp_path: Path) -> None:
    steps = choice("first", A, OPTIONS, record="x") + choice(
        "second", B, OPTIONS, record="x", more='when: "choice.first.arden == y"'
    )
    beside = Beside(small(tmp_path, steps)).play((A, "x"))
    assert beside.game.over and beside.word("choice.second") == "not-reached"
    assert not Beside(small(tmp_path, steps)).play((A, "y")).game.over


def test_an_option_is_offered_by_what_its_party_believes(tmp_path: Path) -> None:
    more = "variables: {plan: {name: P, values: [war, peace], known-to: [arden], believed: {borrel: peace}}}"
    guarded = 'x: {text: "X"}, y: {text: "Y", when: "plan == peace", why-not: "No."}'
    steps = choice("mine", A, guarded, record="x") + choice("yours", B, guarded, record="x")
    beside = Beside(small(tmp_path, steps, more=more))
    assert beside.oracle.legal_options(A) == ["x"]
    beside.play((A, "x"))
    assert beside.oracle.legal_options(B) == ["x", "y"]


DRAW = """
  - id: draw
    date: 1925-06
    title: "Draw"
    chance: {SEAL basis: "B.", record: disputed, outcomes: {OUTCOMES}}
"""


def test_a_sealed_outcome_is_its_variable_s_value_and_known_to_those_who_know_it(tmp_path: Path) -> None:
    more = "variables: {aim: {name: A, values: [low, high, none], known-to: [arden], believed: {borrel: none}}}"
    draw = DRAW.replace("SEAL", "seals: aim,").replace("OUTCOMES", "none: {odds: 0}, high: {odds: 5}, low: {odds: 0}")
    beside = Beside(small(tmp_path, draw, more=more))
    assert beside.word("aim") == beside.word("chance.draw") == "high"
    for viewer, knowledge, told in ((A, "known", 1), (B, "believed", 0), ("public", "hidden", 0)):
        view = beside.game.view(viewer)
        assert view.knows("aim") == knowledge
        assert len([one for one in view.happenings() if one.kind == "chance"]) == told
    assert beside.game.view(B).word("aim") == "none"


def test_what_a_party_believes_of_the_odds_does_not_move_the_dice(tmp_path: Path) -> None:
    draw = DRAW.replace("SEAL", "BELIEF").replace("OUTCOMES", "a: {odds: 30}, b: {odds: 70}")
    plain = small(tmp_path, draw.replace("BELIEF ", ""))
    believing = small(tmp_path, draw.replace("BELIEF", "believed: {arden: {a: 1, b: 0}},"))
    drawn = [World(each, np.arange(500), 3).state_bytes() for each in (plain, believing)]
    assert drawn[0] == drawn[1]
    assert 100 < drawn[0].count(b"\x01") < 200


@pytest.mark.parametrize(("change", "fell"), [("up += 9", "a"), ("up += 10", "b")])
def test_odds_follow_the_state_before_the_draw(change: str, fell: str, tmp_path: Path) -> None:
    odds = 'a: {odds: "1 if up < 60 else 0"}, b: {odds: "min(7, max(0, up - 59))", effects: [' + do("up = 0") + "]}"
    steps = news("first", effects=do(change)) + DRAW.replace("SEAL ", "").replace("OUTCOMES", odds)
    for seed in range(5):
        beside = Beside(small(tmp_path, steps, more=f"variables: {{{NUMBERS}}}"), seed)
        assert beside.word("chance.draw") == fell


def test_only_those_named_learn_of_a_step_and_what_it_changes_is_told_without_it(tmp_path: Path) -> None:
    mine = OPTIONS.replace('"Y"', '"Y", effects: [' + do("up += 5") + "]")
    steps = choice("secret", A, mine, record="x", more="known-to: [borrel]") + choice("later", C, OPTIONS, record="x")
    beside = Beside(small(tmp_path, steps, parties="arden borrel corvane", more=f"variables: {{{NUMBERS}}}"))
    beside.play((A, "y"))
    for viewer, kinds in ((A, ["choice"]), (B, ["choice"]), (C, ["skipped"]), ("public", ["skipped"])):
        found = beside.game.view(viewer).happenings()
        assert [one.kind for one in found] == kinds, viewer
        assert [(a.column, a.after) for one in found for a in one.accounts] == [("up", 55)]


def test_a_dispatch_is_read_by_those_it_goes_to_and_acts_on_everybody(tmp_path: Path) -> None:
    steps = news("wire", effects=do("up += 1"), dispatch="to: [borrel]") + choice("later", C, OPTIONS, record="x")
    beside = Beside(small(tmp_path, steps, parties="arden borrel corvane", more=f"variables: {{{NUMBERS}}}"))
    assert beside.game.values()["up"] == 51
    heard = {viewer: [one.kind for one in beside.game.view(viewer).happenings()] for viewer in (A, B)}
    assert heard == {A: ["skipped"], B: ["dispatch"]}


# How it ends


def test_the_first_ending_that_holds_is_it_and_measures_read_the_truth(tmp_path: Path) -> None:
    endings = """
  - {id: high, title: H, when: "up > 60", text: H}
  - {id: middle, title: M, when: "up > 40", text: M}
  - {id: other, title: O, text: O}
"""
    more = """variables: {up: {name: U, range: 0..100, start: 50, known-to: []}}
measures: {twice: {name: T, unit: u, value: "up * 2"}}"""
    path = write_small(tmp_path, choice("c", A, OPTIONS, record="x"), more=more, endings=endings)
    text = (path / "scenario.yaml").read_text("utf-8")
    documented = "measures: {twice: {value: 100, sources: [made-up], confidence: firm}}"
    (path / "scenario.yaml").write_text(text.replace("{ending: other}", f"{{ending: middle, {documented}}}"), "utf-8")
    program = compile_scenario(load(path))
    beside = Beside(program).play((A, "y"))
    assert beside.game.ending() == beside.oracle.ending() == "middle"
    assert beside.game.measures() == beside.oracle.measures() == {"twice": 100}
