"""The languages in which the interface speaks, and the speech of each.

English stands in the code; every other language is a gettext catalogue in `assets/locale`, whose contexts are the
keys of the English sentences and whose messages are the sentences themselves. What a catalogue lacks is said in
English. Catalogues are read here and made elsewhere: nothing of Babel is needed to play.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from gettext import GNUTranslations
from pathlib import Path
from types import MappingProxyType

from game.errors import UsageError
from game.present.breaking import unbroken
from game.present.english import ENGLISH_ALONE, english
from game.present.speech import Era, Speech
from game.scenario.shipped import shipped_folder
from game.storage.settings import WishedEra as WishedEra

LANGUAGES: Mapping[str, str] = MappingProxyType({"en": "English", "th": "ไทย"})
"""What each language calls itself, by its code."""
_NAMES: Mapping[str, str] = MappingProxyType(
    {"english": "en", "thai": "th", "อังกฤษ": "en", "ภาษาอังกฤษ": "en", "ไทย": "th", "ภาษาไทย": "th"}
)
DOMAIN = "interface"
_FOLDER = "assets/locale"
_USUAL_ERAS: Mapping[str, Era] = MappingProxyType({"th": "buddhist"})


def speech_in(language: str, era: WishedEra = "own") -> Speech:
    """The speech of a language, English for one that the interface does not speak; `own`: the era that is usual in it.

    >>> speech_in("en")("action.back"), speech_in("th").language
    ('Back', 'th')
    """
    code = language if language in LANGUAGES else "en"
    spoken = english()
    if code != "en":
        spoken = replace(spoken, language=code, sentences=_translated(spoken.sentences, code))
    return replace(spoken, era=_USUAL_ERAS.get(code, "common") if era == "own" else era)


def in_one_piece(speech: Speech) -> Speech:
    """A speech whose words carry no places to break a line, for where they are printed as they are."""
    sentences = MappingProxyType({key: unbroken(sentence) for key, sentence in speech.sentences.items()})
    return replace(
        speech, sentences=sentences, paragraph=lambda text, paragraph: unbroken(speech.paragraph(text, paragraph))
    )


def language_meant(typed: str) -> str | None:
    """The code of the language that is called so: by its code, by itself, or in English; None where there is none.

    >>> language_meant("ไทย"), language_meant("Thai"), language_meant("EN"), language_meant("fi")
    ('th', 'th', 'en', None)
    """
    wanted = typed.strip().casefold()
    return _NAMES.get(wanted, wanted if wanted in LANGUAGES else None)


def language_named(typed: str, speech: Speech) -> str:
    """The code of the language that is called so; a refusal is in `speech`.

    Raises:
        UsageError: when the interface does not speak it.
    """
    code = language_meant(typed)
    if code is None:
        raise UsageError(speech("language.no-such", typed=typed[:40], choices=languages_listed(speech)))
    return code


def languages_listed(speech: Speech) -> str:
    """The languages that can be asked for, each with what it calls itself: "en (English) or th (ไทย)"."""
    return speech.listed([f"{code} ({name})" for code, name in LANGUAGES.items()], "or")


def catalogue_path(language: str) -> Path | None:
    """The compiled catalogue of a language; None where the game has none."""
    file = f"{language}/LC_MESSAGES/{DOMAIN}.mo"
    folder = shipped_folder(_FOLDER, file)
    return None if folder is None else folder / file


def _translated(sentences: Mapping[str, str], language: str) -> Mapping[str, str]:
    path = catalogue_path(language)
    if path is None:
        return sentences
    catalogue = _catalogue(path, path.stat().st_mtime_ns)
    said = {key: catalogue.pgettext(key, sentence) for key, sentence in sentences.items() if key not in ENGLISH_ALONE}
    return MappingProxyType(said)


@lru_cache(maxsize=2)
def _catalogue(path: Path, changed_at: int) -> GNUTranslations:
    """Reads a catalogue once, and again where the file has changed since."""
    with path.open("rb") as file:
        return GNUTranslations(file)
