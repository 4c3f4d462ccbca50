import pytest

from game.analysis.recorded import recorded_game
from game.analysis.tables import table_report
from game.analysis.talks import MOST_GAMES, bargain
from game.engine.program import Program
from game.errors import UsageError
from game.players.styles import seat_of
from game.players.talks import hold_talks
from game.present.english import english
from game.present.findings import talks_lines
from game.scenario.table_rules import Outcome
from tests.playing import program as compiled

STYLES = ["trades", "holds-out", "concedes-early"]


@pytest.fixture(scope="module")
def program() -> Program:
    return compiled()


def test_the_same_seed_gives_the_same_talks(program: Program) -> None:
    first = bargain(program.scenario, "lantern-talks", styles=STYLES, games=200, seed=3)
    assert bargain(program.scenario, "lantern-night", styles=STYLES, games=200, seed=3) == first
    assert bargain(program.scenario, "lantern-talks", styles=["random"] * 3, games=200, seed=3) != first


def test_figures_are_measured_from_the_walk_away_value(program: Program) -> None:
    found = bargain(program.scenario, "lantern-talks", styles=["trades"] * 3, games=100, rounds=20)
    report = table_report(program.scenario, "lantern-talks")
    assert found.agreement == 1.0
    for party, told in found.parties.items():
        assert told.walk_away == report.walk_aways[party]
        room = report.share(party, report.best[party]) - told.walk_away
        assert told.advantage == pytest.approx((told.worth - told.walk_away) / room, abs=1e-3)
    assert found.nash_product is not None
    assert found.welfare is not None
    assert 0.8 <= found.nash_product <= 1
    assert 0.8 <= found.welfare <= 1


def test_where_talks_fail_each_side_has_its_walk_away_value(program: Program) -> None:
    found = bargain(program.scenario, "lantern-talks", styles=["random"] * 3, games=300, rounds=1)
    state = recorded_game(program, until="lantern-talks").values()
    seats = [seat_of("random")] * 3
    held = hold_talks(program, "lantern-talks", seats, 300, 0, state=state, rounds=1)
    failed = [outcome == Outcome.FAILED for outcome in held.outcomes]
    assert 0 < sum(failed) < 300
    assert found.agreement == pytest.approx(1 - sum(failed) / 300, abs=1e-4)
    totals = table_report(program.scenario, "lantern-talks").total_weights
    for place, (party, told) in enumerate(found.parties.items()):
        shares = [
            told.walk_away if fails else worth / totals[party]
            for fails, worth in zip(failed, held.worths[place].tolist(), strict=True)
        ]
        assert told.worth == pytest.approx(sum(shares) / 300, abs=0.006)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"styles": ["trades"]},
            "This table seats arden, borrel, corvane: name 3 styles in that order, parted by commas; 1 was named.",
        ),
        ({"styles": ["trades", "bluffs", "trades"]}, 'There is no style "bluffs"; there are '),
        ({"games": 0}, "The number of talks should be from 1 to 1,000,000, not 0."),
        ({"games": MOST_GAMES + 1}, "The number of talks should be from 1 to 1,000,000, not 1,000,001."),
        ({"rounds": 0}, "The number of rounds should be from 1 to 1,000, not 0."),
        ({"step": "storm"}, "three-parties has no table 'storm'; its tables are lantern-talks, fish-talks."),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(program: Program, changes: dict[str, object], sentence: str) -> None:
    given: dict[str, object] = {"step": "lantern-talks", "styles": STYLES, **changes}
    with pytest.raises(UsageError) as caught:
        bargain(program.scenario, **given)  # type: ignore[arg-type]
    assert str(caught.value).startswith(sentence)


def test_the_lines_name_styles_and_rounds(program: Program) -> None:
    found = bargain(program.scenario, "fish-talks", styles=STYLES, games=20, rounds=4, seed=9)
    lines = list(talks_lines(program.scenario, found, english()))
    assert lines[0] == "20 talks at Talks on the fishing ground (fish-talks), seed 9"
    assert lines[1] == "One session of 4 rounds in place of the table's own."
    assert [line.split()[1] for line in lines if line.split()[:1] in (["Corvane"], ["Arden"], ["Borrel"])] == STYLES
