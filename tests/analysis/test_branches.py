"""Branches of a tree: a letter for each that stays, and the same move again is no branch."""

from __future__ import annotations

from random import Random

import pytest

from game.analysis.branches import BranchTree, letters, shared
from game.engine.game import Game
from game.engine.history import CHANCE, Entry
from game.engine.moves import Choose, propose
from tests.playing import branch_ends, play_on, program


def entry(seq: int, parent: int, option: str = "x", seat: str = "arden", step: str = "opening") -> Entry:
    return Entry(seq, parent, seat, step, Choose(option))


def told(tree: BranchTree) -> list[tuple[str, str, int, int]]:
    return [(branch.letter, branch.parent, branch.fork, branch.end) for branch in tree.branches]


def test_a_game_not_begun_has_one_branch_that_is_at_its_end() -> None:
    tree = BranchTree([])
    assert told(tree) == [("A", "", 0, 0)]
    assert tree.is_end(0)


def test_what_is_decided_otherwise_begins_a_branch_and_what_follows_belongs_to_it() -> None:
    tree = BranchTree([entry(1, 0), entry(2, 1), entry(3, 1, "y"), entry(4, 3), entry(5, 3, "y"), entry(6, 0, "z")])
    assert told(tree) == [("A", "", 0, 2), ("B", "A", 3, 4), ("C", "B", 5, 5), ("D", "A", 6, 6)]
    assert [branch.depth for branch in tree.branches] == [0, 1, 2, 1]
    assert [tree.branch_of(seq).letter for seq in range(7)] == ["A", "A", "A", "B", "B", "C", "D"]


def test_the_same_move_again_begins_no_branch_and_what_follows_it_goes_on_where_it_was() -> None:
    tree = BranchTree([entry(1, 0), entry(2, 1), entry(3, 0), entry(4, 3), entry(5, 4, "on")])
    assert told(tree) == [("A", "", 0, 5)]
    assert not tree.is_end(2)


def test_a_reason_makes_no_other_move() -> None:
    tree = BranchTree([entry(1, 0), Entry(2, 0, "arden", "opening", Choose("x"), "we must")])
    assert len(tree) == 1


def test_packages_are_told_apart_by_their_terms_and_not_by_their_order() -> None:
    one, same, other = ({"a": "1", "b": "2"}, {"b": "2", "a": "1"}, {"a": "1", "b": "3"})
    entries = [Entry(seq, 0, "arden", "talks", propose(terms)) for seq, terms in enumerate((one, same, other), 1)]
    assert told(BranchTree(entries)) == [("A", "", 0, 1), ("B", "A", 3, 3)]


def test_what_was_tried_at_one_place_is_listed_with_the_branches_through_it() -> None:
    tree = BranchTree([entry(1, 0), entry(2, 1), entry(3, 0, "y"), entry(4, 1, "y"), entry(5, 0, "x", seat=CHANCE)])
    found = [(one.entry.move, one.branches) for one in tree.alternatives(3)]
    assert found == [(Choose("x"), ("A", "C")), (Choose("y"), ("B",))]


def test_two_paths_are_shared_as_far_as_their_moves_are_the_same() -> None:
    left, right = [entry(1, 0), entry(2, 1), entry(3, 2)], [entry(4, 0), entry(5, 4, "y"), entry(6, 5)]
    assert (shared(left, right), shared(left, left), shared(left, [])) == (1, 3, 0)


def test_sixty_branches_have_letters_of_their_own() -> None:
    tree = BranchTree([entry(seq, 0, f"option-{seq}") for seq in range(1, 61)])
    assert [branch.letter for branch in tree.branches][24:28] == ["Y", "Z", "AA", "AB"]
    assert len({letters(place) for place in range(800)}) == 800


@pytest.mark.parametrize("seed", range(4))
def test_letters_stay_whatever_is_played_after(seed: int) -> None:
    game, random = Game(program(), seed), Random(seed)
    before: dict[str, tuple[str, int]] = {}
    for _ in range(12):
        play_on(game, random, 4, undo=0.3)
        now = {branch.letter: (branch.parent, branch.fork) for branch in BranchTree(game.history).branches}
        assert now.items() >= before.items()
        before = now


@pytest.mark.parametrize("seed", range(4))
def test_every_branch_ends_where_nothing_follows_and_the_game_there_is_that_of_its_path(seed: int) -> None:
    game, random = Game(program(), seed), Random(seed)
    play_on(game, random, 60, undo=0.2)
    ends = {branch.end for branch in BranchTree(game.history).branches}
    assert ends <= set(branch_ends(game))
    here, latest = game.seq, game.history.next_on_branch(0)
    for seq in ends:
        looked = game.elsewhere(seq)
        assert looked.path == game.history.path(seq)
    assert (game.seq, game.history.next_on_branch(0)) == (here, latest), "looking elsewhere has moved the game"
