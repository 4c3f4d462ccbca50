"""Changing a setting by a step, in either direction. Nothing here shows or keeps settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from game.present.languages import LANGUAGES
from game.storage.settings import ERAS, PALETTES, Settings

SIZES = (70, 80, 90, 100, 115, 130, 150, 175, 200, 225, 250)
"""The sizes of type to choose from, in per cent."""
_STEPS = {"larger": ("text-size", 1), "smaller": ("text-size", -1), "usual-size": ("text-size", 0)}
"""What keys change of the settings, and in which direction."""
SETTING_WORDS = frozenset({"set", "language", "full-screen", *_STEPS})
"""The first words of actions that change a setting."""
Value = TypeVar("Value")


def chosen(settings: Settings, word: str, about: str, spoken: str) -> Settings:
    """Settings after an action: `set:NAME`, `set:NAME:STEPS`, `language`, `language:CODE` or a key's.

    A language is changed from the one that is `spoken`.
    """
    if is_of_language(word, about):
        settings = replace(settings, language=spoken)
    if word == "language" and about in LANGUAGES:
        return replace(settings, language=about)
    if word in _STEPS:
        return changed(settings, *_STEPS[word])
    name, _, by = about.partition(":") if word == "set" else (word, "", "")
    return changed(settings, name, int(by) if by.lstrip("-").isdigit() else 1)


def is_of_language(word: str, about: str) -> bool:
    """Whether an action chooses a language."""
    return (about.partition(":")[0] if word == "set" else word) == "language"


def changed(settings: Settings, name: str, by: int) -> Settings:
    """Settings with the one of that name moved by a step; it goes round, but the size of the type stops at its ends."""
    match name:
        case "language":
            return replace(settings, language=_next(tuple(LANGUAGES), settings.language, by))
        case "era":
            return replace(settings, era=_next(ERAS, settings.era, by))
        case "text-size":
            return replace(settings, text_size=resized(settings.text_size, by))
        case "palette":
            return replace(settings, palette=_next(PALETTES, settings.palette, by))
        case "still":
            return replace(settings, still=not settings.still)
        case "full-screen":
            return replace(settings, fullscreen=not settings.fullscreen)
    return settings


def resized(size: int, by: int) -> int:
    """The next size of type in a direction; the usual one where `by` is 0."""
    if not by:
        return 100
    nearest = min(range(len(SIZES)), key=lambda place: abs(SIZES[place] - size))
    return SIZES[min(max(nearest + by, 0), len(SIZES) - 1)]


def _next(values: Sequence[Value], value: Value, by: int) -> Value:
    at = values.index(value) if value in values else -1
    return values[(at + by) % len(values)]
