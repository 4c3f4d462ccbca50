"""The dialog in which another side's wishes are guessed: its dearest issues, and the least that it would take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.analysis.guessed import DEAREST
from game.present.guessing import GuessPage
from game.present.speech import Speech
from game.window.controls import Button, button_for, buttons, choice_row, part, stepper
from game.window.flow import Flow, Writer
from game.window.screen import Screen
from game.window.screens.dialogs import dialog


def guess_dialog(page: GuessPage, dearest: Sequence[str], least: int | None, speech: Speech) -> Screen:
    """What is guessed so far; `dearest` in the order in which they were marked."""

    def write(flow: Flow) -> None:
        if len(page.others) > 1:
            chosen = f"guess:{page.other}"
            buttons(flow, [replace(button_for(one), chosen=one.id == chosen) for one in page.others])
            flow.gap(8)
        flow.text(page.intro, flow.theme.quiet)
        part(flow, speech("window.guess-dearest", number=len(dearest), most=DEAREST))
        for number, (issue, name) in enumerate(page.issues, start=1):
            flow.gap(4)
            choice_row(
                flow, f"guess-issue:{issue}", f"guessing:issue:{issue}", issue in dearest, _line(name),
                square=True, digit=number if number <= _DIGITS else 0, group="guess-issues",
            )  # fmt: skip
        part(flow, speech("window.guess-least"))
        value = speech("window.guess-open") if least is None else speech("window.guess-of", least=least)
        label = speech("window.guess-share")
        stepper(flow, "guess-least", label, value, "guessing:least:-1", "guessing:least:1")

    bar = (
        Button("guess-kept", speech("window.guess-keep"), primary=True, enabled=bool(dearest) or least is not None,
               why_not=speech("window.guess-nothing")),
        Button("close", speech("window.close"), "Esc"),
    )  # fmt: skip
    return dialog("guess", page.title, write, bar, f"guess-issue:{page.issues[0][0]}")


_DIGITS = 9
"""Issues that a key of a number reaches."""


def _line(name: str) -> Writer:
    return lambda flow: flow.text(name, flow.theme.small)
