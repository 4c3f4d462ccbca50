"""What `scenarios/README.md` says of play, sentence by sentence, on a scenario that has little else.

Every game is played in the engine and in the oracle, and both must come to the number worked out by hand.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.engine.compiler import compile_scenario
from game.engine.game import Game
from game.engine.moves import ACCEPT, ADJOURN, WALK_OUT, Choose, Move, press, propose
from game.engine.program import Program
from game.engine.world import World
from game.scenario.loader import load
from tests.oracle.batch import Batch
from tests.oracle.game import OracleGame
from tests.oracle.single import compare_accounts, compare_legal, compare_point, compare_views
from tests.scenarios.small import choice, do, news, small, write_small

OPTIONS = 'x: {text: "X"}, y: {text: "Y"}'
A, B, C = "arden", "borrel", "corvane"


class Beside:
    """A game in the engine and in the oracle, compared after every move."""

    def __init__(self, program: Program, seed: int = 0) -> None:
        self.game, self.oracle = Game(program, seed), OracleGame(program.scenario, seed)
        self.compare()

    def play(self, *moves: tuple[str, str | Move]) -> Beside:
        """Plays moves of parties in order; a word is an option."""
        for party, move in moves:
            made = Choose(move) if isinstance(move, str) else move
            self.game.play(party, made)
            self.oracle.play(party, made)
            self.compare()
        return self

    def compare(self) -> None:
        """Compares all there is."""
        for one in (compare_point, compare_legal, compare_views, compare_accounts):
            one(self.game, self.oracle)

    def word(self, column: str) -> str:
        """A column as the file writes it."""
        return self.game.view("facilitator").word(column)


def effects(folder: Path, variables: str, *actions: str) -> Beside:
    """A game in which one dispatch has happened."""
    return Beside(small(folder, news("only", effects=do(*actions)), more=f"variables: {{{variables}}}"))


NUMBERS = "up: {name: U, range: 0..100, start: 50}, low: {name: L, range: -9..-3}, none: {name: N, range: -5..5}"


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


# Tables

ISSUES = """
      issues:
        land:
          {name: L, unsettled: keep, binds: [LAND], weight: {arden: 3, borrel: 1, corvane: 1}, options: {
             keep: {text: K, effects: [{do: "none -= 1", because: r}]},
             give: {text: G, effects: [{do: "none += 3", because: r}]}},
           values: {arden: {keep: 0, give: 100}, borrel: {keep: 100, give: 0}, corvane: {keep: 50, give: 50}}}
        trade:
          {name: T, unsettled: shut, weight: {arden: 1, borrel: 2, corvane: 1}, options: {
             shut: {text: S}, open: {text: O, effects: [{do: "up += 10", because: r}]}},
           values: {arden: {shut: 0, open: 100}, borrel: {shut: 0, open: 100}, corvane: {shut: 0, open: 100}}}
      walk-away: {arden: "up", borrel: 10, corvane: 0}
      walk-away-basis: {arden: B, borrel: B, corvane: B}
      ends:
        whole: {effects: [{do: "low -= 1", because: r}]}
        partial: {effects: [{do: "low -= 2", because: r}]}
        failed: {effects: [{do: "low -= 3", because: r}]}
"""
MEETING = (
    f"""
  - id: talks
    date: 1925-06
    title: "Talks"
    WHEN
    table:
      parties: [arden, borrel, corvane]
      agreement: AGREEMENT
      rounds: 1
{ISSUES.strip(chr(10))}
      record: {{outcome: failed, moves: {{talks: [{{arden: walk-out}}]}}}}
      press: {{parties: [borrel], price: [{{do: "up -= 1", because: r}}], basis: B, outcomes: {{
        yields: {{odds: 1, points: 8, text: T}}, nothing: {{odds: 0, points: 0, text: N}}}}}}
"""
    + news("between")
    + """
  - {id: again, date: 1925-06, title: "Again", resume: talks, when: "up < 90", rounds: 2}
  - {id: last, date: 1925-06, title: "Last", resume: talks}
