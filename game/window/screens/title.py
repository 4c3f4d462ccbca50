"""The cover of the dossier: the game's name and where one may go from there; and all saved games."""

from __future__ import annotations

from collections.abc import Sequence

from game.present.shelf_parts import SavedLine
from game.present.speech import Speech
from game.window.controls import Button, buttons, part
from game.window.flow import Flow, spot
from game.window.screen import Column, Panel, Screen, reading
from game.window.screens.dialogs import side_by_side

WIDEST = 680


def title_screen(
    speech: Speech, last: SavedLine | None, languages: Sequence[tuple[str, str]], *, read: bool = True
) -> Screen:
    """The first page. `last` is the game played last; `languages` are codes of others, and their own names.

    Until the scenarios have been `read`, it says that they are being read.
    """
    play = Button("shelf", speech("window.play"), primary=last is None)
    listed = [
        Button("saves", speech("window.saves")),
        Button("codex", speech("window.codex"), "F10"),
        Button("settings", speech("window.settings")),
        Button("keys", speech("window.menu-keys")),
        *(Button(f"language:{code}", name, "F9") for code, name in languages),
        Button("quit", speech("window.quit"), "Ctrl+Q"),
    ]

    def write(flow: Flow) -> None:
        _label(flow, speech)
        flow.gap(20)
        if last is not None:
            _go_on(flow, last, speech)
            flow.gap(12)
        buttons(flow, [play], whole=True)
        flow.gap(8)
        side_by_side(flow, listed)
        if not read:
            flow.gap(12)
            flow.text(speech("window.opening"), flow.theme.quiet_italic, "centre")

    return Screen(
        place="title",
        title="",
        columns=(Column((Panel("title", write, fits=True, tab=speech("window.years"), folder=True),), widest=WIDEST),),
        first=f"saved:{last.path}" if last is not None else "do:shelf",
        escape="menu",
        turn=last.path if last is not None else "",
    )


def saves_screen(speech: Speech, saved: Sequence[SavedLine]) -> Screen:
    """Every game that can be gone on with or looked at."""

    def write(flow: Flow) -> None:
        flow.text(speech("window.saves-words"), flow.theme.quiet_italic)
        going_on = [line for line in saved if not line.finished]
        if not saved:
            flow.gap(10)
            flow.text(speech("window.shelf-none-saved"), flow.theme.body)
        for heading, lines in (("window.shelf-saved", going_on), ("window.shelf-finished", finished(saved))):
            if lines:
                part(flow, speech(heading))
                saved_games(flow, lines)

    return Screen(
        place="saves",
        title=speech("window.saves"),
        columns=reading("saves", write, widest=860),
        bar=(Button("back", speech("window.back"), "Esc", primary=True),),
        first=f"saved:{saved[0].path}" if saved else "do:back",
        escape="back",
    )


def finished(saved: Sequence[SavedLine]) -> list[SavedLine]:
    """The games that have come to their end."""
    return [line for line in saved if line.finished]


def saved_games(flow: Flow, lines: Sequence[SavedLine]) -> None:
    """Writes saved games: which scenario, who sits where, where the story stands, and when it was saved."""
    for number, line in enumerate(lines):
        flow.gap(8 if number else 2)
        with flow.card(spot=spot(f"saved:{line.path}", f"resume:{line.path}"), pad=10):
            flow.text(line.title, flow.theme.strong)
            flow.text(line.words, flow.theme.note)


def _label(flow: Flow, speech: Speech) -> None:
    """The white label on the cover."""
    with flow.card(flow.kit.palette.sheet, flow.kit.palette.line, pad=20):
        flow.name(speech("window.caption"))
        flow.gap(8)
        flow.double_rule()
        flow.gap(8)
        flow.text(speech("window.subtitle"), flow.theme.lead, "centre")


def _go_on(flow: Flow, last: SavedLine, speech: Speech) -> None:
    with flow.card(spot=spot(f"saved:{last.path}", f"resume:{last.path}"), pad=12):
        flow.text(speech("window.go-on"), flow.theme.label)
        flow.text(last.title, flow.theme.strong)
        flow.text(last.words, flow.theme.note)
