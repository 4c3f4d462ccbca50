"""Beginning a game and going on with a saved one: from what was chosen to a sitting.

Joins scenario, players and storage for both faces and the command line. Nothing here asks or draws.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from game.analysis.guessed import Guess
from game.engine.game import Game
from game.errors import CannotRead, UsageError
from game.players.match import Match
from game.players.styles import USUAL_STYLE, seat_of
from game.present.entering import play_until_entrance
from game.present.languages import WishedEra, language_named, speech_in
from game.present.news import Chair
from game.present.problems import problem_words
from game.present.sitting import Sitting
from game.present.speech import Speech
from game.present.wishes import Length
from game.scenario.loader import best_words, load
from game.scenario.model import Scenario
from game.storage.save_format import PERSON
from game.storage.saves import expect_savable, save
from game.storage.saves import load as load_save

RECORD = "record"


@dataclass(frozen=True, slots=True)
class Plan:
    """What was chosen before a game: a chair of parties for each person, and how the others are played."""

    chairs: tuple[Chair, ...]
    style: str = USUAL_STYLE
    seed: int = 0
    length: Length = "full"


@dataclass(frozen=True, slots=True)
class Opened:
    """A scenario by the name it was loaded by, and the speech it is read in."""

    name: str | Path
    scenario: Scenario
    speech: Speech


@dataclass(frozen=True, slots=True)
class Begun:
    """A sitting, its seats as a save holds them, and where it is saved (None: nowhere)."""

    sitting: Sitting
    seats: Mapping[str, str]
    length: Length
    path: Path | None
    name: str | Path = ""
    """The name by which its scenario was loaded."""

    def speak(self, language: str, era: WishedEra = "own") -> None:
        """Goes on in a language, by its code or its name, on the same page; what is not translated keeps its own words.

        Raises:
            UsageError: when the interface does not speak it.
            CannotRead: when the translation cannot be read.
        """
        code = language_named(language, self.sitting.speech)
        self.sitting.speak(speech_for(self.sitting.game.scenario, self.name, code, era))

    def save_copy(self, path: Path) -> Path | None:
        """Writes a copy of the game; another game that stood there is set aside, and its new name returned.

        Raises:
            CannotWrite: when the folder refuses, or something else stands there.
        """
        return save(
            self.sitting.game,
            self.seats,
            path,
            length=self.length,
            read=self.sitting.read,
            guesses=self.sitting.guessing.made,
        )


def speech_for(scenario: Scenario, name: str | Path, language: str, era: WishedEra = "own") -> Speech:
    """The speech of a language with the words of a scenario in it, or in its own where it is not there in that.

    Raises:
        CannotRead: when there is a translation, and it cannot be read.
    """
    words = best_words(scenario, name, language)
    return replace(speech_in(language, era), paragraph=words.paragraph)


def preferred_speech(
    scenario: Scenario, name: str | Path, wished: str | None, preferred: str, era: WishedEra = "own"
) -> Speech:
    """The speech for a scenario in the language wished for, else in the preferred one, as far as it is there in that.

    A translation that cannot be read is passed over where nobody wished for it.

    Raises:
        UsageError: when the interface does not speak the language wished for.
        CannotRead: when the translation wished for cannot be read.
    """
    if wished is not None:
        return speech_for(scenario, name, language_named(wished, speech_in(preferred, era)), era)
    try:
        return speech_for(scenario, name, preferred, era)
    except CannotRead:
        return speech_in(preferred, era)


def open_scenario(name: str | Path, language: str = "en", era: WishedEra = "own") -> Opened:
    """Loads a scenario, with the words of it in a language as far as it is there in that.

    Raises:
        UsageError: when the interface does not speak that language.
        CannotRead: when there is none, or it or its translation has errors.
    """
    return open_preferred(name, language, language, era)


def open_preferred(name: str | Path, wished: str | None, preferred: str, era: WishedEra = "own") -> Opened:
    """Loads a scenario, to be read as `preferred_speech` says.

    Raises:
        UsageError: when the interface does not speak the language wished for.
        CannotRead: when there is none, or it has errors, or the translation wished for has.
    """
    scenario = load(name)
    return Opened(name, scenario, preferred_speech(scenario, name, wished, preferred, era))


def begin(opened: Opened, plan: Plan, path: Path | None, *, keeps: bool = True) -> Begun:
    """Starts a game; with a `path` it is saved there at once (where `keeps`), and after every move.

    Raises:
        UsageError: when there is no such style.
        CannotWrite: when nothing can be saved at `path`; without one it can be played unsaved.
    """
    if path is not None:
        expect_savable(path)
    people = {party for chair in plan.chairs for party in chair}
    seats = {party: PERSON if party in people else plan.style for party in opened.scenario.parties}
    game = Game.start(opened.scenario, plan.seed)
    play_until_entrance(game, people)
    begun = _begun(game, seats, plan.length, plan.chairs, opened, path)
    if keeps:
        begun.sitting.keep()
    return begun


def resume(
    path: Path,
    language: str | None = None,
    scenario: str | Path | None = None,
    *,
    unsaved: bool = False,
    preferred: str = "en",
    era: WishedEra = "own",
) -> Begun:
    """Goes on with a saved game; what has changed since is among the sitting's notices.

    `scenario` tells where its scenario is, if it is not on the shelf; `language`, `preferred` and `era` are as
    in `open_preferred`. An `unsaved` game leaves its file as it is.

    Raises:
        CannotRead: when it is no save, or its scenario cannot be read.
        UsageError: when no person plays in it.
        CannotWrite: when it cannot be saved there again, unless it is to be played `unsaved`.
    """
    opened: list[Opened] = []

    def find(name: str) -> Scenario:
        opened.append(open_preferred(scenario or name, language, preferred, era))
        return opened[-1].scenario

    loaded = load_save(path, find)
    chairs = chairs_of(loaded.game.scenario, [party for party, style in loaded.seats.items() if style == PERSON])
    if not chairs:
        raise UsageError(opened[-1].speech("resume.nobody", path=path))
    if not unsaved:
        expect_savable(path)
    kept = None if unsaved else path
    begun = _begun(
        loaded.game,
        loaded.seats,
        loaded.length,
        chairs,
        opened[-1],
        kept,
        resumed=True,
        read=loaded.read,
        guesses=loaded.guesses,
    )
    begun.sitting.notices.extend(problem_words(opened[-1].speech, note) for note in loaded.notes)
    return begun


def play_out(opened: Opened, style: str, seed: int) -> tuple[Game, dict[str, str]]:
    """Plays a whole game with one style in every seat; returns it with its seats as a save holds them.

    Where every seat follows the record, chance follows it too.

    Raises:
        UsageError: when there is no such style.
    """
    game = Game.start(opened.scenario, seed, follow_record=style == RECORD)
    seats = dict.fromkeys(opened.scenario.parties, style)
    Match(game, {party: seat_of(style) for party in seats}, "full").advance()
    return game, seats


def chairs_of(scenario: Scenario, people: Sequence[str]) -> tuple[Chair, ...]:
    """Groups persons' parties into chairs: those of one side sit together, the others alone."""
    left, chairs = list(people), []
    for parties in scenario.sides.values():
        if set(parties) <= set(left):
            chairs.append(tuple(parties))
            left = [party for party in left if party not in parties]
    return (*chairs, *((party,) for party in left))


def _begun(
    game: Game,
    seats: Mapping[str, str],
    length: Length,
    chairs: Sequence[Chair],
    opened: Opened,
    path: Path | None,
    *,
    resumed: bool = False,
    read: Mapping[str, Collection[str]] | None = None,
    guesses: Sequence[Guess] = (),
) -> Begun:
    players = {party: None if style == PERSON else seat_of(style) for party, style in seats.items()}

    def keep(played: Game) -> str:
        aside = (
            save(played, seats, path, length=length, read=sitting.read, guesses=sitting.guessing.made)
            if path is not None
            else None
        )
        return "" if aside is None else sitting.speech("save.set-aside", path=path, aside=aside.name)

    kept = None if path is None else keep
    sitting = Sitting(
        Match(game, players, length), chairs, opened.speech, kept, resumed=resumed, read=read, guesses=guesses
    )
    return Begun(sitting, seats, length, path, opened.name)
