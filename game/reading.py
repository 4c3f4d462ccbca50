"""The language in which the command line answers: the one asked for, or the player's own by the settings.

Printed lines are broken by whoever prints them, so that their words carry no places to break; a report keeps them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.present.languages import in_one_piece, language_named, speech_in
from game.storage.places import settings_path
from game.storage.settings import load_settings

if TYPE_CHECKING:
    from game.present.speech import Speech
    from game.scenario.model import Scenario


def interface(asked: str | None = None) -> Speech:
    """The sentences of the interface, in the language `asked` for, else in the player's.

    Raises:
        UsageError: when a language is asked for that the interface does not speak.
    """
    settings = load_settings(settings_path()).settings
    own = speech_in(settings.language, settings.era)
    return in_one_piece(own if asked is None else speech_in(language_named(asked, own), settings.era))


def of_scenario(scenario: Scenario, name: str | Path, asked: str | None, *, breaking: bool = False) -> Speech:
    """The interface and the texts of a scenario, which was loaded by `name`; `breaking` keeps the places to break.

    Raises:
        UsageError: when a language is asked for that the interface does not speak.
        CannotRead: when the translation asked for cannot be read.
    """
    from game.present.opening import preferred_speech

    settings = load_settings(settings_path()).settings
    speech = preferred_speech(scenario, name, asked, settings.language, settings.era)
    return speech if breaking else in_one_piece(speech)
