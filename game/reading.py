"""The language in which the command line answers: the one asked for, or the player's own by the settings.

Printed lines are broken by whoever prints them, so that their words carry no places to break; a report keeps them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.errors import UsageError
from game.present.languages import in_one_piece, language_meant, speech_in
from game.storage.places import settings_path
from game.storage.settings import load_settings

if TYPE_CHECKING:
    from game.present.speech import Speech
    from game.scenario.model import Scenario


def interface(asked: str | None = None) -> Speech:
    """The sentences of the interface, in the language `asked` for where it speaks that, else in the player's."""
    settings = load_settings(settings_path()).settings
    return in_one_piece(speech_in(language_meant(asked or "") or settings.language, settings.era))


def of_scenario(scenario: Scenario, name: str | Path, asked: str | None, *, breaking: bool = False) -> Speech:
    """The interface and the texts of a scenario, which was loaded by `name`; `breaking` keeps the places to break.

    Raises:
        UsageError: when a language is asked for that the interface does not speak.
        CannotRead: when the translation cannot be read.
    """
    from game.present.opening import languages_listed, speech_for

    settings = load_settings(settings_path()).settings
    code = language_meant(asked) if asked else settings.language
    if code is None:
        say = interface()
        raise UsageError(say("language.no-such", typed=(asked or "")[:40], choices=languages_listed(say)))
    speech = speech_for(scenario, name, code, settings.era)
    return speech if breaking else in_one_piece(speech)
