"""Somebody who plays the window with one hand, mouse or keyboard, and reports every page that was met."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from game.present.conference import may_put
from game.present.page import DecisionPage, OverPage, Page, TablePage
from game.window.app import App
from tests.window.hands import Hand

MOST_TURNS = 400


def play_through(app: App, hand: Hand, choices: Random) -> Iterator[Page]:
    """Plays from the first page of a game to the last, and yields each page before leaving it."""
    for _ in range(MOST_TURNS):
        page = app.shown.play.sitting.page
        yield page
        if isinstance(page, OverPage):
            return
        leave(app, hand, page, choices)
    raise AssertionError("the game does not end")


def leave(app: App, hand: Hand, page: Page, choices: Random) -> None:
    """Does what a page asks for."""
    if isinstance(page, DecisionPage):
        option = choices.choice([one for one in page.options if one.enabled])
        hand.do(f"option:{option.id}")
        hand.do(f"do:choose:{option.id}")
    elif isinstance(page, TablePage) and page.nominating:
        make_agenda(app, hand, page, choices)
    elif isinstance(page, TablePage):
        bargain(app, hand, page, choices)
    else:
        hand.do(f"do:{page.actions[0].id}")
    assert app.shown.play.sitting.page is not page, f"{page.title} was not left: {app.said}"


def make_agenda(app: App, hand: Hand, page: TablePage, choices: Random) -> None:
    """Puts some issues on the agenda, or passes; asked whether to waste the room there is, does so."""
    wanted: list[str] = []
    for issue in choices.sample(list(page.agenda.nominable), k=len(page.agenda.nominable)):
        if may_put(page, wanted, issue) and choices.random() < 0.8:
            hand.do(f"put:{issue}")
            wanted.append(issue)
    assert list(app.shown.play.preparing.chosen) == wanted
    move = "nominate" if wanted else "pass"
    hand.do(f"do:{move}")
    if app.dialog is not None:
        hand.do(f"do:confirmed {move}")


def bargain(app: App, hand: Hand, page: TablePage, choices: Random) -> None:
    """Makes any move that is allowed, after preparing an offer."""
    moves = [one.id for one in page.actions if one.enabled]
    move = choices.choice(moves + ["accept"] * 2 * ("accept" in moves) + ["propose"] * 3 * ("propose" in moves))
    if move == "propose":
        hand.do(f"do:start:{choices.choice(['best', 'unsettled'])}")
        issue = next(one for one in page.issues if one.id in page.open_issues)
        option = choices.choice(issue.options)
        hand.do(f"issue:{issue.id}")
        hand.do(f"option:{option.id}")
        assert app.shown.play.preparing.terms[issue.id] == option.id
    if move.startswith("press:"):
        hand.do("do:press")
    hand.do(f"do:{move}")
    if app.dialog is not None:
        hand.do(f"do:confirmed {move}")
