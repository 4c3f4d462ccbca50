"""Saves and loads games: the whole tree, atomically, with the last three versions kept.

Loading replays the entries through the rules and asks nobody; while the rules are the same, only those that lead to
where the game stood, and others when somebody goes there. What changed in a scenario since is told in notes, and a
replay that no longer fits stops at a named move. Nothing is ever overwritten that is not an
earlier state of the same game.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from dataclasses import replace as replace_fields
from pathlib import Path

from game.analysis.guessed import Guess
from game.engine.compiler import compile_scenario
from game.engine.game import Game
from game.engine.history import CHANCE, Entry
from game.engine.moves import MoveJson, move_from_json, move_to_json
from game.engine.program import Program
from game.engine.replaying import Stopped, told
from game.errors import CannotRead, GameError
from game.scenario.model import Scenario
from game.scenario.table_rules import Resume, Table
from game.storage.files import (
    CannotWrite,
    expect_writable,
    newest_of,
    set_aside,
    stands,
    versions,
    write_atomically,
    write_keeping_versions,
)
from game.storage.save_format import (
    LIMIT,
    WHAT,
    Length,
    SavedEntry,
    SaveFile,
    clean_reason,
    from_json,
    is_continued_by,
    to_bytes,
)
from game.storage.save_reading import read_save
from game.storage.strict_json import Json, bytes_of, parse_json

FindScenario = Callable[[str], Scenario]
Papers = Mapping[str, Collection[str]]
"""The ids of papers by party."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A game as it was saved; `seats` gives each party's style, or `person`.

    `notes` are sentences to show: what has changed since, where a replay stopped, which older version was
    opened instead. `complete` is false when some entry could not be replayed. `read` has the papers that were
    read, by party, `guesses` what was guessed at tables.
    """

    game: Game
    seats: Mapping[str, str]
    length: Length
    notes: tuple[str, ...]
    complete: bool
    read: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    guesses: tuple[Guess, ...] = ()


def save(
    game: Game,
    seats: Mapping[str, str],
    path: Path,
    *,
    length: Length = "full",
    replace: bool = False,
    read: Papers | None = None,
    guesses: tuple[Guess, ...] = (),
) -> Path | None:
    """Writes a game; a kill at any moment loses at most the newest move.

    `read` has the papers that were read, by party, `guesses` what was guessed at tables. The two versions before are
    kept as `NAME.1.json` and `NAME.2.json`. Another game that stands at `path` is set aside, unless `replace` is true;
    returns its new name, or None.

    Raises:
        CannotWrite: when the folder refuses, or a file that is no save stands at `path`.
    """
    _expect_own_name(path)
    fresh = describe(game, seats, length, read, guesses)
    content = to_bytes(fresh)
    if replace:
        write_atomically(path, content)
        return None
    standing = _standing(path)
    if standing is None:
        write_keeping_versions(path, content)
        return None
    if standing == (path, content):
        return None
    if _differs_in_marks(*standing, fresh) and standing[0] == path:
        write_atomically(path, content)  # no move is new, so the versions before stay as they are
        return None
    aside = _make_room(path, *standing, fresh)
    _keep_strangers(path, fresh)
    write_keeping_versions(path, content)
    return aside


def expect_savable(path: Path) -> None:
    """Tries whether a game could be saved at `path`, and leaves nothing there.

    Raises:
        CannotWrite: when the folder or the disk refuses, or the name is one that another game's versions have.
    """
    _expect_own_name(path)
    expect_writable(path)


def load(path: Path, find_scenario: FindScenario) -> Loaded:
    """Reads a save, or the newest of its older versions that can be read, and replays it.

    Raises:
        CannotRead: when no version can be read, or its scenario cannot.
    """
    saved, notes = read_save(path)
    try:
        scenario = find_scenario(saved.scenario)
        program = compile_scenario(scenario)
        game, stopped = _replay(program, saved)
    except GameError as error:
        raise CannotRead(f"{path} is a game of {saved.scenario}, which cannot be opened: {error}") from None
    notes += _changes(program, saved, stopped)
    strangers = sorted(set(saved.seats) - set(scenario.parties))
    notes += [f"The save has a seat for {party}, which {scenario.id} does not have." for party in strangers]
    seats = {party: style for party, style in saved.seats.items() if party in scenario.parties}
    return Loaded(game, seats, saved.length, tuple(notes), stopped is None, saved.read, saved.guesses)


def describe(
    game: Game,
    seats: Mapping[str, str],
    length: Length = "full",
    read: Papers | None = None,
    guesses: tuple[Guess, ...] = (),
) -> SaveFile:
    """Describes a game as a save holds it."""
    return SaveFile(
        scenario=game.scenario.id,
        rules=game.program.digest,
        text=game.program.text_digest,
        seed=game.seed,
        start=dict(game.start_state) or None,
        follow_record=game.follow_record,
        seats=dict(seats),
        length=length,
        entries=tuple(_saved_entry(entry) for entry in game.history),
        at=game.seq,
        waits="" if game.step is None else game.step.id,
        ending=game.ending() or "",
        read={party: tuple(sorted(papers)) for party, papers in (read or {}).items() if papers},
        guesses=guesses,
    )


def _standing(path: Path) -> tuple[Path, bytes] | None:
    """Returns the newest version that stands at `path` with its bytes, or None where nothing stands.

    Raises:
        CannotWrite: when something stands there that is neither a save nor one of its versions.
    """
    there = [version for version in versions(path) if stands(version)]
    if not there:
        return None
    try:
        content = bytes_of(there[0], WHAT, LIMIT)
    except CannotRead as error:
        raise CannotWrite(f"{error} Choose another name.") from None
    if content and len(there) == 1 and _as_save(content, path) is None:
        raise CannotWrite(f"{path} is there already and is not {WHAT}; it was left alone. Choose another name.")
    return there[0], content


def _make_room(path: Path, standing: Path, content: bytes, fresh: SaveFile) -> Path | None:
    """Sets aside what stands at `path` unless `fresh` goes on with it; returns its new name, or None."""
    earlier = _as_save(content, standing)
    if earlier is None:
        return set_aside(standing)
    if is_continued_by(earlier, fresh):
        return None
    aside = set_aside(standing, "earlier")
    _keep_strangers(path, earlier)
    for version in versions(path):
        with contextlib.suppress(OSError):
            version.unlink(missing_ok=True)  # what it held is in the newest, whose tree only grows
    return aside


def _differs_in_marks(standing: Path, content: bytes, fresh: SaveFile) -> bool:
    """Tells whether all that is new in `fresh` is what has been read or guessed."""
    earlier = _as_save(content, standing)
    return earlier is not None and replace_fields(earlier, read=fresh.read, guesses=fresh.guesses) == fresh


def _keep_strangers(path: Path, newest: SaveFile) -> None:
    """Sets aside what bears the name of an older version of `newest` and is none, before it is pushed out."""
    for version in versions(path)[1:]:
        if stands(version):
            older = _save_at(version)
            if older is None or not is_continued_by(older, newest):
                set_aside(version, "earlier" if older else "unreadable")


def _expect_own_name(path: Path) -> None:
    newest = newest_of(path)
    if newest is not None and stands(newest):
        raise CannotWrite(f"{path} is where an older version of {newest.name} is kept; choose another name.")


def _save_at(path: Path) -> SaveFile | None:
    try:
        return _as_save(bytes_of(path, WHAT, LIMIT), path)
    except CannotRead:
        return None


def _as_save(content: bytes, path: Path) -> SaveFile | None:
    try:
        return from_json(parse_json(content, str(path), what=WHAT), str(path))
    except CannotRead:
        return None


def _saved_entry(entry: Entry) -> SavedEntry:
    reason = None if entry.reason is None else clean_reason(entry.reason)
    return SavedEntry(entry.seq, entry.parent, entry.seat, entry.step, _plain(move_to_json(entry.move)), reason)


def _plain(move: MoveJson) -> Json:
    return move  # type: ignore[return-value]


def _replay(program: Program, saved: SaveFile) -> tuple[Game, Stopped | None]:
    """Replays what was saved: all of it when the rules have changed, to tell at once what no longer fits."""
    entries, misfit = _entries(program.scenario, saved)
    if misfit is None and saved.rules == program.digest:
        reopened = Game.reopen(
            program, entries, saved.seed, follow_record=saved.follow_record, start=saved.start, at=saved.at
        )
        if reopened is not None:
            return reopened, None
    at = saved.at if misfit is None else None
    game, stopped = Game.replay(
        program, entries, saved.seed, follow_record=saved.follow_record, start=saved.start, at=at
    )
    return game, stopped or misfit


def _entries(scenario: Scenario, saved: SaveFile) -> tuple[list[Entry], Stopped | None]:
    """Reads the saved moves, up to the first that is no move at its step."""
    entries: list[Entry] = []
    for line in saved.entries:
        if line.step not in scenario.steps:
            return entries, Stopped(_unread(line), f'{scenario.id} has no step "{line.step}"')
        at_table = line.seat != CHANCE and _is_table(scenario, line.step)
        try:
            move = move_from_json(line.move, at_table=at_table)
        except GameError as error:
            return entries, Stopped(_unread(line), str(error))
        entries.append(Entry(line.seq, line.parent, line.seat, line.step, move, line.reason))
    return entries, None


def _unread(line: SavedEntry) -> Entry:
    """The entry without its move, which cannot be read."""
    return Entry(line.seq, line.parent, line.seat, line.step, move_from_json("?", at_table=False))


def _is_table(scenario: Scenario, step: str) -> bool:
    return step in scenario.steps and isinstance(scenario.steps[step].body, Table | Resume)


def _changes(program: Program, saved: SaveFile, stopped: Stopped | None) -> list[str]:
    """Tells what is different from when the game was saved."""
    notes: list[str] = []
    if saved.rules != program.digest:
        notes.append(f"The rules of {saved.scenario} have changed since this game was saved.")
    elif saved.text != program.text_digest:
        notes.append(f"Some texts of {saved.scenario} have changed since this game was saved; its moves have not.")
    if stopped:
        line = saved.entries[stopped.entry.seq - 1]
        notes.append(
            f"It could be replayed up to entry {line.seq - 1} of {len(saved.entries)}: entry {line.seq}, the move"
            f" {told(line.move)} of {line.seat} at {line.step}, no longer fits: {stopped.why.rstrip('.')}."
            " The saved file is kept as it was; going on from here begins a new one."
        )
    return notes
