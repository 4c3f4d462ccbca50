"""The verb `play`: which face a game is played in, and games that the program plays alone.

A display means the window, else the terminal; with neither, the shelf and how to play are printed. Nothing
here draws.
"""

from __future__ import annotations

import argparse
import codecs
import os
import secrets
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from game.errors import UsageError
from game.reading import interface, of_scenario
from game.storage.files import expect_folder, stands, versions
from game.streams import nobody_listens
from game.terminal.printable import visible

if TYPE_CHECKING:
    from game.engine.game import Game
    from game.present.opening import Opened
    from game.present.wishes import Wishes

OK = 0
_FRESH_SEEDS = 1_000_000_000


def play_something() -> int:
    """With nothing said: the window, else the terminal game, else the shelf and how to play."""
    from game.present.wishes import Wishes

    wishes = Wishes(seed=_fresh_seed())
    if _display():
        return _play_in_the_window(wishes)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return _show_how_to_play()
    print(interface()("no-display"), file=sys.stderr)
    return _play_in_the_terminal(wishes)


def play_with_persons(options: argparse.Namespace) -> int:
    """Plays in the window if there is a display, else in the terminal."""
    if options.json:
        raise UsageError(interface()("play.json-auto"))
    wishes = _wishes(options)
    if options.terminal or options.plain:
        return _play_in_the_terminal(wishes, plain=options.plain)
    if _display():
        return _play_in_the_window(wishes)
    print(interface()("no-display"), file=sys.stderr)
    return _play_in_the_terminal(wishes)


def play_alone(options: argparse.Namespace) -> int:
    """Lets the program play every seat, and prints the game as JSON or how it came out."""
    from game.analysis.transcript import dumps, transcript
    from game.present.opening import play_out
    from game.storage.saves import expect_savable, save

    _refuse_beside_auto(options)
    opened = _opened(_required(options.scenario), options.language)
    check_style(options.auto)
    path = None if options.unsaved else _save_path(options)
    if path is not None:
        expect_savable(path)
    game, seats = play_out(opened, options.auto, options.seed or 0)
    if path is not None:
        aside = save(game, seats, path)
        if aside is not None:
            print(visible(interface()("save.set-aside", path=path, aside=aside.name)), file=sys.stderr)
    if options.json:
        sys.stdout.write(dumps(transcript(game)))
    else:
        _print_outcome(opened, game, options.auto)
    return OK


def _opened(name: str, language: str | None) -> Opened:
    """A scenario in the language asked for, or else in the player's; what is printed of it has no places to break."""
    from game.present.opening import Opened
    from game.scenario.loader import load

    scenario = load(name)
    return Opened(name, scenario, of_scenario(scenario, name, language))


def command_to_go_on(path: Path, scenario: str | Path | None, *, plain: bool = False) -> str:
    """Words the command that goes on with a saved game; `scenario` is where its scenario is, if not on the shelf."""
    saved = as_typed(path)
    what = saved if scenario is None else f"{as_typed(scenario)} --save {saved}"
    return f"{_program()} play {what} {'--plain' if plain else '--terminal'}"


def as_typed(path: str | Path) -> str:
    """Quotes a path for the shell; what might be taken for an option or an id is led in from its folder."""
    word = str(path)
    return shlex.quote(f"./{word}" if word.startswith("-") or word == Path(word).stem else word)


def named_file(option: str, typed: str) -> Path:
    """Reads the name of a file that is to be written.

    Raises:
        UsageError: when it names no file.
        CannotWrite: when its folder does not exist.
    """
    if not typed.strip() or typed.endswith(("/", os.sep)) or os.path.isdir(typed):  # noqa: PTH112 (as in whereabouts)
        raise UsageError(interface()("named-file.none", option=option, typed=typed))
    expect_folder(Path(typed))
    return Path(typed)


def _program() -> str:
    name = Path(sys.argv[0]).name
    if name == "__main__.py":
        return "python -m game"
    return f"python {name}" if name.endswith(".py") else "grand-alliance"


def _play_in_the_terminal(wishes: Wishes, *, plain: bool = False) -> int:
    if nobody_listens():
        raise UsageError(interface()("terminal.nobody-listens"))
    from game.terminal.session import Session, Streams

    streams = Streams(sys.stdin, sys.stdout, plain)
    Session(wishes, streams, lambda path, scenario: command_to_go_on(path, scenario, plain=plain)).run()
    return OK


def _play_in_the_window(wishes: Wishes) -> int:
    from game.window import running
    from game.window.display import NoDisplay

    try:
        return running.run(wishes)
    except NoDisplay as error:
        print(interface()("no-window", why=str(error).rstrip(".")), file=sys.stderr)
        return _play_in_the_terminal(wishes)


def _display() -> bool:
    try:
        from game.window.display import available
    except ImportError:
        return False
    return available()


def _show_how_to_play() -> int:
    from game.present.shelf import shelf_page
    from game.scenario.loader import shelf
    from game.verbs import print_shelf

    speech = interface()
    page = shelf_page(shelf(), (), speech)
    print(page.title)
    print("\n".join(page.intro) + "\n")
    print_shelf(page.scenarios, speech)
    first = next((line.id for line in page.scenarios if not line.problem), "SCENARIO")
    print(f"\n{speech('how-to-play.title')}")
    for key in ("play", "window", "auto", "help"):
        print(f"    {speech(f'how-to-play.{key}', command=_program(), scenario=first)}")
    return OK


