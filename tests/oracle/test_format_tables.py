"""What `scenarios/README.md` says of tables, sentence by sentence, in the engine and in the oracle."""

from __future__ import annotations

from pathlib import Path

from game.engine.moves import ACCEPT, ADJOURN, WALK_OUT, press, propose
from tests.oracle.batch import Batch
from tests.oracle.beside import NUMBERS, A, B, Beside, C
from tests.scenarios.small import news, small

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


def test_every_scenario_here_is_the_same_in_a_batch(tmp_path: Path) -> None:
    steps = MEETING.replace("AGREEMENT", "by-issue").replace("LAND", "borrel, corvane").replace("WHEN", "when: always")
    program = small(tmp_path, steps, parties="arden borrel corvane", more=f"variables: {{{NUMBERS}}}")
    batch = Batch(program, range(200), 1, follow=False)
    batch.play()
    batch.compare_state()
