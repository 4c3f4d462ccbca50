"""Writes a picture of every kind of screen, for whoever looks after the look: `python -m game.window.screenshots`.

It plays one game by itself without a display. Nothing in the game imports it.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame

from game.errors import GameError
from game.present.conference import may_put, waiting_issues
from game.present.page import DecisionPage, OverPage, TablePage
from game.present.wishes import Wishes
from game.window.app import App
from game.window.play import Play
from game.window.visit import Visit

_LOOKS = ("state", "documents", "briefing", "history", "menu", "keys", "sources")
_LONGEST = 400


class Tour:
    """Plays a game on an app, and calls `seen` with a name at each kind of screen, once."""

    def __init__(self, app: App, visit: Visit, seats: tuple[str, ...], seen: Callable[[str], None]) -> None:
        self._app, self._visit, self._seats, self._seen = app, visit, seats, seen
        self._taken: list[str] = []

    def play(self, scenario: str) -> list[str]:
        """Plays a scenario to the end of its debrief; returns the names of the pictures."""
        self._app.prepare()
        self._take("title")
        self._do("shelf")
        self._take("shelf")
        self._visit.do(f"open:{scenario}")
        self._do("close")
        if self._seats:
            for seat in (*self._visit.chosen_seats, *self._seats):
                self._do(f"seat:{seat}")
        self._take("seats")
        self._do("begin")
        for _ in range(_LONGEST):
            game = self._visit.play
            assert game is not None
            page = game.sitting.page
            self._take(type(page).__name__.removesuffix("Page").lower())
            if isinstance(page, OverPage):
                break
            self._move(game)
        self._debrief()
        return self._taken

    def _move(self, game: Play) -> None:
        page = game.sitting.page
        if isinstance(page, DecisionPage | TablePage) and "state" not in self._taken:
            self._look_around(game)
        if isinstance(page, DecisionPage):
            option = next(option.id for option in page.options if option.enabled)
            self._shown_once(f"decide:{option}", "decide")
            self._do(f"choose:{option}")
        elif isinstance(page, TablePage):
            self._bargain(page)
        else:
            self._do("continue")

    def _bargain(self, page: TablePage) -> None:
        if page.nominating:
            self._make_agenda(page)
            return
        self._shown_once(f"issue:{page.issues[0].id}", "issue")
        if any(action.enabled for action in page.actions if action.id.startswith("press:")):
            self._shown_once("press", "press")
        self._shown_once("numbers", "numbers")
        enabled = {action.id for action in page.actions if action.enabled}
        wanted = [move for move in ("propose", "accept", "walk-out") if move in enabled]
        if page.standing is not None and page.standing.worth.enough and "accept" in enabled:
            wanted = ["accept"]
        if "propose" in wanted:
            self._do("start:unsettled" if len(page.spoken) % 2 else "start:best")
        else:
            self._ask_once(wanted[0])
        self._do(f"confirmed {wanted[0]}")

    def _make_agenda(self, page: TablePage) -> None:
        """Puts as much on the agenda as there is room for, what weighs most first."""
        for issue in waiting_issues(page):
            self._shown_once(f"issue:{issue.id}", "issue-for-the-agenda")
            if may_put(page, self._visit.play.preparing.chosen if self._visit.play else (), issue.id):
                self._do(f"put:{issue.id}")
        self._take("agenda")
        self._do("confirmed nominate")

    def _ask_once(self, move: str) -> None:
        if f"confirm-{move}" not in self._taken:
            target = next(one for one in self._app.on_top.targets if one.spot.action == move)
            for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
                self._app.handle(pygame.Event(kind, pos=target.area.center, button=pygame.BUTTON_LEFT, touch=False))
            self._take(f"confirm-{move}")

    def _look_around(self, game: Play) -> None:
        for look in _LOOKS:
            self._shown_once(look, look)
        columns = [figure.column for group in game.sitting.state().groups for figure in group.figures]
        self._shown_once(f"account:{columns[0]}", "account")
        for paper in game.sitting.documents().documents[:1]:
            self._shown_once(f"read:{paper.id}", "document")

    def _debrief(self) -> None:
        self._do("debrief")
        for number in self._chapters():
            self._do(f"chapter:{number}")
            self._take(f"debrief-{number:02d}")

    def _chapters(self) -> Iterator[int]:
        """Every chapter of the debrief, and its sources."""
        for number in range(_LONGEST):
            yield number
            if all(not one.spot.action.startswith("chapter:") or one.panel for one in self._app.stage.targets):
                return

    def _shown_once(self, action: str, name: str) -> None:
        if name not in self._taken:
            self._do(action)
            self._take(name)
            self._do("numbers" if action == "numbers" else "close")
            self._do("back")

    def _do(self, action: str) -> None:
        self._app.do(action)

    def _take(self, name: str) -> None:
        if name not in self._taken:
            self._taken.append(name)
            self._app.draw()
            self._seen(name)


def photograph(folder: Path, size: tuple[int, int], scenario: str, seats: tuple[str, ...]) -> list[str]:
    """Writes the pictures; returns their names.

    Raises:
        GameError: when the scenario cannot be played.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode(size)
    visit = Visit(Wishes(seed=3))
    names: list[str] = []

    def seen(name: str) -> None:
        pygame.image.save(surface, str(folder / f"{len(names):02d}-{name}.png"))
        names.append(name)

    Tour(App(visit), visit, seats, seen).play(scenario)
    return names


def main() -> int:
    """Takes the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description="Writes a picture of every kind of screen.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scenario", default="finland-1939")
    parser.add_argument("--as", dest="seats", action="append", default=[])
    parser.add_argument("--size", default="1280x720")
    options = parser.parse_args()
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    width, _, height = options.size.partition("x")
    with tempfile.TemporaryDirectory() as home:
        os.environ["GRAND_ALLIANCE_HOME"] = home
        try:
            print(
                "\n".join(photograph(options.folder, (int(width), int(height)), options.scenario, tuple(options.seats)))
            )
        except GameError as error:
            parser.error(str(error))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
