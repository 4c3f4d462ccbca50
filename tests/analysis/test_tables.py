import itertools
import json

import pytest

from game.analysis.recorded import recorded_game
from game.analysis.tables import examine_played, table_report, table_step
from game.engine.program import Program
from game.errors import UsageError
from game.present.english import english
from game.present.findings import table_lines
from tests.kept import kept_scenario
from tests.playing import program as compiled
from tests.playing import random_game


@pytest.fixture(scope="module")
def program() -> Program:
    return compiled()


def test_a_later_session_names_its_table(program: Program) -> None:
    assert table_step(program.scenario, "lantern-night") == "lantern-talks"


def test_a_step_that_is_no_table_is_refused_with_those_there_are(program: Program) -> None:
    for word in ("storm", "nowhere"):
        with pytest.raises(UsageError) as caught:
            table_step(program.scenario, word)
        assert str(caught.value) == f"three-parties has no table '{word}'; its tables are lantern-talks, fish-talks."


def test_walk_aways_are_those_of_the_recorded_state(program: Program) -> None:
    game = recorded_game(program, until="lantern-talks")
    assert game.step is not None
    assert game.step.id == "lantern-talks"
    report = table_report(program.scenario, "lantern-talks")
    for party in report.parties:
        seen = game.view(party).table
        assert seen is not None
        assert (report.walk_aways[party], report.total_weights[party]) == (seen.walk_away, seen.total_weight)


def test_worths_are_what_each_party_sees(program: Program) -> None:
    game = recorded_game(program, until="lantern-talks")
    report = table_report(program.scenario, "lantern-talks")
    body = program.scenario.steps["lantern-talks"].body
    sizes = [list(issue.options) for issue in body.issues.values()]  # type: ignore[union-attr]
    acceptable = 0
    worths = []
    for options in itertools.product(*sizes):
        terms = dict(zip(report.issues, options, strict=True))
        views = {party: game.view(party).table for party in report.parties}
        seen = {party: view.worth(terms) for party, view in views.items() if view}
        assert report.value(terms).worths == seen
        acceptable += all(view.acceptable(terms) for view in views.values() if view)
        worths.append(tuple(seen.values()))
    assert (report.packages, report.acceptable) == (len(worths), acceptable)
    assert report.best == {party: max(worth[k] for worth in worths) for k, party in enumerate(report.parties)}
    beaten = {
        one
        for one in worths
        if any(other != one and all(b >= a for a, b in zip(one, other, strict=True)) for other in worths)
    }
    assert {tuple(point.worths.values()) for point in report.frontier} == set(worths) - beaten


def test_the_recorded_deal_is_valued(program: Program) -> None:
    report = table_report(program.scenario, "lantern-talks")
    assert report.record is not None
    assert report.record == report.value({"light": "always-lit", "toll": "small", "pilots": "free"})
    assert report.record.shares["borrel"] == pytest.approx(report.record.worths["borrel"] / 11, abs=0.005)


def test_nothing_settled_is_valued_beside_the_recorded_deal_in_words_keys_and_drawings() -> None:
    scenario = kept_scenario("finland-1939")
    report = table_report(scenario, "kremlin-talks")
    body = scenario.steps["kremlin-talks"].body
    terms = {id_: issue.unsettled for id_, issue in body.issues.items()}  # type: ignore[union-attr]
    assert report.unsettled == report.value(terms)
    assert dict(report.unsettled.terms) == terms
    assert report.as_json()["unsettled"] == report.unsettled.as_json()
    lines = [line.split() for line in table_lines(scenario, report, english(), drawn=True)]
    shares = [f"{report.unsettled.shares[party]:.1f}" for party in report.parties]
    assert ["nothing", "settled", *shares] in lines
    assert f"nothing settled: {'; '.join(map(' '.join, terms.items()))}".split() in lines
    assert ["▽", "nothing", "settled"] in lines


def test_an_improvement_is_better_for_one_and_worse_for_none(program: Program) -> None:
    report = table_report(program.scenario, "lantern-talks")
    seen = set()
    for options in itertools.product(("by-turns", "always-lit", "arden-alone"), ("none", "small", "heavy")):
        own = report.value({**dict(zip(("light", "toll"), options, strict=True)), "pilots": "free"})
        better = report.improvement(own.terms)
        seen.add(better is None)
        assert (better is None) == (own.worths in [point.worths for point in report.frontier])
        if better:
            assert all(better.worths[party] >= own.worths[party] for party in report.parties)
            assert better.worths != own.worths
            changes = [
                len(point.terms.items() - own.terms.items())
                for point in report.frontier
                if all(point.worths[party] >= own.worths[party] for party in report.parties)
            ]
            assert len(better.terms.items() - own.terms.items()) == min(changes)
    assert seen == {True, False}


def test_a_played_table_is_examined_as_its_last_move_found_it(program: Program) -> None:
    game = random_game(program, 5)
    at = game.seq
    found = examine_played(game, "lantern-talks")
    assert game.seq == at
    last = [entry for entry in game.path if entry.step.startswith("lantern-") and entry.seat != "chance"][-1]
    game.go_to(last.parent)
    for party in found.parties:
        seen = game.view(party).table
        assert seen is not None
        assert found.walk_aways[party] == seen.walk_away


def test_the_json_has_stable_keys_and_the_lines_say_the_same(program: Program) -> None:
    report = table_report(program.scenario, "fish-talks")
    told = json.loads(json.dumps(report.as_json()))
    assert list(told) == [
        "scenario",
        "step",
        "reached",
        "agreement",
        "values",
        "packages",
        "acceptable",
        "acceptable_most",
        "weighed",
        "parties",
        "record",
        "unsettled",
        "frontier",
        "nash",
        "kalai_smorodinsky",
        "egalitarian",
        "utilitarian",
    ]
    lines = list(table_lines(program.scenario, report, english()))
    assert lines[0] == "Talks on the fishing ground (fish-talks), 1 March 1925"
    assert f"{told['packages']} packages; {told['acceptable']} leave no side below its walk-away value." in lines
    assert "recorded deal: shoal set-aside; nets wide-mesh; ferry weekly; quay-dues low" in lines


def test_the_gap_is_the_most_that_a_package_worse_for_nobody_adds(program: Program) -> None:
    report = table_report(program.scenario, "lantern-talks")
    assert report.each
    for point in report.frontier:
        assert (report.gap(point.terms).left, report.gap(point.terms).better) == (0.0, None)
    worse = report.value({"light": "by-turns", "toll": "none", "pilots": "free"})
    gap = report.gap(worse.terms)
    added = {
        sum((point.worths[p] - worse.worths[p]) / report.total_weights[p] for p in report.parties)
        for point in report.frontier
        if all(point.worths[p] >= worse.worths[p] for p in report.parties)
    }
    assert gap.left == pytest.approx(max(added, default=0.0), abs=0.005)
    floors = {p: report.walk_aways[p] * report.total_weights[p] for p in report.parties}
    assert gap.below == tuple(p for p in report.parties if worse.worths[p] < floors[p])


def test_the_largest_table_is_laid_open_exactly() -> None:
    report = table_report(kept_scenario("yalta-1945"), "conference")
    assert report.packages == 4_081_466_880
    assert not report.each
    assert report.acceptable == report.acceptable_most
    assert set(report.errors.values()) == {0}
    for point in (*report.frontier[:20], *report.nash, *report.utilitarian):
        assert report.value(point.terms).worths == point.worths
