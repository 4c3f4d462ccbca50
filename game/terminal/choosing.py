"""Before a game in the terminal: choosing a scenario or a saved game, the seats, the opponents, the length.

Every question takes a number or a few words, Enter for the usual answer, `back` and `quit`. What was given on
the command line is not asked. Nothing here starts a game.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from game.errors import GameError, UsageError
from game.present.page import SeatsPage, ShelfPage
from game.present.problems import problem_words
from game.present.shelf_parts import SeatLine, ShelfLine
from game.present.speech import Speech
from game.scenario.suggestions import nearest
from game.terminal.blocks import Block, Heading, Item, Items, Paragraph
from game.terminal.layouts import opening, paragraphs, part
from game.terminal.lines import Lines
from game.terminal.screen import Screen
from game.terminal.words import Named, answers, find, matches

Length = Literal["full", "short"]
Answer = TypeVar("Answer")


class Left(Exception):
    """The person has typed `quit` before a game began."""


class OtherLanguage(Exception):
    """The person wants to be asked in another language."""

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


class Back(Exception):
    """The person wants the question before."""


@dataclass(frozen=True, slots=True)
class Picked:
    """A scenario by id, or a saved game by path."""

    kind: Literal["open", "resume"]
    about: str


class Chooser:
    """Asks what to play and who sits where."""

    def __init__(
        self, screen: Screen, lines: Lines, speech: Speech, codex: Callable[[str], None] | None = None
    ) -> None:
        """Takes what `codex`, which may be typed at any question, does with the words after it."""
        self._screen, self._lines, self._speech, self._codex = screen, lines, speech, codex

    def pick(self, page: ShelfPage) -> Picked:
        """Shows the shelf and asks which scenario or game."""
        if not page.scenarios and not page.saved:
            raise UsageError(self._speech("shelf.empty"))
        self._screen.show(shelf_blocks(page, self._speech))
        first_saved = len(page.scenarios) + 1
        things = [Named(f"open:{one.id}", one.title, number) for number, one in enumerate(page.scenarios, start=1)]
        things += [
            Named(f"resume:{one.path}", f"{one.title} {one.words}", number)
            for number, one in enumerate(page.saved, start=first_saved)
        ]
        actions = {action.id: action for action in page.actions}

        def picked(typed: str) -> Picked:
            named = f"open:{typed.casefold()}"
            wanted = named if named in actions else find(typed, things, self._speech)
            if not actions[wanted].enabled:
                raise UsageError(actions[wanted].reason)
            kind, _, about = wanted.partition(":")
            return Picked("open" if kind == "open" else "resume", about)

        return self._ask(self._speech("shelf.ask"), picked)

    def seats(self, page: SeatsPage) -> tuple[tuple[str, ...], ...]:
        """Asks whose seats persons take: a chair of parties for each person."""
        note = part(self._speech("seats.content-note"), paragraphs(page.content_note))
        self._screen.show([opening(page.title, page.dates), *paragraphs(page.summary), *note])
        self._screen.show([Heading(self._speech("seats.title")), _seat_items(page.seats)])
        question = self._speech("seats.ask")
        return self._ask(question, lambda typed: taken_seats(typed.split(","), page.seats, self._speech))

    def style(self, page: SeatsPage) -> str:
        """Asks how the program plays."""
        items = tuple(Item(str(n), f"{one.name}: {one.words}") for n, one in enumerate(page.styles, start=1))
        self._screen.show([Heading(self._speech("styles.title")), Items(items)])
        named = [Named(one.id, one.name, number) for number, one in enumerate(page.styles, start=1)]
        question = self._speech("styles.ask", style=self._speech(f"style.{page.style}.name"))
        return self._ask(question, lambda typed: find(typed, named, self._speech), usual=page.style)

    def length(self, page: SeatsPage) -> Length:
        """Asks for the full or the short game."""
        items = tuple(Item(str(n), one.label) for n, one in enumerate(page.lengths, start=1))
        self._screen.show([Heading(self._speech("lengths.title")), Items(items)])
        named = [Named(one.id, self._speech(f"length.{one.id}.name"), n) for n, one in enumerate(page.lengths, start=1)]

        def chosen(typed: str) -> Length:
            return "short" if find(typed, named, self._speech) == "short" else "full"

        return self._ask(
            self._speech("lengths.ask", length=self._speech(f"length.{page.length}.name")), chosen, usual=page.length
        )

    def agrees(self, question: str) -> bool:
        """Asks a question; only yes is yes."""
        self._screen.show([Paragraph(f"{question} {self._speech('confirm.how')}", "strong")])
        return answers(self._lines.ask(self._speech("terminal.prompt")), "yes", self._speech)

    def _ask(self, question: str, understood: Callable[[str], Answer], usual: Answer | None = None) -> Answer:
        self._screen.show([Paragraph(question, "strong")])
        while True:
            typed = self._lines.ask(self._speech("terminal.prompt"))
            if typed.casefold() in ("quit", "q", "exit", "leave"):
                raise Left
            if typed.casefold() == "back":
                raise Back
            if not typed and usual is not None:
                return usual
            try:
                word, _, about = typed.partition(" ")
                if word.casefold() == "language":
                    raise OtherLanguage(about.strip())
                if self._codex is None or word.casefold() not in ("codex", "look"):
                    return understood(typed)
                self._codex(about.strip())
            except GameError as error:
                self._screen.show([Paragraph(problem_words(self._speech, error), literal=True)])


def named_seats(typed: Iterable[str], seats: Sequence[SeatLine], speech: Speech) -> tuple[tuple[str, ...], ...]:
    """Understands seats that the command line names, where no numbers were shown.

    Raises:
        UsageError: when a seat is unknown, the program's, or taken twice; the text lists the ids that may be named.
        AmbiguousWord: when words fit several.
    """
    for word in typed:
        near = nearest(word, (name for seat in seats for name in (seat.id, seat.name)))
        if not near and not matches(word, [Named(seat.id, seat.name, n) for n, seat in enumerate(seats, start=1)]):
            ids = speech.listed([seat.id for seat in seats if seat.playable], "or")
            raise UsageError(speech("seats.no-such", typed=word[:40], choices=ids))
    return taken_seats(typed, seats, speech)


def taken_seats(typed: Iterable[str], seats: Sequence[SeatLine], speech: Speech) -> tuple[tuple[str, ...], ...]:
    """Understands seats by number or name, one for each person.

    Raises:
        UsageError: when a seat is unknown, the program's, or taken twice.
        AmbiguousWord: when words fit several.
    """
    named = [Named(seat.id, seat.name, number) for number, seat in enumerate(seats, start=1)]
    by_id = {seat.id: seat for seat in seats}
    chairs: list[tuple[str, ...]] = []
    for word in typed:
        seat = by_id[find(word.strip(), named, speech)]
        if not seat.playable:
            raise UsageError(speech("seats.program-only", seat=seat.name))
        if {party for chair in chairs for party in chair} & set(seat.parties):
            raise UsageError(speech("seats.taken", seat=seat.name))
        chairs.append(seat.parties)
    return tuple(chairs)


def shelf_blocks(page: ShelfPage, speech: Speech) -> list[Block]:
    """The shelf, numbered throughout."""
    scenarios = tuple(_scenario(number, one, speech) for number, one in enumerate(page.scenarios, start=1))
    saved = tuple(
        Item(str(number), one.title, (one.words,)) for number, one in enumerate(page.saved, start=len(scenarios) + 1)
    )
    return [
        opening(page.title, ""),
        *paragraphs(page.intro),
        *part(speech("shelf.scenarios"), [Items(scenarios, spaced=True)] if scenarios else []),
        *part(speech("shelf.go-on"), [Items(saved)] if saved else []),
    ]


def _scenario(number: int, line: ShelfLine, speech: Speech) -> Item:
    if line.problem:
        return Item(str(number), line.title, (line.problem,), "quiet")
    seats = speech("shelf.seats", id=line.id, seats=line.seats, length=line.length)
    notes = tuple(note for note in (line.summary, seats) if note)
    return Item(str(number), f"{line.title} ({line.dates})", notes, "strong")


def _seat_items(seats: Sequence[SeatLine]) -> Items:
    return Items(
        tuple(
            Item(str(number), f"{seat.name} ({seat.words})" if seat.words else seat.name)
            for number, seat in enumerate(seats, start=1)
        )
    )
