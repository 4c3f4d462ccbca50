"""Where saves and settings live on this machine, how autosaves are named, and what saves there are.

The folder is the platform's own for application data; `GRAND_ALLIANCE_HOME` overrides it. Listing reads
the headers of saves, never their scenario, and a file that cannot be read does not hide the others.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from game.errors import CannotRead
from game.storage.files import stands, typed_path, versions
from game.storage.save_format import BEFORE, PERSON, SHORT_GAME, Length, SavedEntry, SaveFile
from game.storage.save_reading import read_save

MOST_LISTED = 60
"""Saves that are listed; each of them is read, and a year of games is hundreds."""
HOME_VARIABLE = "GRAND_ALLIANCE_HOME"
_VERSION = re.compile(r"(.*)\.[1-9]")
_SET_ASIDE = re.compile(r".*\.unreadable-\d+")


@dataclass(frozen=True, slots=True)
class SaveListing:
    """One line of the list of saves.

    `modified` is in seconds since 1970. `parties` are those that persons hold; `decision` is the step of the
    move that play stands at, None at the start; `waits` and `ending` are as in a `SaveFile`. `moves` counts the
    decisions of persons on the path. A save that cannot be read has only `path`, `modified` and `problem`.
    """

    path: Path
    modified: float
    scenario: str = ""
    parties: tuple[str, ...] = ()
    decision: str | None = None
    moves: int = 0
    problem: str = ""
    length: Length = "full"
    waits: str = ""
    ending: str = ""


def home(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Returns the folder for what the game keeps; it need not exist yet."""
    if chosen := environment.get(HOME_VARIABLE, "").strip():
        return typed_path(chosen).absolute()
    try:
        return _usual_home(environment, platform)
    except RuntimeError:
        return Path.cwd() / "grand-alliance"  # this user has no home folder at all


def _usual_home(environment: Mapping[str, str], platform: str) -> Path:
    if platform == "win32":
        return Path(environment.get("APPDATA") or Path.home() / "AppData" / "Roaming") / "Grand Alliance"
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Grand Alliance"
    shared = Path(environment.get("XDG_DATA_HOME") or "")
    if not shared.is_absolute():  # the standard says that such a one does not count
        shared = Path.home() / ".local" / "share"
    return shared / "grand-alliance"


def shown_path(path: Path, platform: str = sys.platform) -> str:
    """Writes a path as people read it: beneath their own folder from `~` on, but on Windows, which has no such sign."""
    try:
        return str(path) if platform == "win32" else f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)


def saves_folder(folder: Path | None = None) -> Path:
    """Returns the folder of autosaves within `folder` (default: `home()`)."""
    return (folder or home()) / "saves"


def settings_path(folder: Path | None = None) -> Path:
    """Returns the settings file within `folder` (default: `home()`)."""
    return (folder or home()) / "settings.json"


def autosave_path(scenario: str, seed: int, folder: Path | None = None) -> Path:
    """Names a new game's autosave, `finland-1939-5.json`; a name that is taken gets a further number."""
    stem = f"{scenario}-{seed}" if seed >= 0 else f"{scenario}-minus{-seed}"
    path, number = saves_folder(folder) / f"{stem}.json", 2
    while any(stands(kept) for kept in versions(path)):
        path, number = saves_folder(folder) / f"{stem}-game-{number}.json", number + 1
    return path


def list_saves(folder: Path | None = None) -> tuple[SaveListing, ...]:
    """Lists the latest saves in the saves folder, the newest first; older versions of one save are not listed."""
    try:
        paths = {_newest_name(path) for path in saves_folder(folder).iterdir() if _is_listed(path)}
    except OSError:
        return ()
    modified = {path: _modified(path) for path in paths}
    latest = sorted(paths, key=lambda path: (-modified[path], path.name))[:MOST_LISTED]
    return tuple(_listing(path, modified[path]) for path in latest)


def _is_listed(path: Path) -> bool:
    return path.suffix == ".json" and not path.name.startswith(".") and not _SET_ASIDE.fullmatch(path.stem)


def _newest_name(path: Path) -> Path:
    """Returns the name of the newest version, of which this may be an older one."""
    version = _VERSION.fullmatch(path.stem)
    return path.with_name(f"{version[1]}.json") if version else path


def _listing(path: Path, modified: float) -> SaveListing:
    try:
        saved, _ = read_save(path)
    except CannotRead as error:
        return SaveListing(path, modified, problem=str(error))
    persons = tuple(party for party, style in saved.seats.items() if style == PERSON)
    return SaveListing(
        path,
        modified,
        saved.scenario,
        persons,
        _decision(saved),
        _decided(saved, persons),
        length=saved.length,
        waits=saved.waits,
        ending=saved.ending,
    )


def _modified(path: Path) -> float:
    """Tells when the newest version was written; 0 where a link leads nowhere, or another process moves files."""
    for version in versions(path):
        with contextlib.suppress(OSError):
            return version.stat().st_mtime
    return 0.0


def _decision(saved: SaveFile) -> str | None:
    """Finds the step of the newest move on the path that is not chance's."""
    return next((entry.step for entry in _path(saved) if entry.seat != "chance"), None)


def _decided(saved: SaveFile, persons: Collection[str]) -> int:
    """Counts what persons decided on the path; not what the short game did for them, or what came before they did."""
    return sum(entry.seat in persons and entry.reason not in (SHORT_GAME, BEFORE) for entry in _path(saved))


def _path(saved: SaveFile) -> Iterator[SavedEntry]:
    """Goes from the newest entry of the path to the first."""
    at = saved.at
    while at:
        entry = saved.entries[at - 1]
        yield entry
        at = entry.parent
