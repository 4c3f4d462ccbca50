"""The congress of three parties in the window: the way to its table, and what a test asks of a page there."""

from __future__ import annotations

from pathlib import Path
from random import Random

from game.present.page import OverPage, TablePage
from game.window.app import App
from tests.window.hands import Keyboard, targets
from tests.window.player import leave

CONGRESS = Path(__file__).parents[1] / "scenarios" / "congress"


def to_the_table(app: App) -> TablePage:
    """Reads on to the next turn at the table."""
    keyboard = Keyboard(app)
    while not isinstance(page_of(app), TablePage):
        assert not isinstance(page_of(app), OverPage)
        leave(app, keyboard, page_of(app), Random(1))
    return page_of(app)


def page_of(app: App):
    return app.shown.play.sitting.page


def chosen(app: App) -> tuple[str, ...]:
    return app.shown.play.preparing.chosen


def head_words(app: App) -> str:
    """What stands above the panels that scroll."""
    heads = [panel.head for panel in app.on_top.layout.panels if panel.head is not None]
    return " ".join(mark.text for head in heads for mark in head.marks if hasattr(mark, "text"))


def to_bargaining(app: App, *issues: str) -> App:
    """Puts an issue on the agenda, and reads on to the first round."""
    for issue in issues or ("passage",):
        app.do(f"put:{issue}")
    app.do("nominate")
    while not isinstance(page_of(app), TablePage) or page_of(app).nominating:
        app.do("continue" if not isinstance(page_of(app), TablePage) else "confirmed pass")
    app.draw()
    return app


def rows(app: App) -> list[str]:
    return [one.spot.key.removeprefix("issue:") for one in targets(app) if one.spot.key.startswith("issue:")]


def to_the_next_turn(app: App) -> None:
    """Reads on to where offers are made again."""
    while not isinstance(page_of(app), TablePage) or page_of(app).nominating:
        app.do("continue" if not isinstance(page_of(app), TablePage) else "confirmed pass")
