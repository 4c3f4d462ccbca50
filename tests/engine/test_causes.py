"""Who may not know what was decided, agreed or drawn reads of its figures how they changed, and no reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine.accounts import Account
from game.engine.game import Game
from game.engine.moves import WALK_OUT, Choose
from game.scenario.model import FACILITATOR, PUBLIC
from tests.scenarios.small import choice, do, news, small

FIGURES = """
variables:
  calm: {name: "Calm", range: 0..9, start: 5}
  stores: {name: "Stores", range: 0..9, start: 5}
"""
OPTIONS = (
    'once: {text: "Take two at once", effects: [' + do("calm -= 2", "stores += 0") + "]}, "
    'twice: {text: "Take one and one more", effects: [' + do("calm -= 1", "calm -= 1") + "]}, "
    'and-give: {text: "Take two, and give to the stores and take from them", effects: ['
    + do("calm -= 2", "stores += 3", "stores -= 3")
    + "]}"
)
SECRET = choice("offer", "arden", OPTIONS, record="once", more="known-to: [arden]")
LAST = choice("after", "borrel", 'rest: {text: "Rest"}, worry: {text: "Worry"}', record="rest")


def accounts(game: Game, viewer: str) -> list[Account]:
    return [account for one in game.view(viewer).happenings() for account in one.accounts]


def parts(game: Game, viewer: str) -> list[tuple[int, str | None, str]]:
    """Amount, cause and kind of every part of every account."""
    items = [item for account in accounts(game, viewer) for item in account.items]
    return [(one.amount, one.because and one.because.paragraphs[0].source, one.kind) for one in items]


@pytest.mark.parametrize("viewer", ["borrel", PUBLIC])
def test_the_reason_of_a_secret_decision_is_not_told_to_who_may_not_know_it(tmp_path: Path, viewer: str) -> None:
    game = Game(small(tmp_path, SECRET + LAST, more=FIGURES))
    game.play("arden", Choose("once"))
    assert parts(game, viewer) == [(-2, None, "untold")]
    for knows in ("arden", FACILITATOR):
        assert parts(game, knows) == [(-2, "a reason", "effect")]


def test_secret_decisions_that_move_the_figures_alike_look_alike(tmp_path: Path) -> None:
    program = small(tmp_path, SECRET + LAST, more=FIGURES)
    seen = []
    for option in ("once", "twice", "and-give"):
        game = Game(program)
        game.play("arden", Choose(option))
        view = game.view("borrel")
        seen.append((view.happenings(), [view.value(name) for name in ("calm", "stores")]))
    assert seen[0] == seen[1] == seen[2]


def test_what_the_range_would_have_held_anyway_is_not_put_down_to_a_secret(tmp_path: Path) -> None:
    """Borrel knows of its own +6, which the range holds at 4; that Arden added more changes nothing."""
    both = (
        '  - id: offer\n    date: 1925-06\n    title: "Offer"\n    known-to: []\n    choices:\n'
        + "".join(
            f'      {party}: {{question: "Which?", record: {{option: give}}, options: {{give: {{text: "Give", '
            f'effects: [{do(f"calm += {amount}")}]}}, keep: {{text: "Keep"}}}}}}\n'
            for party, amount in (("arden", 1), ("borrel", 6))
        )
    )  # fmt: skip
    program = small(tmp_path, both + LAST, more=FIGURES)
    seen = {}
    for option in ("give", "keep"):
        game = Game(program)
        game.play("arden", Choose(option))
        game.play("borrel", Choose("give"))
        seen[option] = parts(game, "borrel")
    assert seen["give"] == seen["keep"] == [(6, "a reason", "effect"), (-2, None, "limit")]


def test_the_reason_of_a_secret_draw_is_not_told(tmp_path: Path) -> None:
    outcomes = f"{{fair: {{odds: 1, effects: [{do('calm += 1')}]}}, foul: {{odds: 1, effects: [{do('calm -= 1')}]}}}}"
    draw = (
        '  - id: wind\n    date: 1925-06\n    title: "Wind"\n    known-to: [arden]\n'
        f'    chance: {{outcomes: {outcomes}, basis: "Invented.", record: fair}}\n'
    )
    game = Game(small(tmp_path, draw + LAST, more=FIGURES))
    assert [one[1:] for one in parts(game, "borrel")] == [(None, "untold")]
    assert [one[1:] for one in parts(game, "arden")] == [("a reason", "effect")]


def test_the_reasons_of_a_secret_agreement_are_not_told(tmp_path: Path) -> None:
    table = (
        '  - id: talks\n    date: 1925-06\n    title: "Talks"\n    known-to: []\n    table:\n'
        "      parties: [arden, borrel]\n      agreement: whole\n      rounds: 1\n"
        '      issues: {toll: {name: "Toll", unsettled: none, options: {none: {text: "None", effects: ['
        + do("calm -= 1")
        + ']}, low: {text: "Low"}}, weight: {arden: 1, borrel: 1}, '
        "values: {arden: {none: 0, low: 50}, borrel: {none: 0, low: 50}}}}\n"
        '      walk-away: {arden: "0", borrel: "0"}\n      walk-away-basis: {arden: "None.", borrel: "None."}\n'
        f'      ends: {{failed: {{text: "It failed.", effects: [{do("stores -= 1")}]}}}}\n'
        "      record: {outcome: failed, moves: {talks: [{arden: walk-out}]}}\n"
    )
    program = small(tmp_path, table + LAST, parties="arden borrel corvane", more=FIGURES)
    game = Game(program)
    game.play("arden", WALK_OUT)
    assert parts(game, "corvane") == [(-1, None, "untold")] * 2
    assert parts(game, "borrel") == [(-1, "a reason", "effect")] * 2


@pytest.mark.parametrize("kept", [{"dispatch": "to: [arden]"}, {"more": "known-to: [arden]"}])
def test_the_reason_of_a_dispatch_is_told_to_those_alone_who_read_it(kept: dict[str, str], tmp_path: Path) -> None:
    wire = news("wire", effects=do("calm -= 2"), **kept)
    game = Game(small(tmp_path, wire + LAST, more=FIGURES))
    for viewer in ("borrel", PUBLIC):
        assert parts(game, viewer) == [(-2, None, "untold")]
    for viewer in ("arden", FACILITATOR):
        assert parts(game, viewer) == [(-2, "a reason", "effect")]


def test_who_reads_no_dispatch_cannot_tell_two_of_them_apart(tmp_path: Path) -> None:
    """Two worlds in which different news goes to Arden, and moves what everybody sees alike."""
    seen = {}
    for told, actions in (("one", ("calm -= 2",)), ("another", ("calm -= 3", "calm += 1"))):
        wire = news("wire", effects=do(*actions).replace("a reason", told), dispatch="to: [arden]")
        game = Game(small(tmp_path, wire + LAST, more=FIGURES))
        seen[told] = (game.view("borrel").happenings(), parts(game, "arden"))
    assert seen["one"][0] == seen["another"][0]
    assert seen["one"][1] != seen["another"][1]
