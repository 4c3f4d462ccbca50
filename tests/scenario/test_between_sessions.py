"""What a file may read of talks before they are over: `initialled.STEP.ISSUE` and `walked-out.STEP`."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.loader import load
from game.scenario.recorded_path import RecordedPath
from tests.scenario.edits import CONGRESS, Change, said, written

FROST = ('title: "Frost"', 'title: "Frost"\n    when: "CONDITION"')
ADVICE = 'recommends: propose, text: "Offer rent.", would-change: "A threat."'
FAILED = '{do: "tension += 2", because: "the talks failed"}'


def frost(condition: str) -> Change:
    """A step after the talks that takes place only on a condition."""
    return FROST[0], FROST[1].replace("CONDITION", condition)


def test_such_columns_are_there_only_where_something_reads_them(tmp_path: Path) -> None:
    assert not [name for name in load(written(tmp_path)).columns if name.startswith(("initialled", "walked-out"))]
    columns = load(written(tmp_path, frost("initialled.talks.harbour == lease"))).columns
    assert [name for name in columns if name.startswith(("initialled", "walked-out"))] == ["initialled.talks.harbour"]
    assert columns["initialled.talks.harbour"].values == ("not-reached", "none", "lease")
    columns = load(written(tmp_path, frost("walked-out.talks == finland"))).columns
    assert columns["walked-out.talks"].values == ("not-reached", "nobody", "soviet-union", "finland")
    assert columns["walked-out.talks"].known_to == columns["agreed.talks"].known_to


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        (
            "initialled.talks.harbor == lease",
            'LNG04 "initialled.talks.harbor" is not known here. Did you mean "initialled.talks.harbour"?',
        ),
        (
            "walked-out.talk == finland",
            'LNG04 "walked-out.talk" is not known here. Did you mean "walked-out.talks"?',
        ),
        (
            "walked-out.talks == findland",
            'LNG05 "findland" is not a value of walked-out.talks; it can be `not-reached`, `nobody`, `soviet-union` or '
            '`finland`. Did you mean "finland"?',
        ),
    ],
)
def test_what_is_misspelt_is_told_with_what_was_meant(condition: str, sentence: str, tmp_path: Path) -> None:
    assert said(tmp_path, frost(condition)) == [f"error {sentence}"]


def test_a_table_may_read_in_its_later_sessions_what_is_initialled(tmp_path: Path) -> None:
    assert said(tmp_path, (ADVICE, f'{ADVICE}, when: "initialled.talks.harbour == lease"')) == []


def test_the_effects_of_a_close_may_read_who_walked_out_and_nothing_else_of_the_table_may(tmp_path: Path) -> None:
    left = FAILED.replace("}", ', when: "walked-out.talks == finland"}')
    assert said(tmp_path, (FAILED, left)) == []
    (found,) = said(tmp_path, (ADVICE, f'{ADVICE}, when: "walked-out.talks == finland"'))
    assert found.startswith("warning LNT16 walked-out.talks is filled by the same step")


def test_the_effects_of_a_close_may_read_who_backed_down(tmp_path: Path) -> None:
    gave_way = FAILED.replace("}", ', when: "backed-down.talks.soviet-union == yes"}')
    assert said(tmp_path, (FAILED, gave_way)) == []
    columns = load(written(tmp_path, (FAILED, gave_way))).columns
    assert columns["backed-down.talks.soviet-union"].values == ("not-reached", "no", "yes")
    (found,) = said(tmp_path, (FAILED, gave_way.replace("talks.soviet-union", "talks.finland")))
    assert found.startswith('error LNG04 "backed-down.talks.finland" is not known here.')


def test_nothing_is_initialled_before_its_table_meets(tmp_path: Path) -> None:
    title = '    title: "Call up the reserves?"\n'
    (found,) = said(tmp_path, (title, f'{title}    when: "initialled.talks.harbour != lease"\n'))
    assert found.startswith("warning LNT16 initialled.talks.harbour is filled by a later step")


def test_a_party_that_is_not_there_does_not_know_what_is_initialled(tmp_path: Path) -> None:
    told = ('title: "Frost"', 'title: "Frost"\n    text: "They have {initialled.talks.harbour}."')
    (found,) = said(tmp_path, told)
    assert found.startswith("error KNW01 initialled.talks.harbour is known only to finland and soviet-union")


def test_effects_cannot_initial_anything(tmp_path: Path) -> None:
    (found,) = said(tmp_path, (FAILED, '{do: "initialled.talks.harbour = lease", because: "x"}'))
    assert found.startswith("error LNG10 initialled.talks.harbour follows from play")


def test_the_recorded_path_knows_what_was_initialled_from_session_to_session(tmp_path: Path) -> None:
    reads = (
        "initialled.congress.passage == as-friends",
        "initialled.congress.tolls == low",
        "walked-out.congress == arden",
    )
    passage = "promise.free-passage in [open, open-elastic]"
    change = (f'when: "{passage}"', f'when: "{passage} and ({" or ".join(reads)})"')
    scenario = load(written(tmp_path, change, good=CONGRESS))
    path = RecordedPath(scenario)
    seen = {step.id: dict(path.known) for step in path.steps()}
    number = scenario.columns["initialled.congress.passage"].values
    assert number is not None
    friends = number.index("as-friends")
    assert seen["congress"]["initialled.congress.passage"] == (0, 0)
    assert seen["second-day"]["initialled.congress.passage"] == (friends, friends)
    assert seen["boats"]["initialled.congress.passage"] == (friends, friends)
    assert seen["boats"]["initialled.congress.tolls"] == (0, 0)
    assert seen["second-day"]["walked-out.congress"] == (0, 0)
    assert seen["boats"]["walked-out.congress"] == (1, 1)


def test_the_recorded_path_knows_who_walked_out(tmp_path: Path) -> None:
    path = RecordedPath(load(written(tmp_path, frost("walked-out.talks == soviet-union"))))
    before = {step.id: dict(path.known) for step in path.steps()}
    assert before["second-talks"]["walked-out.talks"] == (0, 0)
    assert before["frost"]["walked-out.talks"] == (2, 2)