"""
)


def meeting(folder: Path, agreement: str = "whole", land: str = "arden, borrel", when: str = "always") -> Beside:
    """A table of three parties with sessions of one, two and one round."""
    steps = MEETING.replace("AGREEMENT", agreement).replace("LAND", land).replace("WHEN", f'when: "{when}"')
    return Beside(small(folder, steps, parties="arden borrel corvane", more=f"variables: {{{NUMBERS}}}"))


def ended(beside: Beside) -> tuple[str, str, str, int, int]:
    """How the table stands: its outcome, its two issues, and what `none` and `low` have come to."""
    values = beside.game.values()
    words = (beside.word(f"agreed.talks{issue}") for issue in ("", ".land", ".trade"))
    return (*words, values["none"], values["low"])  # type: ignore[return-value]


ALL = propose({"land": "give", "trade": "open"})


def test_agreement_on_the_whole_needs_all_who_are_bound_and_closes_the_table(tmp_path: Path) -> None:
    beside = meeting(tmp_path).play((A, ALL), (B, ACCEPT))
    assert ended(beside) == ("not-reached", "not-reached", "not-reached", 0, -3)
    assert ended(beside.play((C, ACCEPT))) == ("whole", "give", "open", 3, -4)
    assert beside.game.over and beside.word("agreed.talks") == "whole"


def test_who_is_bound_by_no_issue_need_not_consent(tmp_path: Path) -> None:
    text = MEETING.replace("{name: T, unsettled: shut,", "{name: T, unsettled: shut, binds: [arden, borrel],")
    steps = text.replace("AGREEMENT", "whole").replace("LAND", "arden, borrel").replace("WHEN", "when: always")
    program = small(tmp_path, steps, parties="arden borrel corvane", more=f"variables: {{{NUMBERS}}}")
    assert ended(Beside(program).play((A, ALL), (B, ACCEPT))) == ("whole", "give", "open", 3, -4)


def test_an_adjourned_session_leaves_what_was_offered_and_a_counter_offer_replaces_it(tmp_path: Path) -> None:
    beside = meeting(tmp_path).play((A, ALL), (B, ADJOURN))
    seen = beside.game.view(C).table
    assert seen is not None and (seen.session, seen.proposer, dict(seen.standing)) == ("again", A, dict(ALL.terms))
    beside.play((A, ADJOURN), (A, propose({"land": "keep", "trade": "open"})), (B, ACCEPT), (C, ACCEPT))
    assert ended(beside) == ("whole", "keep", "open", -1, -4)


def test_walking_out_closes_the_table_at_once_and_skips_its_later_sessions(tmp_path: Path) -> None:
    assert ended(beside := meeting(tmp_path).play((A, WALK_OUT))) == ("failed", "keep", "shut", -1, -6)
    assert beside.game.over
    assert [one.step for one in beside.game.happenings if one.kind == "session-opened"] == ["talks"]


def test_by_issue_what_is_initialled_survives_and_the_rest_falls_open(tmp_path: Path) -> None:
    beside = meeting(tmp_path, "by-issue").play((A, ALL), (B, ACCEPT))
    seen = beside.game.view(C).table
    assert seen is not None and dict(seen.initialled) == {"land": "give"} and dict(seen.standing) == {"trade": "open"}
    assert ended(beside.play((C, WALK_OUT))) == ("partial", "give", "shut", 3, -5)


def test_a_table_that_is_not_held_agrees_on_nothing_and_has_no_effects(tmp_path: Path) -> None:
    beside = meeting(tmp_path, when="up > 50")
    assert beside.game.over and ended(beside) == ("not-held", "not-reached", "not-reached", 0, -3)


def test_a_session_whose_condition_fails_is_skipped_and_the_table_goes_on_in_the_next(tmp_path: Path) -> None:
    text = MEETING.replace('when: "up < 90", ', 'when: "up > 90", ')
    steps = text.replace("AGREEMENT", "whole").replace("LAND", "arden").replace("WHEN", "when: always")
    program = small(tmp_path, steps, parties="arden borrel corvane", more=f"variables: {{{NUMBERS}}}")
    beside = Beside(program).play((A, ADJOURN))
    assert beside.game.step is not None and beside.game.step.id == "last"
    beside.play((A, ALL), (B, ACCEPT))
    assert beside.oracle.table.kinds() == ["accept", "walk-out"]
    assert ended(beside.play((C, ACCEPT))) == ("whole", "give", "open", 3, -4)


def test_pressing_has_its_price_once_a_session_and_lowers_the_others_walk_away_values(tmp_path: Path) -> None:
    beside = meeting(tmp_path).play((A, ADJOURN), (A, ALL), (B, press("land")))
    assert beside.game.values()["up"] == 49
    walks = {party: beside.game.view(party).table.walk_away for party in (A, B, C)}  # type: ignore[union-attr]
    assert walks == {A: 41, B: 10, C: 0}
    beside.play((C, ACCEPT), (A, ALL))
    assert "press" not in beside.oracle.table.kinds()
    beside.play((B, ADJOURN), (A, ALL))
    assert "press" in beside.oracle.table.kinds()
    assert beside.game.view(A).table.walk_away == 49  # type: ignore[union-attr]


def test_what_was_agreed_is_known_to_the_table_s_parties_and_to_those_the_step_names(tmp_path: Path) -> None:
    for known_to, told in (("", {A, B}), ("known-to: [corvane]", {A, B, C}), ("known-to: []", {A, B})):
        text = MEETING.replace("WHEN", known_to or "minutes: 5").replace("[arden, borrel, corvane]", "[arden, borrel]")
        steps = text.replace("AGREEMENT", "whole").replace("LAND", "arden").replace(", corvane: 1}", "}")
        for part in (
            ", corvane: {keep: 50, give: 50}",
            ", corvane: {shut: 0, open: 100}",
            ", corvane: 0",
            ", corvane: B",
        ):
            steps = steps.replace(part, "")
        more = f"variables: {{{NUMBERS}}}"
        beside = Beside(small(tmp_path, steps, parties="arden borrel corvane dunmere", more=more))
        beside.play((A, ALL), (B, ACCEPT))
        views = {viewer: beside.game.view(viewer) for viewer in (A, B, C, "dunmere")}
        assert {viewer for viewer, view in views.items() if view.knows("agreed.talks.land") == "known"} == told
        closed = {v for v, view in views.items() if any(one.kind == "table-closed" for one in view.happenings())}
        assert closed == told


def test_a_selector_gives_its_party_the_weights_and_values_of_the_value_it_has(tmp_path: Path) -> None:
    steps = """
  - id: talks
    date: 1925-06
    title: "Talks"
    table:
      parties: [arden, borrel]
      agreement: whole
      rounds: 1
      issues: {land: {name: L, unsettled: keep, options: {keep: {text: K}, give: {text: G}},
        weight: {arden: {mild: 2, hard: 9}, borrel: 4},
        values: {arden: {mild: {keep: 10, give: 90}, hard: {keep: 0, give: 100}}, borrel: {keep: 70, give: 5}}}}
      values-by: {arden: mood}
      linkages: {arden: [{when: "land == give", add: -30, basis: B}]}
      walk-away: {arden: 0, borrel: 0}
      walk-away-basis: {arden: B, borrel: B}
      record: {outcome: failed, moves: {talks: [{arden: walk-out}]}}
"""
    for mood, worth in (("mild", 2 * 90 - 30), ("hard", 9 * 100 - 30)):
        more = f"variables: {{mood: {{name: M, values: [mild, hard], start: {mood}, known-to: [arden]}}}}"
        beside = Beside(small(tmp_path, steps, more=more))
        views = {party: beside.game.view(party).table for party in (A, B)}
        assert views[A].worth({"land": "give"}) == worth  # type: ignore[union-attr]
        assert views[B].worth({"land": "give"}) == 20  # type: ignore[union-attr]


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


# Many at once


def test_every_scenario_here_is_the_same_in_a_batch(tmp_path: Path) -> None:
    steps = MEETING.replace("AGREEMENT", "by-issue").replace("LAND", "borrel, corvane").replace("WHEN", "when: always")
    program = small(tmp_path, steps, parties="arden borrel corvane", more=f"variables: {{{NUMBERS}}}")
    batch = Batch(program, range(200), 1, follow=False)
    batch.play()
    batch.compare_state()
