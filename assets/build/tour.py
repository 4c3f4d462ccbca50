"""A walk past every kind of screen: before a game, through one to its end, and all that can be opened on the way.

It acts on a visit alone, so that whoever looks can lay a screen out at any size. Nothing in the game imports it: it is
for pictures and for tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.errors import GameError
from game.present.branches import Branches
from game.present.conference import may_put, waiting_issues
from game.present.page import DecisionPage, HandOverPage, NotePage, OverPage, TablePage
from game.window.play import Play
from game.window.screen import Screen
from game.window.visit import Visit

_LOOKS = (
    "state", "documents", "briefing", "history", "codex", "map", "menu", "keys", "sources", "settings", "saves",
)  # fmt: skip
_LONGEST = 400
_SOME_ENTRIES = 12
"""So far a branch has grown before it is looked at."""
_TYPED = {"en": "f", "th": "ก"}
"""A letter that many entries of the codex have in each language."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What is to be seen at one moment: a screen, the dialog over it, and what is said."""

    name: str
    screen: Screen
    dialog: Screen | None
    said: str = ""

    @property
    def on_top(self) -> Screen:
        """What keys and the mouse act on."""
        return self.dialog or self.screen


class Tour:
    """Plays a game on a visit, and calls `seen` at each kind of screen, once."""

    def __init__(self, visit: Visit, seats: tuple[str, ...], seen: Callable[[Sight], None]) -> None:
        self._visit, self._seats, self._seen = visit, seats, seen
        self._taken: list[str] = []
        self._said = ""
        self._parted_at = 0

    def play(self, scenario: str, until: frozenset[str] = frozenset()) -> list[str]:
        """Plays a scenario to the end of its debrief, or until all of some are seen; returns the names of the seen."""
        self._before_a_game(scenario)
        self._do("begin")
        for _ in range(_LONGEST):
            if until and until <= set(self._taken):
                return self._taken
            page = self._play.sitting.page
            self._take(type(page).__name__.removesuffix("Page").lower())
            if isinstance(page, OverPage):
                break
            self._move(self._play)
        self._debrief()
        self._afterwards()
        return self._taken

    @property
    def _play(self) -> Play:
        game = self._visit.play
        assert game is not None
        return game

    # Before a game

    def _before_a_game(self, scenario: str) -> None:
        self._take("reading")
        self._visit.prepare()
        self._take("title")
        self._shown_once("menu", "title-menu")
        self._shown_once("saves", "no-saves")
        self._do("shelf")
        self._take("shelf")
        self._do(f"open:{scenario}")
        if self._seats:
            for seat in self._seats:
                self._do(f"seat:{seat}")
        else:
            self._do(self._first_seat())
        self._take("seats")

    def _first_seat(self) -> str:
        """The action that takes the seat which the page begins with."""
        return self._visit.screen.first

    # A game

    def _move(self, game: Play) -> None:
        page = game.sitting.page
        if isinstance(page, DecisionPage | TablePage):
            self._look_around(game)
        if isinstance(page, DecisionPage):
            self._decide(page)
        elif isinstance(page, TablePage):
            self._bargain(page)
        else:
            if isinstance(page, NotePage | HandOverPage):
                self._refused_once("state")
            self._do("continue")

    def _decide(self, page: DecisionPage) -> None:
        self._shown_once("staff", "staff")
        options = [option for option in page.options if option.enabled]
        self._shown_once(f"decide:{options[0].id}", "decide")
        game = self._play.sitting.game
        before, party = game.seq, page.seat.party
        self._do(f"choose:{options[0].id}")
        if not self._parted_at and len(options) > 1:
            self._part_ways(before, options[1].id, party)

    def _part_ways(self, seq: int, other: str, party: str) -> None:
        """Goes back to the decision just made and decides otherwise, so that there is a branch."""
        game = self._play.sitting.game
        self._parted_at = game.seq
        made = next(one.seq for one in game.path if one.seq > seq and one.seat == party)
        self._do("continue")
        if self._play.sitting.party == party:
            self._shown_once(f"go:{made}", "go")
        self._do("undo")
        self._do(f"choose:{other}")

    def _bargain(self, page: TablePage) -> None:
        if page.nominating:
            self._make_agenda(page)
            return
        self._shown_once("talk", "talk")
        self._guess()
        self._shown_once(f"issue:{page.issues[0].id}", "issue")
        if any(action.enabled for action in page.actions if action.id.startswith("press:")):
            self._shown_once("press", "press")
        if len(page.spoken) > 1:
            self._take("table-later")
        enabled = {action.id for action in page.actions if action.enabled}
        wanted = [move for move in ("propose", "accept", "walk-out") if move in enabled]
        if page.standing is not None and page.standing.worth.enough and "accept" in enabled:
            wanted = ["accept"]
        for action in page.actions:
            if action.enabled and action.confirm:
                self._asked_once(action.confirm, action.id)
        if "propose" in wanted:
            self._do("start:unsettled" if len(page.spoken) % 2 else "start:best")
        self._do(f"confirmed {wanted[0]}")

    def _guess(self) -> None:
        """Marks what another side may want, once."""
        if "guess" in self._taken:
            return
        self._do("guess")
        for change in ("issue:" + self._play.sitting.page.issues[0].id, "least:1"):
            self._do(f"guessing:{change}")
        self._take("guess")
        self._do("guess-kept")

    def _make_agenda(self, page: TablePage) -> None:
        """Puts as much on the agenda as there is room for, what weighs most first."""
        for issue in waiting_issues(page):
            self._shown_once(f"issue:{issue.id}", "issue-for-the-agenda")
            if may_put(page, self._play.preparing.chosen, issue.id):
                self._do(f"put:{issue.id}")
        self._take("agenda")
        self._do("confirmed nominate")

    # What can be opened from every page

    def _look_around(self, game: Play) -> None:
        for look in _LOOKS:
            self._shown_once(look, look)
        if "account" not in self._taken:
            columns = [figure.column for group in game.sitting.state().groups for figure in group.figures]
            self._shown_once(f"account:{columns[0]}", "account")
        for paper in game.sitting.documents().documents[:1]:
            self._shown_once(f"read:{paper.id}", "document")
        if "codex-found" not in self._taken:
            self._look_up()
        self._numbers()
        self._compare()

    def _look_up(self) -> None:
        """Types into the codex, and opens what was found."""
        self._do("codex")
        self._visit.typed = _TYPED[self._visit.language]
        self._take("codex-found")
        found = next((one.action for one in self._visit.screen.bar if one.action.startswith("codex:")), "")
        self._do("back")
        if found:
            self._shown_once(found, "entry")

    def _numbers(self) -> None:
        page = self._play.sitting.page
        if isinstance(page, TablePage) and not page.nominating and "numbers" not in self._taken:
            self._do("numbers")
            self._take("numbers")
            self._do("numbers")
            self._do("save")
            self._take("saved")

    def _compare(self) -> None:
        gone_on = self._play.sitting.game.seq - self._parted_at
        if not self._parted_at or gone_on < _SOME_ENTRIES or "comparison" in self._taken:
            return
        letters = [line.letter for line in Branches(self._play.sitting).page().lines]
        if len(letters) > 1:
            self._shown_once("history", "branches")
            self._shown_once(f"branch:{letters[1]}", "branch")
            self._shown_once(f"compare:{letters[0]}:{letters[1]}", "comparison")

    # The end

    def _debrief(self) -> None:
        self._do("debrief")
        for number in self._chapters():
            self._do(f"chapter:{number}")
            chapters = self._play.sitting.debrief().chapters
            self._take(f"debrief-{chapters[number].id if number < len(chapters) else 'sources'}")
        self._shown_once("contents", "contents")

    def _chapters(self) -> Iterator[int]:
        """Every chapter of the debrief, and its sources."""
        for number in range(_LONGEST):
            yield number
            if not any(one.action.startswith("chapter:") for one in self._visit.screen.bar):
                return

    def _afterwards(self) -> None:
        """The cover and the saved games, once there is one to go on with."""
        self._do("undo")
        self._do("title")
        self._take("title-later")
        self._shown_once("saves", "saves-later")

    # Looking

    def _shown_once(self, action: str, name: str) -> None:
        if name not in self._taken and self._do(action):
            self._take(name)
            self._do("close")
            self._do("back")

    def _refused_once(self, action: str) -> None:
        if "refused" not in self._taken and not self._do(action):
            self._take("refused")

    def _asked_once(self, question: str, action: str) -> None:
        name = f"confirm-{action.partition(':')[0]}"
        if name not in self._taken:
            self._visit.ask(question, action)
            self._take(name)
            self._do("close")

    def _do(self, action: str) -> bool:
        """Does something as a hand would; tells whether it was allowed."""
        try:
            self._visit.do(action)
        except GameError as error:
            self._said = str(error)
            return False
        self._said = " ".join(self._visit.notices)
        self._visit.notices.clear()
        return True

    def _take(self, name: str) -> None:
        if name not in self._taken:
            self._taken.append(name)
            self._seen(Sight(name, self._visit.screen, self._visit.dialog, self._said))
