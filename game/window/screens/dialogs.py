"""The dialogs that lie over a page: a question, the decision about to be made, sources, the menu, the keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.present.languages import LANGUAGES
from game.present.parts import OptionLine, SourceLine
from game.present.speech import Speech
from game.window.controls import Button, buttons, sources
from game.window.flow import Flow, Writer, spot
from game.window.screen import Column, Panel, Screen
from game.window.theme import Style

TWO = 420
"""From this width on, in pixels of the 1280 × 720 layout, two buttons stand side by side."""
CONFIRMED = "confirmed "
"""Begins the id of an action that was asked about and is wanted."""
KEYS = (
    "tab", "arrows", "enter", "digits", "page", "escape", "sources", "state", "papers", "brief", "history",
    "numbers", "talk", "map", "staff", "moves", "at-length", "guess", "codex", "next", "language", "send", "undo",
    "save", "size", "full-screen", "quit",
)  # fmt: skip


MENU_KEYS = {"sources": "F1", "numbers": "F6", "full-screen": "F11", "save": "Ctrl+S", "quit": "Ctrl+Q"}
"""Keys that do what a line of the menu does."""


def dialog(place: str, title: str, write: Writer, bar: tuple[Button, ...], first: str = "") -> Screen:
    """A box over the page; Esc closes it."""
    return Screen(
        place=place,
        title=title,
        columns=(Column((Panel("dialog", write),)),),
        bar=bar,
        first=first or (f"do:{bar[0].action}" if bar else ""),
        escape="close",
        modal=True,
    )


def question_dialog(question: str, action: str, speech: Speech, about: Sequence[str] = ()) -> Screen:
    """Asks before something is done; `about` says what it is about, such as the terms to be signed."""

    def write(flow: Flow) -> None:
        flow.text(question, flow.theme.body)
        flow.gap(6 if about else 0)
        flow.prose(about, flow.theme.small, between=4)

    bar = (
        # No colour of its own: the focus is on the other, and blue would look as if it were here.
        Button(f"{CONFIRMED}{action}", speech("window.yes")),
        Button("close", speech("window.not-yet"), "Esc"),
    )
    return dialog(f"question:{action}", "", write, bar, "do:close")


def decide_dialog(option: OptionLine, typed: str, speech: Speech) -> Screen:
    """Asks whether an option is the decision, and for a reason if there is one."""

    def write(flow: Flow) -> None:
        flow.text(option.text, flow.theme.subheading)
        flow.gap(4)
        flow.prose(option.detail, flow.theme.small, between=4)
        if option.costs:
            flow.gap(4)
            flow.text(speech("window.costs", words=option.costs), flow.theme.quiet)
        flow.gap(12)
        flow.text(speech("window.why"), flow.theme.note)
        flow.gap(3)
        field(flow, typed)

    bar = (
        Button(f"choose:{option.id}", speech("window.decide-so"), primary=True),
        Button("close", speech("window.not-yet"), "Esc"),
    )
    first = f"do:choose:{option.id}"
    return dialog(f"decide:{option.id}", speech("window.confirm-choice"), write, bar, first)


def seed_dialog(typed: str, usual: int, speech: Speech) -> Screen:
    """Asks for the seed of the dice, by which a game can be played again; the `usual` one holds where none is typed."""

    def write(flow: Flow) -> None:
        flow.text(speech("window.seed-words", seed=usual), flow.theme.small)
        flow.gap(8)
        field(flow, typed)

    bar = (Button("close", speech("window.seed-keep"), "Esc"),)
    return dialog("seed", speech("window.seed-title"), write, bar, "field")


def field(flow: Flow, typed: str) -> None:
    """Writes a field with what was typed, and where the next letter will stand."""
    place = replace(spot("field"), entry=True)
    with flow.card(flow.kit.palette.sheet, flow.kit.palette.quiet, place, pad=8):
        flow.text(f"{typed}|", flow.theme.small)


def sources_dialog(lines: Sequence[SourceLine], speech: Speech) -> Screen:
    """The sources of a page."""

    def write(flow: Flow) -> None:
        if lines:
            sources(flow, lines)
        else:
            flow.text(speech("window.no-sources"))

    return dialog("sources", speech("window.sources"), write, (Button("close", speech("window.close"), "Esc"),))


def menu_dialog(
    speech: Speech,
    *,
    playing: bool,
    over: bool,
    cites: bool = True,
    at_hand: Sequence[Button] = (),
    told: Sequence[str] = (),
) -> Screen:
    """What can be done at any time; first what is `at_hand` on every page, which a small window has no bar for.

    `cites`: whether the page has sources; `told` are lines about the game.
    """
    listed = [*_entries(speech, playing=playing, over=over, cites=cites), *_other_languages(speech)]
    own = {one.action for one in listed}
    every = [*(one for one in at_hand if one.action not in own), *listed]
    back = speech("window.menu-continue" if playing else "window.close")

    def write(flow: Flow) -> None:
        side_by_side(flow, every)
        flow.gap(2 if not told else 10)
        flow.prose(told, flow.theme.note)

    bar = (Button("close", back, "Esc"),)
    return dialog("menu", speech("window.menu-title"), write, bar, f"do:{every[0].action}")


def _entries(speech: Speech, *, playing: bool, over: bool, cites: bool) -> list[Button]:
    """What the menu itself offers now."""
    offered = (
        ("save", "window.menu-save", playing),
        ("copy", "window.menu-copy", playing),
        ("report", "window.menu-report", over),
        ("sources", "window.menu-sources", cites),
        ("numbers", "window.numbers", playing),
        ("larger", "window.menu-larger", True),
        ("smaller", "window.menu-smaller", True),
        ("full-screen", "window.menu-full-screen", True),
        ("settings", "window.settings", True),
        ("saves", "window.saves", True),
        ("keys", "window.menu-keys", True),
        ("shelf", "window.menu-shelf", playing),
        ("quit", "window.menu-quit", True),
    )
    return [Button(action, speech(key), MENU_KEYS.get(action, "")) for action, key, there in offered if there]


def _other_languages(speech: Speech) -> list[Button]:
    return [Button(f"language:{code}", name, "F9") for code, name in LANGUAGES.items() if code != speech.language]


def side_by_side(flow: Flow, listed: Sequence[Button]) -> None:
    """Writes buttons two by two, or one under another where there is no room for two."""
    across = 2 if flow.width >= flow.kit.px(TWO) else 1
    for first in range(0, len(listed), across):
        flow.gap(8 if first else 2)
        flow.row([(1, _whole(one)) for one in listed[first : first + across]], gap=8)


def _whole(one: Button) -> Writer:
    return lambda flow: buttons(flow, [one], whole=True)


def column_dialog(place: str, title: str, listed: Sequence[Button], bar: tuple[Button, ...]) -> Screen:
    """Buttons one under another."""

    def write(flow: Flow) -> None:
        for number, one in enumerate(listed):
            flow.gap(8 if number else 2)
            buttons(flow, [one], whole=True)
        flow.gap(2)

    return dialog(place, title, write, bar, f"do:{listed[0].action}" if listed else "")


def keys_dialog(speech: Speech) -> Screen:
    """The keys."""

    def write(flow: Flow) -> None:
        for key in KEYS:
            pressed, _, does = speech(f"keys.{key}").partition(": ")
            flow.row([(0.42, _in(pressed, flow.theme.number)), (0.58, _in(does, flow.theme.small))])
            flow.gap(3)

    return dialog("keys", speech("window.keys-title"), write, (Button("close", speech("window.close"), "Esc"),))


def _in(words: str, style: Style) -> Writer:
    return lambda flow: flow.text(words, style)
