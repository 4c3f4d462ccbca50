"""The page of settings: language, years, size of the type, colours, movement, window. Each counts at once."""

from __future__ import annotations

from game.present.dates import date_words
from game.present.speech import Speech
from game.storage.settings import Settings
from game.window.controls import Button, stepper
from game.window.flow import Flow
from game.window.screen import Screen, reading

_DAY = "1939-08-23"
"""The day by which it is shown how years are counted."""


def settings_screen(speech: Speech, settings: Settings, language: str) -> Screen:
    """The settings; `language` is the name of the present one in itself."""
    values = (
        ("language", language),
        ("era", speech(f"window.era.{settings.era}")),
        ("text-size", speech("window.per-cent", number=settings.text_size)),
        ("palette", speech(f"window.palette.{settings.palette}")),
        ("still", speech("window.still") if settings.still else speech("window.moves")),
        ("full-screen", speech("window.fills") if settings.fullscreen else speech("window.windowed")),
    )

    def write(flow: Flow) -> None:
        flow.text(speech("window.settings-words"), flow.theme.quiet_italic)
        for name, value in values:
            flow.gap(9)
            stepper(flow, f"set:{name}", speech(f"window.set.{name}"), value, f"set:{name}:-1", f"set:{name}:1")
            if name == "era":
                flow.gap(4)
                flow.text(_example(speech), flow.theme.note)

    return Screen(
        place="settings",
        title=speech("window.settings"),
        columns=reading("settings", write, widest=680),
        bar=(Button("back", speech("window.back"), "Esc", primary=True),),
        first="set:language",
        escape="back",
    )


def _example(speech: Speech) -> str:
    """Says how dates will be read: as a page has its first one, and then as every other, where these differ."""
    first, other = date_words(speech, _DAY, stated=True), date_words(speech, _DAY)
    if first == other:
        return speech("window.era-example", date=first)
    return speech("window.era-example.two", first=first, other=other)
