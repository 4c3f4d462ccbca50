"""The pages before a game: the shelf, and who sits where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.present.page import SeatsPage, ShelfPage
from game.present.parts import SavedLine, SeatLine, ShelfLine
from game.present.speech import Speech
from game.window.controls import Button, choice_row, numbered_card, part
from game.window.flow import Flow, spot
from game.window.screen import Column, Panel, Screen, reading


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


def opening_screen(speech: Speech) -> Screen:
    """What is seen before anything has been read."""

    def write(flow: Flow) -> None:
        flow.text(speech("window.opening"), flow.theme.lead)

    return Screen("opening", speech("window.caption"), reading("opening", write), escape="menu")


def shelf_screen(page: ShelfPage, speech: Speech) -> Screen:
    """The scenarios there are, and games to go on with."""

    def write_scenarios(flow: Flow) -> None:
        flow.prose(page.intro, flow.theme.lead)
        part(flow, speech("window.shelf-scenarios"))
        if not page.scenarios:
            flow.text(speech("window.shelf-empty"), flow.theme.quiet_italic)
        for number, line in enumerate(page.scenarios, start=1):
            flow.gap(10 if number > 1 else 2)
            _scenario(flow, number, line, speech)

    def write_saved(flow: Flow) -> None:
        going_on = [line for line in page.saved if not line.finished]
        part(flow, speech("window.shelf-saved"), first=True)
        if not going_on:
            flow.text(speech("window.shelf-none-saved"), flow.theme.quiet_italic)
        _saved(flow, going_on)
        if len(going_on) < len(page.saved):
            part(flow, speech("window.shelf-finished"))
            _saved(flow, [line for line in page.saved if line.finished])

    return Screen(
        place="shelf",
        title=page.title,
        columns=(
            Column((Panel("scenarios", write_scenarios),), 0.62),
            Column((Panel("saved", write_saved),), 0.38),
        ),
        bar=(Button("menu", speech("window.menu"), "Esc"), Button("quit", speech("window.quit"))),
        first=next((f"scenario:{line.id}" for line in page.scenarios if not line.problem), "do:quit"),
        escape="menu",
    )


def seats_screen(page: SeatsPage, choices: Choices, speech: Speech) -> Screen:
    """Who sits where, how the program plays, how long."""

    def write_about(flow: Flow) -> None:
        flow.prose(page.summary, between=10)
        if page.content_note:
            part(flow, speech("window.content-note"))
            flow.prose(page.content_note, flow.theme.small)
        part(flow, speech("window.seats"))
        flow.text(speech("window.seats-words"), flow.theme.quiet)
        for line in offered_seats(page):
            flow.gap(7)
            _seat(flow, line, line.id in choices.seats, speech)
        programs = [line.name for line in page.seats if not line.playable and line.id in line.parties]
        if programs:
            flow.gap(9)
            flow.text(speech("window.seats-program", parties=speech.listed(programs)), flow.theme.quiet)

    def write_manner(flow: Flow) -> None:
        part(flow, speech("window.styles"), first=True)
        for style in page.styles:
            flow.gap(7)
            words = speech("window.style", id=style.id, words=style.words)
            _one_of(flow, f"style:{style.id}", words, style.id == choices.style)
        part(flow, speech("window.lengths"))
        for length in page.lengths:
            flow.gap(7)
            _one_of(flow, f"length:{length.id}", length.label, length.id == choices.length)

    taken = next((f"seat:{line.id}" for line in offered_seats(page)), "do:begin")
    begin = Button(
        "begin",
        speech("window.begin"),
        primary=True,
        enabled=bool(choices.seats),
        why_not=speech("window.cannot-begin"),
    )
    return Screen(
        place=f"seats:{page.title}",
        title=page.title,
        date=page.dates,
        columns=(Column((Panel("seats", write_about),), 0.55), Column((Panel("manner", write_manner),), 0.45)),
        bar=(begin, Button("shelf", speech("window.back"), "Esc")),
        first=taken,
        escape="shelf",
    )


def offered_seats(page: SeatsPage) -> tuple[SeatLine, ...]:
    """The seats to choose from; a side of one party is that party."""
    return tuple(line for line in page.seats if line.playable and (len(line.parties) > 1 or line.id in line.parties))


def _saved(flow: Flow, lines: Sequence[SavedLine]) -> None:
    for line in lines:
        flow.gap(8)
        with flow.card(spot=spot(f"saved:{line.path}", f"resume:{line.path}"), pad=10):
            flow.text(line.title, flow.theme.small)
            flow.text(line.words, flow.theme.note)


def _scenario(flow: Flow, number: int, line: ShelfLine, speech: Speech) -> None:
    def write(inner: Flow) -> None:
        inner.two_sided(line.title, inner.theme.subheading, line.dates, inner.theme.note)
        if line.problem:
            inner.text(line.problem, inner.theme.quiet_italic)
            return
        inner.text(line.short, inner.theme.label)
        inner.text(line.summary, inner.theme.small)
        inner.gap(4)
        inner.text(speech("window.shelf-seats", seats=line.seats), inner.theme.quiet)
        inner.text(line.length, inner.theme.note)

    place = spot(
        f"scenario:{line.id}",
        f"open:{line.id}",
        enabled=not line.problem,
        why_not=line.problem,
        digit=number if number < 10 else 0,
    )
    numbered_card(flow, number, place, write)


def _seat(flow: Flow, line: SeatLine, taken: bool, speech: Speech) -> None:
    together = len(line.parties) > 1
    words = speech("window.seat-together", seat=line.name, parties=line.words) if together else line.name
    key = f"seat:{line.id}"
    choice_row(flow, key, key, taken, lambda inner: inner.text(words, inner.theme.small), square=True)


def _one_of(flow: Flow, action: str, words: str, chosen: bool) -> None:
    choice_row(flow, action, action, chosen, lambda inner: inner.text(words, inner.theme.small), square=False)
