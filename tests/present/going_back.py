"""What tests of branches do with a sitting: they read on, choose, go back, and read a comparison."""

from __future__ import annotations

from game.present.branch_comparison import ComparisonPage
from game.present.page import DecisionPage, TablePage
from game.present.sitting import Sitting


def to_turn(sitting: Sitting) -> None:
    """Reads on to the next page that asks for something."""
    while not sitting.over and not isinstance(sitting.page, DecisionPage | TablePage):
        sitting.proceed()


def choose(sitting: Sitting, *options: str) -> None:
    for option in options:
        to_turn(sitting)
        sitting.act(f"choose:{option}")
    to_turn(sitting)


def back_to(sitting: Sitting, step: str) -> None:
    own = (entry for entry in sitting.game.history if entry.seat in sitting.people)
    sitting.go_to(next(entry.seq for entry in own if entry.step == step))
    to_turn(sitting)


def part(page: ComparisonPage, id_: str) -> dict[str, tuple[str, str]]:
    rows = next((one.rows for one in page.parts if one.id == id_), ())
    return {row.heading: (row.left, row.right) for row in rows}