def _wishes(options: argparse.Namespace) -> Wishes:
    """What the options settle; a saved game is named as the scenario, or stands where --save points."""
    from game.present.wishes import Wishes

    settled = {
        "--as": options.seats,
        "--opponents": options.opponents,
        "--seed": options.seed,
        "--length": options.length,
    }
    saved = _saved_game(options, settled)
    if options.scenario and not saved:
        _check_scenario(options.scenario)
    if options.opponents is not None:
        check_style(options.opponents)
    return Wishes(
        scenario=None if options.scenario and _is_save(options.scenario) else options.scenario,
        saved=saved,
        seats=tuple(options.seats or ()),
        style=options.opponents,
        seed=_fresh_seed() if options.seed is None else options.seed,
        length=options.length,
        language=None if options.language is None else interface(options.language).language,
        save=None if options.unsaved else _save_path(options),
        unsaved=options.unsaved,
    )


def _saved_game(options: argparse.Namespace, settled: Mapping[str, object]) -> Path | None:
    """The saved game that is to be gone on with, if one is."""
    from game.scenario.whereabouts import on_the_shelf
    from game.storage.save_reading import read_save

    named = options.scenario if options.scenario and _is_save(options.scenario) else None
    kept = _save_path(options)
    path = Path(named) if named else kept
    if path is None or not (named or any(stands(version) for version in versions(path))):
        return None
    if named and kept is not None:
        raise UsageError(interface()("play.saved-twice", path=path, save=kept))
    found, _ = read_save(path)
    given = next((option for option, value in settled.items() if value is not None), None)
    if given:
        raise UsageError(interface()("play.saved-already", path=path, option=given))
    if not named and options.scenario and not _names(options.scenario, found.scenario):
        raise UsageError(interface()("play.other-scenario", path=path, found=found.scenario, wanted=options.scenario))
    if named and not on_the_shelf(found.scenario):
        raise UsageError(interface()("play.scenario-elsewhere", path=as_typed(path), scenario=found.scenario))
    return path


def _save_path(options: argparse.Namespace) -> Path | None:
    return None if options.save is None else named_file("--save", options.save)


def _is_save(typed: str) -> bool:
    """Whether a scenario's place on the command line is taken by a saved game; a bare word is a scenario's id."""
    if typed.casefold().endswith(".json"):
        return True
    if typed == Path(typed).stem or not os.path.isfile(typed):  # noqa: PTH113 (as in whereabouts)
        return False
    try:
        with Path(typed).open("rb") as file:
            return file.read(100).lstrip(codecs.BOM_UTF8 + b" \r\n").startswith(b"{")
    except OSError:
        return False


def _names(typed: str, scenario: str) -> bool:
    return typed == scenario or Path(typed).name == scenario or Path(typed).parent.name == scenario


def _refuse_beside_auto(options: argparse.Namespace) -> None:
    """Refuses what speaks of persons; that nothing is saved and no screen drawn holds of these games anyhow."""
    given = {
        "--as": options.seats,
        "--opponents": options.opponents,
        "--terminal": options.terminal,
        "--length": options.length,
    }
    for option, value in given.items():
        if value:
            raise UsageError(interface()("play.auto-alone", option=option))


def _check_scenario(typed: str) -> None:
    """Refuses a scenario that does not exist before any face is opened."""
    from game.scenario.whereabouts import find

    find(typed)


def check_style(typed: str) -> None:
    """Refuses a style that does not exist, and suggests the one that was meant.

    Raises:
        UsageError: when there is no such style.
    """
    from game.players.styles import styles
    from game.scenario.suggestions import nearest

    if typed not in styles():
        speech = interface()
        meant = nearest(typed, styles())
        hint = f" {speech('typed.meant-command', meant=meant)}" if meant else ""
        raise UsageError(speech("play.no-style", typed=typed[:40], choices=speech.listed(list(styles()), "or")) + hint)


def _required(scenario: str | None) -> str:
    if scenario is not None:
        return scenario
    from game.scenario.loader import shelf

    speech = interface()
    raise UsageError(speech("play.no-scenario", choices=speech.listed([entry.id for entry in shelf()])))


def _print_outcome(opened: Opened, game: Game, style: str) -> None:
    from game.analysis.comparison import compare
    from game.present.measures import measure_words

    speech, scenario = opened.speech, opened.scenario
    print(speech("auto.played", style=speech(f"style.{style}.name"), seed=game.seed))
    print(visible(speech("auto.ending", ending=speech.plain(scenario.endings[game.ending() or ""].title))))
    for id_, value in game.measures().items():
        measure = scenario.measures[id_]
        words = measure_words(speech, measure, value)
        print(visible(f"    {speech('auto.measure', name=speech.plain(measure.name), words=words)}"))
    comparison = compare(game)
    print(speech("auto.same", same=comparison.same, of=len(comparison.decisions)))


def _fresh_seed() -> int:
    return secrets.randbelow(_FRESH_SEEDS)
