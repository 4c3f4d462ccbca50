"""What can be read of talks that are not over: what is initialled so far; and who walked out of them or backed down.

Every game is played in the engine and in the oracle, and both must come to what is worked out by hand.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine.moves import ACCEPT, ADJOURN, WALK_OUT, press, propose
from tests.oracle.batch import Batch
from tests.oracle.beside import NUMBERS, A, B, Beside, C
from tests.oracle.test_format_tables import ALL, MEETING
from tests.scenarios.small import news, small

READS = """
variables: {NUMBERS, word: {name: W, values: [nothing, given, kept, opened]}, leaver: {name: X, values: [nobody, one]}}
interests:
  arden: [{id: land, name: L, weight: 1, basis: B, value: "50 if initialled.talks.land == give else 0"}]
  borrel:
    - {id: peace, name: P, weight: 1, basis: B, value: "50 if walked-out.talks == nobody else 0"}
    - {id: face, name: F, weight: 1, basis: B, value: "50 if backed-down.talks.borrel == yes else 0"}
  corvane: [{id: trade, name: T, weight: 1, basis: B, value: "50 if initialled.talks.trade == open else 0"}]
""".replace("NUMBERS", NUMBERS)
ENDS = 'failed: {effects: [{do: "low -= 3", because: r}]}'
LEFT = '{do: "leaver = one", because: r, when: "walked-out.talks in [borrel, corvane]"}'
TOLD = f'failed: {{effects: [{{do: "low -= 3", because: r}}, {LEFT}]}}'
BETWEEN = news("between")
SPEAKS = news("between", effects='{do: "word = given", because: r, when: "initialled.talks.land == give"}')


def reading(folder: Path, agreement: str = "by-issue", when: str = "always") -> Beside:
    """The table of three parties, with a dispatch between its sessions and effects at its end that read it."""
    steps = MEETING.replace(BETWEEN, SPEAKS).replace(ENDS, TOLD)
    steps = steps.replace("AGREEMENT", agreement).replace("LAND", "arden, borrel").replace("WHEN", f'when: "{when}"')
    return Beside(small(folder, steps, parties="arden borrel corvane", more=READS))


def stands(beside: Beside) -> list[str]:
    return [beside.word(name) for name in ("initialled.talks.land", "initialled.talks.trade", "walked-out.talks")]


def test_what_is_initialled_can_be_read_once_its_session_is_over(tmp_path: Path) -> None:
    beside = reading(tmp_path).play((A, ALL), (B, ACCEPT))
    assert stands(beside) == ["not-reached", "not-reached", "not-reached"]
    beside.play((C, ADJOURN))
    assert stands(beside) == ["give", "not-reached", "not-reached"]
    assert beside.word("word") == "given"


def test_what_fell_to_its_unsettled_option_was_never_initialled(tmp_path: Path) -> None:
    beside = reading(tmp_path).play((A, ALL), (B, ACCEPT), (C, WALK_OUT))
    assert beside.word("agreed.talks.trade") == "shut"
    assert stands(beside) == ["give", "not-reached", C]


def test_a_package_is_initialled_when_the_whole_of_it_is_agreed(tmp_path: Path) -> None:
    beside = reading(tmp_path, "whole").play((A, ALL), (B, ACCEPT))
    assert stands(beside) == ["not-reached", "not-reached", "not-reached"]
    assert stands(beside.play((C, ACCEPT))) == ["give", "open", "nobody"]


def test_the_last_effects_of_a_table_may_read_who_walked_out_of_it(tmp_path: Path) -> None:
    assert reading(tmp_path).play((A, WALK_OUT)).word("leaver") == "nobody"
    beside = reading(tmp_path).play((A, ADJOURN), (A, ADJOURN), (A, ALL), (B, WALK_OUT))
    assert (beside.word("leaver"), stands(beside)[-1]) == ("one", B)


def test_adjourning_the_last_session_is_no_walking_out(tmp_path: Path) -> None:
    beside = reading(tmp_path).play((A, ADJOURN), (A, ADJOURN), (A, ADJOURN))
    assert beside.game.over
    assert (beside.word("agreed.talks"), stands(beside)[-1]) == ("failed", "nobody")


def test_refusing_the_last_word_is_no_walking_out_as_nothing_else_is_left(tmp_path: Path) -> None:
    beside = reading(tmp_path).play((A, ADJOURN), (A, ADJOURN), (A, ALL), (B, propose(dict(ALL.terms))))
    assert beside.oracle.table.kinds() == ["accept", "walk-out"]
    assert stands(beside.play((C, WALK_OUT)))[-1] == "nobody"


def test_a_table_that_is_not_held_leaves_all_of_it_not_reached(tmp_path: Path) -> None:
    assert stands(reading(tmp_path, when="up > 50")) == ["not-reached"] * 3


def test_columns_that_no_expression_reads_are_not_kept(tmp_path: Path) -> None:
    steps = MEETING.replace("AGREEMENT", "whole").replace("LAND", "arden").replace("WHEN", "when: always")
    program = small(tmp_path, steps, parties="arden borrel corvane", more=f"variables: {{{NUMBERS}}}")
    assert not [name for name in program.names if name.startswith(("initialled.", "walked-out."))]


def backed_down(beside: Beside) -> str:
    return beside.word("backed-down.talks.borrel")


def test_who_presses_against_an_offer_and_signs_it_backs_down(tmp_path: Path) -> None:
    beside = reading(tmp_path, "whole").play((A, ALL), (B, press("land")), (C, ACCEPT))
    assert backed_down(beside) == "not-reached"
    assert backed_down(beside.play((A, ADJOURN), (A, ALL), (B, ACCEPT), (C, ACCEPT))) == "yes"


def test_who_signs_something_else_on_what_it_pressed_does_not_back_down(tmp_path: Path) -> None:
    other = propose({"land": "keep", "trade": "open"})
    beside = reading(tmp_path, "whole").play((A, ALL), (B, press("land")), (C, ACCEPT), (A, other))
    assert backed_down(beside.play((B, ACCEPT), (C, ACCEPT))) == "no"


def test_who_never_signs_does_not_back_down(tmp_path: Path) -> None:
    beside = reading(tmp_path, "whole").play((A, ALL), (B, press("land")), (C, WALK_OUT))
    assert backed_down(beside) == "no"


def test_pressing_on_ones_own_offer_is_against_nothing(tmp_path: Path) -> None:
    other = propose({"land": "keep", "trade": "open"})
    beside = reading(tmp_path, "whole").play((A, ADJOURN), (A, other), (B, ALL), (C, ADJOURN))
    assert backed_down(beside.play((A, ACCEPT), (B, press("land")), (C, ACCEPT))) == "no"


@pytest.mark.parametrize("agreement", ["whole", "by-issue"])
def test_many_games_at_once_are_told_what_each_is_told_alone(agreement: str, tmp_path: Path) -> None:
    program = reading(tmp_path, agreement).game.program
    batch = Batch(program, range(60), 4, follow=False)
    batch.play()
    batch.compare_state()
    names = ("initialled.talks.land", "initialled.talks.trade", "walked-out.talks", "backed-down.talks.borrel")
    seen = {name: set(batch.world.columns[program.places[name]].tolist()) for name in names}
    assert all(len(values) > 1 for values in seen.values()), seen
