"""The page that is there while a scenario or a saved game is being opened."""

from __future__ import annotations

from game.present.speech import Speech
from game.window.controls import Button
from game.window.flow import Flow
from game.window.screen import Column, Panel, Screen

WIDEST = 560


def opening_screen(name: str, speech: Speech) -> Screen:
    """Says what is being opened, on the cover of its dossier."""

    def write(flow: Flow) -> None:
        flow.gap(6)
        with flow.card(flow.kit.palette.sheet, flow.kit.palette.line, pad=20):
            flow.text(name, flow.theme.heading, "centre")
            flow.gap(8)
            flow.text(speech("window.being-opened"), flow.theme.quiet_italic, "centre")
        flow.gap(6)

    return Screen(
        place="opening",
        title="",
        columns=(Column((Panel("opening", write, fits=True, folder=True),), widest=WIDEST),),
        bar=(Button("back", speech("window.back"), "Esc"),),
        escape="back",
        turn=name,
    )
