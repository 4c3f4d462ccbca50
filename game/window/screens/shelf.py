"""The pages before a game: the shelf, and who sits where."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.present.articles import listed_names
from game.present.page import SeatsPage, ShelfPage
from game.present.shelf_parts import SeatLine, ShelfLine
from game.present.speech import Speech
from game.window.controls import Button, choice_row, numbered_card, part
from game.window.flow import Flow, Writer, spot
from game.window.screen import Column, Panel, Screen
from game.window.screens.title import finished, saved_games

WIDEST = 940
"""No wider than lines are read well, where no saved games lie beside the scenarios."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What has been chosen on the page of seats so far."""

    seats: tuple[str, ...]
    style: str
    length: str

    def toggled(self, seat: str, page: SeatsPage) -> Choices:
        """Takes a seat or leaves it; a side and a party of it are never both taken."""
        if seat in self.seats:
            return replace(self, seats=tuple(one for one in self.seats if one != seat))
        lines = {line.id: line for line in page.seats}
        own = set(lines[seat].parties)
        kept = tuple(one for one in self.seats if not own & set(lines[one].parties))
        return replace(self, seats=(*kept, seat))


def shelf_screen(page: ShelfPage, speech: Speech) -> Screen:
    """The scenarios there are, and games to go on with."""

    def write_scenarios(flow: Flow) -> None:
        flow.prose(page.intro, flow.theme.lead)
        flow.gap(7)
        if not page.scenarios:
            flow.text(speech("window.shelf-empty"), flow.theme.quiet_italic)
        for number, line in enumerate(page.scenarios, start=1):
            flow.gap(9 if number > 1 else 2)
            _scenario(flow, number, line, speech)

    def write_saved(flow: Flow) -> None:
        going_on = [line for line in page.saved if not line.finished]
        saved_games(flow, going_on)
        if len(going_on) < len(page.saved):
            part(flow, speech("window.shelf-finished"), first=not going_on)
            saved_games(flow, finished(page.saved))

    return Screen(
        place="shelf",
        title=page.title,
        columns=(
            Column((Panel("scenarios", write_scenarios, tab=speech("window.shelf-scenarios")),), 0.64, widest=WIDEST),
            *([Column((Panel("saved", write_saved, tab=speech("window.shelf-saved")),), 0.36)] if page.saved else []),
        ),
        bar=(
            Button("title", speech("window.title-button"), "Esc"),
            Button("codex", speech("window.codex"), "F10"),
            Button("menu", speech("window.menu")),
            Button("quit", speech("window.quit"), "Ctrl+Q"),
        ),
        first=next((f"scenario:{line.id}" for line in page.scenarios if not line.problem), "do:quit"),
        escape="title",
    )


def seats_screen(page: SeatsPage, choices: Choices, speech: Speech, seed: int = 0) -> Screen:
    """Who sits where, how the program plays, how long, and the seed of the dice."""
    taken = next((f"seat:{line.id}" for line in offered_seats(page)), "do:begin")
    begin = Button(
        "begin",
        speech("window.begin"),
        "Ctrl+Enter",
        primary=True,
        enabled=bool(choices.seats),
        why_not=speech("window.cannot-begin"),
    )
    about = Panel("about", lambda flow: _about(flow, page, choices, speech, seed), tab=speech("window.situation"))
    seats = Panel("seats", lambda flow: _seats(flow, page, choices, speech), tab=speech("window.seats"))
    return Screen(
        place="seats",
        title=page.title,
        date=page.dates,
        columns=(Column((about,), 0.42), Column((seats,), 0.58)),
        bar=(begin, Button("shelf", speech("window.back"), "Esc")),
        first=taken,
        escape="shelf",
    )


def _about(flow: Flow, page: SeatsPage, choices: Choices, speech: Speech, seed: int) -> None:
    """The game itself: what it is about, how long it takes, its dice. What one will read has a page of its own."""
    flow.prose(page.summary, between=10)
    part(flow, speech("window.lengths"))
    for length in page.lengths:
        flow.gap(7)
        _one_of(flow, f"length:{length.id}", length.label, length.id == choices.length)
    part(flow, speech("window.dice"))
    with flow.card(spot=spot("seed", "seed"), pad=9):
        flow.two_sided(speech("window.seed"), flow.theme.small, str(seed), flow.theme.strong)
        flow.text(speech("window.seed-note"), flow.theme.note)


def _seats(flow: Flow, page: SeatsPage, choices: Choices, speech: Speech) -> None:
    """Who plays: the seats to take, those of the program alone, and how the program plays."""
    flow.text(speech("window.seats-words"), flow.theme.quiet_italic)
    flow.gap(3)
    offered = offered_seats(page)
    for first in range(0, len(offered), 2):
        flow.gap(7)
        cells = [_seat_cell(line, line.id in choices.seats, speech) for line in offered[first : first + 2]]
        flow.row([(1, cell) for cell in (*cells, *([_nothing] if len(cells) < 2 else []))], gap=8, level=True)
    programs = [line.name for line in page.seats if not line.playable and line.id in line.parties]
    if programs:
        flow.gap(9)
        flow.text(speech("window.seats-program", parties=listed_names(speech, programs)), flow.theme.quiet)
    part(flow, speech("window.styles"))
    for style in page.styles:
        flow.gap(7)
        words = speech("window.style", id=style.name, words=style.words)
        _one_of(flow, f"style:{style.id}", words, style.id == choices.style)


def offered_seats(page: SeatsPage) -> tuple[SeatLine, ...]:
    """The seats to choose from; a side of one party is that party."""
    return tuple(line for line in page.seats if line.playable and (len(line.parties) > 1 or line.id in line.parties))


def _scenario(flow: Flow, number: int, line: ShelfLine, speech: Speech) -> None:
    def write(inner: Flow) -> None:
        inner.two_sided(line.title, inner.theme.subheading, line.dates, inner.theme.note)
        if line.problem:
            inner.text(line.problem, inner.theme.quiet_italic)
            return
        inner.text(line.name, inner.theme.label)
        inner.text(line.summary, inner.theme.small)
        inner.gap(4)
        inner.two_sided(
            speech("window.shelf-seats", seats=line.seats), inner.theme.quiet, line.length, inner.theme.note
        )

    place = spot(
        f"scenario:{line.id}",
        f"open:{line.id}",
        enabled=not line.problem,
        why_not=line.problem,
        digit=number if number < 10 else 0,
    )
    numbered_card(flow, number, place, write)


def _nothing(flow: Flow) -> None:
    """Leaves a cell of a row empty."""


def _seat_cell(line: SeatLine, taken: bool, speech: Speech) -> Writer:
    return lambda flow: _seat(flow, line, taken, speech)


def _seat(flow: Flow, line: SeatLine, taken: bool, speech: Speech) -> None:
    together = len(line.parties) > 1
    named = speech("window.seat-together", seat=line.name, parties=line.members) if together else line.name
    key = f"seat:{line.id}"

    def write(inner: Flow) -> None:
        inner.text(named, inner.theme.small)
        inner.text(line.enters, inner.theme.note)

    choice_row(flow, key, key, taken, write, square=True, group="seats")


def _one_of(flow: Flow, action: str, words: str, chosen: bool) -> None:
    group = action.partition(":")[0]
    choice_row(
        flow, action, action, chosen, lambda inner: inner.text(words, inner.theme.small), square=False, group=group
    )
